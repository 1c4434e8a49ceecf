"""What a loader is, and the head of a file by which it recognises its publication."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mahdar.record.loading.sink import Sink

HEAD_BYTES = 65_536
_MOST_COLUMNS = 2_000


class LoadError(ValueError):
    """A file cannot be loaded; the message says what is wrong with it, and where. The record stays as it was."""


@dataclass(frozen=True)
class Head:
    """The beginning of a file: enough to tell which publication it is, never the whole of it."""

    path: Path
    size: int
    start: bytes = field(repr=False)

    @classmethod
    def of(cls, path: Path) -> Head:
        """Raises LoadError where the file cannot be read."""
        try:
            with path.open("rb") as stream:
                return cls(path, path.stat().st_size, stream.read(HEAD_BYTES))
        except OSError as error:
            raise LoadError(f"cannot be read: {error.strerror}") from None

    @property
    def suffix(self) -> str:
        return self.path.suffix.casefold()

    @cached_property
    def text(self) -> str:
        """The beginning as text: UTF-8, with a byte order mark or without, else Latin-1, which any bytes are."""
        encoding = "utf-16" if self.start[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        try:
            return self.start.decode(encoding, "ignore" if self.size > len(self.start) else "strict")
        except UnicodeDecodeError:
            return self.start.decode("latin-1")

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The cells of the first line that is no comment, as of a CSV file (`,` or `;`), empty if it is none.

        Raises LoadError where the line has more columns than any publication.
        """
        lines = (line for line in self.text.splitlines() if line.strip() and not line.startswith("#"))
        first = next(lines, "")
        if len(first) >= HEAD_BYTES // 2 or first.count(",") > _MOST_COLUMNS:
            raise LoadError(f"its first line has {first.count(',') + 1:,} columns or more; no publication is so wide")
        delimiter = ";" if first.count(";") > first.count(",") else ","
        return tuple(cell.strip() for cell in next(csv.reader([first], delimiter=delimiter), []))

    def has_columns(self, *names: str) -> bool:
        """Whether all these stand among the columns, whatever their case."""
        return {name.casefold() for name in names} <= {name.casefold() for name in self.columns}


@dataclass(frozen=True)
class Loader:
    """How one publication is recognised and read.

    `kind` is its name on the command line, `source` a key of sources.csv. `load` writes the file's rows to the sink,
    streaming, and raises LoadError on a file that is broken; every value is handled, or named to `Sink.remark`.
    Files of one kind with one `name_of` are versions of one publication: a later one takes the place of the former.
    """

    kind: str
    title: str
    source: str
    recognises: Callable[[Head], bool]
    load: Callable[[Path, Sink], None]
    name_of: Callable[[Path], str] = lambda path: path.name
