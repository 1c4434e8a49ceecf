"""Short forms for what was named before (the minister, المجلس, البلدان), and posts whose state the text leaves out."""

from __future__ import annotations

from mahdar.language.tokens import NEWLINE, Span
from mahdar.reading.names.again import settle_again
from mahdar.reading.names.entries import ROOM
from mahdar.reading.names.focus import Focus
from mahdar.reading.names.hits import Found
from mahdar.reading.names.holders import is_minister, is_organ, posts_of_states, seat, secretary_general, trails
from mahdar.reading.names.office_ids import put_office, whom_of_state
from mahdar.reading.names.offices import lacks_genitive
from mahdar.reading.names.princes import settle_princes
from mahdar.reading.names.scene import Office, Scene, bare_noun
from mahdar.reading.names.settling import (
    settle_ministers,
    settle_of_organs,
    settle_owned,
    settle_people,
    settle_usual,
)
from mahdar.reading.names.short_forms import link_form
from mahdar.reading.names.words import office_words
from mahdar.reading.passage import Named
from mahdar.tables import read_toml

_FOR = "باسم"
_UN_CHIEF = "body:un-secretary-general"
_SPOKESPERSON = "spokesperson"
_OF_CABINET = ("-minister", "-ministry")


def link_short_forms(scene: Scene, loose: list[Office], sentences: list[Span]) -> None:
    """Link what can be linked, in the order of the text."""
    focus = Focus(scene, sentences)
    short = [hit for hit in scene.hits if hit.value.kind == "anaphor" and not scene.cast.is_taken(hit.i, hit.j)]
    for office in loose:
        _link_office(scene, focus, office)
    settle_owned(scene, focus)
    settle_of_organs(scene, focus)
    settle_ministers(scene, focus)
    settle_usual(scene, focus)
    settle_people(scene, focus)
    settle_again(scene)
    settle_princes(scene)
    focus = Focus(scene, sentences)
    for hit in short:
        if not scene.has_adjective(hit) and not _is_rank(scene, hit):
            link_form(scene, focus, hit)


def _is_rank(scene: Scene, hit: Found) -> bool:
    """Whether a short form stands as a rank before a name: الفريق, a team and a lieutenant general."""
    return scene.form(hit.i) in office_words("ranks_ar") and scene.cast.is_taken(hit.j, hit.j + 1)


def _link_office(scene: Scene, focus: Focus, office: Office) -> None:
    """A post without its state: its latest holder, or that of the state in focus, or whom it usually means."""
    office.j = _before_seat(scene, office)
    if scene.cast.is_taken(office.i, office.j):
        return
    if office.owner:
        owner = focus.owner(office.i, office.owner, state=office.slug in posts_of_states())
        if owner:
            put_office(scene, office, owner)
            focus.add(scene.cast.named[-1])
        return
    if not office.within and scene.form(office.j - 1) == _FOR:
        return  # the spokesman for somebody whom no table names
    if lacks_genitive(scene, office) and _goes_on(scene, office):
        return  # or for the authorities of a place that none has
    if _put_without_state(scene, focus, office):
        focus.add(scene.cast.named[-1])


def _put_without_state(scene: Scene, focus: Focus, office: Office) -> bool:
    """Name who bears a post that is said without its state; False where nobody is known to."""
    definite, usual = _is_definite(scene, office), office.title.value.principal
    if office.slug == "mission" and scene.form(office.title.i) in read_toml(ROOM, "anaphora_words.toml")["un_en"]:
        put_office(scene, office, "body:un")  # not that of the state or alliance named last
        return True
    several = scene.is_latin(office.i) and scene.form(office.j - 1).endswith("s")  # delegates are no one envoy
    same = _holder(focus, office) if definite and not office.within and not several else []
    if same:
        scene.cast.name(office.i, office.j, office.proclitics, same[0], "anaphor")
    elif state := _state_of_office(focus, office, definite):
        put_office(scene, office, whom_of_state(scene, office, state))
    elif usual:
        put_office(scene, office, usual)
    elif office.slug == "secretary-general" and _in_capitals(scene, office):
        put_office(scene, office, next(iter(secretary_general(focus, office.i)), _UN_CHIEF))
    else:
        return False
    return True


def _goes_on(scene: Scene, office: Office) -> bool:
    """Whether another noun follows a post, not a preposition."""
    form = scene.form(office.j)
    return form[:1].isalpha() and form not in office_words("links_ar")


def _before_seat(scene: Scene, office: Office) -> int:
    """The end of a post in front of the body to which its holder is sent, which is a name of its own."""
    j = next((k for k in range(office.title.j, office.j) if scene.cast.taken[k]), office.j)
    return j - (j < office.j and scene.form(j - 1) == "لدي")


def _in_capitals(scene: Scene, office: Office) -> bool:
    """Whether an English post stands in capitals and alone, as one office is called that needs no name: the
    Secretary-General; without the article where a line begins.
    """
    alone = scene.form(office.j) not in ("of", "'s") and scene.is_latin(office.i)
    opens = scene.form(office.i - 1) in ("", NEWLINE)
    return alone and (opens or scene.form(office.i - 1) == "the") and scene.tokens.is_capital(office.title.i)


