"""How commands print rows: a table for a person, one JSON object, or CSV; and the options by which one chooses.

A cell of text in CSV that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line
end) gets an apostrophe in front, as a spreadsheet itself marks text; so does a cell that begins with apostrophes
before such a sign, so that taking one apostrophe away gives back the value. Numbers are never marked.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mahdar.characters import escape_json, harmless
from mahdar.commands.cells import plain, words
from mahdar.edtf import Interval

if TYPE_CHECKING:
    from rich.console import Console

Form = Literal["table", "json", "csv"]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV with a header instead of a table.")]
_PIPE_WIDTH = 120  # columns of a table that no terminal shows


def counted(number: int, one: str, more: str) -> str:
    """A number with what it counts: 1 report, 2,000 reports."""
    return f"{number:,} {one if number == 1 else more}"


def form_of(json: bool, csv: bool) -> Form:
    """Raises typer.BadParameter where both are asked for."""
    if json and csv:
        raise typer.BadParameter("choose one of --json and --csv", param_hint="--json / --csv")
    return "json" if json else "csv" if csv else "table"


def emit(
    rows: Sequence[Mapping[str, object]],
    columns: Sequence[str],
    form: Form,
    *,
    about: Mapping[str, object] | None = None,
) -> None:
    """Print rows on standard output; `columns` are those of the table and of CSV, in order; JSON has all cells.

    `about` says what the rows are: members of the JSON object beside `rows`, lines above a table (texts and numbers
    alone); CSV has no place for it.
    """
    if form == "json":
        write(json_text({**(about or {}), "rows": rows}) + "\n")
    elif form == "csv":
        write(csv_text(rows, columns))
    else:
        _show(rows, columns, about or {})


def json_text(value: object) -> str:
    """One line of JSON; days in ISO form, intervals in EDTF, numbers that JSON lacks as null."""
    return escape_json(json.dumps(plain(value), ensure_ascii=False, allow_nan=False))


def csv_text(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> str:
    """CSV with a header, lines ending in a line feed, several values in a cell separated by `|`."""
    lines = ([csv_cell(row.get(name)) for name in columns] for row in rows)
    return _csv_line(columns) + "".join(_csv_line(cells) for cells in lines)


def _csv_line(cells: Sequence[object]) -> str:
    """One line; a cell with a carriage return is quoted too, which the module does for its own line ends alone."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()[:-2] + "\n"


def csv_cell(value: object) -> object:
    """A cell of CSV: numbers as they are, everything else as text that no spreadsheet takes for a formula."""
    bare = plain(value)
    if isinstance(bare, int | float) and not isinstance(bare, bool):
        return bare
    from mahdar.export.cells import neutral

    return neutral(words(bare))


def write(text: str) -> None:
    """Write UTF-8 to standard output, whatever its encoding; where a person watches, nothing may steer the terminal."""
    if sys.stdout.isatty():
        text = harmless(text)
    sys.stdout.flush()
    if not hasattr(sys.stdout, "buffer"):  # a stream of text alone, as a calling program may put there
        sys.stdout.write(text)
        return
    sys.stdout.buffer.write(text.encode(errors="replace"))
    sys.stdout.buffer.flush()


def complain(problem: str) -> None:
    """One line on standard error, so that standard output holds rows alone."""
    print(f"mahdar: {harmless(problem)}", file=sys.stderr, flush=True)


def console() -> Console:
    """Standard output for tables: no colours and a fixed width where it is no terminal."""
    from rich.console import Console

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    made = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=False)
    return made if made.is_terminal else Console(file=sys.stdout, width=_width(made), highlight=False, no_color=True)


def _width(made: Console) -> int:
    import os

    return made.width if os.environ.get("COLUMNS", "").isdigit() else _PIPE_WIDTH


def _show(rows: Sequence[Mapping[str, object]], columns: Sequence[str], about: Mapping[str, object]) -> None:
    from mahdar.commands.grid import laid_out, line

    out = console()
    for name, value in about.items():
        if isinstance(value, str | int | float | date | Interval) and value != "":
            out.print(line(f"{name.replace('_', ' ')}: {words(value)}"))
    out.print(laid_out(rows, columns, out.width) if rows else line("(nothing)"))
