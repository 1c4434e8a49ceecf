"""Who signed and joined a treaty, by the UN Treaty Collection: the treaty's page at treaties.un.org, its table as XML
(which the page offers for download), or as CSV with the same columns.

The table does not say which treaty it is; the file's name does, as published: `IV-2.en.xml`, or `4-2-a.csv` for chapter
IV, treaty 2 (a); a page also tells by its address. Which letter behind a day stands for which action is taken from the
heading of the column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from mahdar.record.loaders.strict_csv import strict_lines
from mahdar.record.loaders.treaty_page import is_status_page, page_lines, told_chapters
from mahdar.record.loading.encodings import encoding_of
from mahdar.record.loading.publication import Head, Loader, LoadError
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.values import day, words
from mahdar.record.loading.xml_elements import elements
from mahdar.record.states import find_state
from mahdar.tables import read_rows

_ACTIONS = {
    "signature", "definitive-signature", "succession-to-signature", "ratification", "accession", "succession",
    "acceptance", "approval", "formal-confirmation",
}  # fmt: skip
_NAME = re.compile(r"(\d{1,2}|[IVX]{1,6})-(\d{1,2})(?:[-.]([a-z]))?(?:\.[a-z]{2})?", re.IGNORECASE)
_HEADING = re.compile(r"([^,()]+?)\s*(?:\((\w{1,2})\))?\s*(?:,|$)")
_CELL = re.compile(r"(\d{1,2} [A-Z][a-z]{2,8} \d{4})(?:\s+([A-Za-z]{1,2}))?[\d\s,]*")
_MARKUP = re.compile(r"<(superscript|sup)>.*?</\1>|<[^<>]{1,40}>", re.IGNORECASE | re.DOTALL)
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_XML = re.compile(r"<(?:Treaty|ExternalData|Participants)\b")
_PLAIN = ""


class _Column(NamedTuple):
    """`actions`: the letter behind a day -> the action; "" is a day without one."""

    place: int
    actions: dict[str, str]


def _recognises(head: Head) -> bool:
    if head.text.lstrip().startswith("<"):
        return bool(_XML.search(head.text)) or is_status_page(head)
    columns = head.columns
    return columns[:1] == ("Participant",) and len(columns) > 1 and any(_actions_of(c) for c in columns[1:])


def _load(path: Path, sink: Sink) -> None:
    chapter, head = _chapter(path), Head.of(path)
    is_csv = not head.text.lstrip().startswith("<")
    sink.write("treaty_actions", _rows(_csv_lines(path) if is_csv else _marked_up_lines(head, sink), chapter, sink))
    if not is_csv:
        sink.remark("ignored", "the texts beside the table of participants: declarations, objections, notes")


def _marked_up_lines(head: Head, sink: Sink) -> Iterator[tuple[str, list[str]]]:
    return page_lines(head.path, sink) if is_status_page(head) else _xml_lines(head.path)


def _chapter(path: Path) -> str:
    """`IV-2-a`. Raises LoadError where neither the file's name nor the page says which treaty it is, or they differ."""
    head = Head.of(path)
    told = [path.stem, *(told_chapters(head) if is_status_page(head) else ())]
    found = list(dict.fromkeys(_written(hit) for name in told if (hit := _NAME.fullmatch(name))))
    if not found:
        hint = "by chapter and number, as IV-2.en.xml or 4-2-a.csv"
        raise LoadError(f"its name does not say which treaty it is of; name it as the Treaty Collection does, {hint}")
    if len(found) > 1:
        raise LoadError(f"its name is that of {found[0]}, but it is the page of {found[1]}")
    return found[0]


def _written(name: re.Match[str]) -> str:
    number, treaty, part = name.groups()
    chapter = _roman(int(number)) if number.isdigit() else number.upper()
    return "-".join(filter(None, (chapter, treaty, (part or "").casefold())))


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


