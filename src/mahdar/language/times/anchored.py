"""Times that hang on another time of their sentence: the next day, a year earlier, في العام نفسه, بعد ذلك بعامين.

They are read off the time named last before them, if that is one unit of theirs or finer; one that opens its sentence
("Two days before, …", "On the same day, …", وفي اليوم التالي) hangs on the only time of the sentence before, as the
same day does that is the only time of its own. Where there is none, they are no time at all. A day, a month or a year
of the unit away counts whole, as with "two years ago".
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from mahdar.edtf import Interval
from mahdar.language.lexicon import Hit, Lexicon
from mahdar.language.sentences import sentences
from mahdar.language.times import units
from mahdar.language.times.inside import day_in
from mahdar.language.times.listed import number_ending
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Choice, Sense, guarded
from mahdar.language.times.spans import following, preceding
from mahdar.language.times.vocabulary import PACKAGE
from mahdar.tables import read_rows, values

_RANKS = {"day": 0, "weekend": 1, "week": 1, "month": 2, "quarter": 3, "half": 3, "season": 3, "year": 4}
_LINKS = frozenset(("من", "في", "of", "in", ","))
_BEFORE, _AFTER = frozenset(("قبل", "وقبل")), frozenset(("بعد", "وبعد"))
_CLOSING = frozenset(("and", "but", "when", "as"))
_SEEN_FROM = ((12, 31), (7, 1), (1, 1))  # days of a year from which a month or day without a year is looked up in it
_MOST = 400
_OF = frozenset(("من", "of"))
_THE = "the "
_LEADING = frozenset(("في", "وفي", "on", "in"))


@dataclass(frozen=True, slots=True)
class Anchor:
    """How far away: ``kind`` as in the table, ``steps`` of ``grain`` (of the amount beside it where there is none)."""

    kind: str
    grain: str
    steps: int


@cache
def anchor_entries(language: str) -> tuple[tuple[str, Anchor], ...]:
    """The phrases of times_anchored.csv in this language, English ones without the article before them."""
    rows = read_rows(PACKAGE, "times_anchored.csv")
    every = ((p, Anchor(r["kind"], r["grain"], int(r["steps"]))) for r in rows for p in values(r[language]))
    return tuple((phrase.removeprefix(_THE), anchor) for phrase, anchor in every)


@cache
def anchors(language: str) -> Lexicon[Anchor]:
    """The words of times_anchored.csv in this language."""
    return Lexicon(anchor_entries(language))


def hanging(scan: Scan, i: int) -> Part | None:
    """What hangs on another time at token i; its ``away`` tells how far, its sense comes from that other time."""
    hit = None if scan.is_general(i) else anchors(scan.language).at(scan.tokens, i)
    if hit is None:
        return _from_there(scan, i) if scan.form(i) in _BEFORE | _AFTER else None
    anchor = hit.value
    if anchor.kind == "side":
        amount = _amount(scan, hit.j, "ب")
        return _part(i, amount[0], amount[1], anchor.steps * amount[2], hit) if amount else None
    if anchor.kind not in ("phrase", "edge") or _hangs_elsewhere(scan, hit):
        return None
    if scan.language == "en" and scan.form(i) != "that":
        if scan.form(i - 1) != "the":
            return None
        i -= 1
    return _part(i, hit.j, anchor.grain, anchor.steps, hit)


def later(scan: Scan, i: int, j: int, grain: str, count: int) -> Part | None:
    """Two years later, a day earlier: behind an amount that stands at tokens i to j."""
    hit = anchors(scan.language).at(scan.tokens, j) if j < len(scan) else None
    if hit is None or hit.value.kind not in ("later", "ago") or count > _MOST:
        return None
    if hit.value.kind == "ago" and not _closes(scan, hit.j):  # "two days before the vote"
        return None
    return _part(i, hit.j, grain, hit.value.steps * count, None)


def _part(i: int, j: int, grain: str, steps: int, hit: Hit[Anchor] | None) -> Part:
    proclitics = hit.proclitics if hit else ""
    return Part(i, j, _unknown(grain), grain, len(proclitics.removesuffix("ال")), away=(grain, steps))


def hung_weekday(i: int, j: int, number: int, side: int) -> Part:
    """The following Monday, الأحد التالي: of another time of the sentence."""
    choice: Choice = "next" if side > 0 else "last"
    return Part(i, j, _unknown("day"), "weekday", weekday=number, choice=choice, away=("day", side))


def _unknown(grain: str) -> Sense:
    return Sense(grain, lambda _day: None)


def _closes(scan: Scan, j: int) -> bool:
    """Whether nothing follows on which the day before could hang."""
    return j >= len(scan) or not scan.tokens.is_word(j) or scan.form(j) in _CLOSING


def _hangs_elsewhere(scan: Scan, hit: Hit[Anchor]) -> bool:
    """اليوم التالي للتصويت, the day before the vote: the day after or before something that is no time."""
    if hit.value.kind == "edge":
        return not _closes(scan, hit.j)
    behind = scan.form(hit.j)
    return scan.language == "ar" and hit.value.steps != 0 and (behind.startswith("لل") or behind in ("ل", "من", "علي"))


def _from_there(scan: Scan, i: int) -> Part | None:
    """بعد يومين من ذلك, قبل عام من ذلك."""
    amount = _amount(scan, i + 1, "")
    hit = anchors("ar").at(scan.tokens, amount[0]) if amount and amount[0] < len(scan) else None
    if amount is None or hit is None or hit.value.kind != "from":
        return None
    sign = -1 if scan.form(i) in _BEFORE else 1
    return Part(i, hit.j, _unknown(amount[1]), amount[1], scan.form(i)[0] == "و", away=(amount[1], sign * amount[2]))


def _amount(scan: Scan, k: int, proclitic: str) -> tuple[int, str, int] | None:
    """So many units at token k: where they end, their grain, how many."""
    number = scan.integer(k)
    if number:
        hit = next((h for h in scan.hits(number[0]) if h.value.kind == "unit" and h.proclitics == ""), None)
        known = hit is not None and hit.value.grain in _RANKS and number[1] <= _MOST
        return (hit.j, hit.value.grain, number[1]) if hit and known else None
    some = (h for h in scan.hits(k) if h.value.kind == "unit" and h.value.count in ("1", "2"))
    hit = next((h for h in some if h.proclitics == proclitic and h.value.grain in _RANKS), None)
    return (hit.j, hit.value.grain, int(hit.value.count)) if hit else None


def resolved(scan: Scan, parts: list[Part]) -> list[Part]:
    """The parts with those that hang on another one made out, and dropped where there is none."""
    if not any(p.away for p in parts):
        return parts
    starts = [s.i for s in sentences(scan.tokens)]
    places = [bisect_right(starts, p.i) for p in parts]
    opening = [_opens(scan, p, starts[place - 1]) for p, place in zip(parts, places, strict=True)]
    return list(_resolved(scan, parts, places, opening))


def _opens(scan: Scan, part: Part, start: int) -> bool:
    """Whether a time stands at the head of its sentence, but for a preposition."""
    return part.i == start or (part.i == start + 1 and scan.form(start) in _LEADING)


def _resolved(scan: Scan, parts: Sequence[Part], places: Sequence[int], opening: Sequence[bool]) -> Iterator[Part]:
    last: tuple[int, Part] | None = None
    count = Counter(places)
    k = 0
    while k < len(parts):
        part, place = parts[k], places[k]
        same = part.away == ("day", 0) and count[place] == 1
        before = place - 1 if (opening[k] or same) and count[place - 1] == 1 else place
        anchor = last[1] if last and last[0] in (place, before) else None
        following = parts[k + 1] if k + 1 < len(parts) else None
        found: Part | None = part
        year = parts[k + 2] if following and k + 2 < len(parts) else None
        if following and year and _joined(scan, part, following) and _dates(scan, following, year):
            found = replace(_in_year_of(part, year, anchor), j=part.j)
        elif following and _dates(scan, part, following):
            found, k = _in_year_of(part, following, anchor), k + 1
        elif following and _is_day_of_year(scan, part, following):
            found, k = _same_day(part, following, anchor), k + 1
        elif part.away:
            found = _day_of(scan, part, anchor) or _hung(part, anchor)
        if found:
            yield found
            last = (place, found)
        k += 1


def _hung(part: Part, anchor: Part | None) -> Part | None:
    sense = _sense(part, anchor)
    return replace(part, sense=sense, away=None, weekday=None, choice=None) if sense else None


def _day_of(scan: Scan, part: Part, anchor: Part | None) -> Part | None:
    """20 من الشهر نفسه, the 20th of that month: a day of the month that hangs on another time."""
    whole = _hung(part, anchor) if part.away and part.away[0] == "month" and scan.form(part.i - 1) in _OF else None
    if whole is None:
        return None
    number = number_ending(scan, part.i - 1)
    if number is None:
        return None
    i, _, day = number
    i -= scan.form(i - 1) == "the"
    return replace(whole, i=i, kind="day", skip=scan.number_skip(i), sense=whole.sense.then(day_in(day), "day"))


def _sense(part: Part, anchor: Part | None) -> Sense | None:
    if part.away is None or anchor is None:
        return None
    grain, steps = part.away
    if _RANKS.get(anchor.sense.grain, 9) > _RANKS[grain]:
        return None
    if part.weekday is not None:
        return (following if steps > 0 else preceding)(anchor.sense, part.weekday)
    return anchor.sense.then(lambda there: _away(there, grain, steps), grain)


def _away(there: Interval, grain: str, steps: int) -> Interval | None:
    """The unit so many steps from the one in which these days lie; None where they lie in two."""
    if there.first is None or there.last is None or not units.around(grain, there.first).contains(there.last):
        return None
    return units.unit(grain, there.first, steps)


def _joined(scan: Scan, part: Part, following: Part) -> bool:
    """Whether a month or a day without a year is joined to another: بين يناير ويونيو من العام نفسه."""
    middle = scan.forms[part.j : following.i]
    close = not middle or (len(middle) == 1 and (middle[0].isalpha() or middle[0] == "-"))
    return (
        part.kind == following.kind and part.kind in ("month", "day") and close and not (part.sense.fixed or part.away)
    )


def _dates(scan: Scan, part: Part, following: Part) -> bool:
    """Whether a month or a day lies in a year that hangs on another time: ديسمبر من العام نفسه."""
    if part.kind not in ("month", "day") or part.away or following.away is None or following.away[0] != "year":
        return False
    middle = scan.forms[part.j : following.i]
    return not part.sense.fixed and (not middle or (len(middle) == 1 and middle[0] in _LINKS))


def _is_day_of_year(scan: Scan, part: Part, following: Part) -> bool:
    """ذلك اليوم من عام 1947, that day in 1947."""
    middle = scan.forms[part.j : following.i]
    return part.away == ("day", 0) and following.kind == "year" and len(middle) == 1 and middle[0] in _LINKS


def _same_day(part: Part, following: Part, anchor: Part | None) -> Part:
    """The day and month of the other time, in the year that is named; the year alone where there is no such day."""
    if anchor is None or anchor.sense.grain != "day" or following.away:
        return following
    year = guarded(following.sense.on)

    def moved(day: Interval) -> Interval | None:
        whole = year(day.first) if day.first else None
        if whole is None or whole.first is None or day.first is None:
            return None
        return Interval.day(day.first.replace(year=whole.first.year))

    return replace(part, j=following.j, sense=anchor.sense.then(moved, "day"), away=None)


def _in_year_of(part: Part, following: Part, anchor: Part | None) -> Part:
    """The month in that year; no days at all where the year is not known."""
    year = _sense(following, anchor)
    on = guarded(part.sense.on)

    def inside(whole: Interval) -> Interval | None:
        if whole.first is None:
            return None
        found = (on(date(whole.first.year, month, day)) for month, day in _SEEN_FROM)
        return next((days for days in found if days and days.within(whole)), None)

    sense = year.then(inside, part.sense.grain) if year else _unknown(part.sense.grain)
    return replace(part, j=following.j, sense=sense)
