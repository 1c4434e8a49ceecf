"""`mahdar explain`: a place of a report by offset or words, as a page or JSON; what is wrong is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mahdar.cli import app

TEXT = "Norway's ambassador said on 3 May 2018 that the draft was balanced.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["explain", *words])


def test_a_page_names_rule_and_row(report: Path) -> None:
    result = run(str(report), "--words", "May")
    assert result.exit_code == 0
    assert "time 28-38  3 May 2018" in result.stdout
    assert "edtf: 2018-05-03" in result.stdout
    assert "from language/tables/times_months.csv:" in result.stdout
    assert "by language.times.find:" in result.stdout


def test_offset_and_words_lead_to_the_same_place(report: Path) -> None:
    place = str(TEXT.index("said"))
    by_offset, by_words = (run(str(report), *words, "--json") for words in (("--at", place), ("--words", "said")))
    assert json.loads(by_offset.stdout) == json.loads(by_words.stdout)
    found = json.loads(by_offset.stdout)
    assert found["at"] == int(place)
    assert [one["layer"] for one in found["found"]] == ["statement"]
    assert found["found"][0]["values"]["act"] == "say"


def test_a_place_where_nothing_is_read_is_said_and_fails(report: Path) -> None:
    result = run(str(report), "--words", "balanced", "--published", "2018-05-04")
    found = run(str(report), "--at", str(len(TEXT) - 1))
    assert result.exit_code == 0
    assert found.exit_code == 1
    assert "Nothing is read there" in found.stdout


def test_a_line_of_the_page_is_told_from_the_report(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("The envoy said no.\nRead more: Iran said yes\nHe left.\n", encoding="utf-8")
    assert "leads to another page" in run(str(file), "--words", "Iran").stdout


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ([], "name the place"),
        (["--at", "1", "--words", "said"], "name the place"),
        (["--at", "999"], "none at 999"),
        (["--words", "absent"], "do not stand in the report"),
        (["--words", ""], "do not stand in the report"),
        (["--at", "1", "--published", "soon"], "soon"),
    ],
)
def test_wrong_usage_is_refused_with_a_reason(report: Path, words: list[str], problem: str) -> None:
    result = run(str(report), *words)
    assert result.exit_code == 2
    assert problem in " ".join(result.output.split())


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none.txt"), "--at", "0")
    assert result.exit_code == 1
    assert "none.txt" in result.output
