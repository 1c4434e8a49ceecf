"""Checks of claims on the consolidated list: who was listed when, who stands on it, who was taken off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from mahdar.checking import policy
from mahdar.checking.protocol import Case
from mahdar.checking.wording import Pair, day
from mahdar.edtf import Interval
from mahdar.mechanisms.sanctions.listed_names import Entry, entries
from mahdar.mechanisms.sanctions.listings import REMOVED
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Listing
from mahdar.tables import read_rows

_TABLE = "sanctions_listings"
_PACKAGE = "mahdar.mechanisms.sanctions"


def check(case: Case, record: Record) -> Verdict:
    """The entry under that name: listed at the time, standing on it now, or gone. Names that the list spells in
    another way prove nothing.
    """
    entry = entries(case.text("name") or "", record)
    rows = policy.known(case, entry.rows)
    if not rows:
        return policy.silent(case, _TABLE)
    if case.text("status") == REMOVED:
        return _removed(case, rows)
    if case.at is not None and not case.negated and not case.found.now:
        return _listed(entry, rows, case.at)
    return _stands(case, entry, rows)


def _listed(entry: Entry, rows: Sequence[Listing], at: Interval) -> Verdict:
    """Listed in the time meant; an entry of another day contradicts in part, if the spelling leaves no doubt."""
    began = policy.wider(policy.opening(at) or at)
    fitting = [row for row in rows if began.contains(row.listed_on)]
    if fitting:
        return policy.supported(_told(fitting[0]), fitting)
    sure = entry.sure and len(rows) == 1 and not any(began.contains(on) for on in _aliases(rows[0].reference))
    doubt = policy.conflicting if sure else policy.unknown
    return doubt(_told(rows[0]), rows)


@cache
def _aliases(reference: str) -> tuple[date, ...]:
    """The days on which names of an entry were added to the list otherwise than by that entry."""
    rows = read_rows(_PACKAGE, "aliases.csv")
    return tuple(date.fromisoformat(row["added_on"]) for row in rows if row["reference"] == reference)


def _stands(case: Case, entry: Entry, rows: Sequence[Listing]) -> Verdict:
    """On the list on the day meant, as far as the snapshots of the list tell."""
    on = case.reference.last if case.reference else None
    if on is None:
        return policy.unknown(_told(rows[0]), rows)
    there = [row for row in rows if row.stood(on)]
    if there:
        sure = entry.sure or not case.negated
        return policy.supported(_told(there[0]), there) if sure else policy.unknown(_told(there[0]), there)
    if entry.sure and all(row.stood(on) is False for row in rows):
        return policy.refuted(_told(rows[0]), rows)
    return policy.unknown(_told(rows[0]), rows)


def _removed(case: Case, rows: Sequence[Listing]) -> Verdict:
    """Gone between two snapshots that the time meant overlaps; other days decide nothing: it may have come back."""
    gone = [row for row in rows if row.removed is not None]
    fitting = [row for row in gone if case.at is None or (row.removed and policy.wider(case.at).overlaps(row.removed))]
    if fitting:
        return policy.supported(_told(fitting[0]), fitting)
    return policy.unknown(_told(rows[0]), rows)


def _told(row: Listing) -> Pair:
    listed, name = day(row.listed_on), row.name.strip()
    said = Pair(
        f"The consolidated list has {name} ({row.reference}), listed on {listed.en}",
        f"يرد الاسم {name} ({row.reference}) في القائمة الموحدة، وتاريخ إدراجه {listed.ar}",
    )
    if row.removed is None:
        return Pair(f"{said.en}.", f"{said.ar}.")
    first, last = day(row.removed.first), day(row.removed.last)
    return Pair(
        f"{said.en}; it was removed between {first.en} and {last.en}.",
        f"{said.ar}، وقد رُفع منها بين {first.ar} و{last.ar}.",
    )
