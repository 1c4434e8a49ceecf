"""BibTeX of the documents that the record cites for the claims of reports: an entry for each document, told once.

A document with a symbol is a `@techreport` of its organ with its symbol as number, a source without one a `@misc`.
Years and days are those of the citation; what is not known is left out. `annote` says where it was cited first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from mahdar.characters import harmless
from mahdar.export.kept import Kept, KeptReport
from mahdar.export.whole import whole_file
from mahdar.model import Citation
from mahdar.tables import read_rows

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_IN_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "\n": "", "\r": ""})
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_KEY = 60


@dataclass
class _Cited:
    """A cited document, the report that cited it first, and by how many claims it is cited."""

    citation: Citation
    first: KeptReport
    claims: int = 1


@dataclass
class Bibliography:
    """A Sink that remembers each cited document once; documents are those of the record, however many reports."""

    documents: dict[tuple[str, str], _Cited] = field(default_factory=dict)

    def take(self, kept: Kept) -> None:
        for claim in kept.reading.claims:
            for one in claim.citations:
                key = ("", one.symbol) if one.symbol else (one.source, one.title)
                known = self.documents.get(key)
                if known is None:
                    self.documents[key] = _Cited(one, kept.report)
                else:
                    known.claims += 1

    def entries(self) -> Iterator[str]:
        """The entries in order of symbol and title, each with a key that no other has."""
        taken: set[str] = set()
        for name in sorted(self.documents):
            cited = self.documents[name]
            yield _entry(cited, _key(cited.citation, taken))


def _entry(cited: _Cited, key: str) -> str:
    one, report = cited.citation, cited.first
    day = _DAY.match(one.date or "")
    organ, kind = organ_of(one.symbol) if one.symbol else ("", "")
    fields = {
        "title": f"{{{escaped(one.title)}}}",
        "institution" if one.symbol else "organization": escaped(organ or one.source),
        "author": f"{{{escaped(organ or one.source)}}}",
        "type": escaped(kind),
        "number": escaped(one.symbol or ""),
        "year": day[1] if day else "",
        "month": day[2].lstrip("0") if day and day[2] else "",
        "day": day[3].lstrip("0") if day and day[3] else "",
        "howpublished": "" if one.symbol else escaped(one.source),
        "note": escaped(one.source) if one.symbol else _span(one.date, day),
        "url": (one.url or "").translate(_IN_ADDRESSES),
        "annote": escaped(
            f"Cited for {cited.claims} claim{'s'[: cited.claims > 1]}, first in {report.address or report.id}"
        ),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{'techreport' if one.symbol else 'misc'}{{{key},", *lines, "}", ""])


def _span(date: str | None, day: re.Match[str] | None) -> str:
    """The time of a source where it is no single day, month or year."""
    return escaped(date) if date and not day else ""


def _key(one: Citation, taken: set[str]) -> str:
    """Letters, digits and hyphens of the symbol or title; with a number where another document has that key."""
    plain = unicodedata.normalize("NFKD", one.symbol or f"{one.source} {one.title}")
    bare = _NOT_IN_KEYS.sub("-", plain)[:_LONGEST_KEY].strip("-") or "source"
    key, number = bare, 2
    while key.casefold() in taken:
        key, number = f"{bare}-{number}", number + 1
    taken.add(key.casefold())
    return key


def organ_of(symbol: str) -> tuple[str, str]:
    """The organ whose document a symbol is, and the kind of document, by `tables/organs.csv`; empty where unknown."""
    for row in read_rows("mahdar.export", "organs.csv"):
        if symbol.startswith(row["prefix"]):
            return row["organ"], row["kind"]
    return "", ""


def escaped(text: str) -> str:
    """Text as LaTeX prints it, on one line."""
    return " ".join(harmless(text).split()).translate(_SPECIAL)


@contextmanager
def bibliography(path: Path) -> Iterator[Bibliography]:
    """Write the cited documents as BibTeX (UTF-8), all or nothing. Raises OSError."""
    with whole_file(path) as place:
        found = Bibliography()
        yield found
        with place.open("w", encoding="utf-8", errors="replace") as stream:
            stream.writelines(f"{entry}\n" for entry in found.entries())
