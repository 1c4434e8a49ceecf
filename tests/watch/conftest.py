"""Watching to try: libraries on both databases, a site on this machine, a clock that a test moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mahdar.library.fetching import Fetcher
from mahdar.library.opened import Library
from mahdar.pipeline import built_in_record
from mahdar.record.loading.fetch import Limits
from mahdar.watch.running import Watch
from mahdar.watch.sending import SendError
from mahdar.watch.settings import Receiver, Settings, settings_of
from tests.library.conftest import library, place, put  # noqa: F401 - fixtures
from tests.record.loading.served import Site, serving

REFUTED = "GENEVA - France vetoed a Security Council draft on North Korea on 26 May 2022.\n"
REFUTED_AR = "نيويورك – قال مندوب روسيا إن العقوبات على كوريا الشمالية يجب أن ترفع. وانعقدت الجلسة مساء الجمعة.\n"
SAID = "NEW YORK - The Russian Foreign Ministry said that the sanctions on North Korea must be lifted.\n"
VOTED = "NEW YORK - The Security Council adopted resolution 2397 by 14 votes to 1.\n"
PLAIN = "GENEVA - The library of the office will be open on Saturday.\n"
QUICK = Limits(bytes=1_000_000, silence=5, total=10, tries=1)


@dataclass
class Clock:
    """Time that passes when somebody sleeps, or when a test says so."""

    at: datetime = field(default_factory=lambda: datetime.now(UTC) + timedelta(seconds=10))
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += timedelta(seconds=seconds)

    def pass_(self, **span: float) -> None:
        self.at += timedelta(**span)


@dataclass
class Post:
    """A service that takes messages, or fails while `broken`."""

    taken: list[tuple[str, str, str]] = field(default_factory=list)
    broken: bool = False

    def send(self, receiver: Receiver, title: str, text: str) -> None:
        if self.broken:
            raise SendError("json://… did not take the message (HTTP 500)")
        self.taken.append((receiver.name, title, text))


@dataclass
class Desk:
    """A watch with all that belongs to it; `run` is a process of its own from start to end."""

    library: Library
    folder: Path
    clock: Clock
    post: Post = field(default_factory=Post)
    heard: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def run(self, settings: Settings) -> Watch:
        with Fetcher(allow_private=True, limits=QUICK, sleep=self.clock.sleep, purpose="watch") as fetcher:
            fetcher.manners.clock = lambda: self.clock.at.timestamp()
            watch = Watch(
                self.library,
                built_in_record(),
                settings,
                fetcher,
                lambda event, facts: self.heard.append((event, facts)),
                self.post.send,
                self.clock.now,
                self.clock.sleep,
            )
            watch.start()
            watch.once()
        return watch

    def told(self, event: str) -> list[dict[str, object]]:
        return [facts for name, facts in self.heard if name == event]

    def settings(self, text: str) -> Settings:
        return settings_of(text, self.folder)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture
def desk(library: Library, tmp_path: Path) -> Desk:  # noqa: F811
    return Desk(library, tmp_path, Clock())
