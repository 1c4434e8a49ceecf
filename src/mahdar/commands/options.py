"""Options that several commands share, and what they mean: a day, a time, a state, the record to ask."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.commands.output import complain

if TYPE_CHECKING:
    from mahdar.edtf import Interval
    from mahdar.record.opened import Store

FAILED = 1


def group(help: str) -> typer.Typer:
    """A group of commands that helps where it is called alone, as all groups here do."""
    return typer.Typer(
        help=help,
        no_args_is_help=True,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def day(value: str | None) -> str | None:
    """Raises typer.BadParameter where the text is no day."""
    if value is not None:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise typer.BadParameter(f"not a day (write 2024-03-29): {value!r}") from None
    return value


def time(value: str | None) -> str | None:
    """Raises typer.BadParameter where the text is no day, month, year or interval."""
    if value is not None:
        from mahdar.edtf import Interval

        try:
            Interval.parse(value)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None
    return value


AsOf = Annotated[
    str | None, typer.Option(metavar="DATE", callback=day, help="Only what was public on that day, as it stood then.")
]
RecordPath = Annotated[
    Path | None, typer.Option(metavar="PATH", dir_okay=False, help="Ask this record, not that of the data folder.")
]
From = Annotated[
    str | None, typer.Option("--from", metavar="DATE", callback=time, help="Not before that day, month or year.")
]
To = Annotated[
    str | None, typer.Option("--to", metavar="DATE", callback=time, help="Not after that day, month or year.")
]


def parsed(value: str | None) -> date | None:
    """A day that was checked already."""
    return date.fromisoformat(value) if value else None


def between(first: str | None, last: str | None) -> Interval | None:
    """From the first day of one time to the last of another; None where neither is given.

    Raises typer.BadParameter where that is backwards.
    """
    from mahdar.edtf import Interval

    if first is None and last is None:
        return None
    ends = (Interval.parse(first) if first else None, Interval.parse(last) if last else None)
    try:
        return Interval.span(*ends)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--from / --to") from None


def until(when: Interval | None, as_of: str | None) -> Interval | None:
    """A time as far as it lay before the end of a day; all time up to then where none is given.

    Raises typer.BadParameter where it begins after that day.
    """
    from mahdar.edtf import Interval

    if as_of is None:
        return when
    known = Interval(None, date.fromisoformat(as_of))
    found = known if when is None else when.intersect(known)
    if found is None:
        raise typer.BadParameter("lies before --from", param_hint="--as-of")
    return found


@contextmanager
def opened(path: Path | None) -> Iterator[Store]:
    """The record, closed afterwards; what is wrong with its file is said and ends the command."""
    from mahdar.record.store import RecordError, open_store

    try:
        store = open_store(path)
    except RecordError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    try:
        yield store
    finally:
        store.connection.close()


def state(text: str, hint: str = "STATE") -> str:
    """The code of a state from its code or its name in English or Arabic.

    Raises typer.BadParameter with the names that come nearest.
    """
    from mahdar.checking.states import find, nearest

    code = find(text)
    if code is None:
        near = nearest(text)
        meant = f"; did you mean {', '.join(near)}?" if near else " (write a code such as PRK, or a name)"
        raise typer.BadParameter(f"no state is called {text!r}{meant}", param_hint=hint)
    return code
