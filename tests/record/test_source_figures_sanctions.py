"""The figures in SOURCE.md of facts_council on sanctions regimes and the bodies that watch them."""

from __future__ import annotations

from mahdar.edtf import Interval
from mahdar.record.access import Record
from tests.record.figures import Rows, count, here, rows

pytestmark = here


def facts(name: str) -> Rows:
    return rows("facts_council", f"{name}.csv")


def test_rows() -> None:
    assert len(facts("sanctions_regimes")) == 35


def test_regimes_counted_and_active() -> None:
    table = facts("sanctions_regimes")
    assert count(table, "in_un_count") == {"yes": 31, "no": 4}
    assert sum(r["status"] == "active" and bool(r["committee"]) for r in table) == 14
    assert sum(r["status"] in {"active", "disputed"} and bool(r["committee"]) for r in table) == 15
    assert all(r["founding_date"] < (r["ended_date"] or "9999") for r in table)
    older = [r["regime"] for r in table if r["committee_date"] and r["committee_date"] < r["founding_date"]]
    assert older == ["Eritrea", "Iran (reapplied 2025)"]


def test_regimes_dates_of_resolutions(record: Record) -> None:
    compared, different = 0, set()
    for row in facts("sanctions_regimes"):
        pairs = {
            "founding_resolution": "founding_date",
            "committee_resolution": "committee_date",
            "ended_by": "ended_date",
        }
        for symbol, on in ((row[a], row[b]) for a, b in pairs.items()):
            found = record.decision(symbol) if symbol else None
            compared += found is not None
            if found and found.date.isoformat() != on:
                different.add((symbol, on, found.date.isoformat()))
    # "Every resolution date: equal" holds but for two. Resolution 2231 of 2015 ended the measures later, at the
    # Implementation Day of the agreement with Iran, and that day is what the row gives. Resolution 918 was adopted
    # after midnight: the UN table has the evening, its own text the day, as the folder's note on contradictions says.
    assert different == {
        ("S/RES/2231", "2016-01-16", "2015-07-20"),
        ("S/RES/918", "1994-05-16", "1994-05-17"),
    }
    assert compared == 84


def test_bodies_begin_with_their_resolutions_and_end_after(record: Record) -> None:
    bodies = [r for r in facts("sanctions_regimes") if r["monitoring_body"]]
    assert len(bodies) == 20
    for row in bodies:
        found = record.decision(row["body_resolution"])
        assert found, row["body_resolution"]
        assert found.date.isoformat() == row["body_start"], row["body_resolution"]
        assert row["body_start"] < (row["body_end"] or "9999")
    ends = {r["regime"]: r["body_end"] for r in bodies if r["body_end"]}
    assert ends["Democratic People's Republic of Korea"] == "2024-04-30"
    assert len(ends) == 6


def test_bodies_that_outlived_their_regimes_and_those_without_an_end() -> None:
    table = {r["regime"]: r for r in facts("sanctions_regimes") if r["monitoring_body"]}
    later = {name for name, r in table.items() if r["ended_date"] and r["body_end"] > r["ended_date"]}
    assert later == {"Eritrea", "Mali"}  # each was wound up within a month or so
    # "Missing: end dates of early panels (Angola, Sierra Leone, Rwanda inquiry, Liberia 1343)": these four.
    open_ended = {name for name, r in table.items() if r["status"] == "ended" and not r["body_end"]}
    assert open_ended == {"Angola (UNITA)", "Rwanda", "Sierra Leone", "Liberia (second)"}


def test_bodies_are_those_of_the_record(record: Record) -> None:
    told = {(r["monitoring_body"], r["body_start"], r["body_end"]) for r in facts("sanctions_regimes")}
    kept = {(b.name, _day(b.first), _day(b.last)) for b in record.sanctions_bodies()}
    assert kept == told - {("", "", "")}


def _day(when: Interval | None) -> str:
    return when.edtf() if when else ""


def test_contradictions_on_the_days_of_regimes(record: Record) -> None:
    table = {r["regime"]: r for r in facts("sanctions_regimes")}
    assert table["Southern Rhodesia"]["founding_resolution"] == "S/RES/232"
    assert table["Southern Rhodesia"]["committee_resolution"] == "S/RES/253"
    assert [d.date.isoformat() for d in (record.decision("S/RES/1448"),) if d] == ["2002-12-09"]
    both = [d for d in (record.decision("S/RES/918"),) if d]
    days = {d.date.isoformat() for d in both} | {d.date.isoformat() for d in record.rivals(both[0])}
    assert days == {"1994-05-16", "1994-05-17"}
