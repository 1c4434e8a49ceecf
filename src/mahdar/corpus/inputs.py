"""What a corpus lies in: files of four kinds, named by path, folder, glob or object-store address.

Files on this machine are opened by Python, addresses (`s3://…`, `gs://…`, `az://…`, `https://…`, `file://…`) by Daft.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from glob import has_magic
from pathlib import Path
from typing import BinaryIO, Literal, cast

from mahdar.corpus.errors import CorpusError

Kind = Literal["parquet", "lines", "csv", "warc"]
KINDS: dict[str, Kind] = {
    ".parquet": "parquet",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".csv": "csv",
    ".warc": "warc",
}
_PACKED = ".gz"


@dataclass(frozen=True, slots=True)
class Source:
    """One file: ``name`` as given or found, ``path`` by which any process opens it, ``size`` in bytes.

    ``stamp`` changes when a file on this machine does (nanoseconds of its last change); 0 for addresses.
    """

    name: str
    path: str
    kind: Kind
    size: int
    stamp: int = 0

    @property
    def packed(self) -> bool:
        """Whether it is one gzip stream that nobody can begin in the middle; WARC files pack record by record."""
        return self.path.lower().endswith(_PACKED) and self.kind != "warc"


def sources(names: Iterable[str]) -> list[Source]:
    """The files behind names, those of one name in the order of their paths, each once.

    Raises CorpusError where a name stands for nothing, or for a file of no known kind.
    """
    found: dict[str, Source] = {}
    for name in names:
        here = list(_remote(name) if "://" in name else _local(name))
        if not here:
            raise CorpusError(f"{name}: nothing is there that a corpus can be read from ({_known()})")
        found |= {each.path: each for each in here if each.path not in found}
    return list(found.values())


def open_source(source: Source) -> BinaryIO:
    """The bytes of a file, unpacked where the whole of it is one gzip stream; WARC files unpack themselves."""
    stream = _opened(source.path)
    if not source.packed:
        return stream
    unpacked = gzip.GzipFile(fileobj=stream)
    unpacked.myfileobj = cast(io.FileIO, stream)  # what is packed is closed with it
    return cast(BinaryIO, unpacked)


def _opened(path: str) -> BinaryIO:
    if "://" not in path:
        return Path(path).open("rb")
    import daft

    return cast(BinaryIO, daft.open_file(path, "rb"))


def kind_of(name: str) -> Kind | None:
    """By the ending; None for what is not read."""
    return KINDS.get(Path(name.lower().removesuffix(_PACKED)).suffix)


def _local(name: str) -> Iterator[Source]:
    given = Path(name)
    paths = [given]
    if has_magic(name) and not given.exists():
        paths = sorted(Path(given.anchor or ".").glob(str(given.relative_to(given.anchor))))
    for path in paths:
        if path.is_dir():
            yield from (_file(each) for each in sorted(path.rglob("*")) if each.is_file() and _wanted(each, path))
        elif path.is_file():
            yield _file(path)
        else:
            raise CorpusError(f"{path}: there is no such file")


def _wanted(path: Path, folder: Path) -> bool:
    """In a folder what is hidden or of another kind is passed over, as Spark does."""
    inner = path.relative_to(folder).parts
    return kind_of(path.name) is not None and not any(part.startswith((".", "_")) for part in inner)


def _file(path: Path) -> Source:
    about = path.stat()
    return Source(str(path), str(path.resolve()), _kind(str(path)), about.st_size, about.st_mtime_ns)


def _remote(name: str) -> Iterator[Source]:
    import daft

    try:
        told = daft.from_glob_path(name).to_pydict()
    except Exception as error:  # whatever the store or its client says
        raise CorpusError(f"{name}: cannot be listed: {error}") from None
    for path, size in sorted(zip(told["path"], told["size"], strict=True)):
        yield Source(path, path, _kind(path), size or 0)


def _kind(path: str) -> Kind:
    kind = kind_of(path)
    if kind is None:
        raise CorpusError(f"{path}: its ending says none of the kinds that are read ({_known()})")
    return kind


def _known() -> str:
    return ", ".join(KINDS) + "; also .jsonl.gz, .csv.gz, .warc.gz"
