"""The desk: every claim of a passage found, given its full arguments, and judged by the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mahdar.checking import policy
from mahdar.checking.assertion import headline_end
from mahdar.checking.caution import cautious
from mahdar.checking.each_time import each
from mahdar.checking.gapping import gapped
from mahdar.checking.lasting import lasting
from mahdar.checking.manner import told
from mahdar.checking.protocol import Case, Found
from mahdar.checking.registry import kinds, mechanisms
from mahdar.checking.retold import of_the_past
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.edtf import Interval
from mahdar.model import Arg, Claim, Verdict
from mahdar.reading.passage import Passage
from mahdar.record.access import Record

_WEEK = timedelta(7)
_FEBRUARY = 2
_LATELY = timedelta(2)
_AGAINST = ("refuted", "conflicting")
_UNDECIDED = "not-enough-evidence"
_TRIALS = (date(2012, 5, 15), date(2020, 5, 15))  # days of publication by which the record of any table is asked
_DENIAL_REACH = 5  # tokens before a denied claim in which its particle stands
_BOUNDING = ("mahdar.checking", "times.toml", "bounding")


@dataclass(frozen=True, slots=True)
class _Entry:
    found: Found
    args: dict[str, Arg]
    at: Interval | None


def find_all(passage: Passage) -> list[Found]:
    """All claims of a passage in order of their place, with the times they hang on still unresolved."""
    if not passage.sentences:
        return []
    scene = Scene(passage)
    made = [told(scene, f) for mechanism in mechanisms() for finder in mechanism.finders for f in finder(scene)]
    found = [_placed(scene, one) for f in made if f is not None for own in each(scene, f) for one in gapped(scene, own)]
    return sorted(found, key=lambda f: (f.i, f.j, f.kind))


def _placed(scene: Scene, found: Found) -> Found:
    """The claim; one without a day or symbol whose clause points to another time is not of the day of publication."""
    denied = found.negated or found.args.get("status") == "not-party"
    found = _from_its_denial(scene, found) if denied else found
    kept = lasting(scene, found.time)
    found = replace(found, lasting=kept) if kept else found
    found = replace(found, retold=True) if of_the_past(scene, found) else found
    if found.time is not None or "symbol" in found.args or not scene.all("that_time"):
        return found
    clause = scene.clause(found.i)
    pointed = scene.within("that_time", clause.i, max(clause.j, found.j))
    return replace(found, now=False, assumed=False, elsewhere=True) if pointed else found


def _from_its_denial(scene: Scene, found: Found) -> Found:
    """A denied claim from the particle that denies it: the quotation alone would say the opposite."""
    if scene.within("not", found.i, found.j):
        return found
    low = max(scene.clause(found.i).i, found.i - _DENIAL_REACH)
    before = scene.within("not", low, found.i)
    if not before:
        return found
    i = before[-1].i
    return replace(found, i=i, start=scene.offsets(i, found.j)[0])


def judge_all(passage: Passage, founds: Sequence[Found], record: Record, as_of: date | None = None) -> list[Claim]:
    """The claims with verdicts, one for each kind and set of arguments, in order of their place; "the Council met",
    with neither argument nor count, says nothing.
    """
    entries = _distinct([_entry(found, passage.published) for found in founds], headline_end(passage))
    claims = ((entry.found, _claim(passage, entry, record, as_of)) for entry in entries)
    return [claim for found, claim in claims if claim.args or found.low is not None or found.high is not None]


def _entry(found: Found, published: Interval | None) -> _Entry:
    at = _on_its_side(found, found.at(published), published)
    args: dict[str, Arg] = dict(found.args)
    if at is not None and not found.assumed:
        args["at"] = _common(at) if found.now else at.edtf()
    return _Entry(found, args, at)


def _on_its_side(found: Found, at: Interval | None, published: Interval | None) -> Interval | None:
    """A weekday told as past lies in the week behind, one announced in the week ahead, whatever its words alone
    would mean; a day of a month told as past lies in the year before rather than ahead.
    """
    if (
        at is None
        or published is None
        or at.first is None
        or at.first != at.last
        or found.time is None
        or found.time.relative is None
    ):
        return at
    if found.tense == "past" and published.last is not None and at.first > published.last:
        return Interval.day(at.first - _WEEK if at.first - published.last <= _WEEK else _year_before(at.first))
    if (
        found.tense != "past"
        and published.first is not None
        and at.first < published.first
        and _weekly(found, published)
    ):
        return Interval.day(at.first + _WEEK)
    return at


def _weekly(found: Found, published: Interval) -> bool:
    """Whether a time names a weekday: it moves with the weeks and not with the days."""
    if found.time is None or published.first is None:
        return False
    days = [found.time.resolve(Interval.day(published.first + timedelta(k))) for k in (-1, 0, 1, 7)]
    firsts = [day.first for day in days if day is not None and day.first is not None]
    if len(firsts) < len(days):
        return False
    return firsts[3] - firsts[1] == _WEEK and firsts[1] in (firsts[0], firsts[2])


def _year_before(when: date) -> date:
    """The same day of the year before; 29 February has none but the 28th."""
    return when.replace(year=when.year - 1, day=when.day - (when.month == _FEBRUARY and when.day == 29))


def _common(published: Interval) -> str:
    """The coarsest date that holds all days of publication: a year or month where the day is not known."""
    first, last = published.first, published.last
    if first is None or last is None or published.edtf().count("/") == 0:
        return published.edtf()
    if first.year != last.year:
        return published.edtf()
    return f"{first.year}-{first.month:02}" if first.month == last.month else str(first.year)


# -- one entry for each kind and set of arguments
def _distinct(entries: Sequence[_Entry], headline: int = 0) -> list[_Entry]:
    """Without repetitions: a claim whose arguments another of its kind holds too, and more, says nothing new; what a
    headline and the body say alike stands in the body.
    """
    kept: dict[tuple[str, bool], list[_Entry]] = {}
    seen: set[tuple[str, bool, str]] = set()
    for entry in entries:
        kind = (entry.found.kind, entry.found.negated)
        said = (*kind, repr(sorted(entry.args.items())))
        same = kept.setdefault(kind, [])
        if said in seen and entry.found.i >= headline:
            kept[kind] = same = [_lower(other, entry, headline) for other in same]
        if said in seen or any(_says(other, entry) for other in same):
            continue
        seen.add(said)
        kept[kind] = [*(other for other in same if not _says(entry, other) or _dated_group(entry, other)), entry]
    return sorted((entry for same in kept.values() for entry in same), key=lambda e: (e.found.i, e.found.j))


def _lower(kept: _Entry, again: _Entry, headline: int) -> _Entry:
    """The second of two equal claims where the first stands in the headline."""
    return again if kept.found.i < headline and kept.args == again.args else kept


def _says(richer: _Entry, poorer: _Entry) -> bool:
    """Whether one entry says all that the other says; what hangs on a time of its own, though it be no argument, is not
    said by what happened at another.
    """
    if poorer.found.assumed and poorer.found.time is not None and _apart(richer.at, poorer.at):
        return False
    return all(
        (name in richer.args and _same(name, richer.args[name], value, poorer))
        or (name == "office" and name in poorer.found.weak)
        for name, value in poorer.args.items()
    )


def _apart(one: Interval | None, other: Interval | None) -> bool:
    return one is not None and other is not None and not one.overlaps(other)


def _dated_group(entry: _Entry, other: _Entry) -> bool:
    """ "Seven resolutions since 2006" stays beside the numbers that follow."""
    return "symbol" in entry.args and "symbol" not in other.args and "at" in other.args


def _same(name: str, rich: Arg, poor: Arg, entry: _Entry) -> bool:
    if name == "at":
        return str(rich).startswith(str(poor))
    if isinstance(rich, list) and isinstance(poor, list):
        return set(rich) == set(poor)
    return rich == poor or (name == "topic" and name in entry.found.weak)


# -- verdicts
def _claim(passage: Passage, entry: _Entry, record: Record, as_of: date | None) -> Claim:
    found = entry.found
    entry = _short_of_its_end(passage, entry) if found.negated else entry
    args, verdict = _judged(entry, passage.published, record, as_of)
    case = Case(found, args, entry.at, None if found.elsewhere else passage.published, as_of)
    written = passage.text[found.time.start : found.time.end] if found.time is not None else ""
    verdict = cautious(case, verdict, kinds()[found.kind], record, written, passage.language)
    if passage.published is None and verdict.label == _UNDECIDED and as_of is None:
        verdict = _without_a_day(found, verdict, record)
    verdict = _worded(verdict) if found.negated else verdict
    if found.elsewhere and verdict.label == "refuted":
        verdict = policy.another_time()
    if found.retold and verdict.label in _AGAINST:
        args, verdict = {name: value for name, value in args.items() if name != "at"}, policy.another_time()
    text = passage.text[found.start : found.end]
    return Claim(
        found.start, found.end, text, found.kind, args, found.negated, verdict.label, verdict.why, verdict.citations
    )


def _without_a_day(found: Found, verdict: Verdict, record: Record) -> Verdict:
    """An undecided verdict that says where it is the day of publication that is missing: any such day would decide the
    claim, or its time hangs on that day.
    """
    if found.elsewhere or (found.time is not None and found.time.absolute is not None):
        return verdict
    if found.time is not None:
        return policy.hanging(verdict)
    days = [Interval.day(day) for day in _TRIALS]
    decided = all(_judged(_entry(found, day), day, record, None)[1].label != _UNDECIDED for day in days)
    return policy.undated(verdict) if decided else verdict


def _short_of_its_end(passage: Passage, entry: _Entry) -> _Entry:
    """What was not so before or until a time is denied of the days before it alone: "no member until 2002"; of a year
    that goes on, of the days up to the report.
    """
    at, time = entry.at, entry.found.time
    if at is None or at.last is None or time is None:
        return entry
    end = passage.published.last if passage.published is not None else None
    if end is not None and at.first is not None and at.first <= end < at.last and entry.found.tense != "future":
        return replace(entry, at=Interval(at.first, end, "day"))
    if at.first is not None and (time.i == 0 or passage.tokens.forms[time.i - 1] not in words(*_BOUNDING)):
        return entry
    first = at.first or at.last.replace(month=1 if at.grain == "year" else at.last.month, day=1)
    end = at.last if at.first is None and at.grain not in ("year", "month") else first
    return replace(entry, at=Interval(None, end - timedelta(1), "day"))


def _judged(
    entry: _Entry, published: Interval | None, record: Record, as_of: date | None
) -> tuple[dict[str, Arg], Verdict]:
    """The verdict; where the news' own day was assumed, it counts only if the record has the fact on that day, and
    where a time is told on which the deed may have been another, only if it has it then.
    """
    found, kind = entry.found, kinds()[entry.found.kind]
    published = None if found.elsewhere else published
    if found.assumed and found.time is not None and entry.at is not None:
        dated = entry.args | {"at": entry.at.edtf()}
        verdict = kind.check(Case(found, dated, entry.at, published, as_of), record)
        return dated, verdict if verdict.label == "supported" else policy.left_open(verdict)
    if found.assumed and published is not None and published.first is not None:
        dated = entry.args | {"at": _common(published)}
        verdict = kind.check(Case(found, dated, published, published, as_of), record)
        if verdict.label == "supported":
            return dated, verdict
        lately = Interval(published.first - _LATELY, published.last)
        verdict = kind.check(Case(found, entry.args, lately, published, as_of), record)
        if verdict.label == "supported":
            return entry.args, verdict
        return entry.args, kind.check(Case(found, entry.args, None, published, as_of), record)
    return entry.args, kind.check(Case(found, entry.args, entry.at, published, as_of), record)


def _worded(verdict: Verdict) -> Verdict:
    """The verdict on a denial: what bears out the deed refutes its denial, and the other way round."""
    if verdict.label == "supported":
        return Verdict("refuted", verdict.why, verdict.citations)
    return Verdict("supported", verdict.why, verdict.citations) if verdict.label == "refuted" else verdict
