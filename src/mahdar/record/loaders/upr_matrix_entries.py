"""The numbered recommendations of an OHCHR matrix, out of its table in Word or its text."""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from mahdar.record.loading.publication import LoadError
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.xml_elements import elements

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
_MOST_DOCUMENT = 64 << 20
_MOST_LINE = 20_000
_MOST_LINES = 2_000  # of one recommendation
_PEEK = 1 << 18
_TITLE_LINES = 40
_NUMBER = re.compile(r"(\d{1,3}\.\d{1,3})\.?\s+(?=\S)")
_THEME = re.compile(r"(?:Theme|Right or area)\s*:\s*(.*)", re.I)
_SOURCE = re.compile(r"Source of position:", re.I)
# Headings of what follows the themes, and a goal for sustainable development: `- 4 - QUALITY EDUCATION`.
_AFTER_THEMES = re.compile(r"(?:SDGs?|Affected persons|Groups? of persons)\s*:|-\s*\d{1,2} - [A-Z]{2}", re.I)


class Entry(NamedTuple):
    """`text` with the source of the position; `themes` as they stand; `states` if they have a column of their own."""

    place: str
    number: str
    text: str
    position: str
    themes: tuple[str, ...]
    states: tuple[str, ...] = ()


def title_lines(path: Path) -> str:
    """The first lines of a text, above the recommendations."""
    with path.open(encoding="utf-8", errors="replace") as stream:
        return "".join(stream.readline(_MOST_LINE) for _ in range(_TITLE_LINES))


def text_entries(path: Path, encoding: str) -> Iterator[Entry]:
    """Raises LoadError where the text ends within a recommendation, or has a line or an entry without end."""
    theme, place, lines = "", "", list[str]()
    for number, line in enumerate(_lines(path, encoding), 1):
        heading, begins = _THEME.fullmatch(line), _NUMBER.match(line)
        if (heading or begins) and lines:
            yield _text_entry(place, lines, theme)
        if heading:
            theme, lines = heading[1], []
        elif begins:
            place, lines = f"line {number}", [line]
        elif lines and line:
            lines.append(line)
            _bound(lines)
    if lines:
        yield _text_entry(place, lines, theme)


def _lines(path: Path, encoding: str) -> Iterator[str]:
    with path.open(encoding=encoding) as stream:
        while line := stream.readline(_MOST_LINE):
            if len(line) >= _MOST_LINE:
                raise LoadError(f"a line is longer than {_MOST_LINE:,} characters")
            yield _plain(line)


def _bound(lines: list[str]) -> None:
    if len(lines) > _MOST_LINES:
        raise LoadError(f"recommendation {lines[0][:20]} goes on for more than {_MOST_LINES:,} lines")


def _text_entry(place: str, lines: list[str], theme: str) -> Entry:
    """Raises LoadError where the position is missing: the list was cut short there."""
    source = next((i for i, line in enumerate(lines) if _SOURCE.match(line)), None)
    if source is None or source + 1 >= len(lines):
        raise LoadError(f"{place}: the recommendation has no position; the list is cut short")
    text, position, rest = lines[: source + 1], lines[source + 1], lines[source + 2 :]
    return _entry(place, text, position, rest, theme)


def _entry(
    place: str, text: list[str], position: str, rest: list[str], theme: str, states: tuple[str, ...] = ()
) -> Entry:
    number = cast(re.Match[str], _NUMBER.match(text[0]))
    themes = dict.fromkeys([theme] if theme else [])
    for line in rest:
        if _AFTER_THEMES.match(line):
            break
        themes[line.removeprefix("-").strip()] = None
    body = "\n".join((text[0][number.end() :], *text[1:]))
    return Entry(place, number[1], body, position, tuple(filter(None, themes)), states)


def is_matrix_docx(path: Path) -> bool:
    """Whether the beginning of a Word document is a table of recommendations and positions."""
    try:
        with _document(path) as stream:
            start = stream.read(_PEEK).decode("utf-8", "replace")
    except LoadError:
        return False
    said = re.sub(r"<[^>]*>", "", start)
    return "<w:tbl>" in start and "Recommendation" in said and bool(re.search(r"Position|Source of position", said))


def docx_entries(path: Path, sink: Sink) -> Iterator[Entry]:
    """Raises LoadError where the document is broken, or has no table of recommendations and positions."""
    columns: dict[str, int] = {}
    theme = ""
    with _document(path) as stream:
        for number, row in enumerate(elements(stream, {f"{_W}tr"}, deepest=120), 1):
            cells = [_cell_lines(cell) for cell in row.iterchildren(f"{_W}tc", f"{_W}sdt")]
            first = " ".join(cells[0]) if cells else ""
            heading = _THEME.fullmatch(first)
            if heading:
                theme = heading[1]
            elif columns and _NUMBER.match(first):
                yield _docx_entry(f"row {number}", cells, columns, theme)
            elif found := _columns(cells):
                columns = columns or found
            elif first:
                sink.remark("lost", "a row of the table without a number", place=f"row {number}", value=first)
    if not columns:
        raise LoadError("has no table with a recommendation and a position in each row")


def _docx_entry(place: str, cells: list[list[str]], columns: dict[str, int], theme: str) -> Entry:
    def lines(column: str) -> list[str]:
        index = columns.get(column, len(cells))
        return cells[index] if index < len(cells) else []

    states = tuple(name.strip("; ()") for name in lines("states"))
    return _entry(place, lines("text"), " ".join(lines("position")), lines("themes"), theme, states)


def _columns(cells: list[list[str]]) -> dict[str, int]:
    """Which column holds what, by the headings; empty if this is no row of headings."""
    found: dict[str, int] = {}
    for index, cell in enumerate(cells):
        heading = " ".join(cell).casefold()
        if heading.startswith("recommending state"):
            found.setdefault("states", index)
        elif heading.startswith("recommendation"):
            found.setdefault("text", index)
        elif heading.startswith("position"):
            found.setdefault("position", index)
        elif "themes" in heading:
            found.setdefault("themes", index)
    return found if {"text", "position"} <= set(found) else {}


def _cell_lines(cell: Any) -> list[str]:
    """The lines of a cell of a table in Word: its paragraphs, parted at line breaks."""
    runs = (paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br") for paragraph in cell.iter(f"{_W}p"))
    paragraphs = ("".join(map(_said, run)) for run in runs)
    lines = (_plain(line) for paragraph in paragraphs for line in paragraph.split("\n"))
    return [line for line in lines if line]


def _said(element: Any) -> str:
    if element.tag == f"{_W}t":
        return element.text or ""
    return "\n" if element.tag == f"{_W}br" else " "


def _plain(line: str) -> str:
    """A line with single blanks, `&amp;` and the like as the characters they stand for."""
    return " ".join(html.unescape(line).split())


@contextmanager
def _document(path: Path) -> Iterator[BinaryIO]:
    """The XML of a Word document. Raises LoadError on archives that are broken, locked, or larger than any document."""
    if path.stat().st_size > _MOST_DOCUMENT:
        raise LoadError(f"is larger than {_MOST_DOCUMENT >> 20} MB, which no such document is")
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(_DOCUMENT).file_size > _MOST_DOCUMENT:
                raise LoadError(f"unpacks to more than {_MOST_DOCUMENT >> 20} MB, which no such document does")
            with archive.open(_DOCUMENT) as stream:
                yield cast(BinaryIO, stream)
    except KeyError:
        raise LoadError(f"is no Word document: it has no {_DOCUMENT}") from None
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError) as error:
        raise LoadError(f"is no whole Word document: {error or 'its archive is cut short'}") from None
