"""`mahdar record update`: the official publications of today, fetched, kept and loaded."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.characters import harmless
from mahdar.commands.output import complain

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from mahdar.record.loading.arrivals import Planned
    from mahdar.record.loading.load import Done
    from mahdar.record.loading.manifest import Entry
    from mahdar.record.loading.update import Outcome, Watch

EXAMPLES = """Examples:

\b
  mahdar record update --dry-run               # what would be fetched, and what is there already
  mahdar record update                         # fetch what is newer, keep it, load it
  mahdar record update --only sanctions-list
  mahdar record update --folder ~/publications --json

Nothing that was fetched before is overwritten; a dated manifest says where each file came from. Exit status: 0 all is
up to date, 1 something could not be had or loaded (what came is kept), 2 wrong usage, 130 interrupted (likewise)."""

FAILED, INTERRUPTED = 1, 130
_WIDTH = 22  # of a kind in a list


def update(
    only: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Only publications of this kind; may be given again.")
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH", file_okay=False, help="Keep what is fetched here, not in `publications` beside the record."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only list what would be fetched and what is there; ask nobody.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    record: Annotated[
        Path | None,
        typer.Option(metavar="PATH", dir_okay=False, help="The record to fill, not that of the data folder."),
    ] = None,
) -> None:
    """Fetch the official publications that are newer than what is there, keep them, and load them into the record."""
    from mahdar.record.loading.publication import LoadError
    from mahdar.record.loading.update import update as update_record
    from mahdar.record.store import RecordError

    try:
        with _watching(quiet=json) as watch:
            outcome = update_record(record, folder=folder, only=only or (), dry_run=dry_run, watch=watch)
    except LoadError as error:
        raise typer.BadParameter(str(error), param_hint="--only") from None
    except RecordError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    except OSError as error:
        complain(f"{error.filename or folder or 'the folder'} cannot be written: {error.strerror or error}")
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        complain("interrupted; what came is kept, and the next update loads it")
        raise typer.Exit(INTERRUPTED) from None
    _show_json(outcome, dry_run) if json else _show(outcome, dry_run)
    raise typer.Exit(FAILED if outcome.failed else 0)


@contextmanager
def _watching(*, quiet: bool) -> Iterator[Watch]:
    """Lines as things happen, and a bar on standard error where somebody watches."""
    from mahdar.record.loading.update import Watch

    asked = (lambda entry: None) if quiet else _asked
    loaded = (lambda done: None) if quiet else _loaded
    if not sys.stderr.isatty():
        yield Watch(asked=asked, loaded=loaded)
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    piped = not sys.stdout.isatty()  # lines for another program must not go to the terminal with the bar
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=not piped) as bar:
        task = bar.add_task("Asking", total=None)
        yield Watch(bytes=_fetching(bar, task), asked=asked, rows=_loading(bar, task), loaded=loaded)


def _fetching(bar: Progress, task: TaskID) -> Callable[[str, int, int | None], None]:
    def advance(name: str, done: int, total: int | None) -> None:
        of = f" of {total / 1e6:,.1f}" if total else ""
        bar.update(task, description=f"Fetching {harmless(name)}: {done / 1e6:,.1f}{of} MB")

    return advance


def _loading(bar: Progress, task: TaskID) -> Callable[[str, int], None]:
    rows: Counter[str] = Counter()

    def advance(name: str, more: int) -> None:
        rows[name] += more
        bar.update(task, description=f"Loading {harmless(name)}: {rows[name]:,} rows")

    return advance


def _asked(entry: Entry) -> None:
    """What came, in one line; what did not change is counted at the end, what failed listed there."""
    if entry.status in {"new", "changed", "restored"}:
        how = f" ({entry.changed})" if entry.status == "changed" else ""
        typer.echo(f"{entry.status:10} {entry.kind:{_WIDTH}} {harmless(entry.name)}, {entry.bytes:,} bytes{how}")


def _loaded(done: Done) -> None:
    if done.state == "loaded":
        typer.echo(f"loaded     {done.kind:{_WIDTH}} {harmless(done.path.name)}, {done.rows:,} rows")
    elif done.state != "unchanged":
        typer.echo(f"NOT LOADED {harmless(str(done.path))}: {harmless(done.problem)}", err=True)


def _show(outcome: Outcome, dry_run: bool) -> None:
    if outcome.offline:
        complain("none of the official addresses can be reached from here; is there a connection to the Internet?")
    if dry_run or outcome.offline:
        _show_plan(outcome)
    else:
        _show_failures(outcome.entries)
        _sum_up(outcome)
    _show_by_hand(outcome)


def _show_plan(outcome: Outcome) -> None:
    """What would be fetched, addresses of one kind together, and what of it is there, of which day."""
    typer.echo(f"would fetch into {harmless(str(outcome.folder))}:")
    for kind, group in groupby(outcome.planned, key=lambda planned: planned.publication.kind):
        each = list(group)
        first, more = each[0].publication.address, len(each) - 1
        typer.echo(f"  {kind:{_WIDTH}} {first}{f' … and {more} more' if more else ''}")
        typer.echo(f"  {'':{_WIDTH}} {_there(each)}")


def _there(planned: list[Planned]) -> str:
    days = sorted(p.entry.retrieved[:10] for p in planned if p.entry and p.there)
    damaged = sum(p.entry is not None and bool(p.entry.file) and not p.there for p in planned)
    missing = f"; {damaged} missing or damaged" if damaged else ""
    if not days:
        return f"not there yet{missing}"
    span = days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
    return f"{'there' if len(planned) == 1 else f'{len(days)} of {len(planned)} there'}, of {span}{missing}"


def _show_failures(entries: Sequence[Entry]) -> None:
    """What could not be had, addresses with the same reason together."""
    failed = sorted((e for e in entries if e.status == "failed"), key=_reason)
    for (kind, problem), group in groupby(failed, key=_reason):
        each = list(group)
        more = f" and {len(each) - 1} more" if len(each) > 1 else ""
        typer.echo(f"FAILED     {kind:{_WIDTH}} {harmless(each[0].name)}{more}: {harmless(problem)}", err=True)
        if each[0].to_do:
            typer.echo(f"{'':{_WIDTH + 11}} {each[0].to_do}", err=True)


def _reason(entry: Entry) -> tuple[str, str]:
    return entry.kind, entry.problem


def _sum_up(outcome: Outcome) -> None:
    words = ("new", "changed", "restored", "unchanged", "failed")
    counts = {word: sum(entry.status == word for entry in outcome.entries) for word in words}
    rows = sum(done.rows for done in outcome.loads)
    said = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    typer.echo(f"\n{said or 'nothing to fetch'}; {rows:,} rows loaded; kept in {harmless(str(outcome.folder))}")


def _show_by_hand(outcome: Outcome) -> None:
    if outcome.by_hand:
        typer.echo("\nonly by hand; what you download, `mahdar record load` takes:")
    for publication in outcome.by_hand:
        typer.echo(f"  {publication.kind:{_WIDTH}} {publication.name}")
        typer.echo(f"  {'':{_WIDTH}} {publication.page}")
        typer.echo(f"  {'':{_WIDTH}} {publication.by_hand}")


def _show_json(outcome: Outcome, dry_run: bool) -> None:
    import json
    from dataclasses import asdict

    asked = [asdict(entry) for entry in outcome.entries]
    plan = [
        {"kind": p.publication.kind, "name": p.publication.name, "address": p.publication.address, "there": p.there}
        | {"retrieved": p.entry.retrieved if p.entry and p.there else None}
        for p in outcome.planned
    ]
    told = {
        "folder": str(outcome.folder),
        "dry_run": dry_run,
        "offline": outcome.offline,
        "planned": plan,
        "asked": asked,
        "loads": [
            {
                "path": str(d.path),
                "state": d.state,
                "kind": d.kind or None,
                "rows": d.rows,
                "problem": d.problem or None,
            }
            for d in outcome.loads
        ],
        "by_hand": [{"kind": p.kind, "name": p.name, "page": p.page, "do": p.by_hand} for p in outcome.by_hand],
    }
    typer.echo(json.dumps(told, ensure_ascii=False))
