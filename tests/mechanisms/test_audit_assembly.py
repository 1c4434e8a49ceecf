"""The rules of the General Assembly, of membership, offices and mandates turned on rows that tests tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.audits import Bench
from tests.held import record

DAY = date(2007, 12, 18)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "record.duckdb")


def tell(bench: Bench, number: str, votes: dict[str, str] | None = None, **cells: object) -> None:
    """A roll call of the Assembly."""
    row = {"series": "voeten", "call": number, "place": f"row {number}", "body": "assembly", "date": DAY, **cells}
    cast = [{"series": "voeten", "call": number, "state": s, "vote": v} for s, v in (votes or {}).items()]
    bench.tell("un-ga-votes", f"file {number}", calls=[{"public": row["date"], **row}], votes=cast)


def voted(on: date, yes: int, no: int, abstain: int) -> dict[str, str]:
    members = sorted(record().un_members(on))
    ways = ["yes"] * yes + ["no"] * no + ["abstain"] * abstain
    return dict(zip(members, ways, strict=False))


def test_tallies_are_recounted(bench: Bench) -> None:
    tell(bench, "1", voted(DAY, 102, 22, 58), symbol="A/RES/62/900", yes=101, no=22, abstain=59)
    tell(bench, "2", voted(DAY, 100, 2, 3), symbol="A/RES/62/901", yes=100, no=2, abstain=3)
    tell(bench, "3", voted(DAY, 1, 0, 0), symbol="A/RES/62/902", yes=100, no=2, abstain=3)  # one state's file
    (found,) = bench.findings("assembly-tallies")
    assert found.about == "A/RES/62/900"
    assert "prints 101-22-59" in found.said.en
    assert "give 102-22-58" in found.said.en
    assert bench.audited("assembly-tallies").rows == 2


def test_no_more_votes_than_members_and_only_members(bench: Bench) -> None:
    on = date(1970, 9, 20)
    tell(bench, "1", {"FJI": "yes", "FRA": "yes", "TUV": "absent"}, symbol="A/RES/25/900", date=on)
    tell(bench, "2", {"FJI": "yes", "FRA": "yes"}, symbol="A/RES/25/901", date=on, public=date(1970, 9, 30))
    tell(bench, "3", symbol="A/RES/25/902", date=on, yes=120, no=10, abstain=2)
    outside = {f.about: f.said.en for f in bench.findings("assembly-voters")}
    assert set(outside) == {"A/RES/25/900", "A/RES/25/901"}
    assert "by Fiji, not a Member" in outside["A/RES/25/900"]
    (many,) = bench.findings("assembly-size")
    assert "132 votes in all; the United Nations had 126 members" in many.said.en


def test_a_month_is_not_held_against_the_day_of_admission(bench: Bench) -> None:
    tell(bench, "1", {"FJI": "yes"}, date=date(1970, 10, 1), public=date(1970, 10, 31))  # admitted on 13 October
    tell(bench, "2", {"FJI": "yes"}, date=date(1970, 10, 1))
    assert [f.about for f in bench.findings("assembly-voters")] == ["2"]


def test_each_member_votes_once(bench: Bench) -> None:
    tell(bench, "1", {"FRA": "yes"}, symbol="A/RES/62/903")
    bench.connection.execute("INSERT INTO told.votes SELECT * FROM told.votes WHERE state = 'FRA'")
    (found,) = bench.findings("assembly-voters")
    assert "lists France more than once in A/RES/62/903" in found.said.en


def test_sources_that_disagree_on_a_tally(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "whole.duckdb", whole=True)
    assert {"A/RES/62/167", "A/RES/64/175"} <= {f.about for f in bench.findings("assembly-tallies-differ")}
    tell(bench, "1", voted(DAY, 101, 22, 59), symbol="A/RES/62/167")
    assert bench.findings("assembly-tallies-differ", "A/RES/62/167") == ()
    on = date(2022, 3, 2)
    tell(bench, "2", voted(on, 140, 5, 36), symbol="A/RES/ES-11/1", date=on)
    (found,) = bench.findings("assembly-tallies-differ", "A/RES/ES-11/1")
    assert "the record (after the resolutions of the General Assembly) has 141-5-35" in found.said.en
    assert "has 140-5-36" in found.said.en


def test_outcomes_and_sessions(bench: Bench) -> None:
    cells: dict[str, Any] = {"outcome": "adopted", "no": 58, "abstain": 17}
    tell(bench, "1", symbol="A/RES/62/904", yes=45, **cells)
    tell(bench, "2", symbol="A/RES/59/905", yes=75, **cells)
    tell(bench, "3", symbol="A/RES/61/906", yes=75, **cells, date=date(2007, 9, 13))
    assert [f.about for f in bench.findings("assembly-outcomes")] == ["A/RES/62/904"]
    (other,) = bench.findings("assembly-sessions")
    assert "A/RES/59/905 (18 December 2007) of session 59; session 62 was running then" in other.said.en


def test_membership_offices_and_mandates_of_the_package_hold_together(bench: Bench) -> None:
    for slug in ("membership-events", "offices-alone", "mandates-years"):
        audited = bench.audited(slug)
        assert (audited.findings, audited.rows > 40) == ((), True), slug


def test_what_would_break_them_is_found(bench: Bench) -> None:
    change = bench.connection.execute
    change("UPDATE main.un_members SET date = '1945-01-01' WHERE state = 'FRA'")
    change("UPDATE main.un_members SET event = 'withdrawal' WHERE state = 'MNE'")
    change("INSERT INTO main.un_members SELECT * FROM main.un_members WHERE state = 'JPN' AND event = 'admission'")
    events = {f.about: f.said.en for f in bench.findings("membership-events")}
    assert "before the Charter came into force on 24 October 1945" in events["FRA"]
    assert "though it was no Member" in events["MNE"]
    assert "though it was a Member already" in events["JPN"]
    change(
        "UPDATE main.un_offices SET last = '2018-12-31' WHERE person = 'ban-ki-moon' AND office = 'secretary-general'"
    )
    (together,) = bench.findings("offices-alone")
    assert "Ban Ki-moon" in together.said.en
    assert "António Guterres" in together.said.en
    change("UPDATE main.country_mandates SET holder_last = '2026' WHERE holder = 'Marzuki Darusman' AND state = 'PRK'")
    assert "Marzuki Darusman" in bench.findings("mandates-years", "PRK")[0].said.en
