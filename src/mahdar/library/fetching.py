"""Reports from addresses and feeds, fetched as `mahdar.record.loading.fetch` fetches: politely and within limits.

Time limits, size limit, redirects each checked, certificates, no private or link-local address unless allowed: all of
that is there. Here come in: what `robots.txt` asks, a pause between two questions to one host, and what a feed says of
its reports.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from mahdar.library.contents import MOST, item
from mahdar.library.items import Dated, Item, Met, Refused, name
from mahdar.record.loading.fetch import Fetched, FetchError, Limits, agent, fetch

if TYPE_CHECKING:
    from typing import Self

PURPOSE = "library add"
_PAGE = Limits(bytes=MOST, silence=20.0, total=120.0, tries=3, longest_wait=30.0)
_ROBOTS = Limits(bytes=500_000, silence=10.0, total=20.0, tries=2, longest_wait=5.0)
_FEED = Limits(bytes=20_000_000, silence=20.0, total=120.0, tries=3, longest_wait=30.0)
_PAUSE, _LONGEST_PAUSE = 0.5, 30.0  # seconds between two questions to one host
_MOST_ENTRIES = 1_000  # of a feed


@dataclass
class Fetcher:
    """Fetches for one run; remembers what each host asks of programs. Use it with `with`."""

    allow_private: bool = False
    limits: Limits = _PAGE
    sleep: Callable[[float], None] = time.sleep
    _rules: dict[str, RobotFileParser | FetchError] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)
    _folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="mahdar-")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._folder is not None:
            self._folder.cleanup()

    def item(self, address: str, *, dated: Dated | None = None) -> Item | Refused:
        """The report at an address, or why there is none."""
        try:
            raw, came = self._polite(address)
        except FetchError as error:
            return Refused(address, str(error))
        except OSError as error:
            return Refused(address, f"cannot be kept while it arrives: {error.strerror or error}")
        return item(raw, _met(address, came, "address"), id=address, dated=dated)

    def feed(self, address: str) -> Iterator[Item | Refused]:
        """The reports that a feed names, each fetched from its own address; what the feed says of the day is kept."""
        import feedparser  # type: ignore[import-untyped]

        try:
            raw, came = self._polite(address, _FEED)
        except (FetchError, OSError) as error:
            yield Refused(address, str(error))
            return
        told = feedparser.parse(raw, response_headers={"content-type": came.media})
        found = [entry for entry in told.entries[:_MOST_ENTRIES] if entry.get("link")]
        if not found:
            yield Refused(address, "this is no feed (RSS, Atom), or it names nothing")
        for link, entry in {urljoin(address, entry["link"]): entry for entry in found}.items():
            yield self.item(link, dated=_feed_day(entry, address))

    def _polite(self, address: str, limits: Limits | None = None) -> tuple[bytes, Fetched]:
        """Bytes and answer. Raises FetchError where `robots.txt` keeps programs out, or it cannot be had."""
        self._ask(address)
        came = self._fetched(address, limits or self.limits)
        if _host(came.final) != _host(address):
            self._ask(came.final)
        return came.path.read_bytes() if came.path else b"", came

    def _ask(self, address: str) -> None:
        rules = self._rules_of(address)
        if not rules.can_fetch(agent(PURPOSE), address):
            raise FetchError(f"{_host(address)} asks programs to stay away from this address (robots.txt)")
        self._pause(_host(address), float(rules.crawl_delay(agent(PURPOSE)) or _PAUSE))

    def _pause(self, host: str, seconds: float) -> None:
        last = self._last.get(host)
        wait = min(seconds, _LONGEST_PAUSE) - (time.monotonic() - last) if last is not None else 0.0
        if wait > 0:
            self.sleep(wait)
        self._last[host] = time.monotonic()

    def _rules_of(self, address: str) -> RobotFileParser:
        """What a host asks (RFC 9309): nothing where it has no such file, to stay away where it cannot answer."""
        host = _host(address)
        if host not in self._rules:
            self._rules[host] = self._asked_rules(host)
        rules = self._rules[host]
        if isinstance(rules, FetchError):
            raise rules
        return rules

    def _asked_rules(self, host: str) -> RobotFileParser | FetchError:
        rules = RobotFileParser()
        try:
            came = self._fetched(f"{host}/robots.txt", _ROBOTS)
        except FetchError as error:
            if not _has_none(error):
                return error
            rules.parse([])
            return rules
        text = came.path.read_text("utf-8", "replace") if came.path else ""
        rules.parse(text.lstrip("\ufeff").splitlines())
        return rules

    def _fetched(self, address: str, limits: Limits) -> Fetched:
        if self._folder is None:
            raise RuntimeError("a Fetcher is used with `with`")
        target = Path(self._folder.name) / "arrived"
        return fetch(
            address, target, allow_private=self.allow_private, limits=limits, sleep=self.sleep, purpose=PURPOSE
        )


def _has_none(error: FetchError) -> bool:
    """Whether the host answered that it has no rules; an empty file says so too."""
    return error.status is not None and (400 <= error.status < 500 or error.status in {200, 203})


def _host(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _met(address: str, came: Fetched, how: str) -> Met:
    taken = came.retrieved.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return Met(name(address) or "", how, taken, came.media or None, came.headers, came.final)


def _feed_day(entry: Any, feed: str) -> Dated | None:
    """The day of publication that a feed gives, in UTC; a day of updating says nothing of publication."""
    moment = entry.get("published_parsed")
    if not moment or not 1900 < moment.tm_year < 2200:
        return None
    day = f"{moment.tm_year:04d}-{moment.tm_mon:02d}-{moment.tm_mday:02d}"
    return Dated(day, "metadata", f"the feed {name(feed)} says {name(str(entry.get('published', '')))}")
