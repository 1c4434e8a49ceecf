"""What a short form means by what was named before it: المجلس, the ministry, the kingdom, البلدان."""

from __future__ import annotations

from collections.abc import Callable, Set

from mahdar.reading.names.entries import ROOM, Entry, free_bodies
from mahdar.reading.names.focus import Focus
from mahdar.reading.names.hits import Found
from mahdar.reading.names.holders import is_minister
from mahdar.reading.names.scene import Scene, bare_noun
from mahdar.reading.passage import Named
from mahdar.tables import read_toml

_HALVES = frozenset({"state:PRK", "state:KOR"})
_OTHER_HALVES = frozenset({"state:SDN", "state:SSD", "state:YEM", "state:CYP", "state:VNM", "state:NGA", "state:MLI"})
_SENTENCES = 2  # over which an organ of a state is called by its first noun


def link_form(scene: Scene, focus: Focus, hit: Found) -> None:
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
        i,
        lambda n: (
            bool(focus.body_classes(n.entity) & entry.flags)
            or (agency and focus.is_agency(n.entity))
            or _is_called_so(focus, i, n)
        ),
    )
    weak = {flag[1:] for flag in entry.flags if flag.startswith("?")}
    if not found and weak:
        found = focus.latest(i, lambda n: bool(focus.body_classes(n.entity) & weak))
    return found or _whom_somebody_speaks_for(focus, i, entry.flags | weak) or _inside(focus, i) or usual_body(entry)


def _is_called_so(focus: Focus, i: int, named: Named) -> bool:
    """Whether a free body stands under a longer name that begins with this Arabic noun: الجمعية, جمعية الوفاق."""
    scene = focus.scene
    if named.kind != "body" or named.j == named.i + 1 or named.entity not in free_bodies():
        return False
    return bare_noun(scene.form(named.i)) == bare_noun(scene.form(i)) and not scene.is_latin(i)


def _inside(focus: Focus, i: int) -> list[str]:
    """The free body that begins with this Arabic noun inside the name of its people: أمين عام المجلس النرويجي."""
    scene = focus.scene
    body = None if scene.is_latin(i) else scene.body_of_head(scene.at[i], free=True)
    return [body.value.entity] if body is not None else []


def usual_body(entry: Entry) -> list[str]:
    """The body that a short form means where the report names none of its class (المفوضية السامية)."""
    return [flag[1:] for flag in entry.flags if flag.startswith("=")]


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
    found = focus.latest(i, lambda n: n.kind == "body" and bare_noun(focus.scene.form(n.i)) == head)
    inside = None if found else focus.scene.body_of_head(focus.scene.at[i])  # رئيس مركز كذا, then المركز
    return [inside.value.entity] if inside is not None else found


def _half(focus: Focus, i: int, entry: Entry) -> list[str]:
    """the North, the South: the Korean state that the report names, not a part of a country or a longer name."""
    tokens, named = focus.scene.tokens, {n.entity for n in focus.named}
    last = i + 1 if tokens.forms[i] == "the" else i
    longer = last + 1 < len(tokens) and tokens.is_word(last + 1) and tokens.is_capital(last + 1)
    korean = not _HALVES.isdisjoint(map(focus.state_behind, named))
    alone = korean and (named >= _HALVES or _OTHER_HALVES.isdisjoint(named))
    return sorted(entry.flags) if alone and tokens.is_capital(last) and not longer else []


def _of_states(focus: Focus, i: int, entry: Entry) -> list[str]:
    """the kingdom, the emirate: the state of that kind which the report names last, by itself or by its agency."""
    last = focus.latest(i, lambda n: focus.state_behind(n.entity) in entry.flags)
    return [key for entity in last if (key := focus.state_behind(entity))]


def _outlet(focus: Focus, i: int, entry: Entry) -> list[str]:
    """The outlet last named, or the free body that begins with this noun: الشبكة, الشبكة السورية لحقوق الإنسان."""
    return focus.latest(i, lambda n: n.kind == "outlet" or _is_called_so(focus, i, n))


def _minister(focus: Focus, i: int, entry: Entry) -> list[str]:
    return focus.latest(i, is_minister(focus))


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
