"""Whose name stands beside words of listing: known names, else the words where a name has to stand."""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.lexicon import proclitic_splits
from mahdar.language.tokens import Span
from mahdar.mechanisms.sanctions.listed_names import known_names

_PACKAGE = "mahdar.mechanisms.sanctions"
VERBS = ("listing.put", "listing.on", "listing.off")
_REACH = 14  # tokens between a verb and the list, a name and the organisation included
_LONGEST = 9  # tokens of a name
_POSSESSED = 3  # tokens behind "'s" in which the word of a head stands: "the group's military commander"
_ARTICLES = ("ال", "لل")
_STOPS = frozenset({",", "،", ".", "(", ")", ":", '"', "“", "”", "«", "»", "\n", "؛"})


def reach_of(scene: Scene, cue: Cue, place: Span) -> int:
    """The token at which what is told of another begins: the next word of listing behind the list, or كان before it."""
    stop = scene.clause(cue.i).j
    others = scene.any_of((*VERBS, "was"), max(cue.j, place.j), stop)
    return min([stop, *(c.i for c in others)])


def names(scene: Scene, cue: Cue, place: Span) -> list[Span]:
    """The names: known ones of the clause, else what stands where the name has to stand."""
    clause, stop = scene.clause(cue.i), reach_of(scene, cue, place)
    known = known_names().find(scene.tokens, max(clause.i, cue.i - _REACH), min(stop, place.j + _REACH))
    beside = [Span(h.i, h.j) for h in known if not _owned(h.i, h.j, place) and not _longer(scene, h.i)]
    beside = [name for name in beside if not headed(scene, name)]
    if place.i == cue.j and place.j == place.i + 1:  # "was put on it": whose name stands before the verb, the last one
        beside = [name for name in beside if name.j <= cue.i][-1:]
    if beside:
        return beside
    name = _arabic(scene, cue, place) if scene.passage.language == "ar" else _english(scene, cue, place)
    return _apart(scene, name) if name is not None else []


def _apart(scene: Scene, name: Span) -> list[Span]:
    """The names of a list, cut where "and" joins another person: فلان وفلان."""
    cuts = [k for k in range(name.i + 1, name.j) if _joined(scene, k)]
    starts = [name.i, *cuts]
    return [Span(i, j) for i, j in zip(starts, [*cuts, name.j], strict=True)]


def _joined(scene: Scene, k: int) -> bool:
    """Whether the name of another person begins at token k behind "and"."""
    named = scene.person(k)
    return named is not None and named.i == k and named.start > scene.tokens.start(k)


def _owned(i: int, j: int, place: Span) -> bool:
    """Whether a name is part of the list's own: "the al-Qaida sanctions list"."""
    return place.i - 1 <= i < place.j + 1 or j == place.i


def headed(scene: Scene, name: Span) -> bool:
    """Whether a group is only named as that of its head or members: "Masood Azhar, head of Jaish-e-Mohammad", "the
    Houthis' leader", زعيم الحوثيين.
    """
    heads, i = _listed("heads"), name.i
    if scene.passage.language == "ar":
        while i > 0 and scene.forms[i - 1] in _listed("titles") - heads:
            i -= 1
        ways = proclitic_splits(scene.forms[i - 1]) if i > 0 else ()
        return any(stem in heads and not before.endswith(_ARTICLES) for before, stem in ways)  # القائد فلان is no other
    if scene.forms[name.j : name.j + 1] in (["'s"], ["'"], ["’"]):
        return any(form in heads for form in scene.forms[name.j + 1 : name.j + 1 + _POSSESSED])
    i -= i > 0 and scene.forms[i - 1] in ("the", "al", "-")
    if i < 2 or scene.forms[i - 1] not in ("of", "to", "with"):
        return False
    return scene.forms[i - 2] in (heads if scene.forms[i - 1] == "of" else _listed("tied"))


def _longer(scene: Scene, i: int) -> bool:
    """Whether a capitalised word before it makes it the end of a longer name."""
    return i > 0 and scene.passage.language == "en" and scene.tokens.is_capital(i - 1) and scene.forms[i - 1] != "the"


