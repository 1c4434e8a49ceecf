"""Data frames saved by R (`.rda`, `.RData`), read in a process of its own that may take neither all memory nor all day.

pyreadr is C underneath: what a broken file does to it stays in that process. A frame comes back as a Parquet file.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mahdar.record.loading.publication import Head, LoadError

_MOST_BYTES = 512 << 20  # unpacked
_MOST_RATIO = 5_000  # of unpacked to packed; 127 for the votes of the Assembly
_MOST_MEMORY = 3 << 30  # of addresses; the votes of the Assembly take a third of it
_MOST_PACKING = 256 << 20
_MOST_SECONDS = 120
_CHUNK = 1 << 20
_START = 4_096
_SAID = 3  # exit status of a child that says why the file is not read
_GZIP = 16 + zlib.MAX_WBITS
_PACKINGS: dict[bytes, tuple[Callable[[], Any], Callable[[Path], Any]]] = {
    b"BZh": (bz2.BZ2Decompressor, bz2.open),
    b"\xfd7zXZ": (lambda: lzma.LZMADecompressor(memlimit=_MOST_PACKING), lzma.open),
    b"\x1f\x8b": (lambda: zlib.decompressobj(_GZIP), gzip.open),
}
_BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError)


def holds(head: Head, name: str) -> bool:
    """Whether the file is an R workspace whose first object is called `name`."""
    start = _start(head)
    length = len(name).to_bytes(4, "big")
    return start.startswith((b"RDX2", b"RDX3")) and length + name.encode() in start


def _start(head: Head) -> bytes:
    """The first bytes, unpacked."""
    packing = next((packing() for magic, (packing, _) in _PACKINGS.items() if head.start.startswith(magic)), None)
    if packing is None:
        return head.start[:_START]
    try:
        found: bytes = packing.decompress(head.start, _START)
        if not found and head.size > len(head.start):  # a block of bzip2 can be longer than the head
            with head.path.open("rb") as stream:
                stream.seek(len(head.start))
                found = packing.decompress(stream.read(_CHUNK), _START)
    except _BROKEN:
        return b""
    return found


def unpacked(path: Path) -> bytes:
    """The content of a file that may be packed. Raises LoadError where it unpacks to more than any publication."""
    size = path.stat().st_size
    most = min(_MOST_BYTES, size * _MOST_RATIO)
    content = io.BytesIO()
    try:
        with path.open("rb") as stream:
            magic = stream.read(8)
        opener = next((opener for start, (_, opener) in _PACKINGS.items() if magic.startswith(start)), Path.open)
        with opener(path, "rb") as stream:  # type: ignore[call-arg]
            while piece := stream.read(_CHUNK):
                if content.write(piece) and content.tell() > most:
                    raise LoadError(f"unpacks to more than {most:,} bytes, which no publication does")
    except _BROKEN as error:
        raise LoadError(f"is packed, and the packing is broken or cut short: {error}") from None
    return content.getvalue()


@contextmanager
def frame(path: Path, name: str) -> Iterator[str]:
    """SQL that reads the data frame `name` of an R workspace. Raises LoadError where there is none to read."""
    with tempfile.TemporaryDirectory(prefix="mahdar-r-") as folder:
        target = Path(folder) / "frame.parquet"
        command = [sys.executable, "-m", __name__, str(path), name, str(target)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_MOST_SECONDS, check=False, env=_calm())
        except subprocess.TimeoutExpired:
            raise LoadError(f"is not read after {_MOST_SECONDS} seconds, longer than any publication takes") from None
        if done.returncode == _SAID:
            raise LoadError(done.stdout.decode("utf-8", "replace").strip())
        if done.returncode or not target.is_file():
            raise LoadError("cannot be read as R data: it is broken, cut short or too large")
        yield f"read_parquet('{target}')"


def _calm() -> dict[str, str]:
    """The environment of the child: libraries start no threads there, whose stacks would count as memory."""
    return {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def _main(path: str, name: str, target: str) -> int:
    """The child: the frame as Parquet."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        _write(unpacked(Path(path)), name, target)
    except LoadError as error:
        print(error)
        return _SAID
    except MemoryError:
        print("cannot be read as R data: it would take too much memory")
        return _SAID
    return 0


def _write(content: bytes, name: str, target: str) -> None:
    import warnings

    import duckdb
    import pyreadr

    warnings.simplefilter("ignore")  # pyreadr warns where it finds nothing; we say so ourselves
    try:
        found = pyreadr.read_r(io.BytesIO(content), use_objects=[name]).get(name)
    except (pyreadr.PyreadrError, pyreadr.LibrdataError, ValueError, UnicodeError) as error:
        raise LoadError(f"cannot be read as R data: {error}") from None
    if found is None or not hasattr(found, "columns"):
        raise LoadError(f"holds no data frame {name}")
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.register("found", found)
        connection.execute(f"COPY (FROM found) TO '{target}' (FORMAT parquet)")


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
