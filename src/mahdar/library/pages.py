"""A web page as a report: its text, and what its publisher says of title, outlet and date.

The publisher's own metadata come first (JSON-LD, then `meta` elements, then `time`); only where they are silent counts
what can be read off the page. The reason for the date is kept. Scripts and styles never reach the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from mahdar.library.capture import LIMIT as TEXT_LIMIT
from mahdar.library.capture import BinaryFileError, EmptyFileError, TooLargeError
from mahdar.library.decoding import NotText, decode
from mahdar.library.items import Dated, day_of, name
from mahdar.tables import Row, read_rows

LIMIT = 5_000_000  # bytes of a page
_DEEPEST = 200  # elements inside one another; the reader of the main text calls itself once for each
_MOST_MARKS = 100_000  # tags, opening and closing; a long report on a crowded site has some ten thousand
_LONGEST_TAG = 5_000  # characters of a tag outside quotation marks: parsers compare each attribute with every other
_TAG = re.compile(r"""<[a-z](?:[^>"']++|"[^"]*+"|'[^']*+'|["'])*+""", re.I)
_IN_QUOTES = re.compile(r"""=\s*(?:"[^"]*+"|'[^']*+')""")
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{2,40})""", re.I)
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}
_MADE_UP = "-01"  # htmldate writes the first of a month, or of January, where the page names no day
_MOST_LINKED_DATA = 500  # objects looked at in one page


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says."""

    text: str
    title: str | None
    outlet: str | None
    url: str | None
    dated: Dated | None
    notes: tuple[str, ...] = ()


def read_page(raw: bytes, name_: str, *, charset: str | None = None, url: str | None = None) -> Page:
    """The report in a page. Raises a CaptureError where there is none, or the page is too large or too deep."""
    if len(raw) > LIMIT:
        raise TooLargeError(name_, f"a page larger than {LIMIT / 1e6:g} MB, more than any single report")
    markup, notes = _decoded(raw, name_, charset)
    _refuse_swollen(markup, name_)
    tree = _tree(markup, name_)
    said = _Said(tree)
    text, guessed = _main_text(markup, name_, url)
    if len(text.encode("utf-8", "replace")) > TEXT_LIMIT:
        raise TooLargeError(name_, f"its text is larger than {TEXT_LIMIT / 1e6:g} MB, more than any single report")
    return Page(
        text,
        name(said.first("title")[0] or guessed.get("title")),
        name(said.first("outlet")[0] or _guessed_outlet(guessed, tree) or guessed.get("hostname")),
        name(said.first("url")[0] or url),
        said.dated() or _guessed_day(guessed.get("date")),
        notes,
    )


def _decoded(raw: bytes, name_: str, charset: str | None) -> tuple[str, tuple[str, ...]]:
    """By what the server said, then by what the page says, then by the bytes."""
    declared = charset or _declared(raw)
    if declared and declared.lower().replace("_", "-") not in {"utf-8", "utf8", "utf-16"}:
        try:
            return raw.decode(declared), (f"read as {declared}, as it says",)
        except (LookupError, UnicodeDecodeError):
            declared = None
    try:
        decoded = decode(raw)
    except NotText as error:
        raise BinaryFileError(name_, str(error)) from None
    return decoded.text.lstrip("\ufeff"), decoded.notes


def _declared(raw: bytes) -> str | None:
    found = _CHARSET.search(raw[:4_000])
    return found[1].decode("ascii", "replace") if found else None


def _refuse_swollen(markup: str, name_: str) -> None:
    """Raises TooLargeError on what would keep a parser busy for minutes."""
    if markup.count("<") > _MOST_MARKS:
        raise TooLargeError(name_, f"a page of more than {_MOST_MARKS:,} tags, more than any single report")
    for tag in _TAG.finditer(markup):
        if len(tag[0]) > _LONGEST_TAG and len(_IN_QUOTES.sub("", tag[0])) > _LONGEST_TAG:
            raise TooLargeError(name_, f"a page with a tag of more than {_LONGEST_TAG:,} characters")


