"""How reports say that states sit on a body, and how large it is: the Councils and the United Nations in the same
words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mahdar.checking.assertion import When, asserted, nearest_time, negated, opened
from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.numerals import Count, counts
from mahdar.checking.scene import Scene
from mahdar.language.tokens import Span

_BODY_REACH = 6
_GLUE_REACH = 9
_PAIR = 2  # more states under one name, such as "the five permanent members", are not named one by one
_UNITS = frozenset({"member", "nation", "country", "seat", "strong", "state"})
_EVER = {"council": (11, 15), "rights_council": (47,), "un": range(150, 194), "assembly": range(150, 194)}
_LARGE = ("un", "assembly")
_DEFINITE = ("ال", "وال")


@dataclass(frozen=True, slots=True)
class Seat:
    """A state said to sit on a body; ``seat`` is "elected", "permanent" or empty, ``became`` where it is told as an
    election.
    """

    body: str
    i: int
    j: int
    state: str
    seat: str
    when: When
    negated: bool
    became: bool


@dataclass(frozen=True, slots=True)
class Size:
    """A body said to have so many members."""

    body: str
    i: int
    j: int
    members: int


@lru_cache(maxsize=2)
def seats(scene: Scene) -> tuple[Seat, ...]:
    """Every membership that the text ascribes to named states."""
    return tuple(_seats(scene))


def _seats(scene: Scene) -> Iterator[Seat]:
    for cue in scene.cues.get("member", ()):
        body = _body_beside(scene, cue)
        if body is None or not (scene.forms[cue.i].startswith(_DEFINITE) or asserted(scene, cue.i)):
            continue
        group = _holders(scene, cue, body)
        if group is not None and not any(len(s.codes) > _PAIR for s in group):
            yield from _seated(scene, cue, body, group)
    yield from elections(scene)


def elections(scene: Scene) -> Iterator[Seat]:
    """ "A and B were elected to the Council": without a word for member."""
    for cue in scene.cues.get("elect", ()):
        clause = scene.clause(cue.i)
        body = next(iter(scene.within("body", cue.j, min(clause.j, cue.j + 5))), None)
        before = scene.groups(max(clause.i, cue.i - 30), cue.i)[-1:]
        if (
            body is None
            or not before
            or cue.i - before[0][-1].j > 1
            or scene.within("member", cue.j, body.i)
            or not asserted(scene, cue.i)
            or (cue.form == "joined" and not scene.times_in(body.j, body.j + 3))
        ):
            continue
        when = _when(scene, cue, Span(cue.i, body.j))
        for code in dict.fromkeys(code for state in before[0] for code in state.codes):
            yield Seat(scene.which(body), before[0][0].i, body.j, code, "elected", when, negated(scene, cue), True)


def _body_beside(scene: Scene, cue: Cue) -> Cue | None:
    """The body of which it is a member: right behind the word or, in English, right before it."""
    clause = scene.clause(cue.i)
    after = [
        c for c in scene.within("body", cue.j, min(clause.j, cue.j + _BODY_REACH)) if not _other_noun(scene, cue.j, c.i)
    ]
    before = [c for c in scene.within("body", max(clause.i, cue.i - 5), cue.i) if cue.i - c.j <= 2]
    near = [*after[:1], *before[-1:]]
    chosen = next((c for c in near if scene.which(c) in ("council", "rights_council", "un", "assembly")), None)
    if chosen is None and _permanent(scene, cue) and scene.speaks_of("council"):
        return cue
    return chosen


def _permanent(scene: Scene, cue: Cue) -> bool:
    return _kind(scene, cue.i - 3, cue.j + 3) == "permanent"


def _other_noun(scene: Scene, i: int, j: int) -> bool:
    return any(form in ",،" for form in scene.forms[i:j]) or bool(scene.any_of(("vote", "draft", "resolution"), i, j))


def _holders(scene: Scene, cue: Cue, body: Cue) -> list[StateMention] | None:
    """The states that hold the seat: named right behind the phrase, or right before it as its subject."""
    low, high = min(cue.i, body.i), max(cue.j, body.j)
    sentence = scene.sentence(cue.i)
    before = [g for g in scene.groups(max(sentence.i, low - 14), low)[-1:] if _glued(scene, g[-1].j, low, behind=False)]
    if before and before[0][-1].j == low:
        return before[0]
    after = scene.groups(high, sentence.j)[:1]
    if (
        after
        and after[0][0].i - high <= _GLUE_REACH
        and not after[0][0].joined
        and _glued(scene, high, after[0][0].i, behind=True)
    ):
        return after[0]
    return before[0] if before else None


def _glued(scene: Scene, i: int, j: int, *, behind: bool) -> bool:
    """Whether only words that join a name to its seat stand between tokens i and j."""
    covered = {
        k
        for c in scene.any_of(("now", "elect", "elected", "permanent", "glue", "not"), max(0, i - 3), j)
        for k in range(c.i, c.j)
    }
    covered |= {k for t in scene.times_in(i, j) for k in range(t.i, t.j)}
    marks = ("(", ":", "-", ",", "،", "و", "a") if behind else (",", "،", "-", "a")
    return all(k in covered or scene.forms[k] in marks for k in range(i, j))


def _kind(scene: Scene, i: int, j: int) -> str:
    i = max(0, i)
    if scene.within("elected", i, j):
        return "elected"
    return "permanent" if scene.within("permanent", i, j) else ""


def _seated(scene: Scene, cue: Cue, body: Cue, group: list[StateMention]) -> Iterator[Seat]:
    low = min(cue.i, body.i, group[0].i)
    high = max(cue.j, body.j, group[-1].j)
    if scene.within("former", max(0, low - 1), high):
        return
    became = bool(scene.within("elect", scene.clause(low).i, high))
    kind = _kind(scene, max(scene.sentence(cue.i).i, cue.i - 3), max(cue.j, body.j) + 1) or (
        "elected" if became else ""
    )
    which = scene.which(body) if body is not cue else "council"
    when = _when(scene, cue, Span(low, high))
    denied = negated(scene, Cue(cue.i, cue.j, cue.sense, "")) or negated(scene, Cue(low, low, cue.sense, ""))
    for code in dict.fromkeys(code for state in group for code in state.codes):
        yield Seat(which, low, high, code, kind, when, denied, became)


def _when(scene: Scene, cue: Cue, span: Span) -> When:
    """The time inside the phrase or right behind it; failing that the membership is said of now."""
    clause = scene.clause(cue.i)
    near = nearest_time(scene, cue, span.i, min(clause.j, span.j + 7))
    if near is not None:
        return When(opened(scene, near))
    once = scene.within("was", max(clause.i, span.i - 3), span.j)
    return When(now=not once)


@lru_cache(maxsize=2)
def sizes(scene: Scene) -> tuple[Size, ...]:
    """Every size that the text gives of a body: "the 15-member Council", المجلس المؤلف من 15 عضوا."""
    return tuple(_sizes(scene))


def _sizes(scene: Scene) -> Iterator[Size]:
    for cue in scene.cues.get("body", ()):
        body = scene.which(cue)
        size = _size(scene, cue) if body in ("council", "rights_council", "un", "assembly") else None
        if size is not None:
            yield Size(body, *size)
    yield from _nicknamed(scene)


def _nicknamed(scene: Scene) -> Iterator[Size]:
    """ "The 15-nation council", where only the bare noun names the body."""
    for number in counts(scene, 0, len(scene.forms)):
        words = scene.forms[number.j : number.j + 3]
        if (
            number.value
            and words[:1] == ["-"]
            and words[1:2]
            and words[1] in _UNITS
            and words[2:] in (["council"], ["body"], ["assembly"])
        ):
            yield Size(scene.body(number.i), number.i, number.j + 3, number.value)


def _size(scene: Scene, cue: Cue) -> tuple[int, int, int] | None:
    sentence = scene.sentence(cue.i)
    ahead = counts(scene, cue.j, min(sentence.j, cue.j + 12))
    for number in ahead[:1]:
        composed = scene.within("composed", cue.j, min(number.i, cue.j + 3)) or _composed_before(scene, cue, number.i)
        ever = number.value in _EVER.get(scene.which(cue), ())
        direct = ever and number.i - cue.j <= 1 and _of_all(scene, cue, number.i)
        unit = scene.within("votes", number.j, number.j + 2) or scene.within("member", number.j, number.j + 2)
        said = ever or scene.which(cue) not in _LARGE or scene.within("member", number.j, number.j + 3)
        if number.value and ((composed and said and unit and number.i - max(cue.j, composed[-1].j) <= 2) or direct):
            return cue.i, max(number.j, *(c.j for c in unit)) if unit else number.j, number.value
    for number in reversed(counts(scene, max(sentence.i, cue.i - 6), cue.i)):
        if number.value and (_hyphened(scene, number.j, cue.i) or _whole(scene, cue, number)):
            return number.i, cue.j, number.value
    return None


def _whole(scene: Scene, cue: Cue, number: Count) -> bool:
    """Whether "all 15 members of", الدول الـ15 الأعضاء في says the whole body: only a number that a body ever had."""
    members = scene.within("member", number.i - 2, number.j + 2)
    definite = scene.forms[number.i].startswith("ال") or scene.forms[number.i - 1] in ("all", "ال", "its", "the")
    part = scene.any_of(("elected", "permanent"), number.i - 2, cue.i)
    near = bool(members) and cue.i - max(number.j, members[-1].j) <= 2
    return definite and near and not part and number.value in _EVER.get(scene.which(cue), ())


def _composed_before(scene: Scene, cue: Cue, i: int) -> list[Cue]:
    """The verb of composition before the body, its number right behind it: يتألف المجلس من 15 عضوا."""
    return [c for c in scene.within("composed", max(0, cue.i - 2), cue.i) if i - cue.j <= 1]


def _of_all(scene: Scene, cue: Cue, i: int) -> bool:
    """أعضاء المجلس الـ15, أعضاء المجلس الخمسة عشر; the Council's 15 members."""
    joined = scene.forms[cue.j].startswith("ال")
    all_members = joined and bool(scene.within("member", max(0, cue.i - 2), cue.i))
    return all_members or (scene.forms[cue.j] == "'s" and bool(scene.within("member", i + 1, i + 2)))


def _hyphened(scene: Scene, i: int, j: int) -> bool:
    """Whether "-member" or "-nation" stands between a number and a body."""
    words = scene.forms[i:j]
    return any(w in _UNITS for w in words) and "-" in words and len(words) <= 4
