"""`mahdar council on`."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

from tests.commands.conftest import Run

AsJson = Callable[..., dict[str, Any]]


def test_a_day_with_everything(as_json: AsJson) -> None:
    told = as_json("council", "on", "2022-05-26")
    assert (told["size"], told["majority"], told["president"]) == (15, 9, "USA")
    assert len(told["rows"]) == 15
    assert [row["seat"] for row in told["rows"][:5]] == ["permanent"] * 5
    albania = next(row for row in told["rows"] if row["state"] == "ALB")
    assert (albania["name_ar"], albania["first"], albania["last"]) == ("ألبانيا", "2022-01-01", "2023-12-31")
    assert {d["symbol"] for d in told["decided"]} >= {"S/2022/431", "S/RES/2633 (2022)"}
    assert {m["symbol"] for m in told["met"]} >= {"S/PV.9048"}
    assert told["decided_before"]["symbol"] == "S/RES/2630 (2022)"


@pytest.mark.parametrize(
    ("day", "size", "majority", "seat"),
    [("1962-10-25", 11, 7, "SUN"), ("1966-01-01", 15, 9, "SUN"), ("1992-01-15", 15, 9, "RUS")],
)
def test_the_council_of_other_times(as_json: AsJson, day: str, size: int, majority: int, seat: str) -> None:
    told = as_json("council", "on", day)
    assert (told["size"], told["majority"], len(told["rows"])) == (size, majority, size)
    assert seat in {row["state"] for row in told["rows"]}


def test_there_was_no_council_before_its_first_meeting(run: Run) -> None:
    result = run("council", "on", "1946-01-16", "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "first time on 1946-01-17" in result.stderr


def test_a_president_outside_the_record_is_not_known(run: Run, as_json: AsJson) -> None:
    told = as_json("council", "on", "1946-02-01")
    assert told["president"] is None
    assert "not known" in told["president_note"]
    assert "not known" in run("council", "on", "1946-02-01").stdout


def test_absence_is_said_to_prove_something_only_where_it_does(run: Run) -> None:
    assert "none in the record, which is complete for that day" in run("council", "on", "1962-10-26").stdout
    assert "which proves nothing for that day" in run("council", "on", "2026-12-30").stdout


def test_members_elected_later_are_not_there_yet(as_json: AsJson) -> None:
    told = as_json("council", "on", "2024-01-15", "--as-of", "2023-01-01")
    assert 5 < len(told["rows"]) < 15
    assert "of 15 seats" in told["members_known"]
    assert told["decided"] == []


def test_csv_has_the_members_with_their_terms(run: Run) -> None:
    lines = list(csv.DictReader(io.StringIO(run("council", "on", "2022-05-26", "--csv").stdout)))
    assert len(lines) == 15
    assert [line["state"] for line in lines if line["presides"] == "yes"] == ["USA"]


def test_a_page_for_a_person(run: Run) -> None:
    out = run("council", "on", "2022-05-26").stdout
    for words in ("majority: 9", "president: United States (USA)", "الصين", "S/2022/431", "CHN, RUS"):
        assert words in out


@pytest.mark.parametrize("day", ["2022", "26 May 2022", "2022-02-30"])
def test_what_is_no_day_is_refused(run: Run, day: str) -> None:
    result = run("council", "on", day)
    assert result.exit_code == 2
    assert "not a day" in result.stderr


def test_without_a_day_it_says_what_is_missing(run: Run) -> None:
    assert "DATE" in run("council", "on").stderr
