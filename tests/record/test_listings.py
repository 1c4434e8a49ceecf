"""The consolidated sanctions list as its snapshots show it, and the committees of the regimes."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import Listing

# Entries (individuals and entities) in each snapshot.
SNAPSHOTS = {
    date(2015, 2, 26): 621 + 422,
    date(2018, 10, 29): 703 + 390,
    date(2020, 11, 30): 713 + 305,
    date(2024, 9, 26): 682 + 193,
    date(2025, 4, 19): 684 + 193,
}


@pytest.mark.parametrize(("day", "entries"), SNAPSHOTS.items())
def test_a_snapshot_has_as_many_entries_as_the_list(record: Record, day: date, entries: int) -> None:
    assert sum(row.seen_first <= day <= row.seen_last for row in record.listings()) == entries
    assert sum(row.stood(day) is True for row in record.listings()) >= entries


def test_entries_on_the_dprk(record: Record) -> None:
    standing = [row for row in record.listings("PRK") if row.removed is None]
    assert Counter(row.kind for row in standing) == {"individual": 80, "entity": 75}
    entry = record.listing("KPi.001")
    assert entry is not None
    assert (entry.name, entry.listed_on, entry.states) == ("YUN HO-JIN", date(2009, 7, 16), ("PRK",))
    assert "KPi.001" in entry.citation().title


def test_an_entry_was_listed_before_it_was_seen(record: Record) -> None:
    for row in record.listings():
        assert row.listed_on <= row.seen_first <= row.seen_last, row.reference
        assert row.removed is None or row.removed.first == date.fromordinal(row.seen_last.toordinal() + 1)


def test_the_list_on_iran_ended_between_two_snapshots(record: Record) -> None:
    iran = [row for row in record.listings("IRN") if row.seen_last == date(2020, 11, 30)]
    assert len(iran) == 84
    assert {row.removed for row in iran} == {Interval.parse("2020-12-01/2024-09-26")}


def test_what_the_snapshots_do_not_tell_stays_open() -> None:
    row = Listing(
        source=None,  # type: ignore[arg-type]  # not asked for here
        reference="XXi.001",
        list="X",
        kind="individual",
        name="N",
        listed_on=date(2016, 1, 1),
        seen_first=date(2018, 10, 29),
        seen_last=date(2018, 10, 29),
        removed=Interval.parse("2018-10-30/2020-11-30"),
    )
    days = [date(2015, 12, 31), date(2017, 1, 1), date(2019, 1, 1), date(2020, 11, 30)]
    assert [row.stood(day) for day in days] == [False, True, None, False]


def test_every_entry_but_those_on_terrorism_has_a_target(record: Record) -> None:
    assert {row.list for row in record.listings() if not row.states} == {"Al-Qaida"}
    for row in record.listings():
        assert not row.states or record.regimes(row.states[0]), row.list


def test_an_unknown_reference_finds_nothing(record: Record) -> None:
    assert record.listing("KPi.999") is None


def test_committees_were_set_up_on_the_day_of_their_resolution(record: Record) -> None:
    dated = [row for row in record.regimes() if row.committee_first]
    assert len(dated) > 25
    for regime in dated:
        founding = record.decision(regime.committee_symbol)
        assert founding is None or founding.date == regime.committee_first, regime.name


def test_committees_are_no_older_than_their_regimes_but_two(record: Record) -> None:
    older = {row.name for row in record.regimes() if row.committee_first and row.committee_first < row.first}
    assert older == {"Eritrea", "Iran (reapplied 2025)"}
