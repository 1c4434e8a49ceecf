"""The watch at work: polls what is due, takes what came, judges, tells, and sleeps until something is due again.

All that must outlive the process lies in the database, and each step is a transaction or can be taken again: a process
that is killed at any moment goes on from where it was.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mahdar.library.adding import Added, add
from mahdar.library.fetching import Fetcher, problem_of
from mahdar.library.items import Item, Refused, name
from mahdar.library.opened import Library
from mahdar.library.robots import host_of
from mahdar.record.loading.fetch import FetchError, Limits
from mahdar.watch import atom, book, polling, sending
from mahdar.watch.book import Entry, Watched
from mahdar.watch.judging import judge
from mahdar.watch.moments import moment
from mahdar.watch.settings import AtomFile, Settings

if TYPE_CHECKING:
    from mahdar.record.access import Record

LIMITS = Limits(bytes=50_000_000, silence=20.0, total=120.0, tries=1)  # what fails is asked for again later
_FILES, _ADDRESSES = 64, 500  # looked at in one turn
_LONGEST_SLEEP = 15.0  # seconds; others may add to the library meanwhile
_REST = 60.0  # seconds for which a host that cannot answer is left alone
_TROUBLED = {408, 425, 429, 500, 502, 503, 504}

Hear = Callable[[str, dict[str, object]], None]


def present_moment() -> datetime:
    return datetime.now(UTC)


@dataclass
class Watch:
    """One run. `hear` is told what happens: an event and its facts. Raises LibraryError where the library fails."""

    library: Library
    record: Record
    settings: Settings
    fetcher: Fetcher
    hear: Hear
    send: sending.Send = sending.through_apprise
    now: Callable[[], datetime] = present_moment
    sleep: Callable[[float], None] = time.sleep
    troubles: int = field(default=0, init=False)
    _unwritten: str = field(default="", init=False)
    _only_due_at: datetime | None = field(default=None, init=False)

    def start(self) -> None:
        """Take in the settings, and tell what was not told before the last run ended."""
        with self.library.writing() as connection:
            book.register(connection, self.settings, self.now())
        self.tell()

    def once(self) -> None:
        """All that is due at this moment, and what it brings; no source twice."""
        self._only_due_at = self.now()
        while True:
            if self.turn():
                continue
            wait = self._host_wait()
            if wait is None:
                return
            self.sleep(wait)

    def forever(self) -> None:
        """Until somebody interrupts."""
        self._only_due_at = None
        while True:
            if not self.turn():
                self.sleep(self._idle())
                self.tell()

    def turn(self) -> bool:
        """A piece of what is due of each kind: folders, files, one address. Whether there was anything."""
        now = self.now()
        with self.library.reading() as connection:
            due = book.due_sources(connection, self._only_due_at or now)
            folders = [each for each in due if each.kind == "folder"]
            files = book.due_entries(connection, now, _FILES, files=True)
        for source in folders:
            self._folder(source)
        if files:
            self._files(files)
        job = self._job(now)
        if job is not None:
            self._address(job)
        if files or job is not None:
            self.tell()
        return bool(folders or files or job is not None)

    def tell(self) -> None:
        """Judge what came, write the feed, send messages."""
        for noticed in judge(self.library, self.settings, self.now()):
            self.hear("notice", {"rule": noticed.rule, "title": noticed.title})
        if self.settings.atom is not None:
            self._publish(self.settings.atom)
        for sent in sending.deliver(self.library, self.settings.receivers, self.now(), self.send):
            if sent.problem is None:
                self.hear("sent", {"receiver": sent.receiver, "notices": sent.notices})
            else:
                self._trouble("unsent", receiver=sent.receiver, problem=sent.problem)

    def _publish(self, wanted: AtomFile) -> None:
        try:
            if atom.publish(self.library, wanted):
                self.hear("written", {"path": str(wanted.path)})
            self._unwritten = ""
        except OSError as error:
            problem = f"cannot be written: {error.strerror or error}"
            if problem != self._unwritten:  # said once, tried at every turn
                self._trouble("unwritten", path=str(wanted.path), problem=problem)
            self._unwritten = problem

    def _folder(self, source: Watched) -> None:
        try:
            new, unfit = polling.folder(self.library, source, self.now())
        except OSError as error:
            self._failed(source, error)
            return
        if new or unfit:
            self._polled(source, new, unfit)

    def _polled(self, source: Watched, new: int, unfit: list[str]) -> None:
        self.hear("polled", {"source": source.address, "new": new})
        for each in unfit:
            self._trouble("refused", name=each, problem="its name cannot be kept; give it another")

    def _files(self, files: list[Entry]) -> None:
        """Add what files hold, by the batches of the library, and note which are done with."""
        sources: dict[str, int] = {}
        problems: dict[int, str] = {}

        def items() -> Iterator[Item | Refused]:
            for entry in files:
                for each in polling.items_of_file(self.library, entry):
                    if isinstance(each, Refused):
                        problems[entry.key] = each.problem
                    else:
                        sources[each.id] = entry.source
                    yield each

        told = self._add(items())
        counts = Counter(sources[each.name] for each in told if isinstance(each, Added) and each.new)
        with self.library.writing() as connection:
            book.settle(connection, [entry.key for entry in files if entry.key not in problems], "done")
            for key, problem in problems.items():
                book.settle(connection, [key], "refused", problem)
            for source, new in counts.items():
                book.came(connection, source, new, self.now())

    def _job(self, now: datetime) -> Watched | Entry | None:
        """The feed, page or address whose host may be asked now."""
        return next((job for job in self._jobs(now) if self.fetcher.wait(job.address) <= 0), None)

    def _jobs(self, now: datetime) -> list[Watched | Entry]:
        with self.library.reading() as connection:
            due = book.due_sources(connection, self._only_due_at or now)
            return [
                *(each for each in due if each.kind != "folder"),
                *book.due_entries(connection, now, _ADDRESSES, files=False),
            ]

    def _host_wait(self) -> float | None:
        """Seconds until a host may be asked for what is due; None where nothing is."""
        return min((self.fetcher.wait(job.address) for job in self._jobs(self.now())), default=None)

    def _idle(self) -> float:
        """Seconds until something is due."""
        wait = self._host_wait()
        with self.library.reading() as connection:
            moments = [book.next_moment(connection)]
        moments.append(sending.next_moment(self.library, self.settings.receivers))
        now = self.now()
        waits = [(moment(each) - now).total_seconds() for each in moments if each]
        return max(0.05, min([_LONGEST_SLEEP, *waits] if wait is None else [_LONGEST_SLEEP, wait]))

    def _address(self, job: Watched | Entry) -> None:
        try:
            if isinstance(job, Entry):
                self._entry(job)
            elif job.kind == "feed":
                self._polled(job, *polling.feed(self.library, job, self.fetcher, self.now()))
            else:
                self._page(job)
        except (FetchError, OSError) as error:
            self._rest(job, error)
            self._postpone(job, error) if isinstance(job, Entry) else self._failed(job, error)

    def _entry(self, entry: Entry) -> None:
        """An address that a feed named; one that the library has captured already is not asked for again."""
        with self.library.reading() as connection:
            there = bool(book.captured(connection, [name(entry.address) or ""]))
        told = [] if there else self._add([polling.item_of_entry(entry, self.fetcher)])
        problem = next((each.problem for each in told if isinstance(each, Refused)), None)
        with self.library.writing() as connection:
            book.settle(connection, [entry.key], "refused" if problem else "done", problem)
            book.came(connection, entry.source, _new(told), self.now())

    def _page(self, source: Watched) -> None:
        item, got = polling.page(self.library, source, self.fetcher)
        told = self._add([item] if item is not None else [])
        polling.page_polled(self.library, source, got, _new(told), self.now())
        self.hear("polled", {"source": source.address, "new": _new(told)})

    def _add(self, items: Iterable[Item | Refused]) -> list[Added | Refused]:
        told = []
        for each in add(self.library, items, self.record):
            told.append(each)
            if isinstance(each, Refused):
                self._trouble("refused", name=each.name, problem=each.problem)
            elif each.new:
                self.hear("added", {"id": each.id})
        return told

    def _postpone(self, entry: Entry, error: FetchError | OSError) -> None:
        wait, problem = polling.retry_in(entry, error), problem_of(error)
        with self.library.writing() as connection:
            if wait is None:
                book.settle(connection, [entry.key], "refused", problem)
            else:
                book.postpone(connection, entry, self.now(), wait, problem)
        self._trouble("refused" if wait is None else "postponed", name=entry.address, problem=problem)

    def _failed(self, source: Watched, error: FetchError | OSError) -> None:
        problem = (
            problem_of(error) if source.kind != "folder" else f"cannot be read: {getattr(error, 'strerror', error)}"
        )
        with self.library.writing() as connection:
            book.failed(connection, source, self.now(), polling.backed_off(source, error), problem)
        self._trouble("failed", source=source.address, problem=problem)

    def _rest(self, job: Watched | Entry, error: FetchError | OSError) -> None:
        """Leave a host alone that cannot answer now, or asks to."""
        if isinstance(error, FetchError) and (error.unreachable or error.status in _TROUBLED):
            with self.library.writing() as connection:
                book.rest(
                    connection,
                    host_of(job.address),
                    self.now(),
                    max(_REST, min(error.wait or 0.0, polling.LONGEST_ASKED)),
                )

    def _trouble(self, event: str, **facts: object) -> None:
        self.troubles += 1
        self.hear(event, facts)


def _new(told: list[Added | Refused]) -> int:
    return sum(isinstance(each, Added) and each.new for each in told)
