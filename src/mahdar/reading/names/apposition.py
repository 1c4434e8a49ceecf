"""Titles behind a name: X, the Tunisian minister; X, who heads the ministry; فلان، وهو متحدث باسم الوزارة."""

from __future__ import annotations

from mahdar.language.lexicon import Hit
from mahdar.language.tokens import COMMAS
from mahdar.reading.names.entries import ROOM, Entry
from mahdar.reading.names.hits import Found
from mahdar.reading.names.offices_arabic import arabic_office
from mahdar.reading.names.offices_english import english_office
from mahdar.reading.names.people import Name, name_after
from mahdar.reading.names.posts import office_at
from mahdar.reading.names.scene import SEPARATORS, Office, Scene
from mahdar.reading.names.words import english_verbs, name_words, office_words
from mahdar.tables import read_toml

_ARTICLES = frozenset({"the", "a", "an"})
_CLOSING = frozenset("\"'“”»)")
_ANCHORS = frozenset({"state", "capital", "body"})
_HEAD = Entry("title", "head", frozenset({"state"}), "post")
_ADJECTIVES = 3
_OPENING = 20  # tokens
_FARTHEST = 5  # tokens between a name and its title
_JOINED = frozenset({"", "ال", "و", "وال"})
_ALSO_MINISTERS = frozenset({"deputy-prime-minister", "vice-president", "member", "lawmaker"})
_RANKS = frozenset({"ambassador", "commander", "judge", "lawmaker"})


def second_title(scene: Scene, office: Office, j: int) -> Office | None:
    """A title behind a name that has one before: after a comma, or the same post or a rank again with its state."""
    behind = title_behind(scene, j)
    if behind is None or office.principal not in (None, behind.principal):
        return None
    if scene.form(j) in COMMAS or scene.form(j) in _CLOSING:
        return behind
    return behind if behind.slug == office.slug or office.slug in _RANKS else None


def joined_title(scene: Scene, office: Office) -> Office | None:
    """A second title of one Arabic person before the name: المحامي والناشط, نائب رئيس الوزراء ووزير الخارجية."""
    hit = scene.at.get(office.j)
    words = (scene.form(k) for k in (office.title.i, office.j))
    if scene.is_latin(office.i):
        return _joined_in_english(scene, office)
    if hit is None or any(word in office_words("plural_titles") for word in words):
        return None
    if office.principal is not None or hit.value.kind != "title" or hit.proclitics not in _JOINED:
        return None
    private = office.takes("private") and hit.value.role in ("people", "post")
    deputy = office.slug in _ALSO_MINISTERS and hit.value.role == "post"
    return office_at(scene, hit) if private or deputy else None


def _joined_in_english(scene: Scene, office: Office) -> Office | None:
    """The second title of one person before a comma or a name in capitals: Kenya's premier and defence minister, X."""
    hit = scene.at.get(office.j + 1)
    if scene.form(office.j) != "and" or hit is None or hit.value.kind != "title" or hit.value.role != "post":
        return None
    joined = office_at(scene, hit)
    capitals = scene.tokens.is_capital(hit.i) and scene.tokens.is_capital(office.title.i)
    if joined.i != hit.i or not (scene.form(joined.j) in COMMAS or (capitals and office.slug in _ALSO_MINISTERS)):
        return None
    joined.principal = joined.principal or office.principal
    return joined


def title_behind(scene: Scene, j: int) -> Office | None:
    """A post right behind a name: محمود عباس رئيس دولة فلسطين; without principal where the state in focus decides."""
    k = j + 1 if scene.form(j) in _CLOSING else j
    k = k + 1 if scene.form(k) in SEPARATORS else k
    relative = _relative_end(scene, k)
    if relative is not None:
        return _led_by(scene, k, relative)
    k = _past_link(scene, k)
    for at in range(k, min(k + _FARTHEST, len(scene.tokens))):
        hit = scene.at.get(at)
        if hit is None and not scene.is_latin(at):
            return None
        if hit is not None and hit.value.kind == "title":
            bound = _bound(scene, hit, j, k)
            if bound is not None or scene.form(at) not in office_words("modifiers_en"):
                return bound
            continue
        if hit is None and not (scene.form(at) in ("'s", "'", "-") or scene.form(at).isalpha()):
            return None
    return None


def _past_link(scene: Scene, k: int) -> int:
    """Past the words that only join a title to a name: وهو, الذي يشغل منصب, who is, the."""
    if scene.form(k) in office_words("joins_ar"):
        return k + 1
    if scene.form(k) in office_words("relatives_ar") and scene.form(k + 1) in office_words("holds_ar"):
        return k + 2 + (scene.form(k + 2) in office_words("behind_holds_ar"))
    if scene.form(k) == "who" and scene.form(k + 1) in ("is", "was"):
        k += 2
    return k + 1 if scene.form(k) in _ARTICLES else k


def _relative_end(scene: Scene, k: int) -> int | None:
    """The token behind `who heads` or الذي يرأس, None where no such clause begins at k."""
    form, verb = scene.form(k), scene.form(k + 1)
    if form in office_words("relatives_ar") and verb in office_words("heads_ar"):
        return k + 3 if scene.form(k + 2) in office_words("behind_heads_ar") else k + 2
    return k + 2 if form == "who" and verb in office_words("heads_en") else None


