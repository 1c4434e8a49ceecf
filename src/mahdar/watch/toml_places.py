"""Where in a TOML file a key stands, so that a fault names its line; and reading a table while noting its faults."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from mahdar.near import near

T = TypeVar("T")

_TABLE = re.compile(r"\s*\[(\[)?\s*([\w.-]+)\s*\]\]?")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")
_LONG = re.compile(r'"{3}|\'{3}')


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong: the line (0 where it has none), the key (`feed[2].every`), and the problem in words."""

    line: int
    key: str
    problem: str

    def __str__(self) -> str:
        where = f"line {self.line}: " if self.line else ""
        return f"{where}{self.key}: {self.problem}" if self.key else f"{where}{self.problem}"


class Lines:
    """Lines of tables and keys of a TOML text, by paths such as `feed[2].every`."""

    def __init__(self, text: str) -> None:
        self._found: dict[str, int] = {}
        counts: dict[str, int] = {}
        table = ""
        for number, line in _outside(text):
            if head := _TABLE.match(line):
                table = head[2]
                if head[1]:
                    counts[table] = counts.get(table, 0) + 1
                    table = f"{table}[{counts[table]}]"
                self._found.setdefault(table, number)
            elif key := _KEY.match(line):
                self._found.setdefault(f"{table}.{key[1]}" if table else key[1], number)

    def of(self, path: str) -> int:
        """The line of a key or a table (the first of several), else of the table in which it would stand, else 0."""
        places = (path, f"{path}[1]", path.rpartition(".")[0])
        return next((self._found[each] for each in places if each in self._found), 0)


def _outside(text: str) -> Iterator[tuple[int, str]]:
    """Numbered lines that do not lie within a text of several lines."""
    inside = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not inside:
            yield number, line
        for mark in _LONG.findall(line):
            inside = "" if inside == mark else inside or mark


def parsed(text: str) -> dict[str, Any]:
    """The TOML object. Raises ValueError with the place where it is none."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"this is no TOML: {error}") from None


@dataclass
class Section:
    """One table, read key by key; what is wrong is noted, and what nobody asked for is a fault too."""

    path: str
    table: Mapping[str, Any]
    lines: Lines
    faults: list[Fault]
    asked: set[str] = field(default_factory=set)

    def fault(self, key: str, problem: str) -> None:
        path = ".".join(part for part in (self.path, key) if part)
        self.faults.append(Fault(self.lines.of(path), path, problem))

    def text(self, key: str, default: str | None = None) -> str | None:
        value = self._value(key, default)
        if value is None or (isinstance(value, str) and value.strip()):
            return value
        self.fault(key, "must be a text between quotation marks, not empty")
        return default

    def required(self, key: str) -> str:
        """A text that must be there; empty where it is not, which is noted."""
        if key not in self.table:
            self.asked.add(key)
            self.fault(key, "is missing")
            return ""
        return self.text(key) or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text alone counts as a list of it."""
        value = self._value(key, [])
        each = [value] if isinstance(value, str) else value
        if not isinstance(each, list) or not all(isinstance(one, str) and one.strip() for one in each):
            self.fault(key, 'must be a list of texts, such as ["one", "another"]')
            return ()
        if key in self.table and not each:
            self.fault(key, "is an empty list, which nothing would ever meet; leave it out")
        return tuple(each)

    def whole(self, key: str, default: int, least: int, most: int) -> int:
        value = self._value(key, default)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.fault(key, f"must be a number from {least:,} to {most:,}")
        return default

    def truth(self, key: str) -> bool:
        value = self._value(key, False)
        if not isinstance(value, bool):
            self.fault(key, "must be true or false")
        return value is True

    def of(self, key: str, read: Callable[[str], T], default: T) -> T:
        """A text as something else. `read` raises ValueError with what is wrong with it."""
        text = self.text(key)
        if text is None:
            return default
        try:
            return read(text)
        except ValueError as error:
            self.fault(key, str(error))
            return default

    def each(self, key: str, read: Callable[[str], T]) -> tuple[T, ...]:
        """A list of texts, each as something else."""
        found = []
        for text in self.texts(key):
            try:
                found.append(read(text))
            except ValueError as error:
                self.fault(key, str(error))
        return tuple(found)

    def one_of(self, key: str, known: Collection[str], default: str) -> str:
        text = self.text(key, default) or default
        if text not in known:
            self.fault(key, f"{text!r} is none of {', '.join(known)}")
            return default
        return text

    def sections(self, key: str) -> list[Section]:
        """The tables `[[key]]`."""
        value = self._value(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.fault(key, f"must be tables, each under its own [[{key}]]")
            return []
        return [Section(f"{key}[{n}]", table, self.lines, self.faults) for n, table in enumerate(value, 1)]

    def section(self, key: str) -> Section | None:
        """The table `[key]`, if it is there."""
        value = self._value(key, None)
        if value is not None and not isinstance(value, dict):
            self.fault(key, f"must be a table [{key}]")
            return None
        return Section(key, value, self.lines, self.faults) if value is not None else None

    def close(self) -> None:
        """Note the keys that nobody asked for."""
        for key in self.table:
            if key not in self.asked:
                meant = near(key, self.asked, 1)
                known = ", ".join(sorted(self.asked))
                self.fault(key, "is not known here" + (f"; did you mean {meant[0]}?" if meant else f" ({known})"))

    def _value(self, key: str, default: Any) -> Any:
        self.asked.add(key)
        return self.table.get(key, default)
