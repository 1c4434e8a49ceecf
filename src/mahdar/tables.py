"""Tables that people review: CSV and TOML files in the package, with ``#`` header lines that state their policy.

A CSV table starts with comment lines, then a header row; cells are stripped, an empty cell is ``""``.
Several values in one cell are separated by ``|``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from mahdar.kept import covers, keep

Row = dict[str, str]


class TableError(ValueError):
    """A table in the package is not as its header says; the message names the file and the line."""


def read_text(package: str, name: str) -> str:
    """The text of ``tables/NAME`` in the given package, e.g. ``mahdar.reading``."""
    return (files(package) / "tables" / name).read_text("utf-8")


def read_rows(package: str, name: str) -> list[Row]:
    """The rows of a CSV table, comments left out. Raises TableError on a row of another length."""
    return list(_rows(read_text(package, name), f"{package}/tables/{name}"))


@cache
def read_toml(package: str, name: str) -> dict[str, Any]:
    """A TOML table as a dict; do not change what it returns, it is shared."""
    return keep(f"{package}~{name}", lambda: _parsed(package, name)) if covers(package) else _parsed(package, name)


def _parsed(package: str, name: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(read_text(package, name))


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell: ``"a|b"`` is ``("a", "b")``, the empty cell none."""
    if "|" not in cell:
        return (alone,) if (alone := cell.strip()) else ()
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def header(package: str, name: str) -> list[str]:
    """The comment lines at the head of a table, without their ``#``."""
    lines = read_text(package, name).splitlines()
    count = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return [line.lstrip("#").strip() for line in lines[:count]]


def _rows(text: str, where: str) -> Iterator[Row]:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    reader = csv.reader(lines, strict=True)
    names = next(reader, [])
    for cells in reader:
        if len(cells) != len(names):
            raise TableError(f"{where}: {len(cells)} cells instead of {len(names)} in row {cells[:3]}")
        yield dict(zip(names, map(str.strip, cells), strict=True))
