"""A load is all of a file or nothing of it, whatever the file holds and whenever the process ends."""

from __future__ import annotations

import hashlib
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import duckdb
import pytest

from mahdar.record import store
from mahdar.record.access import Record
from mahdar.record.loading.load import Done, File, files_under, load
from mahdar.record.loading.publication import Head, LoadError
from mahdar.record.loading.registry import all_loaders, loader_for, loader_of
from mahdar.record.loading.tables import TOLD
from mahdar.record.store import RecordError, fingerprint, open_store

HEADER = '"","To","To_COW","Session"\n'


def sessions(folder: Path, *lines: str, name: str = "sessions.csv") -> Path:
    """A small publication of the kind `upr-sessions`."""
    path = folder / name
    path.write_text(HEADER + "".join(f'"{n}",{line}\n' for n, line in enumerate(lines, 1)), "utf-8")
    return path


def rows(record: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(record), read_only=True) as connection:
        return connection.execute(query).fetchall()


def states(record: Path) -> list[str]:
    return [
        s
        for (s,) in rows(
            record,
            "SELECT state FROM told.reviews r JOIN told.loads USING (load) WHERE replaced_by IS NULL ORDER BY state",
        )
    ]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "record.duckdb"


def one(path: Path, record: Path, **more: Any) -> Done:
    (done,) = load([File(path)], record=record, **more)
    return done


def test_a_publication_is_recognised_loaded_and_registered(tmp_path: Path, place: Path) -> None:
    path = sessions(tmp_path, '"Algeria","ALG",1', '"Russia","RUS",4')
    (done,) = load([File(path, "https://example.org/sessions.csv", date(2015, 11, 25))], record=place)
    assert (done.state, done.kind, done.rows) == ("loaded", "upr-sessions", 2)
    assert states(place) == ["DZA", "RUS"]
    (registered,) = rows(place, "SELECT source, address, sha256, bytes, retrieved, rows, replaced_by FROM told.loads")
    address = "https://example.org/sessions.csv"
    assert registered == ("upr-info", address, digest(path), path.stat().st_size, date(2015, 11, 25), 2, None)


def test_the_same_bytes_are_not_loaded_twice(tmp_path: Path, place: Path) -> None:
    path = sessions(tmp_path, '"Algeria","ALG",1')
    one(path, place)
    before = digest(place)
    copy = path.rename(tmp_path / "other name.csv")
    assert one(copy, place).state == "unchanged"
    assert digest(place) == before


def test_a_later_version_of_a_publication_counts_and_the_former_is_kept(tmp_path: Path, place: Path) -> None:
    one(sessions(tmp_path, '"Algeria","ALG",1'), place)
    one(sessions(tmp_path, '"Egypt","EGY",7', '"Kuwait","KUW",8'), place)
    assert states(place) == ["EGY", "KWT"]
    assert rows(place, "SELECT load, replaced_by FROM told.loads ORDER BY load") == [(1, 2), (2, None)]
    assert len(rows(place, "FROM told.reviews")) == 3


def test_an_older_version_that_comes_later_does_not_count(tmp_path: Path, place: Path) -> None:
    new, old = date(2026, 5, 1), date(2015, 11, 25)
    load([File(sessions(tmp_path, '"Egypt","EGY",7'), retrieved=new)], record=place)
    load([File(sessions(tmp_path, '"Algeria","ALG",1'), retrieved=old)], record=place)
    assert states(place) == ["EGY"]
    assert rows(place, "SELECT load, replaced_by FROM told.loads ORDER BY load") == [(1, None), (2, 1)]


def test_what_cannot_be_taken_is_said_with_its_place(tmp_path: Path, place: Path) -> None:
    done = one(sessions(tmp_path, '"Atlantis","ATL",1', '"Egypt","EGY",7'), place)
    assert done.remarks["lost", "no such state or session"] == 1
    query = "SELECT place, value FROM told.remarks WHERE what = 'lost'"
    assert rows(place, query) == [("line 2", "Atlantis, 1")]


@pytest.mark.parametrize(
    "lines",
    [
        ('"Egypt","EGY",7', '"Kuwait","KUW",8,"more"'),  # a line longer than the header
        ('"Egypt","EGY",7', f'"{"x" * 2_000_000}","KUW",8'),  # a line without end
    ],
)
def test_a_broken_file_leaves_the_record_as_it_was(tmp_path: Path, place: Path, lines: tuple[str, ...]) -> None:
    one(sessions(tmp_path, '"Algeria","ALG",1'), place)
    before = digest(place)
    done = one(sessions(tmp_path, *lines, name="broken.csv"), place)
    assert done.state == "failed"
    assert "line" in done.problem
    assert digest(place) == before


def test_a_broken_file_does_not_hinder_the_others(tmp_path: Path, place: Path) -> None:
    good, bad = sessions(tmp_path, '"Egypt","EGY",7', name="b.csv"), sessions(tmp_path, "1,2,3,4,5", name="a.csv")
    empty, other = tmp_path / "c.csv", tmp_path / "d.txt"
    empty.write_bytes(b"")
    other.write_text("minutes of a meeting")
    done = load([File(path) for path in (bad, good, empty, other)], record=place)
    assert [d.state for d in done] == ["failed", "loaded", "failed", "passed-over"]
    assert states(place) == ["EGY"]


