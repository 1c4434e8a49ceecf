"""`mahdar record show`."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from mahdar.commands.show import COLUMNS
from tests.commands.conftest import Run, mounted

AsJson = Callable[..., dict[str, Any]]


def test_a_page_says_who_voted_how_and_what_each_source_says(run: Run) -> None:
    result = run("record", "show", "S/2022/431")
    assert result.exit_code == 0
    for words in (
        "vetoed, 26 May 2022, 13 for, 2 against, 0 abstaining",
        "against (2): China, Russia",
        "misprint: 2 vetoes",
        "13-0-2",
        "S/PV.9048",
        "UN Security Council",
    ):
        assert words in result.stdout
    assert "\x1b" not in result.stdout


def test_json_has_the_decision_and_every_row(as_json: AsJson) -> None:
    told = as_json("record", "show", "S/RES/2397")
    (decision,) = told["decisions"]
    assert told["symbol"] == "S/RES/2397 (2017)"
    assert told["address"] == "https://docs.un.org/S/RES/2397(2017)"
    assert (decision["date"], decision["meeting"], decision["outcome"]) == ("2017-12-22", "S/PV.8151", "adopted")
    assert set(decision["votes"]) == {"yes", "no", "abstain", "absent", "unknown"}
    assert len(decision["votes"]["yes"]) == 15
    row = told["rows"][0]
    assert (row["standing"], row["known_since"], row["confidence"]) == ("preferred", "2017-12-22", "stated")
    assert row["cells"]["draft"] == "S/2017/1092"


def test_csv_has_a_line_for_each_row_of_each_source(run: Run) -> None:
    lines = list(csv.DictReader(io.StringIO(run("record", "show", "S/2022/431", "--csv").stdout)))
    assert tuple(lines[0]) == COLUMNS
    assert [line["abstain"] for line in lines[:2]] == ["0", "2"]
    assert all(line["link"].startswith("https://") for line in lines)


def test_a_bare_number_says_what_it_was_read_as(run: Run) -> None:
    result = run("record", "show", "2397")
    assert "2397 was read as S/RES/2397 (2017)" in result.stdout
    assert "S/PV.2397" in result.stdout


def test_a_meeting_comes_with_its_agenda(run: Run) -> None:
    result = run("record", "show", "S/PV.9048")
    assert "2022-05-26 Non-proliferation" in result.stdout
    assert "decided at this" in result.stdout


def test_a_treaty_with_more_actions_than_a_page_holds(run: Run) -> None:
    result = run("record", "show", "iccpr")
    assert "more rows; --json and --csv give all" in result.stdout


def test_what_is_not_there_is_said_with_what_may_be_meant(run: Run) -> None:
    result = run("record", "show", "S/RES/2937")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "nothing under S/RES/2937" in result.stderr
    assert "did you mean S/RES/2397 (2017)" in result.stderr
    assert "complete" in result.stderr
    told = json.loads(run("record", "show", "S/RES/2937", "--json").stdout)
    assert (told["found"], told["rows"], told["did_you_mean"][0]) == (False, [], "S/RES/2397 (2017)")


@pytest.mark.parametrize("typed", ["foo", "القرار الأول", "Resolution about Syria"])
def test_what_is_no_symbol_is_named_as_it_was_typed(run: Run, typed: str) -> None:
    result = run("record", "show", typed)
    assert result.exit_code == 1
    said = result.stderr
    assert f"nothing under {typed}, no symbol of the United Nations and no treaty" in said
    assert "what can be shown" in said
    assert "iccpr" in said


def test_what_was_not_public_yet_is_said_to_be_so(run: Run) -> None:
    result = run("record", "show", "S/2022/431", "--as-of", "2022-05-25")
    assert result.exit_code == 1
    assert "were not public on that day" in result.stderr


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["--as-of", "2022"], "not a day (write 2024-03-29)"),
        (["--json", "--csv"], "choose one of --json and --csv"),
    ],
)
def test_wrong_usage_is_refused(run: Run, words: list[str], problem: str) -> None:
    result = run("record", "show", "2397", *words)
    assert result.exit_code == 2
    assert problem in " ".join(result.stderr.replace("│", " ").split())


def test_a_symbol_cannot_steer_the_terminal(run: Run) -> None:
    result = run("record", "show", "S/RES/\x1b[2J\u202e1")
    assert result.exit_code == 1
    assert "\x1b" not in result.stderr
    assert "\u202e" not in result.stderr


def test_what_is_no_record_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.duckdb").write_text("no record")
    result = CliRunner().invoke(mounted(), ["record", "show", "2397", "--record", str(tmp_path / "x.duckdb")])
    assert result.exit_code == 1
    assert "is no record of Mahdar" in result.stderr


def test_json_needs_nothing_that_draws(asked_record: Path) -> None:
    code = (
        "import sys\nfrom mahdar.commands.show import show\n"
        f"show('S/RES/2397', json=True, record=__import__('pathlib').Path({str(asked_record)!r}))\n"
        "print(sorted({'rich', 'jinja2', 'mahdar.language', 'mahdar.reading', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"
