"""SIGKILL before any question to the database, and at random moments: in the making and the migration of a library,
and while reports are added. MAHDAR_KILLS is how many each test tries (6 in the suite, more by `tools/bench_kills.py`).
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from mahdar.library import migrations
from mahdar.library.adding import add
from mahdar.library.asking import count, find
from mahdar.library.opened import _engine, _url, open_library
from mahdar.library.schema import METADATA
from mahdar.library.verifying import verify
from mahdar.pipeline import built_in_record
from tests.library.conftest import ARABIC, ENGLISH, made
from tests.library.dying import Dying, dying

KILLS = int(os.environ.get("MAHDAR_KILLS", "6"))
KILLED = -9
_FIRST_TABLES = ("contents", "reports", "captures", "readings", "log", "present", "entities", "named", "statements",
                 "speakers", "claims")  # fmt: skip


@pytest.fixture(scope="module")
def killer() -> Iterator[Dying]:
    with dying() as found:
        yield found


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, list[dict[str, Any]]]]:
    """Rows of a library of three reports, as the first step of the migrations kept them."""
    place = tmp_path_factory.mktemp("old") / "a.db"
    with open_library(place) as library:
        items = iter([made(ARABIC, "ar"), made(ENGLISH, "en"), made(ENGLISH * 2, "two")])
        assert len(list(add(library, items, built_in_record()))) == 3
        with library.reading() as connection:
            return [(name, [dict(row._mapping) for row in connection.execute(sa.select(METADATA.tables[name]))])
                    for name in _FIRST_TABLES]  # fmt: skip


def make_old(place: str, rows: list[tuple[str, list[dict[str, Any]]]]) -> None:
    """A library of the first step, with reports in it."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    engine = _engine(_url(place), place)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        kept = sa.MetaData()
        kept.reflect(connection, only=list(_FIRST_TABLES))
        for name, found in rows:
            table = kept.tables[name]
            if found:
                columns = {column.name for column in table.columns}
                told = [{key: value for key, value in row.items() if key in columns} for row in found]
                connection.execute(sa.insert(table), told)
    engine.dispose()


def kind(place: str) -> str:
    return "PostgreSQL" if place.startswith("postgresql") else "SQLite"


def shape(place: str) -> tuple[str | None, frozenset[str]]:
    """The step that a database says it is at, and its tables; opened without bringing it up to date."""
    engine = _engine(_url(place), place)
    with engine.begin() as connection:
        tables = frozenset(sa.inspect(connection).get_table_names())
        step = (
            connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
            if "alembic_version" in tables
            else None
        )
    engine.dispose()
    return step, tables


def moments(seed: object, events: int, span: float) -> Iterator[dict[str, float]]:
    """Where to kill: half before questions to the database, half at random moments of a run that takes `span`."""
    chance = random.Random(str(seed))
    for number in range(KILLS):
        yield {"event": chance.randint(1, events)} if 2 * number < KILLS else {"seconds": chance.uniform(0, span)}


def test_a_migration_is_taken_whole_or_not_at_all(place: str, tmp_path: Path, old: Any, killer: Dying) -> None:
    scratch = str(tmp_path / "scratch.db")
    for each in (place, scratch):
        make_old(each, old)
    before, killed = shape(place), 0
    for moment in moments("migration", *killer.measured(act="open", place=scratch)):
        status, _ = killer.run(act="open", place=place, **moment)
        killed += status == KILLED
        found = shape(place)
        assert found == before or found[0] == migrations.PRESENT
        if found != before:
            break
    assert killed
    print(f"migration: {killed} killed on {kind(place)}, whole or not at all")
    with open_library(place) as library:
        proved = verify(library)
        assert (proved.intact, proved.faults) == (True, ())
        with library.reading() as connection:
            assert count(connection) == 3
    assert shape(place)[0] == migrations.PRESENT


def test_a_migration_killed_before_each_question_in_turn(tmp_path: Path, old: Any, killer: Dying) -> None:
    place = str(tmp_path / "old.db")
    make_old(place, old)
    before = shape(place)
    step = 1 if KILLS > 20 else 7
    for event in range(1, 10_000, step):
        status, said = killer.run(act="open", place=place, event=event)
        if status != KILLED:
            break
        assert said == []
        assert shape(place) == before
    assert event > 3 * step
    print(f"migration: killed before each question in turn, {event // step} times, whole or not at all")
    assert shape(place)[0] == migrations.PRESENT
    with open_library(place) as library:
        assert verify(library).intact


def test_a_library_is_made_whole_or_not_at_all(place: str, tmp_path: Path, killer: Dying) -> None:
    killed = 0
    for moment in moments("making", *killer.measured(act="open", place=str(tmp_path / "scratch.db"))):
        killed += killer.run(act="open", place=place, **moment)[0] == KILLED
        step, tables = shape(place)
        assert (step, tables) == (None, frozenset()) or step == migrations.PRESENT
    assert killed
    print(f"making: {killed} killed on {kind(place)}, whole or not there")
    with open_library(place) as library:
        assert verify(library).intact


def test_what_was_accepted_outlives_any_kill(place: str, tmp_path: Path, killer: Dying) -> None:
    with open_library(place):
        pass
    accepted: set[str] = set()
    killed, names = 0, set()
    for number in range(5):
        path = tmp_path / "first" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{ENGLISH}Report {number} before all rounds.\n")
        names.add(str(path))
    taken = killer.measured(act="add", place=place, folder=str(tmp_path / "first"))
    for round_, moment in enumerate(moments("add", *taken)):
        for number in range(5):
            path = tmp_path / f"in-{round_}" / f"{number}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"{ENGLISH}Report {number} of round {round_}.\n")
            names.add(str(path))
        status, said = killer.run(act="add", place=place, folder=str(tmp_path / f"in-{round_}"), **moment)
        killed += status == KILLED
        accepted.update(line.removeprefix("added ") for line in said)
        with open_library(place) as library:
            found = verify(library)
            assert found.intact, (moment, found.faults)
            with library.reading() as connection:
                lost = [id_ for id_ in accepted if find(connection, id_) is None]
        assert lost == [], moment
    assert killed
    assert accepted
    print(f"add: {killed} killed on {kind(place)}, {len(accepted)} accepted, none lost")
    for round_ in range(KILLS):
        assert killer.run(act="add", place=place, folder=str(tmp_path / f"in-{round_}"))[0] == 0
    with open_library(place) as library, library.reading() as connection:
        assert {id_ for id_ in names if find(connection, id_) is not None} == names
        assert count(connection) == len(names)


def test_the_one_who_kills_tells_how_it_ended(tmp_path: Path, killer: Dying) -> None:
    place = str(tmp_path / "a.db")
    assert killer.run(act="open", place=place) == (0, ["opened"])
    assert killer.run(act="open", place=place, event=1)[0] == KILLED
    assert killer.run(act="open", place=place, seconds=0.0)[0] == KILLED
    status, said = killer.run(act="open", place=str(tmp_path))
    assert (status, "LibraryError" in said[0]) == (1, True)
    assert json.dumps(said)
