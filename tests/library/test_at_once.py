"""Several processes add while others search: all of it arrives, nobody is turned away, no reader sees half a batch."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import sqlalchemy as sa

from mahdar.library.asking import count
from mahdar.library.opened import Library, open_library
from mahdar.library.schema import columns, present, statements
from mahdar.library.searching import Question, search, search_statements
from mahdar.library.verifying import verify
from tests.library.conftest import Put, made

_PROCESSES, _EACH = 3, 40
_ADD = [sys.executable, "-m", "mahdar", "library", "add", "--json"]
_TEXT = "GENEVA - Norway said that {number} tents had arrived in the camp. Kenya denied that {other} were lost.\n"


def filled(folder: Path, process: int) -> Path:
    part = folder / f"part{process}"
    part.mkdir()
    for n in range(_EACH):
        number = process * _EACH + n
        Path(part, f"{number}.txt").write_text(_TEXT.format(number=1_000 + number, other=17 + number))
    return part


def test_processes_add_while_others_search(place: str, tmp_path: Path) -> None:
    with open_library(place) as library:
        parts = [filled(tmp_path, process) for process in range(_PROCESSES)]
        adding = [
            subprocess.Popen([*_ADD, "--library", place, str(part)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for part in parts
        ]

        def look() -> list[int]:
            seen = []
            while any(process.poll() is None for process in adding):
                with library.reading() as connection:
                    found = search(connection, Question(words="tents"), limit=5)
                    said = search_statements(connection, Question(principal="Norway"), limit=5)
                    rows = connection.scalar(sa.select(sa.func.count()).select_from(present)) or 0
                    whole = connection.scalar(sa.select(sa.func.count()).select_from(columns)) or 0
                assert whole == rows  # what is drawn from a report is there with it
                assert all(row["marks"] for row in found.rows)
                assert all("state:NOR" in row["speakers"] for row in said.rows)
                seen.append(found.total)
            return seen

        with ThreadPoolExecutor(2) as pool:
            for seen in [each.result() for each in [pool.submit(look) for _ in range(2)]]:
                assert seen == sorted(seen)
        for process in adding:
            _, told = process.communicate()
            assert process.returncode == 0, told.decode()
            assert b"locked" not in told
        with library.reading() as connection:
            total = _PROCESSES * _EACH
            assert count(connection) == search(connection, Question(words="tents")).total == total
            assert search_statements(connection, Question(principal="Norway")).total == total
            assert connection.scalar(sa.select(sa.func.count()).select_from(statements)) == 2 * total
        assert verify(library).intact


def test_a_search_ends_with_what_it_began_with(library: Library, put: Put) -> None:
    """A transaction that began before a batch does not see it, on either database."""
    put(*(made(_TEXT.format(number=number, other=7), str(number)) for number in range(1_000, 1_003)))
    with library.reading() as connection:
        assert search(connection, Question()).total == 3
        put(*(made(_TEXT.format(number=number, other=7), str(number)) for number in range(2_000, 2_002)))
        found = search(connection, Question(words="tents"))
        assert (found.total, len(found.rows), count(connection)) == (3, 3, 3)
    with library.reading() as connection:
        assert search(connection, Question(words="tents")).total == search(connection, Question()).total == 5
