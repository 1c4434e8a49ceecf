"""`mahdar record load`: official publications from files, folders and addresses into the record."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.characters import harmless
from mahdar.commands.options import day
from mahdar.commands.output import complain

if TYPE_CHECKING:
    from rich.progress import Progress

    from mahdar.record.loading.load import Done, File

EXAMPLES = """Examples:

\b
  mahdar record load consolidated.xml          # what the file is, is recognised
  mahdar record load publications/             # every publication in a folder
  mahdar record load --kind upr-info 1-5.csv   # or say what it is
  mahdar record load --kinds                   # the kinds that there are
  mahdar record load --json publications/      # one JSON object a file

A file is loaded whole or not at all; one that was loaded before is passed by. Exit status: 0 all that is known was
loaded, 1 a file failed, 2 wrong usage, 130 interrupted (files that were through are kept)."""

FAILED, INTERRUPTED = 1, 130
_WORDS = {"loaded": "loaded", "unchanged": "unchanged", "passed-over": "passed over", "failed": "FAILED"}


def _show_kinds(wanted: bool) -> None:
    if wanted:
        from mahdar.record.loading.registry import all_loaders

        for loader in all_loaders().values():
            typer.echo(f"{loader.kind:26} {loader.title}")
        raise typer.Exit


def load(
    places: Annotated[
        list[str], typer.Argument(metavar="PATH|URL...", help="Files, folders or addresses of official publications.")
    ],
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="What the files are, instead of recognising them.")
    ] = None,
    kinds: Annotated[
        bool,
        typer.Option("--kinds", callback=_show_kinds, is_eager=True, help="Print the kinds of publications and leave."),
    ] = False,
    retrieved: Annotated[
        str | None,
        typer.Option(metavar="DATE", callback=day, help="When the files were retrieved (else each file's own day)."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object for each file.")] = False,
    record: Annotated[
        Path | None,
        typer.Option(metavar="PATH", dir_okay=False, help="The record to fill, not that of the data folder."),
    ] = None,
) -> None:
    """Load official publications into the record, in the formats in which they are published."""
    from mahdar.record.loading.load import load as load_files
    from mahdar.record.loading.publication import LoadError
    from mahdar.record.loading.registry import loader_of
    from mahdar.record.store import RecordError

    done: list[Done] = []
    told = _told_json if json else _told
    try:
        if kind:
            loader_of(kind)
        with _files(places, date.fromisoformat(retrieved) if retrieved else None) as files, _progress() as advance:
            done = load_files(files, record=record, kind=kind, advance=advance, told=told)
    except LoadError as error:
        raise typer.BadParameter(str(error), param_hint="--kind") from None
    except RecordError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        complain("interrupted; what was loaded before is kept")
        raise typer.Exit(INTERRUPTED) from None
    _sum_up(done, quiet=json)
    raise typer.Exit(FAILED if any(d.state == "failed" for d in done) else 0)


@contextmanager
def _files(places: list[str], retrieved: date | None) -> Iterator[list[File]]:
    """The files of all places; what has to be fetched lies in a folder that goes away afterwards."""
    import tempfile

    from mahdar.record.loading.load import File, files_under

    with tempfile.TemporaryDirectory(prefix="mahdar-fetched-") as folder:
        files: list[File] = []
        for place in places:
            if "://" in place:
                files.append(_fetched(place, Path(folder)))
                continue
            path = Path(place)
            if not path.exists():
                raise typer.BadParameter(f"there is no file or folder {harmless(place)}", param_hint="PATH")
            files.extend(File(found, retrieved=retrieved) for found in files_under(path))
        yield files


def _fetched(address: str, folder: Path) -> File:
    from mahdar.record.loading.fetch import FetchError
    from mahdar.record.loading.update import fetched

    try:
        return fetched(address, folder)
    except FetchError as error:
        complain(f"{address}: {error}")
        raise typer.Exit(FAILED) from None


@contextmanager
def _progress() -> Iterator[Callable[[str, int], None]]:
    """A bar on standard error where somebody watches: rows as they come, of which file."""
    if not sys.stderr.isatty():
        yield lambda name, rows: None
        return
    from rich.console import Console
    from rich.progress import Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), TextColumn("{task.completed:,} rows"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty()) as bar:
        yield _advancing(bar)


def _advancing(bar: Progress) -> Callable[[str, int], None]:
    task = bar.add_task("Loading", total=None)

    def advance(name: str, rows: int) -> None:
        bar.update(task, advance=rows, description=f"Loading {harmless(name)}")

    return advance


def _told(done: Done) -> None:
    """One file in one line, and beneath it what was not taken as it stood."""
    if done.state == "passed-over":
        return
    what = f"{done.rows:,} rows of {done.kind} in {done.seconds:.2f} s" if done.state == "loaded" else done.kind
    problem = f": {harmless(done.problem)}" if done.problem else ""
    typer.echo(f"{_WORDS[done.state]:11} {harmless(str(done.path))}  {what}{problem}", err=done.state == "failed")
    for (word, why), count in sorted(done.remarks.items()):
        if word != "ignored":
            typer.echo(f"            {word} ({count:,}): {harmless(why)}")


def _told_json(done: Done) -> None:
    import json

    remarks = [{"what": what, "why": why, "count": count} for (what, why), count in sorted(done.remarks.items())]
    row: dict[str, object] = {"path": str(done.path), "state": done.state, "kind": done.kind or None, "rows": done.rows}
    row |= {"seconds": round(done.seconds, 3), "remarks": remarks, "problem": done.problem or None}
    typer.echo(json.dumps(row, ensure_ascii=False))


def _sum_up(done: list[Done], *, quiet: bool) -> None:
    if quiet:
        return
    if not done:
        typer.echo("nothing to load: there are no files")
        return
    passed = [d for d in done if d.state == "passed-over"]
    if passed:
        typer.echo(f"\npassed over, no publication that Mahdar knows ({len(passed)}):")
        for each in passed:
            typer.echo(f"            {harmless(str(each.path))}")
    _ignored(done)
    counts = {word: sum(d.state == state for d in done) for state, word in _WORDS.items()}
    rows = sum(d.rows for d in done)
    said = ", ".join(f"{count} {word.lower()}" for word, count in counts.items() if count)
    typer.echo(f"\n{said}; {rows:,} rows")


def _ignored(done: list[Done]) -> None:
    """What has no place in the record, once for each kind of publication."""
    told = dict.fromkeys((d.kind, why) for d in done for what, why in sorted(d.remarks) if what == "ignored")
    if told:
        typer.echo("\nignored on purpose:")
    for kind, why in sorted(told):
        typer.echo(f"            {kind}: {harmless(why)}")
