"""Processes that are killed, or run at once: nothing accepted is lost, nothing is half there."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mahdar.library.asking import count, find
from mahdar.library.opened import open_library
from mahdar.library.verifying import verify
from tests.library.conftest import ENGLISH

_REPORTS = 90
_COMMAND = [sys.executable, "-m", "mahdar", "library", "add"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("reports")
    for number in range(_REPORTS):
        Path(made, f"{number:03}.txt").write_text(f"{ENGLISH}It was the report number {number}.\n" * 3)
    return Path(made)


def adding(place: str, *paths: Path) -> subprocess.Popen[str]:
    words = [*_COMMAND, "--library", place, *map(str, paths)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def accepted(lines: list[str]) -> set[str]:
    return {line.split(maxsplit=1)[1].rstrip("\n") for line in lines if line.startswith(("added ", "known "))}


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_what_was_accepted_outlives_the_process(place: str, folder: Path, how: signal.Signals) -> None:
    seen: list[str] = []
    for _ in range(2 if how is signal.SIGKILL else 1):
        with adding(place, folder) as process:
            assert process.stdout is not None
            for _ in range(random.randint(1, 30)):
                seen.append(process.stdout.readline())
            process.send_signal(how)
            seen += process.stdout.readlines()
        assert process.returncode in {-9, 130, 0}
        with open_library(place) as library:
            found = verify(library)
            assert found.intact, found.faults
            with library.reading() as connection:
                lost = {id_ for id_ in accepted(seen) if find(connection, id_) is None}
        assert not lost
    with adding(place, folder) as process:
        process.communicate()
    assert process.returncode == 0
    with open_library(place) as library:
        assert verify(library).intact
        with library.reading() as connection:
            assert count(connection) == _REPORTS


def test_a_library_killed_while_it_is_made_is_whole_or_not_there(tmp_path: Path, folder: Path) -> None:
    for delay in (0.35, 0.5, 0.65):
        place = str(tmp_path / f"{delay}.db")
        with adding(place, folder / "000.txt") as process:
            try:
                process.wait(delay)
            except subprocess.TimeoutExpired:
                process.kill()
        with open_library(place) as library:
            assert verify(library).intact


def test_several_add_at_once(place: str, folder: Path, tmp_path: Path) -> None:
    own = [tmp_path / f"own-{number}.txt" for number in range(2)]
    for number, path in enumerate(own):
        path.write_text(f"{ENGLISH}Only process {number} has this.\n")
    running = [adding(place, folder, path) for path in own]
    for process in running:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        assert len(accepted(out.splitlines())) == _REPORTS + 1
    with open_library(place) as library:
        found = verify(library)
    assert (found.intact, found.counts["reports"], found.counts["captures"]) == (True, _REPORTS + 2, 2 * (_REPORTS + 1))
