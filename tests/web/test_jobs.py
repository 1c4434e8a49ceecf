"""Reports that wait: taken once, taken again where a worker was killed, read by whoever runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from mahdar.library.adding import Added
from mahdar.library.items import Item, Refused
from mahdar.web import jobs, taking
from mahdar.web.jobs import Waiting, Worker, finish, job, put, take
from mahdar.web.people.schema import items
from mahdar.web.state import State
from mahdar.web.taking import Said
from tests.web.conftest import ARABIC


@pytest.fixture
def alone(state: State, tmp_path: Path) -> Iterator[State]:
    """The same record with a library that no worker of another test looks into."""
    from mahdar.library.opened import open_library

    with open_library(str(tmp_path / "library.db")) as library:
        yield replace(state, library=library).shared()


def test_what_is_taken_is_finished_or_taken_again(alone: State, monkeypatch: pytest.MonkeyPatch) -> None:
    with alone.writing() as connection:
        made = put(connection, "salma", [Waiting("file", "x.txt", b"x", Said()), Waiting("address", "u", None, Said())])
        first, second = take(connection), take(connection)
        assert first is not None
        assert second is not None
        assert ((first["name"], first["content"]), second["name"], take(connection)) == (("x.txt", b"x"), "u", None)
        finish(connection, first["key"], Added("the-id", "x.txt", True))
        told = job(connection, made)
        assert told is not None
        assert (told["left"], [each["state"] for each in told["reports"]]) == (1, ["done", "doing"])
        assert connection.scalar(sa.select(items.c.content).where(items.c.key == first["key"])) is None
        monkeypatch.setattr(jobs, "_ABANDONED", -1)
        again = take(connection)
        assert again is not None
        assert again["key"] == second["key"]
        finish(connection, second["key"], Refused("u", "not there"))
        told = job(connection, made)
        assert told is not None
        assert (told["left"], told["reports"][1]["told"]) == (0, "not there")


def test_a_worker_reads_what_waits_and_goes_on_after_a_fault(alone: State, monkeypatch: pytest.MonkeyPatch) -> None:
    with alone.writing() as connection:
        given = [Waiting("file", f"w{n}.txt", f"{ARABIC}Worker {n}.\n".encode(), Said()) for n in range(2)]
        made = put(connection, "salma", given)
    worker, keep = Worker(alone), taking.keep

    def faulty(opened: State, found: Item | Refused) -> Added | Refused:
        if isinstance(found, Item) and found.id == "w0.txt":
            raise RuntimeError("oh")
        return keep(opened, found)

    monkeypatch.setattr(jobs, "keep", faulty)
    while worker._step():
        pass
    with alone.library.reading() as connection:
        told = job(connection, made)
    assert told is not None
    assert [each["state"] for each in told["reports"]] == ["refused", "done"]
    assert "please report it" in told["reports"][0]["told"]
