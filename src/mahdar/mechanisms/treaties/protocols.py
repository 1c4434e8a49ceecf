"""Protocols told by the treaty that they belong to: the Optional Protocol to the Convention against Torture,
وبروتوكولها الاختياري, "the CRC's protocol on the sale of children".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from mahdar.checking.cues import Cue, Sense
from mahdar.checking.once import once
from mahdar.checking.scene import Scene
from mahdar.language.folding import fold_word
from mahdar.language.tokens import tokens_of
from mahdar.mechanisms.treaties.wording import bare, words
from mahdar.tables import read_rows, read_toml

NAMES = ("treaty.name", "treaty.court")
LOOSE = "loose"  # the form of a name of which it is only likely which treaty is meant, or that its time is its own
_PACKAGE = "mahdar.mechanisms.treaties"
_OWN, _MANY = "own", "many"
_POSSESSIVE = "'s"
_ABOUT_REACH = 4  # tokens between a protocol and what it is about
_WHOLE = 3  # protocols that "three" may count


@dataclass(frozen=True, slots=True)
class _Head:
    """The words of a protocol itself, from token i to j."""

    i: int
    j: int
    ordinal: str
    count: str
    own: bool
    optional: bool


@once
def named(scene: Scene) -> Sequence[Cue]:
    """The names of treaties in order, those of protocols in place of the names of the treaties they belong to."""
    names = [cue for cue in scene.any_at_all(NAMES) if not _regional(scene, cue)]
    marks = scene.all("treaty.protocol")
    if not marks:
        return names
    starts = [cue.i for cue in names]
    alone = (mark for mark in marks if _overlapping(names, starts, mark.i) is None)
    protocols = [p for mark in alone if (p := _protocol(scene, mark, names, starts)) is not None]
    covered = tokens_of(protocols)
    kept = sorted([*(cue for cue in names if cue.i not in covered), *protocols], key=lambda cue: cue.i)
    return [_loosened(scene, cue, behind) for cue, behind in pairwise([*kept, None]) if cue is not None]


def _regional(scene: Scene, cue: Cue) -> bool:
    """Whether a name is that of a treaty of one region: the Inter-American Convention against Torture."""
    low = cue.j if scene.passage.language == "ar" else cue.i - 1
    return low >= 0 and not words("regional").isdisjoint(scene.forms[low : low + 1])


def named_in(scene: Scene, i: int, j: int) -> Sequence[Cue]:
    """The names of treaties that begin between tokens i and j."""
    names = named(scene)
    low = bisect_left(names, i, key=lambda cue: cue.i)
    return names[low : bisect_left(names, j, low, key=lambda cue: cue.i)]


def _protocol(scene: Scene, mark: Cue, names: Sequence[Cue], starts: Sequence[int]) -> Cue | None:
    """The name of a protocol; without a slug where nothing says which it is, None where no treaty is pointed to."""
    head = _head(scene, mark, starts)
    parent, i, j = _parent(scene, head, names, starts)
    about, j = _about(scene, j)
    if parent is None and not (about and (head.optional or head.ordinal)):
        return None
    slug, sure = _which(parent, head, about)
    return Cue(i, j, Sense(NAMES[0], "" if sure else LOOSE, slug), mark.proclitics)


def _head(scene: Scene, mark: Cue, starts: Sequence[int]) -> _Head:
    """The words of a protocol, up to the name of its treaty."""
    forms, i, j = scene.forms, mark.i, mark.j
    while i > 0 and forms[i - 1] in words("protocol_before"):
        i -= 1
    while (
        j < len(forms) and forms[j] in words("protocol_behind") and starts[(k := bisect_left(starts, j)) : k + 1] != [j]
    ):
        j += 1
    said = forms[i:j]
    ordinal = next((_numbers("ordinal")[f] for f in said if f in _numbers("ordinal")), "")
    count = next((_numbers("count")[f] for f in said if f in _numbers("count")), mark.value)
    own = mark.form == _OWN or (i > 0 and forms[i - 1] in words("owner"))
    return _Head(i, j, ordinal, count, own, not words("optional").isdisjoint(said))


def _parent(scene: Scene, head: _Head, names: Sequence[Cue], starts: Sequence[int]) -> tuple[str | None, int, int]:
    """The treaty that a protocol belongs to, and the tokens of both: behind it, right before it, or named last."""
    behind = _beginning(names, starts, head.j)
    if behind is not None:
        return behind.value, head.i, behind.j
    owner = head.i - (scene.forms[head.i - 1 : head.i] == [_POSSESSIVE])
    before = _overlapping(names, starts, owner - 1)
    if before is not None and before.j == owner and scene.passage.language == "en":
        return before.value, before.i, head.j
    pointed = scene.at("treaty.anaphor", head.j)
    of_it = int(head.j < len(scene.forms) and scene.forms[head.j] in words("of_it"))
    alone = head.optional and (head.j >= len(scene.forms) or scene.forms[head.j] in words("ends"))
    if head.own or pointed is not None or alone or of_it:
        return _last(scene, head.i, names, starts), head.i, pointed.j if pointed is not None else head.j + of_it
    return None, head.i, head.j


def _last(scene: Scene, i: int, names: Sequence[Cue], starts: Sequence[int]) -> str | None:
    """The treaty named last before token i, in its sentence or in the one before."""
    at, k = scene.passage.sentence_of(i), bisect_left(starts, i)
    low = scene.passage.sentences[max(0, at - 1)].i
    return names[k - 1].value if k and names[k - 1].i >= low else None


def _about(scene: Scene, j: int) -> tuple[str, int]:
    """What a protocol that ends at token j is about, and where the words for it end."""
    k = j
    while k < min(len(scene.forms), j + _ABOUT_REACH) and scene.forms[k] in words("protocol_about"):
        k += 1
    found = max(scene.within("treaty.about", k, k + 1), key=lambda cue: cue.j, default=None)
    return (found.value, found.j) if found is not None else ("", j)


def _which(parent: str | None, head: _Head, about: str) -> tuple[str, bool]:
    """The slug of the protocol meant, "" where it may be any of several, and whether that is sure."""
    rows = [r for r in read_rows(_PACKAGE, "protocols.csv") if parent in (None, r["parent"])]
    if named := [r for r in rows if about and r["about"] == about]:
        return (named[0]["slug"], True) if len(named) == 1 else ("", False)
    if parent is None or about == "death-penalty":
        return "", False
    if head.ordinal:
        return next((r["slug"] for r in rows if r["ordinal"] == head.ordinal), ""), True
    if head.count:
        return _several(rows, head.count), False
    if len(rows) == 1:
        return rows[0]["slug"], True
    return next((r["slug"] for r in rows if r["plain"]), ""), False


def _several(rows: Sequence[Mapping[str, str]], count: str) -> str:
    """The slugs of two or three protocols of one treaty."""
    if count == str(_WHOLE):
        return " ".join(r["slug"] for r in rows) if len(rows) == _WHOLE else ""
    return " ".join(r["slug"] for r in rows if r["pair"]) if count != _MANY else ""


def _loosened(scene: Scene, cue: Cue, behind: Cue | None) -> Cue:
    """A treaty, less certain where a protocol is listed right behind: the time that follows may be its alone."""
    if behind is None or not scene.within("treaty.protocol", behind.i, behind.j) or behind.i - cue.j > _ABOUT_REACH:
        return cue
    if scene.times_in(cue.j, behind.i) or not bare(scene, cue.j, behind.i) <= words("listing"):
        return cue
    return Cue(cue.i, cue.j, Sense(cue.sense.concept, LOOSE, cue.value), cue.proclitics)


def _beginning(names: Sequence[Cue], starts: Sequence[int], i: int) -> Cue | None:
    """The longest name that begins at token i."""
    return max(names[bisect_left(starts, i) : bisect_right(starts, i)], key=lambda cue: cue.j, default=None)


def _overlapping(names: Sequence[Cue], starts: Sequence[int], i: int) -> Cue | None:
    """The last name that begins at token i or before, if it reaches beyond it."""
    k = bisect_right(starts, i)
    return names[k - 1] if k and names[k - 1].j > i else None


@cache
def _numbers(name: str) -> dict[str, str]:
    """The words for ordinals, or for how many, each with its digit."""
    table = read_toml(_PACKAGE, "words.toml")[f"protocol_{name}"]
    return {fold_word(word): str(number) for word, number in table.items()}
