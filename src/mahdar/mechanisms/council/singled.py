"""Vetoes and votes told as the first, the last or those of one alone, counted over the record."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.checking import policy
from mahdar.checking.caution import uncounted
from mahdar.checking.protocol import CHOICES, Case
from mahdar.checking.wording import Pair, day, states
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Decision


def veto(case: Case, verdict: Verdict, record: Record) -> Verdict:
    """A veto that the record has, held against all of these states on the topic."""
    judge = _VETOES.get(case.found.singled)
    return judge(case, verdict, record) if judge is not None else uncounted(verdict)


def _first(case: Case, verdict: Verdict, record: Record) -> Verdict:
    """The first veto of these states on the topic."""
    rows, here = _vetoes(case, record), _deciding(case, record, verdict)
    if here is None:
        return uncounted(verdict)
    earlier = [row for row in rows if row.date < here[0].date]
    if not earlier:
        return verdict
    by = states(case.texts("by"))
    if not any(set(case.texts("by")) <= set(row.vetoed_by) for row in earlier):  # Russia holds the Soviet Union's seat
        return uncounted(verdict)
    on = day(earlier[0].date)
    why = Pair(
        f"{by.en} cast a veto earlier: {earlier[0].name} on {on.en}.",
        f"سبق ذلك نقض من جانب {by.ar}: {earlier[0].name} في {on.ar}.",
    )
    return policy.conflicting(why, [here[0], earlier[0]])


def _last(case: Case, verdict: Verdict, record: Record) -> Verdict:
    """The last veto of these states on the topic before the report came out; without its day, later ones only doubt
    it.
    """
    rows, here = _vetoes(case, record), _deciding(case, record, verdict)
    if here is None:
        return uncounted(verdict)
    end = case.published.last if case.published else case.as_of
    later = [row for row in rows if row.date > here[-1].date and (end is None or row.date <= end)]
    if not later:
        return verdict
    by, on = states(case.texts("by")), day(later[-1].date)
    why = Pair(
        f"{by.en} cast a veto later: {later[-1].name} on {on.en}.",
        f"تلا ذلك نقض من جانب {by.ar}: {later[-1].name} في {on.ar}.",
    )
    rows = [here[-1], later[-1]]
    return policy.unknown(why, rows) if end is None else policy.conflicting(why, rows)


def _alone(case: Case, verdict: Verdict, record: Record) -> Verdict:
    """Nobody else cast the veto: by the casters of the row."""
    here = _deciding(case, record, verdict)
    if here is None:
        return uncounted(verdict)
    named = {"RUS" if code == "SUN" else code for code in case.texts("by")}
    if any({"RUS" if code == "SUN" else code for code in row.vetoed_by} == named for row in here):
        return verdict
    by = states(here[-1].vetoed_by)
    why = Pair(
        f"{here[-1].name} was vetoed by {by.en}, not by one alone.",
        f"نُقض المشروع {here[-1].name} من جانب {by.ar}، لا من جانب دولة وحدها.",
    )
    return policy.conflicting(why, here[-1:])


def vote(case: Case, verdict: Verdict, record: Record) -> Verdict:
    """Nobody else voted so: by the tally of the row; the first and the last vote are not counted."""
    if case.found.singled != "alone":
        return uncounted(verdict)
    symbol = verdict.citations[0].symbol if verdict.citations else None
    row = record.decision(symbol) if symbol else None
    counted = row.tally if row is not None else None
    if row is None or counted is None or not case.pairs("states"):
        return uncounted(verdict)
    told = list(case.pairs("states").values())
    said = dict(zip(CHOICES, counted, strict=True))
    if any(said.get(vote) == told.count(vote) for vote in set(told)):  # "only Russia was against; China abstained"
        return verdict
    return Verdict("conflicting", verdict.why, verdict.citations)


def _vetoes(case: Case, record: Record) -> list[Decision]:
    """All vetoes of these states on the topic that are in the record, in order of time."""
    by = case.texts("by")
    if not by:
        return []
    found = policy.known(case, record.vetoes(by=by[0], topic=case.text("topic") if case.firm("topic") else None))
    also = set(by[1:])
    return sorted((row for row in found if also <= set(row.vetoed_by)), key=lambda row: row.date)


def _deciding(case: Case, record: Record, verdict: Verdict) -> list[Decision] | None:
    """The vetoes of the days meant by which a claim is borne out; None where the record shows none."""
    rows = _vetoes(case, record)
    if case.at is not None:
        days = policy.wider(case.at) if policy.day_level(case.at) else case.at
        rows = [row for row in rows if days.contains(row.date)]
    else:
        cited = {c.symbol for c in verdict.citations if c.symbol}
        rows = [row for row in rows if row.citation().symbol in cited]
    return rows or None


_VETOES: dict[str, Callable[[Case, Verdict, Record], Verdict]] = {"first": _first, "last": _last, "alone": _alone}
