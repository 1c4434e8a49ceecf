"""The command as a process of its own: signals, closed pipes, encodings of the terminal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests import samples

# A process whose reader is a stand-in: quick, save that a report titled SLOW takes half a minute, after a word.
DRIVER = """
import sys, time, types
import mahdar
from mahdar.model import Reading, Report
def read(text, *, id, **options):
    if text.startswith("SLOW"):
        print("reading", file=sys.stderr, flush=True)
        time.sleep(30)
    return Reading(Report(id, "0" * 64, "ar", text.split(chr(10))[0]))
fake = types.ModuleType("mahdar.pipeline")
fake.read = read
sys.modules["mahdar.pipeline"] = mahdar.pipeline = fake
from mahdar.cli import main
main()
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "ar.txt"
    path.write_text(samples.ARABIC, "utf-8")
    return path


def start(*words: str | Path, encoding: str = "utf-8") -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-c", DRIVER, "read", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)


def test_readings_come_as_they_are_made_and_ctrl_c_keeps_them(report: Path) -> None:
    slow = report.with_name("slow.txt")
    slow.write_text("SLOW\n")
    page = report.with_name("page.html")
    with start("--json", "--html", page, report, slow) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = json.loads(process.stdout.readline())
        assert process.stderr.readline() == b"reading\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert first["report"]["id"] == str(report)
    assert (out, process.returncode) == (b"", 130)
    assert b"Traceback" not in err
    assert "فيتو" in page.read_text("utf-8")


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_reader_that_closes_the_pipe_ends_it_quietly(report: Path, form: list[str]) -> None:
    with start(*form, *[report] * 400) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read() if process.stderr else b""
        process.wait(timeout=20)
    assert err == b""
    assert process.returncode == 1


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_terminal_without_arabic_letters_is_no_reason_to_fail(report: Path, form: list[str]) -> None:
    with start(*form, report, encoding="ascii") as process:
        out, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (0, b"")
    assert out.decode("utf-8")


def test_colours_are_off_when_piped(report: Path) -> None:
    with start(report) as process:
        out, _ = process.communicate(timeout=20)
    assert b"\x1b[" not in out


def test_a_bar_runs_where_somebody_watches_and_only_there(report: Path) -> None:
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    watcher, screen = pty.openpty()
    command = [sys.executable, "-c", DRIVER, "read", "--json", *[str(report)] * 3]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=screen, env={**os.environ, "TERM": "xterm"}
    ) as process:
        out, _ = process.communicate(timeout=20)
    os.close(screen)
    seen = os.read(watcher, 100_000)
    os.close(watcher)
    assert len(out.splitlines()) == 3
    assert b"Reading" in seen
