"""Asking one source once: a feed names reports, a page is one, a folder holds files. What is new is noted or added."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from mahdar.library import incoming
from mahdar.library.fetching import Feed, Fetcher, Got, read_feed, report
from mahdar.library.items import Dated, Item, Refused, name
from mahdar.library.opened import Library
from mahdar.library.rows import text_digest
from mahdar.record.loading.fetch import FetchError
from mahdar.watch import book
from mahdar.watch.book import Entry, Watched

_FEED_BYTES = 20_000_000
_LONGEST = 86_400.0  # seconds of waiting after failures, unless the other side asks for more
LONGEST_ASKED = 7 * 86_400.0
_SETTLED = 2.0  # seconds for which a file must have stood unchanged
_FIRST_TRY = 300.0  # seconds before an entry that failed is asked for again; then four times as long, up to a day
_TRIES = 8
_GONE = {404, 410}

Named = list[tuple[str, str, Dated | None]]


def feed(library: Library, source: Watched, fetcher: Fetcher, now: datetime) -> tuple[int, list[str]]:
    """Ask a feed what it names: how many entries are new, which cannot be kept. Raises FetchError or OSError."""
    got = fetcher.get(source.address, known=source.known, most=_FEED_BYTES)
    told = read_feed(source.address, got) if got.raw is not None else Feed(())
    named = [(each.address, "", each.dated) for each in told.named]
    with library.writing() as connection:
        found = book.name_entries(connection, source.key, named, now)
        wait = jittered(max(source.every, told.minutes * 60))
        book.polled(connection, source, now, wait, **_version(got))
    return found


def page(library: Library, source: Watched, fetcher: Fetcher) -> tuple[Item | Refused | None, Got]:
    """The page as it is now, None where its text did not change. Raises FetchError or OSError."""
    got = fetcher.get(source.address, known=source.known)
    found = None if got.raw is None else of_outlet(report(source.address, got), source.outlet)
    if isinstance(found, Item):
        with library.reading() as connection:
            if book.has_text(connection, found.met.address, text_digest(found.text)):
                return None, got
    return found, got


def page_polled(library: Library, source: Watched, got: Got, new: int, now: datetime) -> None:
    """What the page brought is in the library."""
    with library.writing() as connection:
        book.polled(connection, source, now, jittered(source.every), **_version(got))
        book.came(connection, source.key, new, now)


def _version(got: Got) -> dict[str, str]:
    return {"etag": got.came.etag, "last_modified": got.came.last_modified}


def folder(library: Library, source: Watched, now: datetime) -> tuple[int, list[str]]:
    """Note the files of a folder that are new or changed and no longer being written. Raises OSError.

    How many there are, and which cannot be kept for their names.
    """
    os.scandir(source.address).close()  # a folder that is gone or shut is said so
    named: Named = list(_files(source.address, now))
    with library.writing() as connection:
        found = book.name_entries(connection, source.key, named, now)
        book.polled(connection, source, now, source.every)
    return found


def _files(path: str, now: datetime) -> Iterator[tuple[str, str, None]]:
    for each in incoming.files([path]):
        try:
            about = Path(each).stat()
        except OSError:  # it went away between being listed and being looked at
            continue
        if now.timestamp() - about.st_mtime >= _SETTLED or about.st_mtime > now.timestamp() + _SETTLED:
            yield each, f"{about.st_size}-{about.st_mtime_ns}-{about.st_ino}", None


def items_of_file(library: Library, entry: Entry) -> Iterator[Item | Refused]:
    """What a file holds and the library has not taken from it before."""
    for each in incoming.items(entry.address):
        if isinstance(each, Item) and _taken(library, each):
            continue
        yield of_outlet(each, entry.outlet)


def _taken(library: Library, item: Item) -> bool:
    with library.reading() as connection:
        return book.has(connection, item.met.address, item.sha256)


def item_of_entry(entry: Entry, fetcher: Fetcher) -> Item | Refused:
    """What lies at an address that a feed named. Raises FetchError or OSError."""
    return of_outlet(report(entry.address, fetcher.get(entry.address), dated=entry.dated), entry.outlet)


def of_outlet(item: Item | Refused, outlet: str | None) -> Item | Refused:
    """With the outlet of the settings, where the report does not say it itself."""
    if isinstance(item, Item) and outlet and not item.outlet:
        return replace(item, outlet=name(outlet))
    return item


def jittered(seconds: float) -> float:
    """A tenth more or less, so that not all sources are asked at once for ever."""
    return seconds * random.uniform(0.95, 1.05)


def backed_off(source: Watched, error: FetchError | OSError) -> float:
    """Seconds until a source that failed is asked again: twice as long each time, or what the other side asks for."""
    wait = min(max(source.every, 60.0 if source.kind != "folder" else 1.0) * 2.0 ** min(source.errors, 20), _LONGEST)
    return max(wait * random.uniform(0.8, 1.2), _asked_for(error))


def retry_in(entry: Entry, error: FetchError | OSError) -> float | None:
    """Seconds until an entry is asked for again; None where it is given up."""
    gone = isinstance(error, FetchError) and error.status in _GONE
    if entry.tries + 1 >= (2 if gone else _TRIES):
        return None
    return max(min(_FIRST_TRY * 4.0**entry.tries, _LONGEST) * random.uniform(0.8, 1.2), _asked_for(error))


def _asked_for(error: FetchError | OSError) -> float:
    return min(error.wait or 0.0, LONGEST_ASKED) if isinstance(error, FetchError) else 0.0
