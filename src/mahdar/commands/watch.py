"""`mahdar watch`: feeds, pages and folders polled over time, and people told of what matters in what came."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.characters import harmless
from mahdar.commands.library_options import INTERRUPTED, LibraryPlace, opened_library, opened_record
from mahdar.commands.options import FAILED, RecordPath
from mahdar.commands.output import complain, json_text, write

if TYPE_CHECKING:
    from mahdar.library.opened import Library
    from mahdar.watch.running import Watch
    from mahdar.watch.settings import Settings

WRONG_SETTINGS = 2

EXAMPLES = """Examples:

\b
  mahdar watch --check feeds.toml      # whether the settings can be used; asks nobody
  mahdar watch --dry-run feeds.toml    # what would be polled and told
  mahdar watch feeds.toml              # until interrupted
  mahdar watch --once feeds.toml       # what is due now, then leave (for cron)
  mahdar watch --status                # sources with their last and next poll, and the newest notices

Where a run ended, however it ended, the next one goes on. Exit status: 0 all went well, 1 something could not be had,
written or sent (it is said what), 2 wrong usage or wrong settings, 130 interrupted."""


def watch(
    settings: Annotated[
        Path | None, typer.Argument(metavar="TOML", dir_okay=False, help="What to watch, and what to tell to whom.")
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Do what is due now, then leave.")] = False,
    every: Annotated[
        str | None, typer.Option(metavar="SPAN", help="Poll all sources this often (15m, 2h), whatever the file says.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Only say whether the file can be used.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what would be polled and told.")] = False,
    status: Annotated[bool, typer.Option("--status", help="Only show what was polled and told so far.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch from this machine and private networks.")
    ] = False,
    library: LibraryPlace = None,
    record: RecordPath = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Poll feeds, pages and folders, add what is new, and tell of what matters."""
    from mahdar.commands.watch_show import show_plan, show_status

    if status:
        with opened_library(library) as store:
            show_status(store, json)
        raise typer.Exit(0)
    if settings is None:
        raise typer.BadParameter("name the TOML file that says what to watch", param_hint="TOML")
    wanted = _settings(settings, every)
    if check or dry_run:
        show_plan(wanted, whole=dry_run, json=json)
        raise typer.Exit(0)
    with opened_library(library, make=True) as store:
        raise typer.Exit(_watched(store, wanted, record, once=once, allow_private=allow_private, json=json))


def _settings(path: Path, every: str | None) -> Settings:
    """The settings; what is wrong with them is said and ends the command."""
    from mahdar.watch.moments import seconds
    from mahdar.watch.sending import usable
    from mahdar.watch.settings import LEAST, SettingsError, read_settings

    try:
        found = read_settings(path)
    except SettingsError as error:
        for fault in error.faults:
            complain(f"{path}: {fault}")
        raise typer.Exit(WRONG_SETTINGS) from None
    for receiver in found.receivers:
        if not usable(receiver):
            complain(f"{path}: receiver {receiver.name}: this is no address that Apprise knows")
            raise typer.Exit(WRONG_SETTINGS)
    if every is None:
        return found
    try:
        span = seconds(every)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--every") from None
    return replace(found, sources=tuple(replace(each, every=max(span, LEAST[each.kind])) for each in found.sources))


def _watched(
    store: Library, wanted: Settings, record: Path | None, *, once: bool, allow_private: bool, json: bool
) -> int:
    """Watch until all is done or somebody interrupts; the exit status."""
    from mahdar.library.fetching import Fetcher
    from mahdar.watch.lock import alone
    from mahdar.watch.running import LIMITS, Watch

    judged = opened_record(record)
    fetcher = Fetcher(allow_private=allow_private, limits=LIMITS, purpose="watch", longest_pause=600.0)
    with alone(store), fetcher, _stopped_like_interrupted():
        run = Watch(store, judged, wanted, fetcher, lambda event, facts: _hear(event, facts, json))
        try:
            _run(run, once)
        except KeyboardInterrupt:
            complain("interrupted; the next run goes on from here")
            return INTERRUPTED
    return FAILED if run.troubles else 0


def _run(run: Watch, once: bool) -> None:
    run.start()
    if once:
        run.once()
    else:
        run.forever()


@contextmanager
def _stopped_like_interrupted() -> Iterator[None]:
    """A service manager ends a program with SIGTERM: that is an interruption like any other."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    former = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)


_LINES = {
    "polled": "polled    {source}: {new} new",
    "added": "added     {id}",
    "notice": "NOTICE    {title}  [{rule}]",
    "written": "written   {path}",
    "sent": "sent      {receiver}: {notices}",
}
_PROBLEMS = {
    "refused": "{name}: {problem}",
    "postponed": "{name}: {problem}; asked again later",
    "failed": "{source}: {problem}; asked again later",
    "unwritten": "{path}: {problem}",
    "unsent": "receiver {receiver}: {problem}; sent again later",
}


def _hear(event: str, facts: dict[str, object], json: bool) -> None:
    """One event: a line on standard output, what went wrong on standard error."""
    if json:
        write(json_text({"event": event, **facts}) + "\n")
    elif event in _PROBLEMS:
        complain(_PROBLEMS[event].format(**facts))
    else:
        typer.echo(harmless(_LINES[event].format(**facts)))
        sys.stdout.flush()
