"""Checks of claims on offices: who held which, since when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from mahdar.checking import policy
from mahdar.checking.lasting import borne_out
from mahdar.checking.protocol import Case, Found
from mahdar.checking.wording import Pair, day
from mahdar.edtf import Interval
from mahdar.mechanisms.offices import rules
from mahdar.mechanisms.offices.persons import mandated, recorded, slug
from mahdar.mechanisms.offices.timed import TOOK
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Office

_TABLE = "un_offices"
_SPOKESPERSON = "spokesperson"
_ACTING = "-acting"
_OF_MANDATES = ("special-rapporteur", "independent-expert")  # slugs of ranks that hold a country mandate
_AHEAD = timedelta(120)  # between an election or appointment and the first day in office
_YEAR = 366  # days at the most that single out one holder


def check(case: Case, record: Record) -> Verdict:
    """The person held the office at the time; one office with one holder at a time refutes another name."""
    person, office = recorded(case.text("person")), case.text("office")
    loose = office is None or not case.firm("office")
    named = record.offices(person, office) or (record.offices(person, office + _ACTING) if office else ())
    rows = policy.known(case, named or (_any_office(record, person, office) if loose else ()))
    days = case.reference
    since = policy.opening(case.at)
    if since is not None or (case.found.theme == TOOK and case.at is not None):
        return _entered(case, record, rows, since or days)
    there = [row for row in rows if days is None or days.overlaps(rules.span(row))]
    if there:
        held = [rules.span(row) for row in there]
        told = [_told(row) for row in there[::-1]]
        return borne_out(case, told, there[::-1], held, lambda _: case.firm("office"), between=True)
    mandate = _mandate(case, record, person, days) if loose or office in _OF_MANDATES else None
    if mandate is not None:
        return mandate
    if loose or office is None or not rules.held_alone(office):
        return _elsewhere(case, record, person, office)
    return _another(case, record, person, office)


def _entered(case: Case, record: Record, rows: Sequence[Office], when: Interval | None) -> Verdict:
    """The office was entered in the time meant, or in the months behind it: who is chosen takes office later; a row of
    another time is what the record has.
    """
    days = None if when is None or when.last is None else policy.wider(Interval(when.first, when.last + _AHEAD))
    fitting = [row for row in rows if days is not None and row.first is not None and days.overlaps(row.first)]
    if fitting:
        return policy.supported(_told(fitting[0]), fitting[:1])
    return policy.unknown(_told(rows[-1]), rows[-1:]) if rows else policy.silent(case, _TABLE)


def _elsewhere(case: Case, record: Record, person: str, office: str | None) -> Verdict:
    """Undecided, with the person's own time in that office, or who held it then, as what the record has."""
    days = case.reference
    rows = policy.known(case, record.offices(person, office) if office else ())
    if not rows and office and days is not None and record.offices(person):
        rows = [row for row in policy.known(case, record.offices(office=office)) if days.within(rules.span(row))]
    return policy.unknown(_told(rows[-1]), rows[-1:]) if rows else policy.silent(case, _TABLE)


def _any_office(record: Record, person: str, rank: str | None) -> tuple[Office, ...]:
    """What a person held by the record where the text gives no more than a rank, which one who speaks for its holder
    does not hold.
    """
    speaks = (rank or "").startswith(_SPOKESPERSON)
    return tuple(row for row in record.offices(person) if speaks == (_SPOKESPERSON in row.office))


def _mandate(case: Case, record: Record, person: str, days: Interval | None) -> Verdict | None:
    """The person held a country mandate at the time."""
    rows = [m for code in mandated(person) for m in record.mandates(code) if slug(m.holder) == person]
    for row in policy.known(case, rows):
        span = Interval(
            row.holder_first.first if row.holder_first else None, row.holder_last.last if row.holder_last else None
        )
        if days is None or days.overlaps(span):
            first = day(row.holder_first)
            why = Pair(
                f"{row.holder} held this mandate from {first.en}: {row.title}.",
                f"بداية هذه الولاية ({row.title}) لصاحبها {row.holder}: {first.ar}.",
            )
            return policy.supported(why, [row])
    return None


def _another(case: Case, record: Record, person: str, office: str) -> Verdict:
    """Only a person whom the record knows in office, and not then, is refuted: an unknown spelling proves nothing."""
    days = case.reference
    holders = [row for row in record.offices(office=office) if days is not None and days.within(rules.span(row))]
    if (
        not case.firm("at")
        or not record.offices(person)
        or not holders
        or days is None
        or (days.days() or 9999) > _YEAR
    ):
        return _elsewhere(case, record, person, office)
    return policy.refuted(_told(holders[-1]), holders[-1:])


def _told(row: Office) -> Pair:
    first, last = day(row.first), day(row.last)
    until = Pair(f" until {last.en}" if row.last else "", f"، ونهايتها {last.ar}" if row.last else "")
    office = rules.named(row.office)
    return Pair(
        f"{row.name} was {office.en} from {first.en}{until.en}.",
        f"بداية ولاية {row.name_ar or row.name} في المنصب ({office.ar}) {first.ar}{until.ar}.",
    )


def facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days in office."""
    office = found.args.get("office")
    rows = record.offices(recorded(found.args.get("person")), str(office) if office else None)
    return [rules.span(row) for row in rows]
