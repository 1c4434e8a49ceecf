"""`mahdar explain FILE --at OFFSET`: what is read at one place of a report, by which rule and from which table row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.commands.options import RecordPath, opened, time
from mahdar.commands.output import Json, complain, json_text, write

if TYPE_CHECKING:
    from mahdar.explain import Explanation
    from mahdar.explain.table_rows import TableRow
    from mahdar.explain.watch import Step
    from mahdar.library.capture import Captured

EXAMPLES = """Examples:

\b
  mahdar explain report.txt --at 412             # the place by its offset, as readings give it
  mahdar explain report.txt --words "حق النقض"   # the first place where these words stand
  mahdar explain report.txt --at 412 --json

Offsets count code points from 0. Exit status: 0 explained, 1 nothing is read at that place or the file cannot be read,
2 wrong usage."""

_AROUND = 40  # code points shown before and behind the place
_LONGEST = 96  # code points of a span or row on one line
_MOST = 10  # rows of tables shown
NOTHING = 1


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A report as a text file; - is standard input.")],
    at: Annotated[int | None, typer.Option("--at", metavar="OFFSET", min=0, help="The place, in code points.")] = None,
    words: Annotated[str | None, typer.Option(metavar="TEXT", help="The first place where these words stand.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", callback=time, help="When the report was published, as in `read`.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published the report.")] = None,
    json: Json = False,
    record: RecordPath = None,
) -> None:
    """Explain a place of a report: what is read there, by which rules, from which rows of which tables."""
    captured = _captured(file)
    place = _place(captured.text, at, words)
    explanations = _explained(captured.text, place, published, outlet, record)
    if json:
        write(json_text({"file": file, "at": place, "found": [one.to_dict() for one in explanations]}) + "\n")
    else:
        write("\n".join(_page(file, captured.text, place, explanations)) + "\n")
    if not explanations:
        raise typer.Exit(NOTHING)


def _captured(file: str) -> Captured:
    from mahdar.library.capture import CaptureError, capture

    try:
        return capture(file)
    except CaptureError as error:
        complain(f"{error.name}: {error}")
        raise typer.Exit(NOTHING) from None


def _place(text: str, at: int | None, words: str | None) -> int:
    """The offset asked for. Raises typer.BadParameter where none or both are given, or the report has no such place."""
    if (at is None) == (words is None):
        raise typer.BadParameter("name the place, by --at OFFSET or by --words TEXT", param_hint="--at / --words")
    if words is not None:
        found = text.find(words) if words else -1
        if found < 0:
            raise typer.BadParameter(f"these words do not stand in the report: {words!r}", param_hint="--words")
        return found
    assert at is not None
    if at >= len(text):
        raise typer.BadParameter(f"the report has {len(text)} characters, none at {at}", param_hint="--at")
    return at


def _explained(text: str, at: int, published: str | None, outlet: str | None, path: Path | None) -> list[Explanation]:
    from mahdar.explain import explain as explained
    from mahdar.record.access import Record

    with opened(path) as store:
        return explained(text, at, published=published, outlet=outlet, record=Record(store))


def _why_nothing(text: str, at: int) -> str:
    from mahdar.language.furniture import without_furniture

    if without_furniture(text)[at : at + 1] != text[at : at + 1]:
        return "the line leads to another page and is no part of the report"
    return "the words are in no table, or no rule holds where they stand"


def _page(file: str, text: str, at: int, explanations: list[Explanation]) -> Iterator[str]:
    before, behind = text[max(0, at - _AROUND) : at], text[at : at + _AROUND]
    yield _line(f"{file}, offset {at}: {before}▸{behind}")
    if not explanations:
        yield f"Nothing is read there: {_why_nothing(text, at)}."
    for one in explanations:
        yield ""
        yield f"{one.layer} {one.start}-{one.end}  {_short(one.text)}"
        yield from (f"  {name}: {_value(value)}" for name, value in one.values.items() if value not in (None, [], ""))
        yield from _rules(one.steps)
        yield from _rows(one.rows)


def _rules(steps: tuple[Step, ...]) -> Iterator[str]:
    """The functions from the outermost to the one that made it, each with what it says that it does."""
    for step in steps:
        does = f"  {step.does}" if step.does else ""
        yield f"  by {step.module.removeprefix('mahdar.')}:{step.line} {step.function}{does}"


def _rows(rows: tuple[TableRow, ...]) -> Iterator[str]:
    yield from (f"  from {row.table}:{row.line}  {_short(row.text)}" for row in rows[:_MOST])
    if len(rows) > _MOST:
        yield f"  and {len(rows) - _MOST} rows more; --json has all"


def _value(value: object) -> str:
    from mahdar.commands.cells import words

    if isinstance(value, dict):
        return ", ".join(f"{name} {_value(one)}" for name, one in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else words(value)


def _short(text: str) -> str:
    line = _line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _line(text: str) -> str:
    return " ".join(text.split())
