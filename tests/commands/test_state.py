"""`mahdar state`."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

from mahdar.checking.dossier import dossiers
from mahdar.commands.state import EXAMPLES
from tests.commands.conftest import Run

AsJson = Callable[..., dict[str, Any]]


def test_a_dossier_runs_across_all_mechanisms_in_order_of_time(as_json: AsJson) -> None:
    told = as_json("state", "PRK")
    assert told["state"] == "PRK"
    assert {row["mechanism"] for row in told["rows"]} == set(dossiers())
    starts = [row["when"].split("/")[0][:4] for row in told["rows"] if row["when"]]
    assert starts == sorted(starts)
    admission = next(row for row in told["rows"] if row["mechanism"] == "membership")
    assert (admission["when"], admission["what"][:31]) == ("1991-09-17", "Admission to the United Nations")


def test_times_stay_imprecise(as_json: AsJson) -> None:
    times = {row["when"] for row in as_json("state", "PRK")["rows"]}
    assert {"2004-07-13/2010", "2010/2016", "1966-12"} <= times


def test_sentences_in_arabic(as_json: AsJson) -> None:
    told = as_json("state", "كوريا الشمالية", "--language", "ar", "--mechanism", "treaties")
    assert told["name"] == "جمهورية كوريا الشعبية الديمقراطية"
    assert told["rows"][0]["what"] == "الانضمام: العهد الدولي الخاص بالحقوق المدنية والسياسية"


def test_one_mechanism_within_a_time(as_json: AsJson) -> None:
    told = as_json("state", "SYR", "--mechanism", "council", "--from", "2012", "--to", "2012-12")
    assert {row["mechanism"] for row in told["rows"]} == {"council"}
    assert {row["when"][:4] for row in told["rows"]} == {"2012"}
    assert any("vetoed by China and the Russian Federation" in row["what"] for row in told["rows"])
    assert {line["table"] for line in told["coverage"]} <= set(dossiers()["council"].tables)


def test_only_what_was_public_on_a_day(as_json: AsJson) -> None:
    rows = as_json("state", "LBY", "--as-of", "2000-01-01", "--mechanism", "sanctions")["rows"]
    assert [row["what"] for row in rows if "ended" in row["what"]] == []
    assert all(row["known_since"] <= "2000-01-01" for row in rows)


def test_coverage_stands_at_the_end_with_the_part_of_the_state(run: Run, as_json: AsJson) -> None:
    told = as_json("state", "PRK")["coverage"]
    parts = {(line["table"], line["part"]) for line in told}
    assert ("council_meetings", "PRK") not in parts
    assert any(table == "hrc_decisions" and part == "PRK" for table, part in parts)
    assert not any(part in ("SYR", "IRN") for _, part in parts)
    assert "absence proves nothing" in run("state", "PRK", "--mechanism", "review").stdout


def test_csv_has_source_and_link_on_every_line(run: Run) -> None:
    lines = list(csv.DictReader(io.StringIO(run("state", "MMR", "--csv").stdout)))
    assert len(lines) > 50
    assert all(line["publisher"] and line["link"].startswith("http") and line["confidence"] for line in lines)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["Nort Korea"], "did you mean north korea (PRK)"),
        (["Atlantis"], "no state is called 'Atlantis' (write a code such as PRK, or a name)"),
        (["PRK", "--mechanism", "commission"], "mechanisms are: assembly, council"),
        (["PRK", "--language", "fr"], "fr"),
    ],
)
def test_wrong_usage_is_refused_with_what_to_do(run: Run, words: list[str], problem: str) -> None:
    result = run("state", *words)
    assert result.exit_code == 2
    assert problem in " ".join(result.stderr.replace("│", " ").split())


def test_the_mechanisms_that_the_help_names_are_those_that_there_are() -> None:
    listed = EXAMPLES.partition("Mechanisms: ")[2].partition(". ")[0]
    assert listed.replace("\n", " ").split(", ") == list(dossiers())


def test_a_dossier_without_lines_is_nothing_found(run: Run) -> None:
    result = run("state", "PRK", "--mechanism", "council", "--to", "1946-01-31")
    assert result.exit_code == 1
    assert "the record has nothing on PRK" in result.stderr