def _arabic(scene: Scene, cue: Cue, place: Span) -> Span | None:
    """Between verb, or the body behind it, and the list; else right before a participle."""
    i, j = cue.j, place.i
    while j > i and scene.forms[j - 1] in _listed("leads"):
        j -= 1
    for body in scene.any_of(("body", "listing.committee"), i, j):
        i = max(i, body.j)
    i = _past_titles(scene, i, j)
    if 0 < j - i <= _LONGEST and place.i > cue.i:
        return None if any(form in _STOPS for form in scene.forms[i:j]) else cut(scene, i, j)
    low = max(scene.clause(cue.i).i, cue.i - _LONGEST)
    start = next((k + 1 for k in range(cue.i - 1, low - 1, -1) if _bounds(scene, k)), low)
    return cut(scene, _past_titles(scene, start, cue.i), cue.i)


def _bounds(scene: Scene, k: int) -> bool:
    """Whether a name cannot reach over token k: a mark, a particle of speech, a denial."""
    return scene.forms[k] in _STOPS or scene.forms[k] in _listed("bounds")


def _english(scene: Scene, cue: Cue, place: Span) -> Span | None:
    """The capitalised words right before the verb, its auxiliaries aside, or right behind it."""
    j = cue.i
    while j > 0 and (scene.forms[j - 1] == "," or scene.forms[j - 1] in _listed("auxiliaries")):
        j -= 1
    clause = scene.clause(cue.i)
    before = _capitals_to(scene, clause.i, j)
    if before is not None and headed(scene, before):  # "X, leader of Y, was"
        commas = [k for k in range(clause.i, before.i) if scene.forms[k] == ","]
        before = _capitals_to(scene, clause.i, commas[-1]) if commas else None
    if before is not None and not scene.any_of(("body", "listing.committee"), before.i, before.j):
        return before
    i = j = _past_titles(scene, cue.j, len(scene.forms))
    while j < clause.j and j - i < _LONGEST and _of_name(scene, j):
        j += 1
    return _trimmed(scene, i, j) if place.i >= j or place.i == cue.i else None


def _capitals_to(scene: Scene, low: int, j: int) -> Span | None:
    """The name that ends at token j."""
    i = j
    while i > low and j - i < _LONGEST and _of_name(scene, i - 1):
        i -= 1
    return _trimmed(scene, i, j)


def _of_name(scene: Scene, k: int) -> bool:
    return scene.forms[k] in _listed("inner") or (scene.tokens.is_capital(k) and scene.forms[k][0].isalpha())


def _trimmed(scene: Scene, i: int, j: int) -> Span | None:
    inner = _listed("inner")
    while i < j and (scene.forms[i] in inner - {"al", "el"} or scene.forms[i] in _listed("leads")):
        i += 1
    while j > i and scene.forms[j - 1] in inner:
        j -= 1
    return cut(scene, i, j)


def cut(scene: Scene, i: int, j: int) -> Span | None:
    """A name of at least two words that is no state and no number."""
    whole = {(s.i, s.j) for s in scene.states_in(i, j, demonyms=True)}
    spelled = [k for k in range(i, j) if scene.forms[k][0].isalpha()]
    counted = bool(scene.numbers_in(i, i + 1))  # "16 people and 12 entities"
    return Span(i, j) if len(spelled) > 1 and (i, j) not in whole and not counted else None


def _past_titles(scene: Scene, i: int, j: int) -> int:
    while i < j and (scene.forms[i] in _listed("titles") or (scene.forms[i + 1 : i + 2] and _of_office(scene, i))):
        i += 1
    return i


def _of_office(scene: Scene, i: int) -> bool:
    """Whether an adjective of nationality stands before a title: "Syrian President"."""
    return scene.forms[i + 1] in _listed("titles") and any(
        s.kind == "demonym" for s in scene.states_in(i, i + 1, demonyms=True)
    )


def _listed(name: str) -> frozenset[str]:
    return words(_PACKAGE, "spelling.toml", name)


def begins(scene: Scene, name: Span) -> int:
    """The offset of a name without an "and" before it."""
    hit, named = known_names().at(scene.tokens, name.i), scene.person(name.i)
    if hit is not None:
        return scene.tokens.start(name.i) + len(hit.proclitics)
    return named.start if named is not None and _joined(scene, name.i) else scene.tokens.start(name.i)
