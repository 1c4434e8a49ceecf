"""The command: what it prints, what it refuses, what it loses (nothing)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import mahdar
from mahdar.cli import _leave_alone, app
from mahdar.model import Reading, Report
from tests import samples

RUN = CliRunner()


@dataclass
class FakeReader:
    """Stands in for the pipeline: remembers what it was asked, gives a small reading."""

    calls: list[dict[str, Any]] = field(default_factory=list)
    before: Callable[[str], None] = lambda text: None

    def __call__(self, text: str, *, id: str, raw: bytes | None, **options: object) -> Reading:
        self.before(text)
        self.calls.append({"text": text, "id": id, "raw": raw, **options})
        if text == samples.ARABIC:
            return samples.arabic()
        return Reading(Report(id, sha256(raw or b"").hexdigest(), "en", text.strip()[:40]))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> FakeReader:
    fake = FakeReader()
    module = ModuleType("mahdar.pipeline")
    module.read = fake  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "mahdar.pipeline", module)
    monkeypatch.setattr(mahdar, "pipeline", module, raising=False)
    return fake


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ar.txt").write_text(samples.ARABIC, "utf-8")
    (tmp_path / "en.txt").write_text(samples.ENGLISH, "utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return tmp_path


def read(*words: str | Path, stdin: bytes | None = None) -> Result:
    return RUN.invoke(app, ["read", *map(str, words)], input=stdin)


def readings(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.usefixtures("reader")
def test_a_page_for_each_report(folder: Path) -> None:
    result = read(folder / "ar.txt", folder / "en.txt")
    assert result.exit_code == 0
    assert "يخالفه السجل" in result.stdout
    assert "Review on Thursday" in result.stdout


@pytest.mark.usefixtures("reader")
def test_json_is_one_object_a_line_in_the_order_of_the_files(folder: Path) -> None:
    result = read("--json", folder / "en.txt", folder / "ar.txt")
    assert [row["report"]["id"] for row in readings(result)] == [str(folder / "en.txt"), "ar.txt"]
    assert readings(result)[1]["claims"][1]["verdict"] == "refuted"
    assert "فيتو" in result.stdout


def test_options_reach_the_reader(reader: FakeReader, folder: Path) -> None:
    read("--published", "2024-03", "--outlet", "wire", "--as-of", "2024-01-05", folder / "en.txt")
    (call,) = reader.calls
    assert (call["published"], call["outlet"], call["as_of"]) == ("2024-03", "wire", date(2024, 1, 5))
    assert call["checks"] is True
    assert call["record"] is None
    assert call["raw"] == samples.ENGLISH.encode()


def test_standard_input_is_read_when_asked_or_when_no_file_is_named(reader: FakeReader) -> None:
    assert read("-", stdin=samples.ENGLISH.encode("utf-16")).exit_code == 0
    assert read(stdin=samples.ENGLISH.encode()).exit_code == 0
    assert [call["text"] for call in reader.calls] == [samples.ENGLISH] * 2
    assert [call["id"] for call in reader.calls] == ["-", "-"]


@pytest.mark.usefixtures("reader")
def test_notes_on_the_encoding_reach_the_reading(folder: Path) -> None:
    (folder / "old.txt").write_bytes("قال المندوب إن المجلس انتهى من عمله".encode("cp1256"))
    (row,) = readings(read("--json", folder / "old.txt"))
    assert row["report"]["notes"] == ["read as Windows-1256, an older encoding of Arabic"]


@pytest.mark.usefixtures("reader")
def test_one_bad_file_costs_the_others_nothing(folder: Path) -> None:
    bad = [folder / "nowhere.txt", folder / "empty.txt", folder / "picture.png", folder]
    result = read("--json", bad[0], folder / "ar.txt", *bad[1:], folder / "en.txt")
    assert result.exit_code == 1
    assert len(readings(result)) == 2
    for path, problem in zip(bad, ("no such file", "empty", "PNG", "folder"), strict=True):
        assert any(str(path) in line and problem in line for line in result.stderr.splitlines())


def test_a_fault_of_the_reader_costs_the_other_reports_nothing(reader: FakeReader, folder: Path) -> None:
    def fail(text: str) -> None:
        if text == samples.ARABIC:
            raise ZeroDivisionError

    reader.before = fail
    result = read("--json", folder / "ar.txt", folder / "en.txt")
    assert result.exit_code == 1
    assert len(readings(result)) == 1
    assert "a fault in Mahdar (ZeroDivisionError)" in result.stderr


def test_a_record_that_cannot_be_opened_is_said_before_anything_is_read(
    reader: FakeReader, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise OSError(f"not a record: {path}")

    monkeypatch.setattr("mahdar.record.access.Record.open", refuse)
    result = read("--record", folder / "ar.txt", folder / "en.txt")
    assert result.exit_code == 1
    assert "cannot be opened as a record" in result.stderr
    assert reader.calls == []


def test_an_interruption_keeps_what_was_read(reader: FakeReader, folder: Path) -> None:
    def interrupt(text: str) -> None:
        if text == samples.ARABIC:
            raise KeyboardInterrupt

    reader.before = interrupt
    page = folder / "page.html"
    result = read("--json", "--html", page, folder / "en.txt", folder / "ar.txt", folder / "en.txt")
    assert result.exit_code == 130
    assert len(readings(result)) == 1
    assert "Review on Thursday" in page.read_text("utf-8")
    assert "interrupted" in result.stderr


@pytest.mark.usefixtures("reader")
def test_html_writes_one_whole_file_and_leaves_no_other(folder: Path) -> None:
    page = folder / "page.html"
    page.write_text("old")
    result = read("--html", page, folder / "ar.txt", folder / "en.txt")
    assert result.exit_code == 0
    html = page.read_text("utf-8")
    assert html.count("<article") == 2
    assert html.startswith("<!doctype html>")
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["--published", "yesterday"], "not an EDTF date"),
        (["--published", "2024-13"], "month"),
        (["--as-of", "2024-03"], "not a day"),
        (["--record", "."], "is a directory"),
        (["--html", "nowhere/at/all.html"], "no file can be written there"),
        (["--colour"], "No such option"),
    ],
)
def test_wrong_usage_is_refused_before_anything_is_read(
    reader: FakeReader, folder: Path, words: list[str], problem: str
) -> None:
    result = read(*words, folder / "en.txt")
    assert result.exit_code == 2
    assert problem in " ".join(result.stderr.split())
    assert reader.calls == []


@pytest.mark.usefixtures("reader")
def test_names_of_files_cannot_steer_the_terminal(folder: Path) -> None:
    result = read(folder / "a\x1b[2Jb.txt")
    assert "\x1b" not in result.stderr
    assert "␛[2J" in result.stderr


def test_json_lines_hold_no_raw_control_characters(reader: FakeReader, folder: Path) -> None:
    (folder / "odd.txt").write_text("Title \u202e\x9b \u2028 end of a line of text that is long enough", "utf-8")
    result = read("--json", folder / "odd.txt")
    assert len(readings(result)) == 1
    assert not set(result.stdout) & set("\u202e\x9b\u2028")
    assert readings(result)[0]["report"]["title"].startswith("Title \u202e\x9b \u2028")
    assert reader.calls[0]["text"].startswith("Title \u202e")


def test_the_version_and_help_are_there() -> None:
    assert RUN.invoke(app, ["--version"]).stdout.startswith("mahdar ")
    result = RUN.invoke(app, ["read", "--help"])
    assert "mahdar read --json *.txt > readings.jsonl" in result.stdout


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, mahdar.cli; print(sorted({'duckdb', 'rich', 'jinja2', 'mahdar.export'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(("name", "commands", "groups"), [("check", 1, 0), ("record", 0, 1)])
def test_a_command_asked_for_by_name_is_prepared_alone(
    monkeypatch: pytest.MonkeyPatch, name: str, commands: int, groups: int
) -> None:
    monkeypatch.setattr(app, "registered_commands", list(app.registered_commands))
    monkeypatch.setattr(app, "registered_groups", list(app.registered_groups))
    _leave_alone(name)
    assert (len(app.registered_commands), len(app.registered_groups)) == (commands, groups)
    assert RUN.invoke(app, [name, "--help"]).exit_code == 0


@pytest.mark.parametrize("name", ["chek", "--help", ""])
def test_all_commands_stay_where_none_is_named(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    commands, groups = list(app.registered_commands), list(app.registered_groups)
    monkeypatch.setattr(app, "registered_commands", commands)
    monkeypatch.setattr(app, "registered_groups", groups)
    _leave_alone(name)
    assert app.registered_commands == commands
    assert app.registered_groups == groups
