"""Short forms for what was named before (the minister, المجلس, البلدان), and posts whose state the text leaves out."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import replace
from functools import cache

from mahdar.language.tokens import Span
from mahdar.reading.names.entries import ROOM, Entry, free_bodies
from mahdar.reading.names.focus import Focus
from mahdar.reading.names.hits import Found
from mahdar.reading.names.offices import lacks_genitive, put_office, whom_of_state
from mahdar.reading.names.persons import known_persons
from mahdar.reading.names.scene import COMMAS, Office, Scene, bare_noun
from mahdar.reading.names.words import english_verbs, office_words
from mahdar.reading.passage import Named
from mahdar.tables import read_rows, read_toml

_STATES = frozenset({"state", "capital", "demonym"})
_FOR = "باسم"
_UN_CHIEF = "body:un-secretary-general"
_SENTENCES = 2  # over which an organ of a state is called by its first noun
_OF_CABINET = ("-minister", "-ministry")


def link_short_forms(scene: Scene, loose: list[Office], sentences: list[Span]) -> None:
    """Link what can be linked, in the order of the text."""
    focus = Focus(scene, sentences)
    short = [hit for hit in scene.hits if hit.value.kind == "anaphor" and not scene.cast.is_taken(hit.i, hit.j)]
    for office in loose:
        _link_office(scene, focus, office)
    _settle_owned(scene, focus)
    _settle_of_organs(scene, focus)
    _settle_ministers(scene, focus)
    _settle_usual(scene, focus)
    _settle_people(scene, focus)
    focus = Focus(scene, sentences)
    for hit in short:
        if not scene.has_adjective(hit):
            _link_form(scene, focus, hit)


def _link_form(scene: Scene, focus: Focus, hit: Found) -> None:
    for key in _MEANINGS[hit.value.role](focus, hit.i, hit.value):
        kind = "state" if key.startswith("state:") and hit.value.role == "pair" else "anaphor"
        scene.cast.name(hit.i, hit.j, hit.proclitics, key, kind)


def _fixed(focus: Focus, i: int, entry: Entry) -> list[str]:
    return [entry.entity]


def _of_class(focus: Focus, i: int, entry: Entry) -> list[str]:
    called = _organ_called(focus, i)
    if called:
        return called
    agency = "agency" in entry.flags
    found = focus.latest(
        i, lambda n: bool(focus.body_classes(n.entity) & entry.flags) or (agency and focus.is_agency(n.entity))
    )
    weak = {flag[1:] for flag in entry.flags if flag.startswith("?")}
    if not found and weak:
        found = focus.latest(i, lambda n: bool(focus.body_classes(n.entity) & weak))
    return found or _whom_somebody_speaks_for(focus, i, entry.flags | weak)


def _organ_called(focus: Focus, i: int) -> list[str]:
    """The organ of a state whose first noun this is, where no other body named later begins with it."""
    scene, slugs = focus.scene, read_toml(ROOM, "anaphora_words.toml")["called_by_noun"]
    head = bare_noun(scene.form(i))
    last = focus.latest_named(i, lambda n: n.kind == "body" and bare_noun(scene.form(n.i)) == head and n.j > n.i + 1)
    near = last is not None and focus.sentences_between(last.i, i) <= _SENTENCES
    return [last.entity] if last is not None and near and focus.slug(last) in slugs else []


def _whom_somebody_speaks_for(focus: Focus, i: int, classes: Set[str]) -> list[str]:
    """المنظمة behind `مدير هيومن رايتس ووتش`: the body whose people were named, though not the body alone."""
    principal = focus.scene.cast.principal
    last = focus.latest(i, lambda n: bool(focus.body_classes(principal(n.entity) or "") & classes))
    return [key for entity in last if (key := principal(entity))]


def _of_head(focus: Focus, i: int, entry: Entry) -> list[str]:
    """الهيئة, «التيار»: the body last named with words that begin with this noun."""
    head = bare_noun(focus.scene.form(i))
    return focus.latest(i, lambda n: n.kind == "body" and bare_noun(focus.scene.form(n.i)) == head)


def _half(focus: Focus, i: int, entry: Entry) -> list[str]:
    """the North, the South: the Korean state that the report names, not a part of a country or a longer name."""
    tokens, named = focus.scene.tokens, {n.entity for n in focus.named}
    last = i + 1 if tokens.forms[i] == "the" else i
    longer = last + 1 < len(tokens) and tokens.is_word(last + 1) and tokens.is_capital(last + 1)
    both = {"state:PRK", "state:KOR"} <= named
    return sorted(entry.flags) if both and tokens.is_capital(last) and not longer else []


def _of_states(focus: Focus, i: int, entry: Entry) -> list[str]:
    """the kingdom, the emirate: the state of that kind which the report names last, by itself or by its agency."""
    last = focus.latest(i, lambda n: focus.state_behind(n.entity) in entry.flags)
    return [key for entity in last if (key := focus.state_behind(entity))]


def _outlet(focus: Focus, i: int, entry: Entry) -> list[str]:
    return focus.latest(i, lambda n: n.kind == "outlet")


def _minister(focus: Focus, i: int, entry: Entry) -> list[str]:
    return focus.latest(i, _is_minister(focus))


def _ministry(focus: Focus, i: int, entry: Entry) -> list[str]:
    found = focus.latest(
        i, lambda n: focus.slug(n).endswith("-ministry") or "department" in focus.body_classes(n.entity)
    )
    return found or focus.latest(i, lambda n: "minist" in focus.slug(n) or focus.slug(n) == "spokesperson")


def _pair(focus: Focus, i: int, entry: Entry) -> list[str]:
    return focus.pair(i)


def _own(focus: Focus, i: int, entry: Entry) -> list[str]:
    return focus.state_of_person(i)


_MEANINGS: dict[str, Callable[[Focus, int, Entry], list[str]]] = {
    "fixed": _fixed,
    "class": _of_class,
    "head": _of_head,
    "outlet": _outlet,
    "minister": _minister,
    "ministry": _ministry,
    "pair": _pair,
    "half": _half,
    "states": _of_states,
    "own": _own,
}


def _link_office(scene: Scene, focus: Focus, office: Office) -> None:
    """A post without its state: its latest holder, or that of the state in focus, or whom it usually means."""
    office.j = _before_seat(scene, office)
    if scene.cast.is_taken(office.i, office.j):
        return
    definite, usual = _is_definite(scene, office), office.title.value.principal
    if office.owner:
        of_state = office.slug in _posts_of_states()
        if owner := focus.owner(office.i, office.owner, state=of_state):
            put_office(scene, office, owner)
            focus.add(scene.cast.named[-1])
        return
    if not office.within and scene.form(office.j - 1) == _FOR:
        return  # the spokesman for somebody whom no table names
    if lacks_genitive(scene, office) and _goes_on(scene, office):
        return  # or for the authorities of a place that none has
    same = _holder(focus, office) if definite and not office.within else []
    if same:
        scene.cast.name(office.i, office.j, office.proclitics, same[0], "anaphor")
    elif state := _state_of_office(focus, office, definite):
        put_office(scene, office, whom_of_state(scene, office, state))
    elif usual:
        put_office(scene, office, usual)
    elif office.slug == "secretary-general" and scene.form(office.i - 1) == "the" and _in_capitals(scene, office):
        put_office(scene, office, next(iter(_secretary_general(focus, office.i)), _UN_CHIEF))
    else:
        return
    focus.add(scene.cast.named[-1])


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
    Secretary-General.
    """
    alone = scene.form(office.j) not in ("of", "'s") and scene.is_latin(office.i)
    return alone and scene.tokens.is_capital(office.title.i)


