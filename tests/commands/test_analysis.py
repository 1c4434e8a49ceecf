"""`mahdar analysis …`: what it prints, what it writes, what it refuses."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import duckdb
import pytest
from typer.testing import CliRunner, Result

from mahdar.commands.analysis import app
from mahdar.record.store import open_store

TOLD = {"what", "method", "coverage", "not_shown"}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(tmp_path_factory.mktemp("analysis")) / "record.duckdb"
    open_store(path).connection.close()
    return path


@pytest.fixture
def run(record: Path) -> Any:
    def runner(*words: str | Path) -> Result:
        return CliRunner().invoke(app, [*map(str, words), "--record", str(record)])

    return runner


def test_agreement_as_json_says_what_it_is_and_has_every_digit(run: Any) -> None:
    told = json.loads(run("agreement", "RUS", "--from", "2010", "--to", "2019", "--json").stdout)
    assert set(told) >= TOLD
    assert "2010-02-26 to 2019-12-27" in told["coverage"]
    rows = {row["state"]: row for row in told["rows"]}
    assert len(rows) == 192
    assert rows["USA"]["agreement"] == rows["USA"]["identical"] / rows["USA"]["shared_votes"]
    assert rows["USA"]["shared_votes"] > 800


def test_agreement_as_a_table_and_as_csv(run: Any) -> None:
    asked = ("agreement", "Russian Federation", "--from", "2010", "--to", "2019", "--with", "USA", "--with", "CHN")
    shown = run(*asked)
    assert shown.exit_code == 0
    assert [line.split()[0] for line in shown.stdout.splitlines()[-2:]] == ["CHN", "USA"]
    assert "How often did other states vote as RUS did" in shown.stdout
    as_csv = run(*asked, "--csv")
    rows = list(csv.DictReader(io.StringIO(as_csv.stdout)))
    assert [row["state"] for row in rows] == ["CHN", "USA"]
    assert len(rows[0]["agreement"]) > 10
    assert "Method: agreement" in as_csv.stderr


def test_the_council_has_its_own_minimum_and_says_what_is_missing(run: Any) -> None:
    told = json.loads(run("agreement", "FRA", "--body", "council", "--from", "2010", "--json").stdout)
    assert "no value below 50 shared votes" in told["method"]
    assert "only votes of which the record has every member's" in told["coverage"]
    withheld = [row for row in told["rows"] if row["shared_votes"] < 50]
    assert withheld
    assert {row["agreement"] for row in withheld} == {None}


def test_cohesion_of_named_and_own_groups_by_year_and_session(run: Any) -> None:
    told = json.loads(
        run("cohesion", "--group", "eu", "--group", "rus,chn", "--from", "2010", "--to", "2012", "--json").stdout
    )
    assert [(row["group"], row["year"]) for row in told["rows"]] == [
        (group, year) for group in ("eu", "RUS,CHN") for year in (2010, 2011, 2012)
    ]
    by_session = run("cohesion", "--group", "p5", "--from", "2015", "--to", "2016", "--by", "session", "--csv")
    assert by_session.stdout.startswith("group,session,agreement,agreement_index")


def test_ideal_points_of_one_session_say_how_the_fit_ended(run: Any) -> None:
    told = json.loads(run("ideal-points", "--session", "70", "--json").stdout)
    assert told["fits"][0]["converged"] == "yes"
    assert told["fits"][0]["iterations"] > 0
    assert len(told["rows"]) == 193
    points = {row["state"]: row["point"] for row in told["rows"] if not row["withheld"]}
    assert max(points, key=points.__getitem__) == "USA"


def test_several_sessions_are_fitted_together_unless_asked_otherwise(run: Any) -> None:
    asked = ("ideal-points", "--session", "73", "--session", "74", "--state", "RUS", "--state", "USA", "--json")
    together, alone = json.loads(run(*asked).stdout), json.loads(run(*asked, "--alone").stdout)
    assert [len(told["fits"]) for told in (together, alone)] == [1, 2]
    assert [(row["session"], row["state"]) for row in together["rows"]] == [
        (73, "RUS"),
        (73, "USA"),
        (74, "RUS"),
        (74, "USA"),
    ]


def test_files_are_written_beside_the_table(run: Any, tmp_path: Path) -> None:
    parquet, svg = tmp_path / "a.parquet", tmp_path / "a.svg"
    asked = ("agreement", "USA", "--from", "2015", "--to", "2019", "--parquet", parquet, "--svg", svg)
    assert "closest" not in run(*asked).stderr
    assert duckdb.read_parquet(str(parquet)).columns[:2] == ["state", "agreement"]
    drawn = ElementTree.fromstring(svg.read_text("utf-8"))
    texts = [element.text or "" for element in drawn.iter("{http://www.w3.org/2000/svg}text")]
    labels = {text.partition(" (")[0] for text in texts}
    assert {"Israel", "PRK", "Syrian Arab Republic"} <= labels


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("agreement", "Atlantis"), "no state is called"),
        (("agreement", "RUS", "--with", "Atlantis"), "no state is called"),
        (("agreement", "RUS", "--from", "then"), "not an EDTF date"),
        (("agreement", "RUS", "--from", "2019", "--to", "2010"), "end lies before its start"),
        (("agreement", "RUS", "--minimum", "0"), "greater than or equal to 1"),
        (("agreement", "RUS", "--body", "senate"), "senate"),
        (("agreement", "RUS", "--json", "--csv"), "choose one"),
        (("agreement", "RUS", "--svg", "nowhere/at/all.svg"), "no file can be written there"),
        (("cohesion", "--group", "friends"), "arab-league"),
        (("cohesion",), "--group"),
        (("ideal-points",), "name a session"),
        (("ideal-points", "--session", "0"), "greater than or equal to 1"),
    ],
)
def test_wrong_usage_is_refused(run: Any, words: tuple[str, ...], problem: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert problem in " ".join(result.stderr.split())
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("agreement", "RUS", "--to", "1960"), "RUS cast no vote in"),
        (("agreement", "RUS", "--from", "2090"), "no recorded votes of the General Assembly"),
        (("ideal-points", "--session", "900"), "no recorded votes of the General Assembly"),
    ],
)
def test_what_the_record_has_not_is_said(run: Any, words: tuple[str, ...], problem: str) -> None:
    result = run(*words)
    assert result.exit_code == 1
    assert problem in result.stderr
    assert result.stdout == ""


def test_too_many_lines_for_a_chart_are_refused(run: Any, tmp_path: Path) -> None:
    result = run("ideal-points", "--session", "73", "--session", "74", "--svg", tmp_path / "a.svg")
    assert result.exit_code == 2
    assert "at most 8 lines" in result.stderr
    assert not (tmp_path / "a.svg").exists()


def test_every_command_shows_examples() -> None:
    for command in ("agreement", "cohesion", "ideal-points"):
        assert f"mahdar analysis {command} " in CliRunner().invoke(app, [command, "--help"]).stdout


def test_help_imports_nothing_heavy() -> None:
    heavy = {"duckdb", "numpy", "rich", "mahdar.analysis"}
    code = f"import sys, mahdar.commands.analysis; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


def test_votes_after_the_day_asked_for_do_not_count(run: Any) -> None:
    asked = ["agreement", "RUS", "--with", "USA", "--from", "2018", "--json"]
    before, whole = (run(*asked, *more) for more in (["--as-of", "2018-12-31"], ["--to", "2018-12-31"]))
    assert before.stdout == whole.stdout
    late = run(*asked, "--as-of", "2017-01-01")
    assert late.exit_code == 2
    assert "--as-of" in late.output
