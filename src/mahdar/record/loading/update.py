"""`mahdar record update`: fetch the official publications that changed, keep each for good, load what the record lacks.

A publication is asked for only if it is newer than what lies in the folder; what lies there is checked against its hash
first. A host that cannot be reached, or fails three times in a row, is left alone for the rest of the run.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from mahdar.record.loading.addresses import Publication, file_name, of_kinds, publications
from mahdar.record.loading.arrivals import Bytes, Planned, Run
from mahdar.record.loading.fetch import FetchError, Limits, fetch
from mahdar.record.loading.hosts import PassingError, Place, place_of, resolved
from mahdar.record.loading.load import Done, File, load
from mahdar.record.loading.manifest import Entry, Manifest, alone, latest, whole
from mahdar.record.store import default_path, open_store

_LOOK_UP = 10.0  # seconds for finding out whether there is a network


@dataclass(frozen=True)
class Watch:
    """Who hears of what happens: bytes of a file (its name, so far, announced), each address, rows, each load."""

    bytes: Bytes = lambda name, done, total: None
    asked: Callable[[Entry], None] = lambda entry: None
    rows: Callable[[str, int], None] = lambda name, rows: None
    loaded: Callable[[Done], None] = lambda done: None


@dataclass(frozen=True)
class Outcome:
    """What a run planned and did: `entries` of the addresses that it asked, `loads` of the files that it loaded.

    `by_hand` are the publications that only a person can get; `offline`, that no host could be reached.
    """

    folder: Path
    planned: Sequence[Planned]
    by_hand: Sequence[Publication]
    entries: Sequence[Entry] = ()
    loads: Sequence[Done] = ()
    offline: bool = False

    @property
    def failed(self) -> bool:
        """Whether anything is missing that was asked for."""
        unread = any(done.state in {"failed", "passed-over"} for done in self.loads)
        return self.offline or unread or any(entry.status == "failed" for entry in self.entries)


def update(
    record: Path | None = None,
    *,
    folder: Path | None = None,
    only: Collection[str] = (),
    dry_run: bool = False,
    allow_private: bool = False,
    table: Sequence[Publication] | None = None,
    limits: Limits | None = None,
    pause: float = 0.5,
    watch: Watch | None = None,
) -> Outcome:
    """Fetch the publications of all kinds, or `only` of some, into `folder` (else beside the record), and load them.

    `dry_run` only plans. `pause` is seconds between two requests. What came is kept and loaded even where the rest
    fails. Raises LoadError on a kind without an address, RecordError where the record cannot be written, OSError where
    the folder cannot; interrupted, what came is kept and the next run loads it.
    """
    folder = folder or folder_of(record)
    watch = watch or Watch()
    rows = of_kinds(publications() if table is None else table, only)
    plan = _plan([row for row in rows if row.how != "by hand"], folder)
    outcome = Outcome(folder, plan, [row for row in rows if row.how == "by hand"])
    if dry_run or not plan:
        return outcome
    if _offline(plan):
        return replace(outcome, offline=True)
    with _running(folder, allow_private, limits or Limits(), pause, watch.bytes) as run:
        entries = []
        for planned in _still(plan, folder):
            entries.append(run.ask(planned))
            watch.asked(entries[-1])
    files = _lacking(entries, folder, record)
    loads = load(files, record=record, advance=watch.rows, told=watch.loaded) if files else []
    return replace(outcome, entries=entries, loads=loads, offline=run.hosts.none_reached)


def folder_of(record: Path | None) -> Path:
    """Where publications are kept if nobody says otherwise: `publications` beside the record."""
    return (record or default_path()).parent / "publications"


def fetched(address: str, folder: Path, *, allow_private: bool = False, limits: Limits | None = None) -> File:
    """Fetch one file, for `load`, into a new folder inside `folder`.

    Raises FetchError where it cannot be had, OSError where the folder cannot be written.
    """
    place_of(address)
    target = Path(tempfile.mkdtemp(dir=folder)) / file_name(address)
    came = fetch(address, target, allow_private=allow_private, limits=limits)
    return File(target, address, came.retrieved.date())


def _plan(rows: Sequence[Publication], folder: Path) -> list[Planned]:
    known = latest(folder)
    each = [publication for row in rows for publication in row.each()]
    return [_planned(publication, known.get(publication.address), folder) for publication in each]


def _planned(publication: Publication, entry: Entry | None, folder: Path) -> Planned:
    return Planned(publication, entry, entry is not None and whole(folder, entry))


def _still(plan: Sequence[Planned], folder: Path) -> Iterator[Planned]:
    """The plan, as it stands after another run may have fetched while this one waited."""
    known = latest(folder)
    for planned in plan:
        entry = known.get(planned.publication.address)
        yield planned if entry == planned.entry else _planned(planned.publication, entry, folder)


@contextmanager
def _running(folder: Path, allow_private: bool, limits: Limits, pause: float, advance: Bytes) -> Iterator[Run]:
    with alone(folder) as arriving:
        manifest = Manifest(folder, datetime.now(UTC), latest(folder))
        yield Run(folder, arriving, manifest, allow_private, limits, pause, advance)


def _offline(plan: Sequence[Planned]) -> bool:
    """Whether the name of no host can be looked up: then there is no network, and no need to try each address."""
    places = {place.host: place for place in (place_of(planned.publication.address) for planned in plan)}
    with ThreadPoolExecutor(len(places)) as pool:
        return not any(pool.map(_known_name, places.values()))


def _known_name(place: Place) -> bool:
    try:
        return bool(resolved(place, allow_private=True, seconds=_LOOK_UP))
    except (FetchError, PassingError):
        return False


def _lacking(entries: Sequence[Entry], folder: Path, record: Path | None) -> list[File]:
    """The files of these addresses whose bytes the record does not hold yet."""
    held = _held(record)
    return [
        File(entry.path(folder), entry.found or entry.address, date.fromisoformat(entry.retrieved[:10]))
        for entry in entries
        if entry.file and entry.sha256 not in held and entry.path(folder).is_file()
    ]


def _held(record: Path | None) -> set[str]:
    """Hashes of the files whose rows count in the record."""
    import duckdb

    store = open_store(record)
    try:
        found = store.connection.execute("SELECT sha256 FROM told.loads WHERE replaced_by IS NULL").fetchall()
    except duckdb.CatalogException:  # nothing was ever loaded
        return set()
    finally:
        store.connection.close()
    return {row[0] for row in found}