def _state_of_office(focus: Focus, office: Office, definite: bool) -> str | None:
    """The state in focus for a post that a report leaves unmarked, or for people of an organ of state."""
    usual = office.title.value.principal
    called = focus.latest(office.i, _is_organ(focus, office.within))
    if called and office.within in read_toml(ROOM, "anaphora_words.toml")["called_by_noun"]:
        return focus.scene.cast.principal(called[0])
    posts = read_toml(ROOM, "anaphora_words.toml")["focus"]
    of_cabinet = office.slug.endswith(_OF_CABINET)
    definite = definite and office.within != "secretary-general"
    if definite and not usual and (office.slug in posts or of_cabinet) and (state := _state_in_focus(focus, office)):
        return state
    if office.within == "administration" and (state := focus.state_spoken_of(office.i)):
        return state
    if office.within == "secretary-general":
        return next((_seat(key) for key in _secretary_general(focus, office.i)), None)
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
    other = focus.other_state(office.i) if office.slug == "regime" else None
    return other or (focus.opener(office.i) if _trails(focus.scene, office) else None) or focus.state(office.i)


def _trails(scene: Scene, office: Office) -> bool:
    """Whether an English post or organ only tells whose words the sentence was: "…, the presidential office said"."""
    article = scene.form(office.i - 1) == "the"
    told = scene.form(office.j) in english_verbs() or scene.form(office.i - 1 - article) in english_verbs()
    return scene.is_latin(office.i) and told and scene.form(office.i - 1 - article) in COMMAS


