"""What `verify` proves: whatever is changed, added or taken away behind the log's back shows."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from mahdar.library import chain
from mahdar.library.adding import add
from mahdar.library.opened import Library, open_library
from mahdar.library.verifying import verify
from mahdar.pipeline import built_in_record
from tests.library.conftest import ARABIC, ENGLISH, Put, made


def test_a_library_as_it_was_made_is_intact(library: Library, put: Put) -> None:
    assert verify(library).intact
    put(made(ARABIC, "a"), made(ENGLISH, "b"), made(ARABIC, "c"))
    found = verify(library)
    assert (found.intact, found.entries) == (True, 7)
    assert found.counts == {"reports": 2, "captures": 3, "readings": 2, "contents": 2, "reviews": 0, "notes": 0}


def test_an_earlier_head_is_found_again(library: Library, put: Put) -> None:
    put(made(ARABIC, "a"))
    head = verify(library).head
    put(made(ENGLISH, "b"))
    assert verify(library, head=head.upper()).intact
    assert "cut off" in verify(library, head="ab" * 32).faults[0]


TAMPERINGS = {
    "UPDATE reports SET text = 'other' WHERE key = 1": "report 1: it was changed",
    "UPDATE reports SET text = 'other', title = 'x' WHERE key = 1": "report 1: it was changed",
    "UPDATE reports SET outlet = 'other' WHERE key = 2": "report 2: it was changed",
    "UPDATE captures SET taken_at = '2020-01-01T00:00:00Z' WHERE key = 1": "capture 1: it was changed",
    "UPDATE contents SET bytes = x'00'": "the bytes are not those",
    "UPDATE readings SET json = x'00' WHERE key = 2": "reading 2: it was changed",
    "UPDATE readings SET reader = 'x' WHERE key = 2": "reading 2: it was changed",
    "UPDATE log SET detail = '{}' WHERE seq = 6": "log: entry 6 was changed",
    "DELETE FROM captures WHERE key = 1": "capture 1: it is gone",
    "DELETE FROM log WHERE seq = 2": "log: entries 2 to 2 are missing",
    "DELETE FROM log WHERE seq = 6": "reading 2: the log does not know of it",
    "DELETE FROM present": "it is not found by its last reading",
    "INSERT INTO captures(report, sha256, address, how, headers, taken_at, program)"
    " SELECT 1, sha256, 'x', 'file', '[]', 'x', 'x' FROM reports WHERE key = 1": "capture 3: the log does not know",
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("filled") / "a.db"
    with open_library(path) as library:
        list(add(library, [made(ARABIC, "a"), made(ENGLISH, "b")], built_in_record()))
    return Path(path).read_bytes()


@pytest.mark.parametrize("act", TAMPERINGS)
def test_tampering_shows(filled: bytes, tmp_path: Path, act: str) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(filled)
    hand = sqlite3.connect(path, isolation_level=None)
    for (name,) in hand.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        hand.execute(f"DROP TRIGGER {name}")
    hand.execute(act)
    hand.close()
    with open_library(path) as library:
        faults = verify(library).faults
    assert any(TAMPERINGS[act] in fault for fault in faults), faults


def test_an_entry_made_anew_does_not_fit_the_next(library: Library) -> None:
    with library.writing() as connection:
        chain.append(connection, [("note", {"a": 1}), ("note", {"b": "ب"})])
        entries = list(chain.entries(connection))
    assert not list(chain.broken(entries))
    first = entries[0]
    told = (1, first.at, "note", '{"a":2}', first.previous)
    forged = chain.Entry(*told, chain._hash(*told))
    assert forged.right()
    assert list(chain.broken([forged, entries[1]])) == ["log: entry 2 does not follow the one before it"]