def _state_of_office(focus: Focus, office: Office, definite: bool) -> str | None:
    """The state in focus for a post that a report leaves unmarked, or for people of an organ of state."""
    usual = office.title.value.principal
    called = focus.latest(office.i, is_organ(focus, office.within))
    if called and office.within in read_toml(ROOM, "anaphora_words.toml")["called_by_noun"]:
        return focus.scene.cast.principal(called[0])
    people = read_toml(ROOM, "anaphora_words.toml")["of_people"].get(office.slug, ())
    sent = focus.latest(office.i, lambda n: focus.slug(n) in people) if definite and people else []
    if sent and (state := focus.scene.cast.principal(sent[0])):
        return state
    posts = read_toml(ROOM, "anaphora_words.toml")["focus"]
    of_cabinet = office.slug.endswith(_OF_CABINET)
    definite = definite and office.within != "secretary-general"
    if definite and not usual and (office.slug in posts or of_cabinet) and (state := _state_in_focus(focus, office)):
        return state
    if office.within == "administration" and (state := focus.state_spoken_of(office.i)):
        return state
    if office.within == "secretary-general":
        return next((seat(key) for key in secretary_general(focus, office.i)), None)
    if office.within or office.opposing:
        return focus.state(office.i)
    return None if definite else _state_of_agency(focus, office)


def _state_of_agency(focus: Focus, office: Office) -> str | None:
    """The state whose agency quotes an official without name: نقلت وكالة الأنباء العراقية عن متحدث رسمي."""
    scene, words = focus.scene, read_toml(ROOM, "anaphora_words.toml")
    if office.slug not in words["agency_people"] or scene.form(office.i - 1) not in words["agency_links"]:
        return None
    own = [scene.form(k) for k in range(office.title.i, office.j + 1)]
    if office.slug == "source" and not any(word in words["agency_officials"] for word in own):
        return None
    elsewhere = any(word in words["agency_elsewhere"] for word in own)
    return None if elsewhere else focus.state_of_agency(office.i)


def _state_in_focus(focus: Focus, office: Office) -> str | None:
    """The state in focus; a speaker hardly calls his own government a regime, and the mission is an envoy's own."""
    if office.slug == "mission" and focus.first("un-envoy"):
        return "body:un"
    if focus.scene.form(office.j - 1) in read_toml(ROOM, "anaphora_words.toml")["juntas_en"]["short"]:
        return focus.ruled_by_soldiers or focus.state(office.i)
    if office.slug == "presidency" and (told := focus.latest_named(office.i, lambda n: _is_palace(focus, n))):
        return focus.scene.cast.principal(told.entity)
    if office.slug == _SPOKESPERSON and focus.scene.is_latin(office.i):
        before = focus.post_before(office.slug, office.i)  # a foreign ministry spokesman, then the spokesman
        if before is not None and (state := focus.state(before)):
            return state
    other = focus.other_state(office.i) if office.slug == "regime" else None
    return (
        other or (focus.opener(office.i) if trails(focus.scene, office.i, office.j) else None) or focus.state(office.i)
    )


def _is_palace(focus: Focus, named: Named) -> bool:
    """Whether a presidency stands under the name of its palace, which "the presidency" takes up: the Elysee."""
    palaces = read_toml(ROOM, "anaphora_words.toml")["palaces"]
    return any(focus.scene.form(k) in palaces for k in range(named.i, named.j))


def _holder(focus: Focus, office: Office) -> list[str]:
    """Who was last named by this post or a post like it; a minister without portfolio is the last minister."""
    if office.takes("private"):
        return []
    if office.slug in {"minister", "secretary"}:
        return focus.latest(office.i, is_minister(focus, office.slug)) or _titled(focus, office)
    words = read_toml(ROOM, "anaphora_words.toml")
    called = words["alike_words"].get(focus.scene.form(office.title.i))
    alike = frozenset(called or words["alike"].get(office.slug, [office.slug]))
    classes = frozenset(words["organ_classes"].get(office.slug, ()))
    several = bare_noun(focus.scene.form(office.title.i)) in office_words("plural_titles")

    def fits(named: Named) -> bool:
        held = focus.slug(named) in alike or bool(focus.body_classes(named.entity) & classes)
        return held and not (several and named.kind == "person")

    found = focus.latest(office.i, fits)
    if not found and office.slug == "secretary-general":
        found = secretary_general(focus, office.i)
    if found or several:
        return found
    return (focus.first(office.slug) if office.kind != "people" else []) or _titled(focus, office)


def _titled(focus: Focus, office: Office) -> list[str]:
    """Whoever was last named with this very word before the name: العقيد for المتحدث العقيد فلان."""
    scene, word = focus.scene, focus.scene.form(office.title.i)

    def has_it(named: Named) -> bool:
        own = scene.cast.name_spans.get((named.i, named.j))
        return own is not None and any(scene.form(k) == word for k in range(named.i, own[0]))

    return focus.latest(office.i, has_it)


def _is_definite(scene: Scene, office: Office) -> bool:
    """Whether a bare post means a certain one: الرئيس, the president, a post in capitals before a colon or name."""
    if not scene.is_latin(office.i):
        words = [scene.form(k) for k in range(office.title.i, office.title.j)]
        return "ال" in office.proclitics or office.proclitics.endswith("لل") or any(w.startswith("ال") for w in words)
    before = scene.form(office.i - 1)
    definite = read_toml(ROOM, "anaphora_words.toml")["definite_en"]
    return before in definite or (office.kind == "post" and scene.tokens.is_capital(office.j - 1))
