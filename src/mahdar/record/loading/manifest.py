"""The folder of publications that were fetched: each kept for good under its kind and day, and dated manifests of them.

    publications/manifest-20261005T081500.000000Z.json      what lies here and where it came from; the last one counts
    publications/sanctions-list/2026-10-05/consolidated.xml

Files keep the names under which they were published, so that a later one is known as a version of the former. Nothing
is ever overwritten. A manifest is written beside its place and renamed, after every file that came.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Any, Literal, get_args

from mahdar.record.loading.fetch import STAGED

Status = Literal["new", "changed", "unchanged", "restored", "failed"]
FORMAT = "mahdar publications 1"
_GLOB = "manifest-*.json"
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_STAMP = "%Y%m%dT%H%M%S.%fZ"
_CHUNK = 1 << 20
_MOST_BYTES = 64 << 20  # of a manifest


@dataclass(frozen=True)
class Entry:
    """What is known of one address. Times are UTC in ISO 8601; what is empty is not known.

    `status`, `problem` and what a person has `to_do` about it tell of the last run that asked for it, at `checked`. The
    rest tells of the file that is kept: `file` is relative to the folder, `retrieved` when it came, `former` the hash
    of the one before it, `changed` how it differs from that, `found` the address in an index at which it was.
    """

    kind: str
    name: str
    address: str
    status: Status
    checked: str
    problem: str = ""
    to_do: str = ""
    file: str = ""
    sha256: str = ""
    bytes: int = 0
    retrieved: str = ""
    found: str = ""
    etag: str = ""
    last_modified: str = ""
    former: str = ""
    changed: str = ""

    def path(self, folder: Path) -> Path:
        return folder.joinpath(*PurePosixPath(self.file).parts)


def stamp(moment: datetime) -> str:
    """A moment to the second, as it stands in a manifest."""
    return moment.astimezone(UTC).strftime(_MOMENT)


def latest(folder: Path) -> dict[str, Entry]:
    """Address -> entry, from the last manifest that can be read; empty where there is none."""
    for path in sorted(folder.glob(_GLOB), reverse=True):
        entries = _read(path)
        if entries is not None:
            return entries
    return {}


def _read(path: Path) -> dict[str, Entry] | None:
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        told = json.loads(path.read_bytes())
        if told["format"] != FORMAT:
            return None
        entries = [_entry(each) for each in told["publications"]]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return {entry.address: entry for entry in entries}


def _entry(told: Mapping[str, Any]) -> Entry:
    """Raises ValueError on a row that no manifest of ours holds, or that names a file outside the folder."""
    values = {field.name: told[field.name] for field in fields(Entry)}
    entry = Entry(**values)
    texts = (value for name, value in values.items() if name != "bytes")
    if not all(isinstance(text, str) for text in texts) or type(entry.bytes) is not int:
        raise ValueError("a value is not of its kind")
    for moment in filter(None, (entry.checked, entry.retrieved)):
        datetime.strptime(moment, _MOMENT)
    inside = not entry.file.startswith("/") and ".." not in PurePosixPath(entry.file).parts
    if entry.status not in get_args(Status) or not inside:
        raise ValueError(f"no such status or file: {entry.status}, {entry.file}")
    return entry


class Manifest:
    """The manifest of one run: begun with what is known, written anew after every change."""

    def __init__(self, folder: Path, started: datetime, known: Mapping[str, Entry]) -> None:
        self.path = folder / f"manifest-{started.astimezone(UTC).strftime(_STAMP)}.json"
        self._started = started
        self._entries = dict(known)

    def put(self, entry: Entry) -> None:
        """Add or replace what is known of an address, and write."""
        self._entries[entry.address] = entry
        told = {
            "format": FORMAT,
            "started": stamp(self._started),
            "written": stamp(datetime.now(UTC)),
            "publications": [asdict(self._entries[address]) for address in sorted(self._entries)],
        }
        part = self.path.with_name(f"{STAGED}{self.path.name}")
        part.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
        part.replace(self.path)


def whole(folder: Path, entry: Entry) -> bool:
    """Whether the file is still there with the bytes that came."""
    if not entry.file:
        return False
    digest = sha256()
    try:
        with entry.path(folder).open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return False
    return digest.hexdigest() == entry.sha256


def keep(arrived: Path, folder: Path, kind: str, day: str, name: str) -> str:
    """Move a file to `KIND/DAY/NAME`, or `KIND/DAY-2/NAME` if that is taken; its place relative to the folder."""
    for number in count(1):
        place = folder / kind / (day if number == 1 else f"{day}-{number}") / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if not os.path.lexists(place):
            break
    arrived.replace(place)
    return place.relative_to(folder).as_posix()


@contextmanager
def alone(folder: Path) -> Iterator[Path]:
    """Wait until no other process fetches into the folder; a folder inside it for what is arriving, empty at first."""
    import fcntl

    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        arriving = folder / ".arriving"
        shutil.rmtree(arriving, ignore_errors=True)  # of a run that was killed
        for left in folder.glob(f"{STAGED}*"):
            left.unlink(missing_ok=True)
        arriving.mkdir()
        try:
            yield arriving
        finally:
            shutil.rmtree(arriving, ignore_errors=True)
