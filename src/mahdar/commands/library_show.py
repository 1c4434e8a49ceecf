"""`mahdar library list` and `show`: what the library holds, and one report with its provenance."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mahdar.commands.library_options import LibraryPlace, opened_library
from mahdar.commands.options import FAILED
from mahdar.commands.output import Csv, Json, complain, console, emit, form_of, json_text, write

LIST_EXAMPLES = """Examples:

\b
  mahdar library list
  mahdar library list --limit 0 --csv > reports.csv    # all of them
  mahdar library list --json --offset 100"""

SHOW_EXAMPLES = """Examples:

\b
  mahdar library show report.txt       # by its id
  mahdar library show 3fa85f64         # by the beginning of its SHA-256 (six digits or more)
  mahdar library show report.txt --json
  mahdar library show report.txt --bytes > page.html    # the bytes as they were captured"""

COLUMNS = ("id", "title", "outlet", "url", "published", "published_basis", "language", "sha256", "added_at")
_GLANCE = ("id", "title", "outlet", "published", "language")
_HEAD = ("id", "title", "outlet", "url", "published", "published_basis", "published_reason", "language", "size",
         "sha256", "added_at")  # fmt: skip
_CAPTURE = ("taken_at", "how", "address", "final", "media", "program")
_READING = ("read_at", "reader", "record", "sha256")


def list_reports(
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="How many; 0 is all.")] = 100,
    offset: Annotated[int, typer.Option(min=0, metavar="N", help="Leave out the first ones.")] = 0,
    library: LibraryPlace = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List the reports in the order in which they came."""
    from mahdar.library.asking import count, listed

    form = form_of(json, csv)
    with opened_library(library) as store, store.reading() as connection:
        total = count(connection)
        rows = list(listed(connection, limit=limit or None, offset=offset))
    columns = _GLANCE if form == "table" else COLUMNS
    emit(rows, columns, form, about={"reports": total, "shown": len(rows)})


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a report, or the beginning of its SHA-256.")],
    raw: Annotated[
        bool, typer.Option("--bytes", help="Print the bytes as they were captured, and nothing else.")
    ] = False,
    library: LibraryPlace = None,
    json: Json = False,
) -> None:
    """Show a report: whence and when it came, how it was read, and what was read out of it."""
    from mahdar.library.asking import content, find, shown

    with opened_library(library) as store, store.reading() as connection:
        key = find(connection, id)
        if key is None:
            complain(f"the library has no report {id!r}")
            raise typer.Exit(FAILED)
        if raw:
            _write_bytes(content(connection, key))
            return
        told = shown(connection, key)
    write(json_text(told) + "\n") if json else _show(told)


def _write_bytes(raw: bytes) -> None:
    import sys

    if sys.stdout.isatty():
        raise typer.BadParameter("bytes are not for a terminal; write them to a file", param_hint="--bytes")
    sys.stdout.buffer.write(raw)


def _show(told: dict[str, Any]) -> None:
    from mahdar.commands.grid import laid_out, line
    from mahdar.export.terminal import show as show_page
    from mahdar.library.restored import restored

    out = console()
    out.print(laid_out([told], _HEAD, 0))
    for title, rows, columns in (
        ("Captures", told["captures"], _CAPTURE),
        ("Readings", told["readings"], _READING),
    ):
        out.print(line(f"{title}: {len(rows)}", "bold"))
        out.print(laid_out(rows, columns, out.width))
    for note in told["notes"]:
        out.print(line(f"note: {note}"))
    if told["reading"]:
        show_page(restored(told["reading"]), told["text"], out)
