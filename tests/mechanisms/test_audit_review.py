"""The rules of the Universal Periodic Review and of the Human Rights Council turned on rows that tests tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.audits import Bench


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "record.duckdb")


def turn(state: str, session: int, cycle: int) -> dict[str, object]:
    return {"state": state, "session": session, "cycle": cycle, "place": f"line {session}"}


def recommended(by: str, text: str, state: str = "PRK", session: int = 19, **more: object) -> dict[str, object]:
    return {"state": state, "session": session, "cycle": 2, "recommender": by, "recommender_told": by, "text": text} | {
        "kind": "recommendation", "response": "noted", "place": f"line {text}", **more,
    }  # fmt: skip


def test_each_state_once_in_a_cycle_and_in_one_session(bench: Bench) -> None:
    bench.tell("upr-info", "sessions.csv", reviews=[turn("FRA", 15, 2), turn("FRA", 16, 2), turn("PRK", 19, 2)])
    (twice,) = bench.findings("review-once")
    assert "has France reviewed twice in cycle 2, in sessions 15 and 16" in twice.said.en
    (differs,) = bench.findings("review-sessions-differ")
    assert "the database of UPR Info has session 16" in differs.said.en


def test_reviews_fall_into_their_cycle(bench: Bench) -> None:
    assert bench.findings("review-cycles") == ()
    bench.connection.execute("UPDATE main.upr_reviews SET cycle = 3 WHERE state = 'PRK' AND cycle = 2")
    (found,) = bench.findings("review-cycles")
    assert "is put into cycle 3; cycle 2 was running, since 21 May 2012" in found.said.en


def test_answers_add_up_to_what_was_received(bench: Bench) -> None:
    rows = "UPDATE main.upr_recommendations SET noted = noted + 1 WHERE state = 'AFG' AND cycle = 1"
    before = {f.about for f in bench.findings("review-sums")}
    bench.connection.execute(rows)
    added = [f for f in bench.findings("review-sums") if f.about not in before]
    assert [f.about for f in added] == ["AFG"]
    assert "147 received, 118 supported, 30 noted; the answers add up to 148" in added[0].said.en


def test_counts_of_one_kind_are_compared(bench: Bench) -> None:
    rows = [
        recommended("FRA", str(n), "AFG", 5, cycle=1, response="supported" if n < 118 else "noted") for n in range(147)
    ]
    load = bench.tell("upr-info", "1-5.csv", recommendations=rows)
    assert "AFG" not in {f.about for f in bench.findings("review-counts-differ")}
    bench.connection.execute("UPDATE told.recommendations SET response = 'noted' WHERE load = ? AND text = '3'", [load])
    (found,) = bench.findings("review-counts-differ", "AFG")
    assert "118 supported" in found.said.en
    assert "117 supported" in found.said.en


def test_recommendations_by_whom_to_whom_and_once(bench: Bench) -> None:
    rows = [
        *(recommended("FRA", "a"), recommended("FRA", "a"), recommended("DEU", "a")),
        *(recommended("PRK", "b"), recommended("FRA", "c", "FRA", 19)),
    ]
    bench.tell("upr-info", "17-20.csv", recommendations=rows)
    said = [f.said.en for f in bench.findings("review-recommendations")]
    assert len([s for s in said if "more than once" in s]) == 1
    assert any("to the Democratic People's Republic of Korea in session 19 by itself" in s for s in said)
    assert any("to France in session 19, in which it was not reviewed" in s for s in said)


def test_nothing_of_a_later_session_counts_before_it(bench: Bench) -> None:
    assert bench.audited("review-sums", as_of=date(2005, 1, 1)).rows == 0
    some = bench.audited("review-sums", as_of=date(2011, 1, 1)).rows
    assert 0 < some < bench.audited("review-sums").rows


def test_seats_of_the_human_rights_council(bench: Bench) -> None:
    found = {f.about: f.said.en for f in bench.findings("rights-council-seats")}
    assert set(found) == {"2011-03-02", "2018-06-20", "2022-04-08"}  # Libya, the United States, the Russian Federation
    assert "From 2 March 2011 to 17 November 2011, 46 states sat" in found["2011-03-02"]
    assert bench.findings("rights-council-terms") == ()
    change = bench.connection.execute
    change("UPDATE main.hrc_terms SET state = 'VAT' WHERE state = 'CHE' AND first = DATE '2006-06-19'")
    assert any("VAT" in f.states for f in bench.findings("rights-council-seats"))
    change("UPDATE main.hrc_terms SET last = DATE '2016-12-31' WHERE state = 'CUB' AND first = DATE '2009-06-19'")
    (long,) = bench.findings("rights-council-terms", "CUB")
    assert "from 19 June 2006 to 31 December 2019 without a break" in long.said.en


def test_votes_of_the_human_rights_council(bench: Bench) -> None:
    assert bench.findings("rights-council-votes") == ()
    bench.connection.execute(
        "UPDATE main.hrc_decisions SET yes = 21, no = 22, abstain = 5 WHERE symbol = 'A/HRC/RES/34/23'"
    )
    found = [f.said.en for f in bench.findings("rights-council-votes")]
    assert any("has 47 members" in said for said in found)
    assert any("without a majority" in said for said in found)
