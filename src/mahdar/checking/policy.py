"""The policy of verdicts: what the record may say of a claim, and on what ground (`docs/verdicts.md`).

Closed world only inside declared coverage; a refutation needs a row of certain identity or a complete table; a
claim that holds in part is `conflicting`, with both halves named. Rows younger than `as_of` are not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol, TypeVar

from mahdar.checking.protocol import Case
from mahdar.checking.wording import Pair, day, sentence, table
from mahdar.edtf import Interval
from mahdar.model import Citation, Verdict, VerdictLabel, Why
from mahdar.record.access import Record
from mahdar.record.rows import Coverage

MOST_CITATIONS = 3
_NEAR_BY = timedelta(60)


class Cited(Protocol):
    """A row of the record."""

    @property
    def firm(self) -> bool: ...

    @property
    def known_since(self) -> date | None: ...

    def citation(self) -> Citation: ...


R = TypeVar("R", bound=Cited)


def supported(why: Pair, rows: Iterable[Cited]) -> Verdict:
    """The rows bear the claim out."""
    return _verdict("supported", why, cite(rows))


def conflicting(why: Pair, rows: Iterable[Cited]) -> Verdict:
    """Part of the claim holds and part does not, or official sources disagree."""
    return _verdict("conflicting", why, cite(rows))


def refuted(why: Pair, rows: Iterable[Cited]) -> Verdict:
    """The rows contradict the claim; where none of them is firm the record only doubts it, and that is not enough."""
    rows = list(rows)
    if not any(row.firm for row in rows):
        return unknown(why, rows)
    return _verdict("refuted", why, cite(rows))


def absent(why: Pair, coverage: Coverage, rows: Iterable[Cited] = ()) -> Verdict:
    """Nothing of the kind stands in a table that is complete for that time: that refutes."""
    holds = table(coverage.table)
    title = f"Mahdar's record of {holds.en}, complete from {coverage.first} to {coverage.last}: no such entry"
    whole = Citation(None, coverage.last.isoformat(), title, "Mahdar's record")
    return _verdict("refuted", why, (*cite(rows), whole))


def unknown(why: Pair, rows: Iterable[Cited] = ()) -> Verdict:
    """The record neither bears the claim out nor contradicts it; rows that lie near may be cited."""
    return _verdict("not-enough-evidence", why, cite(rows))


def _verdict(label: VerdictLabel, why: Pair, citations: tuple[Citation, ...]) -> Verdict:
    return Verdict(label, Why(sentence(why.en), why.ar), citations)


def inferred(case: Case, name: str, verdict: Verdict) -> Verdict:
    """The verdict, save that nothing is contradicted where the text only implies this argument."""
    against = verdict.label in ("refuted", "conflicting")
    return left_open(verdict) if against and name in case.found.weak else verdict


def left_open(verdict: Verdict) -> Verdict:
    """What the record has, deciding nothing."""
    return Verdict("not-enough-evidence", verdict.why, verdict.citations)


def silent(case: Case, name: str) -> Verdict:
    """The record holds nothing that decides the claim."""
    holds = table(name)
    if case.as_of is not None:
        on = day(case.as_of)
        return unknown(
            Pair(
                f"The record as it stood on {on.en} holds nothing that decides this ({holds.en}).",
                f"لا يتضمن السجل حتى {on.ar} ما يحسم ذلك ({holds.ar}).",
            )
        )
    return unknown(
        Pair(f"The record holds nothing that decides this ({holds.en}).", f"لا يتضمن السجل ما يحسم ذلك ({holds.ar}).")
    )


def undated(verdict: Verdict) -> Verdict:
    """The verdict where only the day of publication is wanting."""
    said = Pair(
        "The day of publication is not known, and it is all that is missing to decide this.",
        "تاريخ النشر غير معروف، وهو كل ما ينقص للبت في ذلك.",
    )
    return Verdict(verdict.label, Why(said.en, said.ar), verdict.citations)


def hanging(verdict: Verdict) -> Verdict:
    """The verdict on a claim whose time, such as "on Friday", means nothing without the day of publication."""
    said = Pair(
        "Which day is meant depends on the day of publication, which is not known.",
        "يتوقف اليوم المقصود على تاريخ النشر، وهو غير معروف.",
    )
    return Verdict(verdict.label, Why(said.en, said.ar), verdict.citations)


def another_time() -> Verdict:
    """The claim is of a time to which its words point, and which they do not name."""
    return unknown(
        Pair(
            "The text speaks of another time, to which it only points: the record cannot contradict it.",
            "يتحدث النص عن وقت آخر يشير إليه ولا يحدده، فلا يستطيع السجل أن ينقضه.",
        )
    )


def during(when: Interval | None) -> Pair:
    """The days meant behind a verb: "on 3 May 2011", "in May 2011", "since 3 May 2011", "from … to …"."""
    said = day(when)
    if when is None or when.first is None or when.last is None:
        return said
    if when.first == when.last:
        return Pair(f"on {said.en}", f"في {said.ar}")
    if "/" in when.edtf():
        return Pair(f"from {said.en}", f"من {said.ar}")
    return Pair(f"in {said.en}", f"في {said.ar}")


class Dated(Cited, Protocol):
    """A row of one day."""

    @property
    def date(self) -> date: ...


D = TypeVar("D", bound=Dated)


def close_by(case: Case, rows: Sequence[D], told: Callable[[D], Pair], name: str) -> Verdict:
    """Silent on the claim, but naming the row that lies nearest to the days meant, if any lies within two months."""
    days = case.at
    if days is None or days.first is None or days.last is None:
        return silent(case, name)
    first, last = days.first, days.last
    near = [r for r in known(case, rows) if first - _NEAR_BY <= r.date <= last + _NEAR_BY]
    if not near:
        return silent(case, name)
    row = min(near, key=lambda r: max(first - r.date, r.date - last))
    said = told(row)
    return unknown(Pair(f"The record has: {said.en}", f"في السجل: {said.ar}"), [row])


def cite(rows: Iterable[Cited]) -> tuple[Citation, ...]:
    """The citations of the first rows, each once."""
    return tuple(dict.fromkeys(row.citation() for row in rows))[:MOST_CITATIONS]


def known(case: Case, rows: Sequence[R]) -> list[R]:
    """The rows that were public on the day of the record."""
    if case.as_of is None:
        return list(rows)
    return [row for row in rows if row.known_since is None or row.known_since <= case.as_of]


def complete(case: Case, record: Record, name: str, part: str = "", when: Interval | None = None) -> Coverage | None:
    """The coverage of a table if absence from it proves something for all these days, else None."""
    days = when or case.reference
    if days is None:
        return None
    coverage = record.coverage(name, part)
    late = case.as_of is not None and (days.last is None or days.last > case.as_of)
    return coverage if coverage.covers(days) and not late else None


def until(case: Case) -> Interval | None:
    """The days in which the rows may lie: those meant, an open end closed by the day of publication or of the record.

    What is told as past, without a time, lies before the report came out.
    """
    end = (case.published.last if case.published else None) or case.as_of
    if case.at is None:
        return Interval(None, end + timedelta(1)) if end and case.found.tense != "future" else None
    if case.at.last is None and end and (case.at.first is None or case.at.first <= end):
        return Interval(case.at.first, end)
    return case.at


def opening(when: Interval | None) -> Interval | None:
    """The day, month or year in which an open time begins, as it was written: "since 2006" is 2006."""
    if when is None or when.first is None or when.last is not None:
        return None
    return Interval.parse(when.edtf().partition("/")[0])


def wider(when: Interval, days: int = 1) -> Interval:
    """The interval and so many days around it: the clocks of New York and of newsrooms differ."""
    by = timedelta(days)
    return Interval(when.first - by if when.first else None, when.last + by if when.last else None)


def of_its_end(when: Interval) -> Interval:
    """The days on which what ends with a month or a year may end: a day more only around a single day."""
    return wider(when) if day_level(when) else when


def on_the_day(case: Case, row: date) -> bool:
    """Whether a day is that of the claim, clocks allowed for; where the news' own day was assumed only that very
    day is.
    """
    if case.at is None:
        return True
    return case.at.contains(row) if case.found.assumed else wider(case.at).contains(row)


def day_level(when: Interval | None) -> bool:
    """Whether the days are few enough to single out one happening."""
    count = when.days() if when else None
    return count is not None and count <= 3


def can_be_count(case: Case, rows: int) -> bool:
    """Whether so many rows of a table that is a selection can bear out the count told: a smaller number may be that of
    a part, unless the text says that there were no more.
    """
    low, high, only = case.found.low, case.found.high, case.found.only
    return (low is None or low <= rows) and not (only and high is not None and rows > high)