def _led_by(scene: Scene, k: int, j: int) -> Office | None:
    """The organ that the clause from k says its subject leads; tokens from j name it."""
    title: Found = Hit(k, j, _HEAD, "")
    if not scene.is_latin(k):
        office = arabic_office(scene, title)
        return office if office.principal else None
    for at in range(j, min(j + _FARTHEST, len(scene.tokens))):
        hit = scene.at.get(at)
        if hit is not None and hit.value.kind in _ANCHORS:
            return Office(k, hit.j, title, scene.principal_of(hit))
        if hit is not None and hit.value.kind == "title":
            organ = english_office(scene, hit, j)
            return Office(k, organ.j, title, organ.principal) if organ.principal else None
        if hit is None and not scene.form(at).isalpha():
            return None
    return None


def _bound(scene: Scene, hit: Found, j: int, k: int) -> Office | None:
    """The post at this hit, if it is bound to a state or body, or is one that the state in focus can bind."""
    apposed = hit.value.role == "people" and not hit.proclitics and scene.form(j) in SEPARATORS
    serves = hit.value.role == "people" and hit.proclitics == "ال"  # فلان الخبير في المنظمة
    leads = hit.value.role == "organ" and not hit.proclitics and scene.form(hit.i) in office_words("leads_organ_ar")
    if not (hit.value.role == "post" or apposed or serves or leads) or hit.proclitics not in ("", "ال"):
        return None
    office = office_at(scene, hit)
    if serves and not (office.principal or "").startswith("body:"):
        return None
    while scene.form(office.i - 1) in office_words("modifiers_en"):
        office.i -= 1
    if before_adjectives(scene, office.i) > k or not (office.principal or _is_of_focus(scene, office, j)):
        return None
    return office if name_after(scene, office.j, sure=False) is None else None


def before_adjectives(scene: Scene, i: int) -> int:
    """The token behind the comma or article from which only small adjectives lead to the English title at i; else i.

    X, chief legal adviser at Guatemala's interior ministry.
    """
    if not scene.is_latin(i):
        return i
    for k in range(i - 1, max(0, i - 1 - _ADJECTIVES), -1):
        word = scene.form(k)
        other = word in english_verbs() or word in name_words("never_en") or word.endswith(("ed", "ing", "ly"))
        if other or not word.isalpha() or scene.tokens.is_capital(k):
            return i
        if scene.form(k - 1) in COMMAS or (scene.form(k - 1) in _ARTICLES and scene.form(k - 2) in COMMAS):
            return k
    return i


def _is_of_focus(scene: Scene, office: Office, j: int) -> bool:
    """Zaw Htay, a government spokesman: a post of state behind a comma whose state the report leaves out."""
    if not is_post_of_focus(office):
        return False
    apposed = scene.form(j) in SEPARATORS or scene.form(j) in _CLOSING or bool(office.owner)
    return apposed or (office.slug == "spokesperson" and office.j - office.i > 1)


def is_post_of_focus(office: Office) -> bool:
    """Whether the report may leave out whose post this is: a minister, a government spokesman, his deputy."""
    posts = read_toml(ROOM, "anaphora_words.toml")["focus_people"]
    named = office.slug in posts or office.slug.endswith("-minister")
    return office.kind == "post" and (bool(office.owner) or named)


def leader_clause(scene: Scene, i: int) -> Office | None:
    """The office that a clause at token i gives to the name before it: Sheila X, who chairs the UN inquiry."""
    end = _relative_end(scene, i)
    return _led_by(scene, i, end) if end is not None else None


def opens_with_participle(scene: Scene, i: int) -> bool:
    """Whether an English sentence begins, not far before token i, with an -ing form: "Citing the envoy, X said"."""
    k = i - 1
    while k >= max(0, i - _OPENING) and (scene.form(k).isalnum() or scene.form(k) in ("'s", "-")):
        k -= 1
    first = scene.form(k + 1)
    capital = scene.is_latin(k + 1) and scene.tokens.is_capital(k + 1)
    return first.endswith("ing") and capital and not scene.tokens.is_capital(k + 2) and not scene.at.get(k + 1)


def tells(scene: Scene, name: Name, office: Office) -> bool:
    """Whether a post behind a name and its comma is the subject of its own verb: "He met Ana, the mayor said"."""
    inside = scene.form(name.i - 1)[:1].isalpha() and scene.form(name.i - 1) not in {
        "and",
        "but",
        "while",
        "as",
        "when",
    }
    return inside and scene.form(office.j) in english_verbs()


def is_counsel_of(scene: Scene, office: Office) -> bool:
    """Whether an Arabic noun without its article is that of another's lawyer: محامي الرئيس فلان."""
    title = office.title
    if office.slug not in office_words("counsel") or scene.is_latin(title.i) or "ال" in title.proclitics:
        return False
    behind = scene.at.get(title.j)
    told = behind is not None and behind.value.kind in ("person", "title")
    return told or name_after(scene, title.j, sure=False) is not None
