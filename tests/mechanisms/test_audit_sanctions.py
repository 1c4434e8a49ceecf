"""The rules of sanctions lists and regimes turned on rows that tests tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.audits import Bench, call

SNAPSHOTS = (date(2015, 1, 1), date(2018, 1, 1), date(2020, 1, 1), date(2024, 1, 1))


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "record.duckdb")


def tell(bench: Bench, snapshot: date, *entries: tuple[str, date], scope: str = "consolidated") -> None:
    rows = [
        {"reference": reference, "list": "DPRK", "kind": "individual", "name": "A NAME", "listed_on": listed}
        | {"snapshot": snapshot, "public": snapshot, "place": f"INDIVIDUAL ({reference})"}
        for reference, listed in entries
    ]
    bench.tell("un-sc-sanctions", f"{snapshot} {scope}", listings=rows)


def test_a_name_that_goes_and_comes_back(bench: Bench) -> None:
    listed = date(2009, 7, 16)
    for index, snapshot in enumerate(SNAPSHOTS):
        entries = [("KPi.001", listed), ("KPi.002", listed), ("KPi.003", listed)]
        if index == 1:
            entries.pop(0)
        if index == 3:
            entries.pop()  # taken off for good
        tell(bench, snapshot, *entries)
    tell(bench, date(2019, 1, 1), ("KPi.001", listed), ("KPi.003", listed), scope="DPRK")
    found = {f.about: f for f in bench.findings("sanctions-gaps")}
    assert set(found) == {"KPi.001", "KPi.002"}
    assert (
        "of 1 January 2015 and again in that of 1 January 2019, but not in that of 1 January 2018"
        in found["KPi.001"].said.en
    )
    assert found["KPi.002"].date == "2019-01-01"


def test_days_that_move_and_days_that_cannot_be(bench: Bench) -> None:
    first, second = SNAPSHOTS[:2]
    tell(bench, first, ("KPi.001", date(2012, 7, 18)), ("KPi.002", date(2016, 1, 1)), ("KPi.003", date(2001, 1, 1)))
    tell(bench, second, ("KPi.001", date(2012, 5, 18)), ("KPi.002", date(2016, 1, 1)))
    found = {f.about: f.said.en for f in bench.findings("sanctions-days")}
    assert "was listed on 18 July 2012 by the sanctions list of 1 January 2015, on 18 May 2012" in found["KPi.001"]
    assert "of 1 January 2015 as listed on 1 January 2016, a later day" in found["KPi.002"]
    assert "before the regime under which it stands was founded by S/RES/1718 (2006)" in found["KPi.003"]


def test_regimes_begin_with_their_resolutions(bench: Bench) -> None:
    days = {"S/RES/1718 (2006)": date(2006, 10, 14), "S/RES/1970 (2011)": date(2011, 2, 20)}
    days |= {"S/RES/2231 (2015)": date(2015, 7, 20), "S/RES/1483 (2003)": date(2003, 6, 1)}
    for symbol, on in days.items():
        calls, votes = call(symbol, series="library-meetings", symbol=symbol, date=on)
        bench.tell("un-library-meetings", symbol, calls=calls, votes=votes)
    found = [f.said.en for f in bench.findings("sanctions-regimes")]
    assert any("“Libya (2011)” begins on 26 February 2011 with S/RES/1970 (2011)" in said for said in found)
    assert any("ends on 22 May 2003 by S/RES/1483 (2003)" in said and "later, on 1 June 2003" in said for said in found)
    assert not any("S/RES/1718" in said for said in found)
