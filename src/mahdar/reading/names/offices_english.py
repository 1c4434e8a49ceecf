"""English names of posts and organs: Russian Foreign Minister, the U.S. ambassador to the UN, Syria's army."""

from __future__ import annotations

from functools import cache

from mahdar.language.lexicon import Hit
from mahdar.language.tokens import COMMAS
from mahdar.reading.names.entries import Entry, free_bodies
from mahdar.reading.names.hits import Found, lexicon
from mahdar.reading.names.scene import Office, Scene
from mahdar.reading.names.words import office_words

_ANCHORS = frozenset({"state", "capital", "demonym", "body"})
_SENDERS = frozenset({"state", "demonym"})
_ENVOYS = frozenset({"envoy", "mediator", "representative"})
_UN_ENVOY = "un-envoy"
_NESTED = frozenset({"post", "organ", "opposition"})
_ARTICLES = frozenset({"the", "a", "an"})
_LEADING = frozenset({"the", "and", "but", "to", "by", "with", "from", "that", "as", "while", "said", "told"})
_FARTHEST = 5
_AT_DESKS = frozenset({"head", "director", "deputy", "expert", "activist"})
_AT = frozenset({"at", "of", "for", "with"})
_LONGEST = 16  # tokens behind the title
_OF_A_PORTFOLIO = frozenset({"of", "for"})
_LONG_PORTFOLIO = 5  # words


def english_office(scene: Scene, title: Found, floor: int) -> Office:
    """The post around this title; nothing before token ``floor`` belongs to it."""
    office = Office(title.i, title.j, title)
    if _is_sent_there(scene, office, floor):
        office.title = Hit(title.i, title.j, _sent_to_the_un(), title.proclitics)
    elif office.takes("fixed"):
        office.principal = _other_secretariat(scene, office, floor) or title.value.principal
    if _has_desk(scene, office, floor):
        return office
    _look_left(scene, office, floor)
    _look_right(scene, office)
    return office


def _is_sent_there(scene: Scene, office: Office, floor: int) -> bool:
    """Whether a state stands before "UN envoy", who is then its own: China's U.N. envoy, the Russian UN envoy.

    An adjective before the envoy to some place only says where he is from: the Norwegian U.N. envoy for Syria.
    """
    if office.slug != _UN_ENVOY:
        return False
    named = scene.at.get(office.j)
    if named is not None and named.value.kind == "person" and named.value.principal.startswith("body:un"):
        return False
    owned = scene.form(office.i - 1) == "'s"
    hit = scene.until.get(office.i - owned)
    if hit is None or hit.i < floor or hit.value.kind not in _SENDERS:
        return False
    behind = scene.at.get(office.j + 1)
    sent = scene.form(office.j) in ("to", "for", "on") and behind is not None and behind.value.kind != "body"
    return owned or (hit.value.kind == "demonym" and not sent)


def _other_secretariat(scene: Scene, office: Office, floor: int) -> str | None:
    """The organisation before a secretary-general's envoy, where it is another: the NATO Secretary-General's envoy."""
    hit = scene.until.get(office.i) if scene.form(office.i).startswith("secretary") else None
    if hit is None or hit.i < floor or hit.value.kind != "body":
        return None
    office.i = hit.i
    return scene.principal_of(hit)


@cache
def _sent_to_the_un() -> Entry:
    return next(entry for entry in lexicon().get("permanent representative") if entry.kind == "title")


def _has_desk(scene: Scene, office: Office, floor: int) -> bool:
    """Take the organisation behind a post that a region or state before it only describes: Asia director at X."""
    if office.slug not in _AT_DESKS:
        return False
    i = office.i
    while i > max(floor, office.i - _FARTHEST) and _is_of_desk(scene, i - 1):
        i -= 1
    owner = scene.until.get(i - 1) if i < office.i and scene.form(i - 1) == "'s" else None
    if owner is not None and owner.value.kind == "body" and owner.i >= floor:
        office.i, office.principal = owner.i, scene.principal_of(owner)
        return True
    if i < office.i and i > floor and _is_of_body(scene, i - 1):
        office.i = i
        return True
    if scene.form(office.j) not in _AT:
        return False
    hit = scene.at.get(office.j + 1) or scene.at.get(_past_small_words(scene, office.j + 1))
    if hit is None or hit.value.kind != "body" or i == office.i:
        return False
    office.i, office.j, office.principal = i, hit.j, scene.principal_of(hit)
    return True


def _is_of_body(scene: Scene, k: int) -> bool:
    """Whether a possessive names an organisation without its name: its Yemen director, the group's Asia head."""
    nouns = office_words("bodies_en")
    return scene.form(k) in {"its", "their"} or (scene.form(k) == "'s" and scene.form(k - 1) in nouns)


def _is_of_desk(scene: Scene, k: int) -> bool:
    """Whether a word before a post belongs to its desk: Asia, senior, Middle East and North Africa."""
    named = scene.tokens.is_word(k) and scene.tokens.is_capital(k) and scene.form(k) not in _ARTICLES
    return named or scene.form(k) in office_words("modifiers_en") or (scene.form(k) == "and" and k > 0)


