"""`mahdar corpus …` as it is called: arguments, what it says, how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mahdar.cli import app
from tests.corpus.made import Here, reports, write_csv, write_lines


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("corpus_read", "corpus_stories"):
        monkeypatch.setattr(f"mahdar.commands.{module}.engine", lambda workers, cluster: Here())


def call(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["corpus", *map(str, words)])


def test_read_stories_and_summary(tmp_path: Path) -> None:
    source, out = write_csv(tmp_path / "news.csv", reports(5)), tmp_path / "out"
    told = call("read", source, out, "--part", "3")
    assert told.exit_code == 0, told.output
    assert told.output.startswith("5 reports read, 0 rejected, 0 left out\n")
    assert call("stories", out).exit_code == 0
    told = call("summary", out)
    assert [Path(line).name for line in told.output.splitlines()][-1] == "summary.html"
    assert json.loads(call("stories", out, "--json").output)["stories"] >= 0
    assert len(json.loads(call("summary", out, "--json").output)["written"]) == 4


def test_rejected_reports_end_with_one(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "a.jsonl", [*reports(1), {"id": "b"}])
    told = call("read", source, tmp_path / "out", "--json")
    assert told.exit_code == 1
    assert json.loads(told.stdout)["reports"] == {"read": 1, "rejected": 1}


def test_the_reasons_of_rejected_reports_are_told(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "a.jsonl", [*reports(1), {"id": "b"}, {"id": "c"}])
    with source.open("a") as more:
        more.write("not json\n")
    said = call("read", source, tmp_path / "out", "--part", "2").stderr.splitlines()
    assert [line.rpartition(": ")[0] for line in said[:2]] == [
        "mahdar: rejected (2): this is no JSON object with a `text`",
        "mahdar: rejected: this is not JSON in UTF-8",
    ]
    assert said[2] == f"mahdar: the table {tmp_path / 'out' / 'rejected'} has place and reason of each"
    assert call("read", write_lines(tmp_path / "b.jsonl", reports(1)), tmp_path / "good").stderr == ""


def test_choices_are_passed_on(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "a.jsonl", reports(6))
    told = call("read", source, tmp_path / "out", "--language", "AR, fr", "--sample", "2", "--seed", "3", "--json")
    assert json.loads(told.output)["left_out"] == {"not_in_sample": 2, "other_language": 2}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["read", "a.jsonl"], "name what to read and the folder to write"),
        (["read", "a.jsonl", "out", "--language", "arabic"], "not a language code"),
        (["read", "a.jsonl", "s3://bucket/out"], "no address"),
        (["read", "a.jsonl", "out", "--workers", "0"], "--workers"),
    ],
)
def test_wrong_usage_ends_with_two(words: list[str], said: str) -> None:
    told = call(*words)
    assert told.exit_code == 2
    assert said in told.output


def test_what_cannot_be_done_ends_with_one(tmp_path: Path) -> None:
    for words in (("read", tmp_path / "no.jsonl", tmp_path / "out"), ("stories", tmp_path), ("summary", tmp_path)):
        told = call(*words)
        assert told.exit_code == 1
        assert "Traceback" not in told.output


def test_an_interruption_ends_with_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mahdar.corpus.run.read_corpus", interrupted)
    told = call("read", tmp_path / "a.jsonl", tmp_path / "out")
    assert told.exit_code == 130
    assert "goes on from there" in told.output
