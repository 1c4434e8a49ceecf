"""The law of treaties turned on rows that tests tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.audits import Bench


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "record.duckdb")


def dated(state: str, action: str, on: str, treaty: str = "cat") -> dict[str, object]:
    return {"treaty": treaty, "state": state, "action": action, "date": on, "place": f"line of {state}"} | {
        "public": date.fromisoformat(on)
    }


def status(
    state: str, marks: str, year: int | None = None, told: str = "state party", **more: object
) -> dict[str, object]:
    party, signatory, no_action = (mark == "1" if mark in "01" else None for mark in marks)
    return {"treaty": "cat", "state": state, "party": party, "signatory": signatory, "no_action": no_action} | {
        "year": year, "status_told": told, "place": f"line of {state}", **more,
    }  # fmt: skip


def test_marks_that_contradict_one_another(bench: Bench) -> None:
    rows = [
        status("PRK", "101", 1990, note="As Democratic People's Republic of Korea"),
        status("TZA", "000", told="no action"),
        status("FRA", "100", 1986),
        status("USA", "1__", 1994),
    ]
    bench.tell("untc-years", "cat", treaty_status=rows)
    found = {f.states: f for f in bench.findings("treaties-marks")}
    assert set(found) == {("PRK",), ("TZA",)}
    several = found["PRK",]
    assert "as party and no action at once" in several.said.en
    assert "It gives the year 1990." in several.said.en
    assert "party=1 signatory=0 no_action=1" in several.evidence[0].says
    assert "neither as party nor as signatory nor as no action" in found["TZA",].said.en
    assert bench.audited("treaties-marks").rows == 4


def test_years_that_differ_and_years_of_the_signature(bench: Bench) -> None:
    acts = [
        *(dated("FRA", "signature", "1985-02-04"), dated("FRA", "ratification", "1986-02-18")),
        *(dated("JOR", "signature", "1988-01-01"), dated("JOR", "accession", "1991-11-13")),
        dated("PAK", "ratification", "2010-06-23"),
    ]
    bench.tell("untc", "IV-9", treaty_actions=acts)
    rows = [status("FRA", "100", 1986), status("JOR", "100", 1988), status("PAK", "100", 2008), status("IND", "010")]
    bench.tell("untc-years", "cat", treaty_status=rows)
    found = {f.states[0]: f for f in bench.findings("treaties-years")}
    assert set(found) == {"JOR", "PAK"}
    assert (found["JOR"].severity, found["PAK"].severity) == ("misprint", "disagreement")
    assert "since 1988, which is the year of its signature" in found["JOR"].said.en
    assert "since 2008" in found["PAK"].said.en
    assert "ratification on 23 June 2010" in found["PAK"].said.en


def test_parties_that_one_source_alone_knows(bench: Bench) -> None:
    acts = [dated("FRA", "ratification", "1986-02-18"), dated("MDA", "accession", "1995-11-28")]
    acts += [dated("QAT", "accession", "2000-01-11"), dated("OMN", "signature", "2014-01-01")]
    bench.tell("untc", "IV-9", treaty_actions=acts)
    rows = [status("FRA", "100", 1986), status("MDA", "001", told="no action"), status("TUV", "100", 1990)]
    rows += [status("KWT", "100", 2020)]
    bench.tell("untc-years", "cat", treaty_status=rows)
    found = {f.states[0]: f.said.en for f in bench.findings("treaties-parties")}
    assert set(found) == {"MDA", "TUV"}
    assert "does not mark it as a party, its words are “no action”" in found["MDA"]
    assert "has no act by which it became one" in found["TUV"]


def test_what_cannot_have_been_done_then(bench: Bench) -> None:
    acts = [
        dated("FRA", "signature", "1984-12-01"),  # adopted on 10 December 1984
        dated("ITA", "signature", "1985-01-15"),  # opened on 4 February 1985
        *(dated("JOR", "accession", "1991-11-13"), dated("JOR", "signature", "1992-01-01")),
        *(dated("PAK", "signature", "2008-04-17"), dated("PAK", "ratification", "2010-06-23")),
        *(dated("IND", "accession", "1997-10-14"), dated("IND", "ratification", "1999-10-14")),
    ]
    bench.tell("untc", "IV-9", treaty_actions=acts)
    order = {f.states[0]: f.said.en for f in bench.findings("treaties-order")}
    assert set(order) == {"FRA", "ITA", "JOR"}
    assert "its text was adopted on 10 December 1984" in order["FRA"]
    assert "it was opened for signature on 4 February 1985" in order["ITA"]
    assert "after accession on 13 November 1991" in order["JOR"]
    (twice,) = bench.findings("treaties-twice")
    assert "bound by the Convention against Torture" in twice.said.en
    assert twice.states == ("IND",)


def test_who_left_may_join_again(bench: Bench) -> None:
    acts = [dated("TTO", "accession", "1980-11-14"), dated("TTO", "withdrawal-in-effect", "1998-08-26")]
    bench.tell("untc", "IV-5", treaty_actions=[*acts, dated("TTO", "accession", "1998-08-27")])
    assert bench.findings("treaties-twice") == ()
