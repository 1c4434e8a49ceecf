"""One address after another: asked once, politely, and what came put in its place and into the manifest."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from mahdar.record.loading.addresses import Publication, file_name, newest
from mahdar.record.loading.fetch import Fetched, FetchError, Known, Limits, fetch
from mahdar.record.loading.manifest import Entry, Manifest, keep, stamp

Bytes = Callable[[str, int, int | None], None]

_ENOUGH = 3  # failures of a host, after which it is left alone
_GONE = (404, 410)
_INDEX_BYTES = 8 << 20
_PAGE = (b"<!doctype html", b"<html")


@dataclass(frozen=True)
class Planned:
    """An address to ask, what is known of it, and whether the file that came last is there, whole."""

    publication: Publication
    entry: Entry | None = None
    there: bool = False


@dataclass
class Hosts:
    """How the hosts behave in one run."""

    reached: set[str] = field(default_factory=set)
    unreachable: set[str] = field(default_factory=set)
    failures: Counter[str] = field(default_factory=Counter)  # in a row

    @property
    def none_reached(self) -> bool:
        return bool(self.unreachable) and not self.reached

    def left_alone(self, host: str) -> str:
        """Why a host is not asked any more; empty if it is."""
        if host in self.unreachable:
            return f"not asked: {host} could not be reached before"
        return f"not asked: {host} failed {_ENOUGH} times in a row" if self.failures[host] >= _ENOUGH else ""

    def heard(self, host: str, error: FetchError | None = None) -> None:
        """What came of asking a host; a file that is gone, or another host at fault, does not count against it."""
        at_fault = error is not None and error.host == host and error.status not in _GONE
        self.failures[host] = self.failures[host] + 1 if at_fault else 0
        silent = at_fault and error is not None and error.unreachable
        (self.unreachable if silent else self.reached).add(host)


@dataclass
class Run:
    """One run over the addresses, into a folder; `arriving` is where files are while they come."""

    folder: Path
    arriving: Path
    manifest: Manifest
    allow_private: bool
    limits: Limits
    pause: float
    advance: Bytes
    hosts: Hosts = field(default_factory=Hosts)

    def ask(self, planned: Planned) -> Entry:
        """Ask one address; what became of it stands in the manifest at once."""
        host = urlsplit(planned.publication.address).hostname or ""
        problem = self.hosts.left_alone(host)
        entry = _failed(planned, problem) if problem else self._answered(planned, host)
        self.manifest.put(entry)
        return entry

    def _answered(self, planned: Planned, host: str) -> Entry:
        if self.hosts.reached:
            time.sleep(self.pause)
        try:
            entry = self._arrived(planned)
        except FetchError as error:
            self.hosts.heard(host, error)
            return _failed(planned, str(error), _to_do(planned.publication, error))
        self.hosts.heard(host)
        return entry

    def _arrived(self, planned: Planned) -> Entry:
        publication, entry = planned.publication, planned.entry
        found = self._found(publication) if publication.how == "index" else ""
        address = found or publication.address
        known = Known()
        if entry is not None and planned.there and entry.found == found:
            known = Known(entry.etag, entry.last_modified)
        name = file_name(address, publication.form, publication.kind)
        came = self._fetch(address, name, known, self.limits)
        if came.path is not None:
            _check_form(came.path, publication.form)
        return self._entry(planned, came, found)

    def _found(self, publication: Publication) -> str:
        """The newest file that an index names. Raises FetchError where it names none."""
        limits = replace(self.limits, bytes=min(self.limits.bytes, _INDEX_BYTES))
        came = self._fetch(publication.address, "index", Known(), limits)
        text = (self.arriving / "index").read_text("utf-8", "replace")
        found = newest(text, publication.find, publication.address)
        if found is None:
            raise FetchError(f"the list at {came.final} names no file of the kind that is looked for", by_hand=True)
        return found

    def _fetch(self, address: str, name: str, known: Known, limits: Limits) -> Fetched:
        def advance(done: int, total: int | None) -> None:
            self.advance(name, done, total)

        target = self.arriving / name
        return fetch(address, target, known=known, allow_private=self.allow_private, limits=limits, advance=advance)

    def _entry(self, planned: Planned, came: Fetched, found: str) -> Entry:
        """What is to be said of what came, after it was moved to its place."""
        publication, now = planned.publication, stamp(came.retrieved)
        former = planned.entry or _fresh(publication, now)
        asked = replace(former, checked=now, problem="", to_do="", found=found)
        asked = replace(asked, etag=came.etag, last_modified=came.last_modified)
        if came.path is None or (planned.there and came.sha256 == former.sha256):
            return replace(asked, status="unchanged")
        file = keep(came.path, self.folder, publication.kind, now[:10], came.path.name)
        kept = replace(asked, file=file, sha256=came.sha256, bytes=came.bytes, retrieved=now)
        if came.sha256 == former.sha256:
            return replace(kept, status="restored")
        if not former.sha256:
            return replace(kept, status="new", changed="first copy")
        return replace(kept, status="changed", former=former.sha256, changed=_difference(former, came.bytes))


def _fresh(publication: Publication, now: str) -> Entry:
    return Entry(publication.kind, publication.name, publication.address, "failed", now)


def _failed(planned: Planned, problem: str, to_do: str = "") -> Entry:
    """What is known of the file that came last stays known."""
    now = stamp(datetime.now(UTC))
    former = planned.entry or _fresh(planned.publication, now)
    return replace(former, status="failed", checked=now, problem=problem, to_do=to_do)


def _to_do(publication: Publication, error: FetchError) -> str:
    """What a person can do where a program cannot."""
    if not error.by_hand and error.status not in _GONE:
        return ""
    return f"see {publication.page}" + (f" and {publication.by_hand}" if publication.by_hand else "")


def _difference(former: Entry, size: int) -> str:
    more = size - former.bytes
    how = f"{abs(more):,} bytes {'more' if more > 0 else 'fewer'} than" if more else "as many bytes as"
    return f"{how} on {former.retrieved[:10]}"


def _check_form(path: Path, form: str) -> None:
    """Raises FetchError where a web page came instead of the file: what is missing, or a test for browsers."""
    with path.open("rb") as stream:
        start = stream.read(1_024).removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if form != "html" and start.startswith(_PAGE):
        raise FetchError(f"a web page came instead of the file ({form.upper()})", by_hand=True)