@cache
def _treaties() -> dict[str, str]:
    """Chapter -> the treaty's slug."""
    return {row["chapter"]: row["slug"] for row in read_rows("mahdar.record", "treaties.csv") if row["chapter"]}


def _csv_lines(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The heading, then each row."""
    headed = False
    for place, line in strict_lines(path, encoding_of(path)):
        if not headed:
            headed = True
            yield "line 1", list(line)
        yield place, list(line.values())


def _xml_lines(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The heading of the table of participants, then each row; other tables of the page are passed over."""
    number = 0
    with path.open("rb") as stream:
        for element in elements(stream, {"Thead", "Row"}):
            if not any(above.tag == "Participants" for above in element.iterancestors()):
                continue
            yield f"row {number}", ["".join(entry.itertext()) for entry in element.iter("Entry")]
            number += 1


def _rows(lines: Iterator[tuple[str, list[str]]], chapter: str, sink: Sink) -> Iterator[dict[str, object]]:
    _, heading = next(lines, ("", []))
    columns = _columns([_bare(cell) for cell in heading], sink)
    fixed = {"treaty": _treaties().get(chapter), "chapter": chapter}
    for place, cells in lines:
        if len(cells) != len(heading):
            raise LoadError(f"{place} has {len(cells)} cells, the heading has {len(heading)}")
        name = _bare(cells[0])
        state = find_state(name)
        if state is None:
            sink.remark("odd", "a participant whose name is not known stands without a state", place=place, value=name)
        found = [row for column in columns if (row := _action(cells[column.place], column, place, sink))]
        if not found:
            sink.remark("lost", "a participant of whom no action is taken", place=place, value=name)
        yield from ({**fixed, "place": place, "state": state, "name_told": name, **row} for row in found)
    if chapter not in _treaties():
        sink.remark("odd", "a treaty beyond those that Mahdar has a name for: its rows have a chapter alone")


def _columns(heading: list[str], sink: Sink) -> list[_Column]:
    """The columns of actions. Raises LoadError where the table is not one of participants."""
    if heading[:1] != ["Participant"]:
        raise LoadError("has no table of participants")
    columns = []
    for place, cell in enumerate(heading[1:], 1):
        if actions := _actions_of(cell):
            columns.append(_Column(place, actions))
        else:
            sink.remark("lost", "a column that tells of no action that is known", value=cell)
    if not columns:
        raise LoadError("names no action over its columns that is known; the English table does")
    return columns


def _actions_of(heading: str) -> dict[str, str]:
    """`Ratification, Accession(a)` -> {"": "ratification", "a": "accession"}; those that are known."""
    found = ((hit[2] or _PLAIN, "-".join(hit[1].casefold().split())) for hit in _HEADING.finditer(heading))
    return {letter: action for letter, action in found if action in _ACTIONS}


def _action(cell: str, column: _Column, place: str, sink: Sink) -> dict[str, object] | None:
    """What a cell such as `22 Mar 1956 a` tells, `None` for nothing or what cannot be taken."""
    told = _bare(cell)
    found = _CELL.fullmatch(told)
    when = day(found[1], "%d %b %Y", "%d %B %Y") if found else None
    action = column.actions.get((found[2] or _PLAIN) if found else _PLAIN)
    if told and when and action:
        return {"action": action, "date": when.isoformat(), "date_told": told, "public": when}
    if told:
        sink.remark("lost", _why_not(told, when), place=place, value=told)
    return None


def _why_not(told: str, when: Any) -> str:
    if "[" in told:
        return "an action in brackets: the participant has withdrawn since, on a day that the table does not have"
    return "a letter that the column's heading does not explain" if when else "a cell that is no day"


def _bare(cell: str) -> str:
    """A cell without the marks of footnotes that the XML holds as escaped markup."""
    return words(_MARKUP.sub("", cell)) or ""


LOADER = Loader("treaty-collection", "Status of a treaty (UN Treaty Collection)", "untc", _recognises, _load, _chapter)
