"""Reports from addresses and feeds, fetched as `mahdar.record.loading.fetch` fetches: politely and within limits.

Time limits, size limit, redirects each checked, certificates, no private or link-local address unless allowed: all of
that is there. Here come in: what `robots.txt` asks, of the host of a redirect too before it is asked anything else, a
pause between two questions to one host, and what a feed says of its reports.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from mahdar.library.contents import MOST, item
from mahdar.library.items import Dated, Item, Met, Refused, name
from mahdar.library.robots import Manners
from mahdar.record.loading.fetch import Fetched, FetchError, Known, Limits, agent, fetch

if TYPE_CHECKING:
    from typing import Self

PURPOSE = "library add"
_PAGE = Limits(bytes=MOST, silence=20.0, total=120.0, tries=3, longest_wait=30.0)
_ROBOTS = Limits(bytes=500_000, silence=10.0, total=20.0, tries=2, longest_wait=5.0)
_FEED_BYTES = 20_000_000
_MOST_ENTRIES = 1_000  # of a feed


@dataclass(frozen=True)
class Got:
    """What came: the bytes, None where nothing is newer than what was known, and what was said of them."""

    raw: bytes | None
    came: Fetched


@dataclass(frozen=True)
class Named:
    """What a feed names: the address of a report, and what the feed says of its day and of its version."""

    address: str
    dated: Dated | None
    stamp: str = ""


@dataclass(frozen=True)
class Feed:
    """What a feed says: its entries, and how many minutes it wants to be left alone (`ttl`)."""

    named: tuple[Named, ...]
    minutes: int = 0


@dataclass
class Fetcher:
    """Fetches for one run; remembers what each host asks of programs. Use it with `with`."""

    allow_private: bool = False
    limits: Limits = _PAGE
    sleep: Callable[[float], None] = time.sleep
    purpose: str = PURPOSE
    longest_pause: float = 30.0  # seconds of a pause that a host asks for
    _folder: tempfile.TemporaryDirectory[str] | None = None

    def __post_init__(self) -> None:
        self._numbers = count()

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="mahdar-")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._folder is not None:
            self._folder.cleanup()

    def item(self, address: str, *, dated: Dated | None = None) -> Item | Refused:
        """The report at an address, or why there is none."""
        try:
            got = self.get(address)
        except (FetchError, OSError) as error:
            return Refused(address, problem_of(error))
        return report(address, got, dated=dated)

    def feed(self, address: str) -> Iterator[Item | Refused]:
        """The reports that a feed names, each fetched from its own address; what the feed says of the day is kept."""
        try:
            found = read_feed(address, self.get(address, most=_FEED_BYTES))
        except (FetchError, OSError) as error:
            yield Refused(address, problem_of(error))
            return
        for each in found.named:
            yield self.item(each.address, dated=each.dated)

    def get(self, address: str, *, known: Known | None = None, most: int | None = None) -> Got:
        """What lies at an address, if it is newer than what is known.

        Raises FetchError where it cannot be had or `robots.txt` keeps programs out, OSError where it cannot be kept.
        """
        limits = self.limits if most is None else replace(self.limits, bytes=most)
        return self._fetched(address, limits, known, self.manners.ask)

    def wait(self, address: str) -> float:
        """Seconds until the host of an address may be asked again."""
        return self.manners.wait(address)

    @cached_property
    def manners(self) -> Manners:
        """What hosts ask of programs."""
        return Manners(self._text, agent(self.purpose), self.sleep, longest=self.longest_pause)

    def _text(self, address: str) -> str:
        raw = self._fetched(address, _ROBOTS).raw or b""
        return raw.decode("utf-8", "replace")

    def _fetched(
        self, address: str, limits: Limits, known: Known | None = None, before: Callable[[str], None] | None = None
    ) -> Got:
        if self._folder is None:
            raise RuntimeError("a Fetcher is used with `with`")
        target = Path(self._folder.name) / f"arrived-{next(self._numbers)}"
        try:
            came = fetch(
                address,
                target,
                known=known,
                allow_private=self.allow_private,
                limits=limits,
                sleep=self.sleep,
                purpose=self.purpose,
                before=before or _always,
            )
            return Got(came.path.read_bytes() if came.path else None, came)
        finally:
            target.unlink(missing_ok=True)


def _always(address: str) -> None:
    """`robots.txt` itself may be asked."""


def report(address: str, got: Got, *, dated: Dated | None = None) -> Item | Refused:
    """What came from an address as a report, or why it is none."""
    came = got.came
    taken = came.retrieved.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    met = Met(name(address) or "", "address", taken, came.media or None, came.headers, came.final)
    return item(got.raw or b"", met, id=address, dated=dated)


def read_feed(address: str, got: Got) -> Feed:
    """What a feed (RSS, Atom) says. Raises FetchError where it is none, or names nothing."""
    import feedparser  # type: ignore[import-untyped]

    told = feedparser.parse(got.raw or b"", response_headers={"content-type": got.came.media})
    found = {link: entry for entry in told.entries[:_MOST_ENTRIES] if (link := _link(address, entry))}
    if not found:
        raise FetchError("this is no feed (RSS, Atom), or it names nothing")
    named = tuple(Named(link, _feed_day(entry, address), _stamp(entry)) for link, entry in found.items())
    minutes = str(told.feed.get("ttl", ""))
    return Feed(named, min(int(minutes[:6]), 10_080) if minutes.isascii() and minutes.isdecimal() else 0)


def problem_of(error: FetchError | OSError) -> str:
    """Why something could not be had, in words for a person."""
    if isinstance(error, FetchError):
        return str(error)
    return f"cannot be kept while it arrives: {error.strerror or error}"


def _link(address: str, entry: Any) -> str | None:
    try:
        return urljoin(address, entry["link"]) if entry.get("link") else None
    except ValueError:  # brackets that hold no address of IPv6
        return None


def _stamp(entry: Any) -> str:
    """What a feed says of the version of an entry."""
    said = entry["updated"] if "updated" in entry else entry.get("published")  # feedparser warns where neither is there
    return name(str(said or "")) or ""


def _feed_day(entry: Any, feed: str) -> Dated | None:
    """The day of publication that a feed gives, in UTC; a day of updating says nothing of publication."""
    moment = entry.get("published_parsed")
    if not moment or not 1900 < moment.tm_year < 2200:
        return None
    day = f"{moment.tm_year:04d}-{moment.tm_mon:02d}-{moment.tm_mday:02d}"
    return Dated(day, "metadata", f"the feed {name(feed)} says {name(str(entry.get('published', '')))}")