def _look_left(scene: Scene, office: Office, floor: int) -> None:
    """Take modifiers and a state or body that stand before the title."""
    i, loose = office.i, False
    while i > floor and office.i - i < _FARTHEST:
        hit = scene.until.get(i)
        if hit is not None and hit.i >= floor:
            if _is_anchor(office, hit) and office.principal is None:
                if loose and scene.form(hit.j) != "'s":
                    return
                sender = _sender(scene, office, hit, floor) if not loose else None
                if sender is not None:
                    office.principal, office.i = scene.principal_of(sender), sender.i
                else:
                    _take_anchor(scene, office, hit, floor)
                return
            if loose or not _is_nested(office, hit):
                return
            i = office.i = hit.i
        elif scene.form(i - 1) in ("'s", "'", "-") or scene.form(i - 1) in office_words("modifiers_en"):
            i -= 1
        elif scene.tokens.is_word(i - 1) and scene.form(i - 1) not in _ARTICLES and not scene.tokens.is_capital(i - 1):
            i, loose = i - 1, True  # Norway's social development minister: only a genitive may follow
        else:
            return


def _take_anchor(scene: Scene, office: Office, hit: Found, floor: int) -> None:
    """The state or body right before a post, and the state that sends somebody to that body."""
    speaks = hit.value.kind in ("body", "outlet") or not office.takes("private")
    office.principal, office.i = scene.principal_of(hit) if speaks else None, hit.i
    _take_sender(scene, office, hit, floor)


def _sender(scene: Scene, office: Office, place: Found, floor: int) -> Found | None:
    """Who sends an envoy to the state right before the post: the UN Syria envoy, China's Syria envoy."""
    if scene.form(office.j - 1) not in _ENVOYS or place.value.kind != "state" or scene.form(place.j) == "'s":
        return None
    owned = scene.form(place.i - 1) == "'s"
    hit = scene.until.get(place.i - owned)
    return hit if hit is not None and hit.i >= floor and hit.value.kind in _ANCHORS - {"capital"} else None


def _take_sender(scene: Scene, office: Office, seat: Found, floor: int) -> None:
    """The state before the body to which it sends an envoy: Russia's NATO envoy, the Irish EU ambassador."""
    owned = scene.form(seat.i - 1) == "'s"
    hit = scene.until.get(seat.i - owned)
    if not office.takes("mission") or seat.value.kind != "body" or hit is None or hit.i < floor:
        return
    short = hit.value.kind == "state" and scene.tokens.original(hit.i, hit.j).replace(".", "").isupper()  # US
    if hit.value.kind == "demonym" or short or (owned and hit.value.kind in _SENDERS):
        office.principal, office.i = scene.principal_of(hit), hit.i


def _is_anchor(office: Office, hit: Found) -> bool:
    """A state or body, and for those who write for it an outlet: a Reuters correspondent."""
    return hit.value.kind in _ANCHORS or (hit.value.kind == "outlet" and office.slug == "journalist")


def _is_nested(office: Office, hit: Found) -> bool:
    """An organ before the post: Foreign Ministry spokesman."""
    if hit.value.kind != "title" or hit.value.role not in _NESTED:
        return False
    if hit.value.principal and office.principal is None:
        office.principal = hit.value.principal
    if hit.value.role == "opposition" and office.principal is None:
        office.opposing = not office.takes("private")  # the rebels' spokesman
    return True


def _look_right(scene: Scene, office: Office) -> None:
    """Follow of, for, to and at to the state or body behind the title."""
    j = office.j = _past_portfolio(scene, office)
    while _links(scene, office, j) and j - office.title.j < _LONGEST:
        hit = scene.at.get(j + 1) or scene.at.get(_past_small_words(scene, j + 1))
        if hit is None or not _may_follow(scene, office, hit, scene.form(j)):
            return
        j = office.j = hit.j
        if hit.value.kind == "demonym" or scene.form(j) == "'s":
            j = _take_organ(scene, office, j + (scene.form(j) == "'s"))


def _past_portfolio(scene: Scene, office: Office) -> int:
    """The token behind a portfolio of no table, which its last noun tells: Minister for Multilateral Affairs."""
    j, more = office.j, office.slug.endswith("-minister")
    if scene.form(j) not in _OF_A_PORTFOLIO and not (more and scene.form(j) == "and"):
        return j
    ends = office_words("portfolio_ends_en")
    k = j + 1 + (scene.form(j + 1) in _ARTICLES)
    far = min(len(scene.tokens), j + 1 + _LONG_PORTFOLIO)
    while k < far and scene.tokens.is_word(k) and scene.form(k) not in ends:
        if k in scene.at or not (scene.tokens.is_capital(k) or scene.form(k) == "and"):
            return j
        k += 1
    alone = k == j + 1 and scene.form(j) != "and"  # Minister of Security is no person of no table
    return k + 1 if scene.form(k) in ends and scene.tokens.is_capital(k) and not alone else j


