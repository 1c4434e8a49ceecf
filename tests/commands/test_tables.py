"""`mahdar record list`, `coverage` and `sql`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.commands.conftest import Run

AsJson = Callable[..., dict[str, Any]]


def test_decisions_on_a_state_named_in_either_language(as_json: AsJson) -> None:
    told = [
        as_json("record", "list", "council_decisions", "--topic", name, "--from", "2016", "--to", "2017")
        for name in ("PRK", "prk", "كوريا الشمالية", "Democratic People's Republic of Korea")
    ]
    assert told[0]["total"] == 8
    assert all(one == told[0] for one in told)
    assert told[0]["rows"][-1]["symbol"] == "S/RES/2397 (2017)"
    assert told[0]["rows"][-1]["link"] == "https://docs.un.org/S/RES/2397(2017)"


def test_a_limit_is_said_and_zero_is_all(run: Run) -> None:
    some = run("record", "list", "council_terms", "--limit", "3", "--csv")
    every = run("record", "list", "council_terms", "--limit", "0", "--csv")
    assert len(list(csv.DictReader(io.StringIO(some.stdout)))) == 3
    total = len(list(csv.DictReader(io.StringIO(every.stdout))))
    assert f"3 of {total} rows; --limit 0 gives all" in some.stderr
    assert every.stderr == ""


def test_a_table_on_a_terminal_keeps_to_what_matters(run: Run) -> None:
    result = run("record", "list", "council_decisions", "--topic", "PRK", "--from", "2017")
    assert "S/RES/2397 (2017)" in result.stdout
    assert "un-library-meetings" not in result.stdout


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["nothing"], "there is no table 'nothing'"),
        (["treaties", "--state", "PRK"], "name no state"),
        (["council_decisions", "--topic", "Nort Korea"], "did you mean"),
        (["council_decisions", "--topic", "Atlantis"], "no state is called 'Atlantis'"),
        (["council_decisions", "--from", "2017", "--to", "2016"], "its end lies before its start"),
        (["council_decisions", "--from", "yesterday"], "not an EDTF date"),
        (["council_decisions", "--limit", "-1"], "greater than or equal to 0"),
    ],
)
def test_wrong_usage_is_refused_with_what_to_do(run: Run, words: list[str], problem: str) -> None:
    result = run("record", "list", *words)
    assert result.exit_code == 2
    assert problem in " ".join(result.stderr.replace("│", " ").split())


def test_coverage_of_every_table(as_json: AsJson) -> None:
    told = as_json("record", "coverage")
    decisions = [row for row in told["rows"] if row["table"] == "council_decisions"]
    assert any(row["complete"] and row["span"] == "1946-01-17/2025-02-24" for row in decisions)
    assert all(row["rows"] > 3000 and "Library" in row["sources"] for row in decisions)
    assert told["loads"] == []


def test_coverage_of_one_table_on_a_day(as_json: AsJson) -> None:
    (now,) = {row["rows"] for row in as_json("record", "coverage", "arria_meetings")["rows"]}
    (then,) = {row["rows"] for row in as_json("record", "coverage", "arria_meetings", "--as-of", "2005-01-01")["rows"]}
    assert then < now


def test_an_unknown_table_has_no_coverage(run: Run) -> None:
    assert run("record", "coverage", "nothing").exit_code == 2


def test_sql_in_every_form(run: Run, as_json: AsJson) -> None:
    query = "SELECT symbol, yes FROM council_decisions WHERE symbol = 'S/RES/2397 (2017)'"
    assert "S/RES/2397 (2017)" in run("record", "sql", query).stdout
    assert run("record", "sql", query, "--csv").stdout == "symbol,yes\nS/RES/2397 (2017),15\n"
    assert as_json("record", "sql", query) == {"more": False, "rows": [{"symbol": "S/RES/2397 (2017)", "yes": 15}]}


def test_columns_by_one_name_are_told_apart(as_json: AsJson) -> None:
    (row,) = as_json("record", "sql", "SELECT 1 AS a, 2 AS a")["rows"]
    assert row == {"a": 1, "a_2": 2}


def test_a_query_beyond_the_limit_says_so(run: Run) -> None:
    result = run("record", "sql", "FROM council_terms", "--limit", "2", "--csv")
    assert "the first 2 rows; there are more" in result.stderr
    assert json.loads(run("record", "sql", "FROM council_terms", "--limit", "2", "--json").stdout)["more"] is True


def test_sql_of_a_day(run: Run) -> None:
    query = "SELECT max(date) AS last FROM council_decisions"
    assert run("record", "sql", query, "--as-of", "1950-01-01", "--csv").stdout < "last\n1950"


@pytest.mark.parametrize(
    ("query", "problem"),
    [("DROP TABLE sources", "read-only"), ("FROM votes_cast", "Tables are:"), ("SELEC", "syntax error")],
)
def test_what_cannot_be_answered_is_said(run: Run, query: str, problem: str) -> None:
    result = run("record", "sql", query)
    assert result.exit_code == 1
    assert problem in result.stderr
    assert result.stdout == ""