def _holder(focus: Focus, office: Office) -> list[str]:
    """Who was last named by this post or a post like it; a minister without portfolio is the last minister."""
    if office.takes("private"):
        return []
    if office.slug == "minister":
        return focus.latest(office.i, _is_minister(focus))
    words = read_toml(ROOM, "anaphora_words.toml")
    alike = frozenset(words["alike"].get(office.slug, [office.slug]))
    classes = frozenset(words["organ_classes"].get(office.slug, ()))
    several = bare_noun(focus.scene.form(office.title.i)) in office_words("plural_titles")

    def fits(named: Named) -> bool:
        held = focus.slug(named) in alike or bool(focus.body_classes(named.entity) & classes)
        return held and not (several and named.kind == "person")

    found = focus.latest(office.i, fits)
    if not found and office.slug == "secretary-general":
        found = _secretary_general(focus, office.i)
    return found or ([] if several else focus.first(office.slug) or _titled(focus, office))


def _titled(focus: Focus, office: Office) -> list[str]:
    """Whoever was last named with this very word before the name: العقيد for المتحدث العقيد فلان."""
    scene, word = focus.scene, focus.scene.form(office.title.i)

    def has_it(named: Named) -> bool:
        own = scene.cast.name_spans.get((named.i, named.j))
        return own is not None and any(scene.form(k) == word for k in range(named.i, own[0]))

    return focus.latest(office.i, has_it)


def _secretary_general(focus: Focus, i: int) -> list[str]:
    """The secretary-general of the organisation that was named last, of those that have one."""
    secretaries: dict[str, str] = read_toml(ROOM, "anaphora_words.toml")["secretaries"]
    last = focus.latest(i, lambda n: _seat(n.entity) in secretaries)
    return [secretaries[_seat(last[0])]] if last else []


def _seat(entity: str) -> str:
    """The organisation of an organ, as far as the id tells."""
    return "body:un" if entity.startswith(("body:un-", "body:ohchr", "body:unrwa", "body:unhcr")) else entity


def _settle_owned(scene: Scene, focus: Focus) -> None:
    """Give the holder of a post with a possessive (its spokesman X) the principal of whoever was named before."""
    for owned in scene.owned:
        known = scene.cast.entities.get(owned.entity)
        state = scene.cast.slugs.get(owned.entity) in _posts_of_states()
        unsaid = known is not None and (not known.principal or owned.kind == "thing")
        owner = focus.owner(owned.i, owned.kind, state=state) if unsaid else None
        if known and owner and not known.principal:
            scene.cast.introduce(owned.entity, replace(known, principal=owner))
        elif known and owner in free_bodies() and known.principal not in free_bodies():
            scene.cast.entities[owned.entity] = replace(known, principal=owner)


