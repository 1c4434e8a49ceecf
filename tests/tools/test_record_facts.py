"""The generator of the record's tables: what it reads is mapped, mended or refused, never dropped in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mahdar.record.symbols import resolution_symbol
from tools.record_facts import listings, presidencies, roll_call_files
from tools.record_facts import votes_told as votes_told_module
from tools.record_facts.presidencies import Anchor, RotationError
from tools.record_facts.shared import material
from tools.record_facts.votes_told import VotesError, name_told, votes_told

with_material = pytest.mark.skipif(
    not material().is_dir(), reason="the copies of the official publications are not here (MAHDAR_SHARED)"
)


@pytest.mark.parametrize(
    ("text", "session", "expected"),
    [
        ("R/62/167", 62, "A/RES/62/167"),
        ("A/RES/74/7", 74, "A/RES/74/7"),
        ("R/56/24A", 56, "A/RES/56/24 A"),
        ("R/25/2668A", 25, "A/RES/2668 A (XXV)"),
        ("ESS/9/1", 36, "A/RES/ES-9/1"),
        ("R/1/21", 1, ""),
        ("R/62/167", 63, ""),
        ("R/25/9999", 25, ""),
        ("R/677/46", 67, ""),
        ("", 40, ""),
    ],
)
def test_symbols_of_resolutions(text: str, session: int, expected: str) -> None:
    assert (resolution_symbol(text, session) or "") == expected


@pytest.mark.parametrize(
    ("session", "day", "expected"),
    [
        (41, "1986-12-04", "1986-12"),
        (55, "2000-11-20", "2000-11"),
        (56, "2001-11-04", "2001-11"),
        (56, "2001-11-29", "2001-11-29"),
        (57, "2002-12-07", "2002-12"),
        (58, "2003-11-04", "2003-11-04"),
    ],
)
def test_a_weekday_is_not_taken_for_a_day(session: int, day: str, expected: str) -> None:
    assert roll_call_files._date(1, session, day) == expected


def test_a_month_that_the_file_gives_wrongly_is_mended() -> None:
    assert roll_call_files._date(4372, 57, "2002-09-03") == "2002-09-10/2002-12-20"


@with_material
@pytest.mark.parametrize(
    ("name", "alpha2", "day", "state"),
    [
        ("Russia", "RU", "1991-12-23", "SUN"),
        ("Russia", "RU", "1991-12-24", "RUS"),
        ("Yugoslavia", "YU", "1999-12-01", "YUG"),
        ("Yugoslavia", "YU", "2001-12-01", "SRB"),
        ("Taiwan", "TW", "1960-12-01", "CHN"),
        ("Federal Republic of Germany", "", "1980-12-01", "DEU"),
        ("Zanzibar", "", "1963-12-16", "EAZ"),
        ("Egypt", "EG", "1960-12-01", "EGY"),
    ],
)
def test_voters_have_the_code_of_their_day(name: str, alpha2: str, day: str, state: str) -> None:
    assert roll_call_files._state(name, alpha2, day) == state


@with_material
def test_a_voter_that_is_not_known_is_refused() -> None:
    with pytest.raises(KeyError):
        roll_call_files._state("Atlantis", "", "1960-12-01")


@pytest.mark.parametrize("cast", [[("FRA", "yes"), ("FRA", "no")], [("FRA", "perhaps")]])
def test_a_vote_that_cannot_be_is_refused(cast: list[tuple[str, str]]) -> None:
    cells = dict.fromkeys(("amend", "para", "unres", "short", "descr"), "") | {"rcid": "1", "session": "60"}
    with pytest.raises(ValueError, match="roll call 1"):
        roll_call_files._filed({**cells, "date": "2005-12-08"}, cast)


@pytest.mark.parametrize(
    ("text", "expected"), [("KPi.001", "KPi.001"), ("TAI.171", "TAi.171"), ("QDi.343.", "QDi.343")]
)
def test_reference_numbers_are_written_alike(text: str, expected: str) -> None:
    assert listings._reference(text) == expected


@pytest.mark.parametrize("text", ["", "KPi", "KPx.001", "1234"])
def test_what_is_no_reference_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no reference number"):
        listings._reference(text)


def walk(*anchors: Anchor) -> Callable[[], list[str]]:
    return lambda: [step.state for step in presidencies._walk(*anchors)]


@with_material
def test_the_rotation_fills_the_months_between_two_that_are_certain() -> None:
    assert walk(Anchor("2003-01", "FRA"), Anchor("2003-04", "MEX"))() == ["DEU", "GIN"]
    # Upper Volta stands behind the United States; renamed Burkina Faso that month, it came before China.
    assert walk(Anchor("1984-07", "USA"), Anchor("1984-12", "EGY"))() == ["BFA", "ZWE", "BFA", "CHN"]


@with_material
def test_a_month_that_does_not_follow_is_refused() -> None:
    with pytest.raises(RotationError, match="2003-04"):
        walk(Anchor("2003-01", "FRA"), Anchor("2003-04", "GIN"))()


@with_material
def test_months_before_a_break_need_an_anchor() -> None:
    with pytest.raises(RotationError, match="before a break"):
        walk(Anchor("1994-07", "PAK"), Anchor("1994-09", "ESP", broken="before"))()


_SAT_1982 = ("CHN", "FRA", "GBR", "SUN", "USA", "ESP", "GUY", "IRL", "JOR", "JPN", "PAN", "POL", "TGO", "UGA", "COD")


def falklands() -> dict[str, str]:
    """The row of S/RES/502 as the tables of the sources have it."""
    counts = {"yes": "10", "no": "1", "abstain": "4"}
    return {"symbol": "S/RES/502 (1982)", "outcome": "adopted", "votes": "", **counts}


def test_votes_told_by_name_are_entered_as_a_part() -> None:
    row = falklands()
    name_told(row, _SAT_1982)
    assert (row["votes"], row["voted_no"], row["voted_abstain"]) == ("part", "PAN", "CHN|ESP|POL|SUN")


def test_votes_that_the_tally_does_not_bear_out_are_refused() -> None:
    with pytest.raises(VotesError, match="502"):
        name_told(falklands() | {"abstain": "3"}, _SAT_1982)
    with pytest.raises(VotesError, match="502"):
        name_told(falklands(), [state for state in _SAT_1982 if state != "PAN"] + ["CUB"])


def test_rows_with_votes_of_their_own_are_left_alone() -> None:
    row = falklands() | {"votes": "full"}
    name_told(row, _SAT_1982)
    assert "voted_no" not in row


def test_each_symbol_has_one_row_of_votes_told() -> None:
    lines = (Path(votes_told_module.__file__).parent / "votes_told.csv").read_text("utf-8").splitlines()
    symbols = [line.partition(",")[0] for line in lines if line.startswith("S/RES/")]
    assert len(symbols) == len(set(symbols)) == len(votes_told())
