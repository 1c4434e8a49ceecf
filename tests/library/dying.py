"""Processes that are killed where a test says, many of them quickly: one that has imported everything makes them.

`python -m tests.library.dying` reads one JSON object a line: `act` (open, add, watch), `place`, what the act needs, and
when the process kills itself: `event`, before that one of its questions to the database (commits count too), or
`seconds`, that long after it began. It answers with how the process ended and with what it had said until then.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Job = dict[str, Any]


@dataclass
class Dying:
    """The process that makes others."""

    process: subprocess.Popen[str]

    def run(self, **job: Any) -> tuple[int, list[str]]:
        """Status of the process (-9: killed) and the lines that it said."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        return answer["status"], answer["said"]

    def measured(self, **job: Any) -> tuple[int, float]:
        """How many moments and seconds an act takes that nobody kills."""
        began = time.monotonic()
        status, said = self.run(**job, count=True)
        assert status == 0, said
        return int(said[-1].removeprefix("events ")), time.monotonic() - began


@contextmanager
def dying() -> Iterator[Dying]:
    """The process while it is needed."""
    words = [sys.executable, "-W", "error", "-m", "tests.library.dying"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Dying(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(30)


def _serve() -> None:
    _prepare()
    for line in sys.stdin:
        print(json.dumps(_one(json.loads(line))), flush=True)


def _prepare() -> None:
    """Import and read what every act needs, so that a process lives as long as its act."""
    import alembic.command
    import psycopg  # noqa: F401

    from mahdar.language import folding  # noqa: F401
    from tests.watch import conftest

    assert alembic.command
    import mahdar

    mahdar.read(conftest.SAID)  # without a claim: the record is opened by each process for itself


def _one(job: Job) -> dict[str, Any]:
    source, target = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(source)
        status = 70
        try:
            status = _live(job, target)
        finally:
            os._exit(status)
    os.close(target)
    with open(source, encoding="utf-8") as said:  # noqa: PTH123 - a pipe has no path
        lines = said.read().splitlines()
    return {"status": os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), "said": lines}


def _live(job: Job, target: int) -> int:
    """The act, until its end or the moment of death."""
    left = _die_at(job.get("event"), job.get("seconds"))
    try:
        _ACTS[job["act"]](job, lambda line: os.write(target, f"{line}\n".encode()))
        if job.get("count"):
            os.write(target, f"events {-1 - left[0]}\n".encode())
    except Exception as error:
        os.write(target, f"error {type(error).__name__}: {error}\n".encode())
        return 1
    return 0


def _die_at(event: int | None, seconds: float | None) -> list[int]:
    """Set the moment of death; how many events are left until it, counted down."""
    import sqlalchemy as sa
    from sqlalchemy.engine import Engine

    left = [event if event is not None else -1]

    def count(*_: Any) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
        sa.event.listen(Engine, name, count)
    if seconds is not None:
        threading.Thread(target=_killed_after, args=(seconds,), daemon=True).start()
    return left


def _killed_after(seconds: float) -> None:
    time.sleep(seconds)
    os.kill(os.getpid(), signal.SIGKILL)


def _open(job: Job, say: Any) -> None:
    from mahdar.library.opened import open_library

    with open_library(job["place"]):
        say("opened")


def _add(job: Job, say: Any) -> None:
    from mahdar.library import adding
    from mahdar.library.adding import Added, add
    from mahdar.library.incoming import files, items
    from mahdar.library.opened import open_library
    from mahdar.record.access import Record

    adding._BATCH = 2  # so that a few reports are several transactions
    with open_library(job["place"]) as library:
        source = (item for path in files([job["folder"]]) for item in items(path))
        for told in add(library, source, Record.open()):
            say(f"added {told.id}" if isinstance(told, Added) else f"refused {told.name}")


def _watch(job: Job, say: Any) -> None:
    from mahdar.library.fetching import Fetcher
    from mahdar.library.opened import open_library
    from mahdar.record.access import Record
    from mahdar.watch.lock import alone
    from mahdar.watch.running import LIMITS, Watch
    from mahdar.watch.settings import read_settings

    def send(receiver: Any, title: str, text: str) -> None:
        for notice in [line for line in text.splitlines() if line.startswith("urn:uuid:")]:
            say(f"sent {notice}{' again' if 'may have been sent before' in text else ''}")

    settings = read_settings(Path(job["settings"]))
    with open_library(job["place"]) as library, Fetcher(allow_private=True, limits=LIMITS, purpose="watch") as fetcher:
        fetcher.manners.sleep = lambda seconds: None
        fetcher.manners.clock = lambda: float(next(_ticks)) * 1_000
        with alone(library):
            watch = Watch(library, Record.open(), settings, fetcher, lambda event, facts: None, send)
            watch.start()
            watch.once()


_ticks = iter(range(1, 1 << 62))
_ACTS = {"open": _open, "add": _add, "watch": _watch}

if __name__ == "__main__":
    _serve()
