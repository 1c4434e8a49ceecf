"""The official addresses of publications, from `addresses.csv`: what to fetch, and what only a person can get."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast, get_args
from urllib.parse import unquote, urljoin, urlsplit

from mahdar.record.loading.publication import LoadError
from mahdar.tables import TableError, read_rows, values

How = Literal["fetch", "index", "by hand"]
_TABLE = ("mahdar.record", "addresses.csv")
_PLACEHOLDER = re.compile(r"\{[a-z]+\}")
_MOST_NAME = 120
_PROGRAMS = (".aspx", ".asp", ".php", ".jsp", ".cgi")


@dataclass(frozen=True)
class Publication:
    """One row of the table, or of one value of its span: where a publication of some kind is published.

    `form` is what the file is (csv, xml, html), `find` what its address looks like in an index, `page` where a person
    finds it and `by_hand` what to do there. `address` is empty where that is the only way.
    """

    kind: str
    name: str
    how: How
    address: str
    span: tuple[str, ...]
    find: str
    form: str
    page: str
    by_hand: str
    note: str

    def each(self) -> Iterator[Publication]:
        """The row for every value of its span; itself where it has none."""
        if not self.span:
            yield self
        for value in self.span:
            name, address, page = (_PLACEHOLDER.sub(value, text) for text in (self.name, self.address, self.page))
            yield replace(self, name=name, address=address, page=page, span=())


def publications() -> list[Publication]:
    """The rows of the table, spans not yet spread. Raises TableError where a row is not as the header says."""
    return [_publication(row) for row in read_rows(*_TABLE)]


def of_kinds(rows: Sequence[Publication], kinds: Collection[str]) -> list[Publication]:
    """The rows of these kinds, all where none is named. Raises LoadError on a kind without a row."""
    known = sorted({row.kind for row in rows})
    unknown = sorted(set(kinds) - set(known))
    if unknown:
        raise LoadError(f"there is no address for the kind {unknown[0]!r}; there are for: {', '.join(known)}")
    return [row for row in rows if not kinds or row.kind in kinds]


def newest(text: str, find: str, address: str) -> str | None:
    """The address in an index (JSON or HTML) that matches `find`, the one with the latest day in its file's name."""
    found = {urljoin(address, match[0]) for match in re.finditer(find, text.replace("\\/", "/"))}
    return max(found, key=_version, default=None)


def file_name(address: str, form: str = "", kind: str = "") -> str:
    """A safe name for what lies at an address: its last part, else the kind or host with the form as its ending.

    Where the last part is a program (`ViewDetails.aspx`), what it was asked belongs to the name.
    """
    parts = urlsplit(address)
    last = unquote(parts.path).rstrip("/").rpartition("/")[2]
    if parts.query and last.casefold().endswith(_PROGRAMS):
        last = f"{last}_{unquote(parts.query)}"
    last = re.sub(r"[^\w.()-]+", "_", last)[-_MOST_NAME:].lstrip(".")
    if "." in last:
        return last
    stem = kind or last or re.sub(r"[^\w.-]+", "_", parts.hostname or "file")
    return f"{stem}.{form}" if form else stem


def _version(address: str) -> tuple[list[int], str]:
    """`2025_9_19` comes before `2025_11_25` and `2026_02_06`."""
    name = file_name(address)
    return [int(number[:9]) for number in re.findall(r"[0-9]+", name)], name


def _publication(row: dict[str, str]) -> Publication:
    how, span = row["how"], _span(row["span"])
    pattern = _PLACEHOLDER.search(row["address"] or row["page"]) is not None
    whole = (
        how in get_args(How) and (how == "by hand") == (not row["address"]) and (how == "index") == bool(row["find"])
    )
    if not whole or not row["page"] or not (row["by_hand"] or row["address"]) or pattern != bool(span):
        raise TableError(f"{'/'.join(_TABLE)}: the row of {row['name']!r} does not say what the header asks for")
    row = {key: row[key] for key in ("kind", "name", "address", "find", "form", "page", "by_hand", "note")}
    return Publication(how=cast("How", how), span=span, **row)


def _span(cell: str) -> tuple[str, ...]:
    """`1946/1948|2022` is every year from 1946 to 1948, and 2022; other values stand for themselves."""
    return tuple(each for part in values(cell) for each in _years(part))


def _years(part: str) -> Iterator[str]:
    first, slash, last = part.partition("/")
    yield from (str(year) for year in range(int(first), int(last) + 1)) if slash else (part,)
