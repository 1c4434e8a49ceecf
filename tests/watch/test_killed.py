"""SIGKILL while watching: nothing accepted is lost, no notice is missed, the feed tells each once, `verify` passes."""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from mahdar.library.opened import Library, open_library
from mahdar.library.schema import reports
from mahdar.library.verifying import verify
from mahdar.watch import state
from mahdar.watch.schema import entries, sources
from mahdar.watch.settings import LEAST
from tests.library.dying import Dying, dying
from tests.library.test_killed_anywhere import KILLED, KILLS, kind
from tests.record.loading.served import Answer, Site
from tests.watch.test_running import rss

DAYS = [
    f"{day} {month} 20{year}" for year in (20, 21, 23) for month in ("March", "April", "June") for day in range(1, 29)
]


@pytest.fixture(scope="module")
def killer() -> Iterator[Dying]:
    with dying() as found:
        yield found


def veto(number: int) -> str:
    """A report with a claim that the record refutes, another one for each number."""
    return f"GENEVA - France vetoed a Security Council draft on North Korea on {DAYS[number]}.\n"


def due(place: str) -> None:
    """As if the time of the next poll had come."""
    with open_library(place) as library, library.writing() as connection:
        for table in (sources, entries):
            connection.execute(sa.update(table).values(next_at="2000-01-01T00:00:00.000Z"))


def bring(folder: Path, site: Site, number: int) -> None:
    """A new file in the folder, and a new report in the feed."""
    path = folder / "in" / f"{number}.txt"
    path.write_text(veto(2 * number))
    os.utime(path, (1_700_000_000 + number,) * 2)
    site.put(f"/{number}", Answer(veto(2 * number + 1).encode()))
    site.put("/rss", rss(*(f"{site.address}/{each}" for each in range(number + 1))))


def told_by(library: Library) -> list[state.Notice]:
    with library.reading() as connection:
        return state.notices(connection, limit=10_000)


def test_a_watch_that_is_killed_again_and_again_misses_and_repeats_nothing(
    place: str, tmp_path: Path, site: Site, killer: Dying
) -> None:
    (tmp_path / "in").mkdir()
    settings = tmp_path / "feeds.toml"
    settings.write_text(
        f'[atom]\npath = "n.atom"\nentries = 10000\n[[folder]]\npath = "in"\n[[feed]]\naddress = "{site.address}/rss"\n'
        f'every = "{LEAST["feed"]}s"\n[[receiver]]\nname = "desk"\nurl = "json://localhost"\n'
        '[[rule]]\nname = "refuted"\non = "claim"\nkinds = ["council.veto"]\n'
    )
    bring(tmp_path, site, 0)
    killer.run(act="open", place=place)
    status, said = killer.run(act="watch", place=place, settings=str(settings), count=True)
    assert status == 0, said
    chance, killed, sent, events = random.Random("watch"), 0, said[:-1], int(said[-1].split()[1])
    began = time.monotonic()
    due(place)
    killer.run(act="watch", place=place, settings=str(settings))
    span = 1.5 * (time.monotonic() - began)
    for number in range(1, KILLS + 1):
        bring(tmp_path, site, number)
        due(place)
        moment = {"event": chance.randint(1, events)} if number % 2 else {"seconds": chance.uniform(0, span)}
        status, said = killer.run(act="watch", place=place, settings=str(settings), **moment)
        assert status in (0, KILLED), said
        killed += status == KILLED
        sent += said
        with open_library(place) as library:
            found = verify(library)
            assert found.intact, (moment, found.faults)
            known = {each.id for each in told_by(library)}
            assert set(feed_ids(tmp_path)) <= known
            assert {line.split()[1] for line in sent} <= known
    assert killed
    due(place)
    status, said = killer.run(act="watch", place=place, settings=str(settings))
    assert status == 0, said
    with open_library(place) as library:
        all_is_told_once(library, tmp_path, sent + said)
    twice = len(sent + said) - 2 * KILLS - 2
    print(f"watch: {killed} killed on {kind(place)}, {2 * KILLS + 2} notices, {twice} sent again and saying so")


def all_is_told_once(library: Library, folder: Path, sent: list[str]) -> None:
    """Every report is there once, every notice was given once, stands in the feed once, and was sent."""
    notices = told_by(library)
    assert sorted(each.sentence for each in notices) == sorted(f"{veto(n)[9:-2]}" for n in range(2 * KILLS + 2))
    assert sorted(feed_ids(folder)) == sorted(each.id for each in notices)
    assert {line.split()[1] for line in sent} == {each.id for each in notices}
    first: set[str] = set()
    for line in sent:
        _, id_, *again = line.split()
        assert id_ not in first or again, "sent twice, and the second time does not say so"
        first.add(id_)
    with library.reading() as connection:
        assert set(connection.scalars(sa.select(entries.c.state))) == {"done"}
        assert connection.scalar(sa.select(sa.func.count()).select_from(reports)) == 2 * KILLS + 2


def feed_ids(folder: Path) -> list[str]:
    path = folder / "n.atom"
    return re.findall(r"<entry>\s*<id>(urn:uuid:[^<]+)</id>", path.read_text("utf-8")) if path.exists() else []