def _links(scene: Scene, office: Office, j: int) -> bool:
    """A preposition, or the comma between a bare post in apposition and its organ: X, commander, Central Command."""
    if scene.form(j) in office_words("links_en"):
        return True
    body = scene.at.get(j + 1)
    apposed = scene.form(office.i - 1) in COMMAS and scene.form(j) in COMMAS and office.kind == "post"
    return apposed and office.principal is None and body is not None and body.value.kind == "body"


def _past_small_words(scene: Scene, k: int) -> int:
    while scene.form(k) in _ARTICLES or scene.form(k) in office_words("modifiers_en"):
        k += 1
    return k


def _may_follow(scene: Scene, office: Office, hit: Found, link: str) -> bool:
    """Whether a name behind its link belongs to the name of a post; whose the post is, if it tells that."""
    if scene.form(hit.j) == "-" and scene.form(hit.j + 1) in office_words("seated_en"):
        return False  # a spokesman for the Paris-based watchdog
    if hit.value.kind == "anaphor" and office.principal is None:
        office.principal = scene.principal_of(hit) or None
        return office.principal is not None
    if hit.value.kind == "demonym" and link == "of" and _names_a_stranger(scene, hit):
        return False
    if _is_anchor(office, hit):
        return _may_follow_anchor(scene, office, hit, link)
    if hit.value.kind == "person" and office.slug == "spokesperson" and office.principal is None:
        office.principal = hit.value.principal or None
        return True
    nested = hit.value.kind == "title" and hit.value.role in _NESTED
    return nested and office.principal is None and link in ("of", "for")


def _may_follow_anchor(scene: Scene, office: Office, hit: Found, link: str) -> bool:
    """Whether a state or body behind its link belongs to the name of a post; whose the post is, if it tells that."""
    if office.takes("private") and hit.value.kind not in ("body", "outlet"):
        return False
    at_home = link == "at" and office.principal is None and _has_organ(scene, hit)  # at the Cuban embassy
    if office.takes("mission") and link in ("to", "at") and not at_home:
        return True
    if link == "in" and hit.value.kind == "capital" and office.kind == "organ" and office.principal is None:
        office.principal = None if office.takes("mission") else hit.value.entity
        return not office.takes("mission")  # the foreign ministry in Seoul
    lies_there = link in ("in", "at", "from") and hit.value.kind != "body" and office.kind != "people"
    lies_there = lies_there and not (link == "in" and _rules_there(scene, office, hit))
    from_there = link == "from" and office.slug in office_words("from_states")
    if lies_there and not from_there and not _has_organ(scene, hit):
        return office.takes("fixed")
    deals_with = link == "for" and scene.form(office.title.j - 1) == "envoy" and hit.value.kind != "body"
    if office.principal is None and link not in ("on", "with") and not deals_with:
        office.principal = scene.principal_of(hit)
        return True
    return office.takes("mission") or office.takes("fixed")


def _rules_there(scene: Scene, office: Office, hit: Found) -> bool:
    """Whether nothing but its state tells an organ of state: authorities in Kenya, the army in Mali."""
    bare = office.i == office.title.i and scene.form(office.i - 1) not in office_words("modifiers_en")
    led = scene.tokens.is_word(office.i - 1) and scene.form(office.i - 1) not in _LEADING if office.i else False
    organ = office.kind == "organ" and office.takes("state") and office.principal is None and office.slug != "bureau"
    return organ and bare and not led and hit.value.kind == "state"


def _names_a_stranger(scene: Scene, hit: Found) -> bool:
    """Whether an adjective begins the name of a body in no table: president of the Burmese Rohingya Organisation."""
    tokens, j = scene.tokens, hit.j
    capitals = j + 1 < len(tokens) and all(tokens.is_word(k) and tokens.is_capital(k) for k in (j, j + 1))
    named = scene.at.get(j)
    return capitals and (named is None or named.value.role == "people") and j + 1 not in scene.at


def _has_organ(scene: Scene, hit: Found) -> bool:
    """Whether an organ of the state stands behind its name: at Guatemala's interior ministry."""
    organ = scene.at.get(hit.j + (scene.form(hit.j) == "'s"))
    return organ is not None and organ.value.kind == "title" and organ.value.role == "organ"


def _take_organ(scene: Scene, office: Office, j: int) -> int:
    """The organ behind an adjective: spokesman for the Russian foreign ministry."""
    hit = scene.at.get(j) or scene.at.get(_past_small_words(scene, j))
    if hit is not None and hit.i == j and hit.value.entity in free_bodies():
        office.principal, office.j = scene.principal_of(hit), hit.j  # the leader of the Lebanese Hezbollah
        return hit.j
    if hit is None or hit.value.kind != "title" or hit.value.role not in _NESTED:
        return j
    if hit.value.role == "opposition" and office.principal:
        office.principal = None
    office.j = hit.j
    return hit.j
