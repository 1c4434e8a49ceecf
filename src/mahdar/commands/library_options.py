"""What the commands of the library share: the option that names it, and opening it with its troubles told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.commands.options import FAILED
from mahdar.commands.output import complain

if TYPE_CHECKING:
    from pathlib import Path

    from mahdar.library.opened import Library
    from mahdar.record.access import Record

INTERRUPTED = 130

LibraryPlace = Annotated[
    str | None,
    typer.Option(
        "--library",
        metavar="URL",
        help="The library: a path (SQLite) or postgresql://… (default: MAHDAR_LIBRARY, else in the data folder).",
    ),
]


@contextmanager
def opened_library(place: str | None, *, make: bool = False) -> Iterator[Library]:
    """The library, closed afterwards; what is wrong with it is said and ends the command."""
    from mahdar.library.opened import LibraryError, open_library

    try:
        with open_library(place, make=make) as library:
            yield library
    except LibraryError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None


def opened_record(path: Path | None) -> Record:
    """The record by which reports are read; what is wrong with it is said and ends the command."""
    from mahdar.record.access import Record
    from mahdar.record.store import RecordError

    try:
        return Record.open(path)
    except RecordError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
