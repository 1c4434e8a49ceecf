"""Times told from their beginning to their end: "from 2016 to 2019" says every day between, "in the 1990s" some.

What the record has for a part of such a time bears out that part alone: the verdict is `conflicting`, and both halves
are named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from mahdar.checking import policy
from mahdar.checking.policy import Cited
from mahdar.checking.protocol import Case, Lasting
from mahdar.checking.scene import Scene
from mahdar.checking.wording import Pair, day
from mahdar.checking.wordlists import words
from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase
from mahdar.model import Verdict

_TIMES = ("mahdar.checking", "times.toml")
_DAY = timedelta(1)
_YEAR = "year"
_MOST_TOLD = 3  # rows told of a long time
_BETWEEN_REACH = 2  # tokens before a time in which "between" may stand


def lasting(scene: Scene, time: TimePhrase | None) -> Lasting:
    """Whether a time is told from its beginning to its end, as a list of years, each of which is meant, or only by
    what it lies between.
    """
    days = time.absolute if time is not None else None
    if time is None or days is None or days.first is None or days.last is None or "/" not in days.edtf():
        return ""
    inside = scene.forms[time.i : time.j]
    around = scene.forms[max(0, time.i - _BETWEEN_REACH) : time.j]
    if any(form in words(*_TIMES, "between") for form in around):
        return "within"
    if any(form in words(*_TIMES, "listing") for form in inside):
        return "list"
    return "span" if any(form in words(*_TIMES, "spanning") for form in inside) else ""


def borne_out(
    case: Case,
    told: Sequence[Pair],
    rows: Sequence[Cited],
    held: Iterable[Interval],
    known: Callable[[Interval], bool],
    *,
    ends: bool = False,
    between: bool = False,
) -> Verdict:
    """Supported, unless the time was told from its beginning to its end and the record has only a part of it: then
    `conflicting`, or undecided where the rest is not ``known``.
    What lies "between" its ends may be any part of them, save where ``between`` tells a term.
    ``told`` says each row in words; ``ends``: the first and the last year count too, as with terms of whole years; not
    the first and the last month, as who sat "until January" may have left on the first of it.
    """
    said = told[: _MOST_TOLD if case.found.lasting else 1]
    held_then = Pair(" ".join(pair.en for pair in said), " ".join(pair.ar for pair in said))
    whole = case.found.lasting in ("span", "list") or (between and case.found.lasting == "within")
    beyond = _beyond(case, list(held), ends) if whole and case.firm("at") else []
    if not beyond:
        return policy.supported(held_then, rows if case.found.lasting else rows[:1])
    if case.found.lasting == "within" or not all(known(gap) for gap in beyond):
        return policy.unknown(held_then, rows)
    rest = [day(gap) for gap in beyond]
    en, ar = "; ".join(gap.en for gap in rest), "؛ ".join(gap.ar for gap in rest)
    why = Pair(
        f"{held_then.en} The rest of the time told lies outside: {en}.",
        f"{held_then.ar} أما باقي المدة المذكورة فيقع خارج ذلك: {ar}.",
    )
    return policy.conflicting(why, rows)


def _beyond(case: Case, held: Sequence[Interval], whole: bool) -> list[Interval]:
    """The parts of a time that nothing held covers; what lies within its first or its last unit alone is no such
    part, unless years are ``whole``: who sat from 2006 to 2009 may have begun in June.
    """
    told = case.at
    if told is None or told.first is None or told.last is None:
        return []
    opening, _, closing = told.edtf().partition("/")
    if not closing:
        return []
    ends = Interval.parse(opening), Interval.parse(closing)
    gaps = list(_outside(told, held))
    outside = [end for end in ends for gap in gaps if end.within(gap)]
    if case.found.lasting == "list" or (whole and any(end.grain == _YEAR for end in outside)):
        return gaps if outside else []
    start, stop = ends[0].last, ends[1].first
    if start is None or stop is None or stop - start <= 2 * _DAY:
        return []
    inner = Interval(start + _DAY, stop - _DAY)
    return [gap for gap in gaps if gap.overlaps(inner)]


def _outside(told: Interval, held: Sequence[Interval]) -> Iterator[Interval]:
    """The days of a time that lie in none of the intervals held."""
    if told.first is None or told.last is None:
        return
    at = told.first
    for each in sorted(held, key=lambda one: one.first or date.min):
        if each.first is not None and each.first > at:
            yield Interval(at, min(told.last, each.first - _DAY), "day")
        at = max(at, told.last + _DAY if each.last is None or each.last >= told.last else each.last + _DAY)
        if at > told.last:
            return
    yield Interval(at, told.last, "day")