def test_files_of_a_folder_come_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv", ".hidden.csv", "sub/c.csv", ".git/d.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert [p.name for p in files_under(tmp_path)] == ["a.csv", "b.csv", "c.csv"]
    assert list(files_under(tmp_path / "b.csv")) == [tmp_path / "b.csv"]


def test_a_header_of_a_million_columns_is_refused_at_once(tmp_path: Path, place: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text(",".join(f"c{n}" for n in range(1_000_000)) + "\n")
    start = time.monotonic()
    done = one(path, place)
    assert done.state == "failed"
    assert "columns" in done.problem
    assert time.monotonic() - start < 30  # a hang would show; this is no benchmark


def test_an_unknown_kind_says_which_there_are() -> None:
    with pytest.raises(LoadError, match="upr-sessions"):
        loader_of("minutes")


def test_no_two_loaders_share_a_kind_or_claim_any_file(tmp_path: Path) -> None:
    assert all(kind == loader.kind for kind, loader in all_loaders().items())
    path = tmp_path / "any.csv"
    path.write_text("a,b,c\n1,2,3\n")
    assert loader_for(Head.of(path)) is None


def test_sources_of_loaders_are_in_the_table_of_sources(tmp_path: Path, place: Path) -> None:
    open_store(place).connection.close()
    known = {key for (key,) in rows(place, "SELECT key FROM sources")}
    assert {loader.source for loader in all_loaders().values()} <= known


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(RecordError, match="cannot be written"):
        one(sessions(tmp_path, '"Egypt","EGY",7'), tmp_path / "file" / "record.duckdb")


def test_loads_survive_other_facts_in_the_package(tmp_path: Path, place: Path) -> None:
    one(sessions(tmp_path, '"Egypt","EGY",7'), place)
    with duckdb.connect(str(place)) as connection:
        connection.execute("UPDATE meta SET hash = 'of another version', stamp = ''")
        connection.execute("DELETE FROM council_meetings")
        connection.execute("ALTER TABLE told.reviews DROP COLUMN cycle")  # as an older version had it
    record = Record.open(place)
    assert record.hash == fingerprint()
    assert len(record.meetings()) > 9000
    record._store.connection.close()
    assert states(place) == ["EGY"]
    assert rows(place, "SELECT cycle FROM told.reviews") == [(None,)]


def test_every_told_table_is_there_from_the_beginning(place: Path) -> None:
    open_store(place).connection.close()
    query = "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'told'"
    assert {name for (name,) in rows(place, query)} == set(TOLD)


def test_loads_at_once_wait_for_one_another(tmp_path: Path, place: Path) -> None:
    files = [sessions(tmp_path, f'"{state}","X",7', name=f"{state}.csv") for state in ("Egypt", "Kuwait", "Yemen")]
    command = [sys.executable, "-m", "mahdar", "record", "load", "--record", str(place)]
    running = [subprocess.Popen([*command, str(file)], stdout=subprocess.PIPE, text=True) for file in files]
    assert [process.wait(timeout=120) for process in running] == [0, 0, 0]
    for process in running:
        process.communicate()
    assert states(place) == ["EGY", "KWT", "YEM"]


def test_a_record_that_was_missing_is_not_built_over_a_load(
    tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process loads between the moment when the record is missed and the moment when it is built."""
    locked, done = store._locked, list[Done]()

    def late(target: Path) -> TextIO:
        monkeypatch.setattr(store, "_locked", locked)
        done.append(one(sessions(tmp_path, '"Egypt","EGY",7'), target))
        return locked(target)

    monkeypatch.setattr(store, "_locked", late)
    open_store(place).connection.close()
    assert [each.state for each in done] == ["loaded"]
    assert states(place) == ["EGY"]


def test_a_load_that_is_killed_changes_nothing(tmp_path: Path, place: Path) -> None:
    """SIGKILL at moments spread over a whole load: the record is that of before or that of after, never another."""
    one(sessions(tmp_path, '"Algeria","ALG",1'), place)
    before = digest(place)
    big = sessions(tmp_path, *('"Egypt","EGY",7' for _ in range(60_000)), name="big.csv")
    command = [sys.executable, "-m", "mahdar", "record", "load", "--record", str(place), str(big)]
    whole = _seconds(command, place)
    killed = 0
    for step in range(12):
        place.write_bytes(_KEPT[place])
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole * step / 12)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        assert digest(place) == before or len(states(place)) == 60_001
        Record.open(place)._store.connection.close()
    assert killed > 5
    place.write_bytes(_KEPT[place])
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert len(states(place)) == 60_001
    assert not list(tmp_path.glob(".record-load-*"))


_KEPT: dict[Path, bytes] = {}


def _seconds(command: list[str], place: Path) -> float:
    """How long the whole load takes; the record is as it was afterwards."""
    _KEPT[place] = place.read_bytes()
    start = time.monotonic()
    subprocess.run(command, capture_output=True, check=True)
    seconds = time.monotonic() - start
    place.write_bytes(_KEPT[place])
    return seconds