def _tree(markup: str, name_: str) -> Any:
    """The page as elements. Raises EmptyFileError or TooLargeError."""
    from lxml import etree, html

    text = markup.partition("?>")[2] if markup.lstrip().startswith("<?xml") else markup  # a declared encoding is over
    try:
        tree = html.document_fromstring(text.replace("\0", ""), parser=html.HTMLParser(no_network=True))
    except (etree.LxmlError, ValueError):
        raise EmptyFileError(name_, "nothing stands in this page") from None
    if _depth(tree) > _DEEPEST:
        raise TooLargeError(name_, f"a page with more than {_DEEPEST} elements inside one another")
    return tree


def _depth(tree: Any) -> int:
    from lxml import etree

    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _main_text(markup: str, name_: str, url: str | None) -> tuple[str, dict[str, Any]]:
    """Text and guesses of trafilatura. Raises EmptyFileError where it finds no report."""
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            markup,
            url=url,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params=_DATES,
        )
    except Exception as error:  # whatever a page on purpose broken brings about: it costs the others nothing
        raise BinaryFileError(name_, f"this page cannot be read ({type(error).__name__})") from None
    told = found if isinstance(found, dict) else found.as_dict() if found is not None else {}
    text = str(told.get("text") or "").strip()
    if not text:
        raise EmptyFileError(name_, "no report was found in this page")
    return text + "\n", told


def _guessed_outlet(guessed: dict[str, Any], tree: Any) -> str | None:
    """The site's name as trafilatura has it, save words of the title: a part with a full stop is an address to it."""
    site = str(guessed.get("sitename") or "")
    title = " ".join(element.text_content() for element in tree.iter("title"))
    return None if " " in site and site.casefold() in title.casefold() else site or None


def _guessed_day(value: object) -> Dated | None:
    day = day_of(str(value)) if value and not str(value).endswith(_MADE_UP) else None
    return (
        Dated(day, "metadata", "read off the page by htmldate; its publisher's metadata give no date") if day else None
    )


@cache
def _rows() -> list[Row]:
    return read_rows("mahdar.library", "page_metadata.csv")


class _Said:
    """What the metadata of a page say, by the places in `page_metadata.csv`, in their order."""

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self._linked = list(_linked_data(tree))

    def first(self, what: str) -> tuple[str | None, str]:
        """The first value said of this, and the place where it stands."""
        return next(self._values(what), (None, ""))

    def dated(self) -> Dated | None:
        """The first place with a day that can be read."""
        for value, place in self._values("published"):
            day = day_of(value)
            if day:
                return Dated(day, "metadata", f"{place} of the page says {value.strip()[:60]}")
        return None

    def _values(self, what: str) -> Iterator[tuple[str, str]]:
        for row in _rows():
            if row["what"] == what:
                for value in self._in_linked(row) if row["where"] == "json-ld" else self._in_markup(row):
                    if value.strip():
                        yield value, f"{row['where']} {row['name']}"

    def _in_linked(self, row: Row) -> Iterator[str]:
        path = row["name"].split(".")
        for node in self._linked:
            found: Any = node
            for step in path:
                found = found[0] if isinstance(found, list) and found else found
                found = found.get(step) if isinstance(found, dict) else None
            if isinstance(found, str):
                yield found

    def _in_markup(self, row: Row) -> Iterator[str]:
        attribute = row["where"].partition(" ")[2]
        for element in self._tree.iter(row["where"].partition(" ")[0]):
            if not attribute or str(element.get(attribute, "")).strip().lower() == row["name"].lower():
                value = element.get(row["value"]) if row["value"] != "text" else element.text_content()
                yield str(value or "")


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Objects of JSON-LD that speak of an article, outermost first."""
    waiting: list[Any] = []
    for element in tree.iter("script"):
        if "ld+json" in str(element.get("type", "")).lower():
            try:
                waiting.append(json.loads(element.text or ""))
            except (ValueError, RecursionError):
                continue  # others on the page may be whole
    for _ in range(_MOST_LINKED_DATA):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting = [*node[:_MOST_LINKED_DATA], *waiting]
        elif isinstance(node, dict):
            if "datePublished" in node or "headline" in node:
                yield node
            waiting += [value for key, value in node.items() if key == "@graph"]
