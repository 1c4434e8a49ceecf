"""Values worked out from the tables of the package, kept on disk so that a new process starts quickly.

Where: the folder that MAHDAR_CACHE names, else the user's cache folder. Below it one folder for each state of the
package (sizes and times of its files), in that one file for each value, written beside its place and renamed. What is
absent, damaged, or lies where somebody else may write is worked out anew; what cannot be written is not kept. Files
may be deleted at any time.

Beside them lie the rows of the record that was opened last, by mahdar.record.reopened.

Values are pickles that hold plain values and classes of this package alone: nothing else is looked up.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
import zlib
from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache, wraps
from hashlib import blake2b
from importlib import import_module
from itertools import accumulate, count
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
V = TypeVar("V")

_HOME = Path(__file__).parent
_ROOMS = ("language", "reading", "checking", "mechanisms")  # what is kept follows from these
_COVERED = [[room] for room in _ROOMS]
_PLAIN = frozenset({("builtins", "frozenset"), ("builtins", "set"), ("datetime", "date"), ("fractions", "Fraction")})
_OTHERS_WRITE = 0o022
_MOST_STATES = 3
_CHECK = 4  # bytes of the check sum before a value


def kept(build: Callable[..., T]) -> Callable[..., T]:
    """Like `functools.cache`, for a function of short texts whose result follows from the package's files alone."""
    name = f"{build.__module__}.{build.__qualname__}".removeprefix("mahdar.")

    @cache
    @wraps(build)
    def value(*args: str) -> T:
        return keep("~".join((name, *args)), lambda: build(*args))

    return value


def keep(name: str, build: Callable[[], T], folder: Path | None = None) -> T:
    """The value that was kept under this name, else the one built now; in the folder of the package's state or
    another one.
    """
    place = folder or _folder()
    if place is None:
        return build()
    found: T | None = recall(place / name)
    if found is not None:
        return found
    value = build()
    with suppress(OSError):
        _write(place, name, packed(value))
    return value


def recall(path: Path) -> Any:
    """What was kept in this file, `None` where there is nothing that can be trusted."""
    found = _read(path)
    if found is not None:
        with suppress(Exception):  # whatever a damaged pickle raises: the value is built anew
            return unpacked(found)
    return None


def covers(package: str) -> bool:
    """Whether what follows from the files of this package (``mahdar.reading``) may be kept."""
    return package.split(".")[1:2] in _COVERED


def packed(value: object) -> bytes:
    """A value as it can be kept inside another one and looked at later."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> Any:
    """What was packed. Raises pickle.UnpicklingError where it names a class from elsewhere."""
    return _Reader(io.BytesIO(data)).load()


def cache_folder() -> Path:
    """The folder below which values are kept."""
    named = os.environ.get("MAHDAR_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("mahdar", appauthor=False))


class Packed(Mapping[str, V]):
    """A mapping that is kept with its values packed: each is unpacked when it is first asked for.

    Keys are texts of one line, at least one of them.
    """

    def __init__(self, values: Mapping[str, V]) -> None:
        parts = [packed(value) for value in values.values()]
        ends = accumulate(map(len, parts), initial=0)
        self.__setstate__(("\n".join(values), array("L", ends).tobytes(), b"".join(parts)))

    def __getstate__(self) -> tuple[str, bytes, bytes]:
        return self._keys, self._ends.tobytes(), self._data

    def __setstate__(self, state: tuple[str, bytes, bytes]) -> None:
        self._keys, ends, self._data = state
        self._ends = array("L", ends)
        self._number = dict(zip(self._keys.split("\n"), count()))
        self._known: dict[str, V] = {}

    def __getitem__(self, key: str) -> V:
        known = self._known.get(key)
        if known is None:
            number = self._number[key]
            known = self._known[key] = unpacked(self._data[self._ends[number] : self._ends[number + 1]])
        return known

    @property
    def places(self) -> Mapping[str, int]:
        """Each key and the place of its value: whether a key is there is asked of these, and nothing is unpacked."""
        return self._number

    def __contains__(self, key: object) -> bool:
        return key in self._number

    def __iter__(self) -> Iterator[str]:
        return iter(self._number)

    def __len__(self) -> int:
        return len(self._number)


class _Reader(pickle.Unpickler):
    """Reads plain values and instances of this package's own classes."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("mahdar."):
            found = getattr(sys.modules.get(module) or import_module(module), name, None)
            if isinstance(found, type):
                return found
        elif (module, name) in _PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not kept")


def _state(home: Path = _HOME) -> str:
    """A digest of the package's files by name, size and time, and of the interpreter."""
    seen = [entry for room in _ROOMS for entry in _files(str(home / room))]
    seen += (entry for entry in os.scandir(home) if entry.name.endswith(".py"))
    told = sorted(f"{entry.path} {(at := entry.stat()).st_size} {at.st_mtime_ns}" for entry in seen)
    return blake2b("\n".join((sys.version, *told)).encode(), digest_size=12).hexdigest()


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        elif entry.name.endswith((".py", ".csv", ".toml")):
            yield entry


try:
    # Before the rooms are imported: what code that was since replaced works out must not pass for the new code's.
    _STATE = _state()
except OSError:  # the package lies in no folder
    _STATE = ""


@cache
def _folder() -> Path | None:
    return cache_folder() / f"tables-{_STATE}" if _STATE else None


def _read(path: Path) -> bytes | None:
    """The value in a file that nobody else may have written, None where there is none or it is damaged."""
    try:
        with path.open("rb") as stream:
            if not _own(path.parent.stat()) or not _own(os.fstat(stream.fileno())):
                return None
            found = stream.read()
    except OSError:
        return None
    data = found[_CHECK:]
    return data if zlib.crc32(data) == int.from_bytes(found[:_CHECK], "big") else None


def _own(found: os.stat_result) -> bool:
    """Whether we alone may write it; where there are no such owners, the user's folder is taken as ours."""
    return not hasattr(os, "geteuid") or (found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_WRITE)


def _write(folder: Path, name: str, data: bytes) -> None:
    """Raises OSError where the folder cannot be written."""
    import tempfile

    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _tidy(folder)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".part-", delete=False) as stream:
        part = Path(stream.name)
    try:
        part.write_bytes(zlib.crc32(data).to_bytes(_CHECK, "big") + data)
        part.replace(folder / name)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _tidy(newest: Path) -> None:
    """Leave the folders of the last few states of the package, or of the record."""
    import shutil

    states = [entry for entry in newest.parent.glob(newest.name.partition("-")[0] + "-*") if entry.is_dir()]
    for old in sorted(states, key=lambda entry: entry.stat().st_mtime)[:-_MOST_STATES]:
        shutil.rmtree(old, ignore_errors=True)
