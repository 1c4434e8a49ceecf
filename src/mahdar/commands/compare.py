"""`mahdar compare FILE…`: the accounts of one story side by side, without a library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mahdar.commands.options import RecordPath, day, opened, time
from mahdar.commands.output import Json, complain, json_text, write

if TYPE_CHECKING:
    from mahdar.accounts.telling import Telling
    from mahdar.export.compare_view import CompareView
    from mahdar.library.capture import Captured
    from mahdar.record.access import Record

EXAMPLES = """Examples:

\b
  mahdar compare reuters.txt tass.txt                   # a page on the terminal
  mahdar compare --html page.html a.txt b.txt c.txt     # one standalone page, a column for each account
  mahdar compare --published 2023-03-08 a.txt b.txt     # when all of them were published
  mahdar compare --published a.txt=2023-03-08 --outlet a.txt=Reuters a.txt b.txt
  mahdar compare --json --language en a.txt b.txt

Reports that nobody dates are dated by the record, as by `mahdar read`. Exit status: 0 compared, 1 a report could not be
read or the page not be written (the other reports are compared if they are two at least), 2 wrong usage, 130
interrupted."""

OK, FAILED, INTERRUPTED = 0, 1, 130
_FEWEST = 2
_Told = Mapping[str | None, str]  # a value by file; under None that of all files


def _page_path(value: Path | None) -> Path | None:
    if value is not None and (value.is_dir() or not value.absolute().parent.is_dir()):
        raise typer.BadParameter(f"no file can be written there: {value}")
    return value


def compare(
    files: Annotated[list[str], typer.Argument(metavar="FILE…|-", help="Two reports or more; - is standard input.")],
    published: Annotated[
        list[str] | None,
        typer.Option(metavar="[FILE=]DATE", help="When all reports, or this one, were published; may be repeated."),
    ] = None,
    outlet: Annotated[
        list[str] | None, typer.Option(metavar="FILE=NAME", help="Who published this report; may be repeated.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", callback=day, help="Judge by the record as it stood on that day.")
    ] = None,
    language: Annotated[
        Literal["ar", "en"] | None, typer.Option(help="Of the headings; that of most reports if not given.")
    ] = None,
    json: Json = False,
    html: Annotated[
        Path | None, typer.Option(metavar="OUT", callback=_page_path, help="Also write one standalone HTML page.")
    ] = None,
    record: RecordPath = None,
) -> None:
    """Lay the accounts of one story side by side: who speaks, what is told alike, differently, or left out."""
    if len(files) < _FEWEST:
        raise typer.BadParameter("name two reports at least", param_hint="FILE")
    if len(set(files)) < len(files):
        raise typer.BadParameter("a report is named twice", param_hint="FILE")
    dates, outlets = _by_file(published, files, "--published"), _by_file(outlet, files, "--outlet")
    for value in dates.values():
        time(value)
    if None in outlets:
        raise typer.BadParameter("write FILE=NAME", param_hint="--outlet")
    try:
        status = _compare(files, dates, outlets, as_of, language, json, html, record)
    except KeyboardInterrupt:
        complain("interrupted; nothing was compared")
        raise typer.Exit(INTERRUPTED) from None
    raise typer.Exit(status)


def _by_file(given: Sequence[str] | None, files: Sequence[str], option: str) -> dict[str | None, str]:
    """FILE=VALUE by file, a bare VALUE under None. Raises typer.BadParameter for a file that is not compared."""
    found: dict[str | None, str] = {}
    for each in given or ():
        file, mark, value = each.rpartition("=")
        if mark and file not in files:
            raise typer.BadParameter(f"no report of that name is compared: {file}", param_hint=option)
        if not value:
            raise typer.BadParameter(f"nothing stands behind '=': {each}", param_hint=option)
        found[file if mark else None] = value
    return found


def _compare(
    files: Sequence[str],
    dates: _Told,
    outlets: _Told,
    as_of: str | None,
    language: str | None,
    json: bool,
    html: Path | None,
    record: Path | None,
) -> int:
    from mahdar.accounts.compare import compare as compared
    from mahdar.export.compare_view import compare_view
    from mahdar.record.access import Record

    with opened(record) as store:
        asked = Record(store)
        day = date.fromisoformat(as_of) if as_of else None
        tellings = [_told(captured, dates, outlets, day, asked) for captured in _captured(files)]
    if len(tellings) < _FEWEST:
        complain("two reports at least have to be readable to be compared")
        return FAILED
    comparison = compared(tellings)
    seen = compare_view(comparison, [telling.text for telling in tellings], language)
    written = html is None or _write(html, seen)
    if json:
        write(json_text(comparison.to_dict()) + "\n")
    else:
        _show(seen)
    return OK if written and len(tellings) == len(files) else FAILED


def _captured(files: Sequence[str]) -> Iterator[Captured]:
    """The reports that can be captured; what is wrong with the others is said."""
    from mahdar.library.capture import CaptureError, capture

    for name in files:
        try:
            yield capture(name)
        except CaptureError as error:
            complain(f"{error.name}: {error}")


def _told(captured: Captured, dates: _Told, outlets: _Told, as_of: date | None, record: Record) -> Telling:
    from mahdar import pipeline
    from mahdar.accounts.telling import told

    name = captured.name
    reading = pipeline.read(
        captured.text,
        id=name,
        raw=captured.raw,
        published=dates.get(name, dates.get(None)),
        outlet=outlets.get(name),
        as_of=as_of,
        record=record,
    )
    for note in reading.report.notes:
        complain(f"{name}: {note}")
    return told(reading, captured.text)


def _write(target: Path, seen: CompareView) -> bool:
    from mahdar.export.compare_page import comparison_page
    from mahdar.session import write_whole

    try:
        write_whole(target, comparison_page(seen))
    except OSError as error:
        complain(f"{target}: cannot be written: {error.strerror}")
        return False
    return True


def _show(seen: CompareView) -> None:
    from mahdar.export.compare_terminal import show_comparison
    from mahdar.session import console

    show_comparison(seen, console())