def _settle_of_organs(scene: Scene, focus: Focus) -> None:
    """Give a member or officer of an organ called by its first noun (عضو الهيئة فلان) whom that organ speaks for."""
    slugs = read_toml(ROOM, "anaphora_words.toml")["called_by_noun"]
    for member in scene.of_organs:
        known = scene.cast.entities.get(member.entity)
        if known is None or known.principal or member.entity in known_persons():
            continue
        principal: str | None = None
        if member.kind == "secretary-general":
            principal = next((_seat(key) for key in _secretary_general(focus, member.i)), None)
        elif member.kind in slugs:
            organ = focus.latest_named(member.i, _is_organ(focus, member.kind))
            principal = scene.cast.principal(organ.entity) if organ is not None else None
        if principal:
            scene.cast.introduce(member.entity, replace(known, principal=principal))


def _settle_ministers(scene: Scene, focus: Focus) -> None:
    """A known officer of a body whom a report calls minister speaks for the state in focus."""
    for minister in scene.ministers:
        known = known_persons().get(minister.entity)
        body = known is not None and (known.principal or "").startswith("body:")
        if known is not None and body and (state := focus.state(minister.i)):
            scene.cast.entities[minister.entity] = replace(known, principal=state)


def _is_organ(focus: Focus, slug: str) -> Callable[[Named], bool]:
    return lambda named: named.kind == "body" and focus.slug(named) == slug


def _settle_usual(scene: Scene, focus: Focus) -> None:
    """A Foreign Secretary in a report that never names the United Kingdom is that of the state in focus."""
    states = {hit.value.entity for hit in scene.hits if hit.value.kind in _STATES}
    for named in focus.named if states else ():
        usual = _usual_state(focus.slug(named))
        known = scene.cast.entities.get(named.entity)
        if usual is None or known is None or known.principal != usual or named.entity in known_persons():
            continue
        if usual not in states and (state := focus.state(named.i)):
            scene.cast.entities[named.entity] = replace(known, principal=state)


def _posts_of_states() -> list[str]:
    posts: list[str] = read_toml(ROOM, "anaphora_words.toml")["of_states"]
    return posts


def _usual_state(slug: str) -> str | None:
    return _usual_states().get(slug)


@cache
def _usual_states() -> dict[str, str]:
    rows = read_rows(ROOM, "offices.csv")
    return {r["slug"]: r["principal"] for r in rows if r["takes"] == "state" and r["principal"].startswith("state:")}


def _settle_people(scene: Scene, focus: Focus) -> None:
    """Give people named by a post of state, but without the state, that of the state in focus."""
    posts = read_toml(ROOM, "anaphora_words.toml")["focus_people"]
    for named in focus.named:
        known = scene.cast.entities.get(named.entity)
        if named.kind != "person" or known is None or known.principal or named.entity in known_persons():
            continue
        slug = focus.slug(named)
        if slug == "spokesperson" and (owner := focus.owner(named.i, "thing")):
            scene.cast.introduce(named.entity, replace(known, principal=owner))
        elif slug == "secretary-general" and (seat := _secretary_general(focus, named.i)):
            scene.cast.introduce(named.entity, replace(known, principal=seat[0]))
        elif (slug in posts or slug.endswith("-minister")) and (state := focus.state(named.i)):
            scene.cast.introduce(named.entity, replace(known, principal=state))


def _is_minister(focus: Focus) -> Callable[[Named], bool]:
    return lambda n: focus.slug(n).endswith(("-minister", "-secretary")) and n.entity.startswith("person:")


def _is_definite(scene: Scene, office: Office) -> bool:
    """Whether a bare post means a certain one: الرئيس, the president, a post in capitals before a colon or name."""
    if not scene.is_latin(office.i):
        words = [scene.form(k) for k in range(office.title.i, office.title.j)]
        return "ال" in office.proclitics or office.proclitics.endswith("لل") or any(w.startswith("ال") for w in words)
    before = scene.form(office.i - 1)
    definite = read_toml(ROOM, "anaphora_words.toml")["definite_en"]
    return before in definite or (office.kind == "post" and scene.tokens.is_capital(office.j - 1))
