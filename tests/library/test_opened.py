"""Opening libraries: made, brought up to date, refused with a reason; what is kept is held by the database."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory

from mahdar.library import migrations, schema
from mahdar.library.asking import count
from mahdar.library.opened import Library, LibraryError, default_place, open_library
from mahdar.library.reviewing import note, review
from mahdar.library.reviews import Review
from tests.library.conftest import Put, made


def test_a_new_library_has_every_table(library: Library) -> None:
    with library.reading() as connection:
        assert set(sa.inspect(connection).get_table_names()) >= set(schema.METADATA.tables)


def test_migrations_make_what_the_schema_says(library: Library) -> None:
    with library.reading() as connection:
        seen = sa.inspect(connection)
        for name, table in schema.METADATA.tables.items():
            made_columns = {each["name"]: each["nullable"] for each in seen.get_columns(name)}
            assert made_columns == {each.name: bool(each.nullable) for each in table.columns}, name


def test_the_present_step_is_the_newest() -> None:
    folder = Path(migrations.__file__).parent
    assert ScriptDirectory(str(folder)).get_current_head() == migrations.PRESENT


def test_opening_again_changes_nothing(place: str) -> None:
    for _ in range(2):
        with open_library(place) as library, library.reading() as connection:
            assert connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == migrations.PRESENT


def test_many_may_make_it_at_once(place: str) -> None:
    def opened(_: int) -> int:
        with open_library(place) as library, library.reading() as connection:
            return int(connection.scalar(sa.select(sa.func.count()).select_from(schema.log)) or 0)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(opened, range(4))) == [0, 0, 0, 0]


@pytest.mark.parametrize("table", schema.KEPT)
@pytest.mark.parametrize("act", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_what_is_kept_cannot_be_changed(library: Library, put: Put, table: str, act: str) -> None:
    put(made("China said that the sanctions must be eased.\n"))
    note(library, "a", "to be asked again", by="R. Haddad")
    review(library, Review("a", "statement", "confirm", "R. Haddad", start=16, end=43))
    column = next(iter(schema.METADATA.tables[table].columns)).name
    with pytest.raises(LibraryError, match="kept for good"), library.writing() as connection:
        connection.execute(sa.text(act.format(table, column, column)))


def test_readers_do_not_wait_for_the_writer(library: Library, put: Put) -> None:
    put(made("A text.\n"))
    with library.writing() as writer:
        writer.execute(sa.insert(schema.entities), [{"entity": "x", "name": "x", "folded": "x"}])
        with library.reading() as reader:
            assert reader.scalar(sa.select(sa.func.count()).select_from(schema.reports)) == 1
            assert reader.scalar(sa.select(schema.entities.c.entity).where(schema.entities.c.entity == "x")) is None


def test_sqlite_is_in_wal_and_waits(tmp_path: Path) -> None:
    with open_library(tmp_path / "a.db") as library, library.reading() as connection:
        asked = ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert found == ["wal", 1, 60_000, 2]


def test_what_is_no_library_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("This is a note on something else entirely, long enough to be looked at.\n" * 30)
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE shopping (item TEXT)")
    other.commit()
    other.close()
    for name, said in (("text.db", "another kind of file"), ("other.db", "another program"), (".", "a folder")):
        with pytest.raises(LibraryError, match=said), open_library(tmp_path / name):
            pass
    with pytest.raises(LibraryError, match="no library at"), open_library(tmp_path / "none.db", make=False):
        pass
    for url, said in (("mysql://h/d", "SQLite or PostgreSQL"), ("://", "neither a path nor a URL")):
        with pytest.raises(LibraryError, match=said), open_library(url):
            pass


def test_a_newer_library_is_not_touched(tmp_path: Path) -> None:
    with open_library(tmp_path / "a.db") as library, library.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LibraryError, match="newer Mahdar"), open_library(tmp_path / "a.db"):
        pass


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError, match="no library can be made"), open_library(tmp_path / "file" / "in" / "a.db"):
        pass


def test_a_full_disk_is_said_and_leaves_what_was_accepted(tmp_path: Path) -> None:
    with open_library(tmp_path / "a.db") as library:
        with library.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        row = {"sha256": "0" * 64, "size": 1, "bytes": b"x" * 1_000_000}
        with pytest.raises(LibraryError, match="disk is full"), library.writing() as connection:
            connection.execute(sa.insert(schema.contents), [row])
        with library.reading() as connection:
            assert connection.scalar(sa.select(sa.func.count()).select_from(schema.contents)) == 0


def test_the_default_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAHDAR_LIBRARY", "/somewhere/a.db")
    assert default_place() == "/somewhere/a.db"
    monkeypatch.delenv("MAHDAR_LIBRARY")
    assert default_place().endswith("library.db")


def test_an_interruption_under_what_the_driver_says_stays_one(library: Library) -> None:
    def broken_off() -> None:
        try:
            raise KeyboardInterrupt
        finally:
            raise sa.exc.ProgrammingError("ping", None, Exception("connection in transaction status ACTIVE"))

    with pytest.raises(KeyboardInterrupt), library.reading():
        broken_off()
    with pytest.raises(LibraryError), library.reading():
        raise sa.exc.ProgrammingError("ping", None, Exception("connection in transaction status ACTIVE"))
    with library.reading() as connection:
        assert count(connection) == 0
