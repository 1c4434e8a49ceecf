"""`mahdar check`: one sentence, its verdicts, and a certificate of the search."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mahdar.cli import app

VETO = "Russia vetoed a Security Council draft resolution on Syria on 12 April 2017."


@pytest.fixture
def path(asked_record: Path) -> Path:
    return asked_record


def run(path: Path, *words: str, piped: str | None = None) -> Result:
    return CliRunner().invoke(app, ["check", *words, "--record", str(path)], input=piped)


def test_a_sentence_gets_its_verdict_and_the_symbol_to_cite(path: Path) -> None:
    result = run(path, VETO)
    assert result.exit_code == 0
    assert "borne out by the record" in result.stdout
    assert "S/2017/315" in result.stdout
    assert "Who is reported" not in result.stdout


def test_an_arabic_sentence_is_answered_in_arabic(path: Path) -> None:
    result = run(path, "استخدمت روسيا حق النقض في مجلس الأمن ضد مشروع قرار بشأن سوريا في 12 نيسان/أبريل 2017.")
    assert result.exit_code == 0
    assert "يؤيده السجل" in result.stdout


def test_a_sentence_may_be_piped_in(path: Path) -> None:
    assert run(path, "-", piped=f"{VETO}\n").stdout == run(path, VETO).stdout


def test_json_holds_the_claims_as_a_reading_has_them(path: Path) -> None:
    told = json.loads(run(path, VETO, "--json").stdout)
    assert told["text"] == VETO
    (claim,) = told["claims"]
    assert (claim["kind"], claim["verdict"], claim["args"]["by"]) == ("council.veto", "supported", ["RUS"])
    assert VETO[claim["start"] : claim["end"]] == claim["text"]


def test_now_means_the_day_of_publication(path: Path) -> None:
    now = "Japan is now an elected member of the Security Council."
    seated = json.loads(run(path, now, "--json", "--published", "2023-07-03").stdout)
    gone = json.loads(run(path, now, "--json", "--published", "2021-07-03").stdout)
    assert [claim["verdict"] for claim in (*seated["claims"], *gone["claims"])] == ["supported", "refuted"]


def test_the_record_is_asked_as_of_a_day(path: Path) -> None:
    told = json.loads(run(path, VETO, "--json", "--as-of", "2017-04-01").stdout)
    assert told["claims"][0]["verdict"] == "not-enough-evidence"


def test_a_certificate_is_written_beside(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "search.json"
    assert run(path, VETO, "--certificate", str(target)).exit_code == 0
    told = json.loads(target.read_text("utf-8"))
    assert told["schema"] == "mahdar/certificate/1"
    assert told["claims"][0]["verdict"] == "supported"


def test_a_certificate_that_cannot_be_written_is_said(path: Path, tmp_path: Path) -> None:
    result = run(path, VETO, "--certificate", str(tmp_path / "none" / "search.json"))
    assert result.exit_code == 1
    assert "cannot be written" in result.output


def test_a_sentence_of_which_the_record_holds_nothing_fails(path: Path) -> None:
    result = run(path, "The weather was fine in Geneva.")
    assert result.exit_code == 1
    assert result.stdout.strip()


@pytest.mark.parametrize("words", [["  "], [VETO, "--published", "soon"], [VETO, "--as-of", "2017-04"]])
def test_wrong_usage_is_refused(path: Path, words: list[str]) -> None:
    assert run(path, *words).exit_code == 2


def test_where_no_day_of_publication_is_known_the_option_that_gives_it_is_named(path: Path) -> None:
    members = "The United Nations has 193 members."
    undated, dated = run(path, members, "--json"), run(path, members, "--json", "--published", "2023-07-03")
    assert json.loads(undated.stdout)["claims"][0]["verdict"] == "not-enough-evidence"
    assert "--published" in undated.stderr
    assert json.loads(dated.stdout)["claims"][0]["verdict"] == "supported"
    assert dated.stderr == ""
