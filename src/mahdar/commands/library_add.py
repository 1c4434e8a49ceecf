"""`mahdar library add` and `read`: reports into the library, and read again with the present reader."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mahdar.characters import harmless
from mahdar.commands.library_options import INTERRUPTED, LibraryPlace, opened_library, opened_record
from mahdar.commands.options import FAILED, RecordPath, time
from mahdar.commands.output import complain, json_text, write

if TYPE_CHECKING:
    from mahdar.library.adding import Added
    from mahdar.library.items import Item, Refused

ADD_EXAMPLES = """Examples:

\b
  mahdar library add report.txt page.html paper.pdf    # files, each by what it is
  mahdar library add reports/                          # a folder and all that is in it
  mahdar library add reports.jsonl crawl.warc.gz       # many reports in one file
  pbpaste | mahdar library add -                       # standard input
  mahdar library add https://news.example/report       # an address
  mahdar library add --feed https://news.example/rss   # what a feed names

The same bytes are one report, and each time that they come is a capture of its own. What is told as added is there for
good. Exit status: 0 all was added, 1 something could not be (the rest is), 2 wrong usage, 130 interrupted (what came
before is kept)."""

READ_EXAMPLES = """Examples:

\b
  mahdar library read                 # every report whose reading is by another reader or another record
  mahdar library read --all           # every report, whatever read it
  mahdar library read a.txt b.txt     # these alone

Former readings are kept. Exit status: 0 all were read, 1 some could not be, 130 interrupted (what was read is kept)."""


@dataclass
class _Tally:
    """What a run did; printed at its end."""

    new: int = 0
    known: int = 0
    refused: list[dict[str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def take(self, told: Added | Refused, *, quiet: bool, again: bool = False) -> None:
        from mahdar.library.items import Refused

        if isinstance(told, Refused):
            self.refused.append({"name": told.name, "problem": told.problem})
            complain(f"{told.name}: {told.problem}")
            return
        self.new += told.new
        self.known += not told.new
        self.ids.append(told.id)
        if not quiet:
            typer.echo(f"{'read ' if again else 'added' if told.new else 'known'}  {harmless(told.id)}")
            for note in told.notes:
                complain(f"{told.name}: {note}")

    def close(self, *, json: bool) -> int:
        if json:
            write(json_text({"added": self.new, "known": self.known, "refused": self.refused, "ids": self.ids}) + "\n")
        else:
            typer.echo(f"{self.new:,} added, {self.known:,} known already, {len(self.refused):,} refused")
        return FAILED if self.refused else 0


def add(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH|ADDRESS|-", help="Files, folders, addresses; - is standard input."),
    ] = None,
    feed: Annotated[
        list[str] | None, typer.Option(metavar="ADDRESS", help="Also what this feed (RSS, Atom) names; repeatable.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch from this machine and private networks.")
    ] = False,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", callback=time, help="When they were published, where they do not say it themselves."
        ),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who published them, where they do not say it themselves.")
    ] = None,
    library: LibraryPlace = None,
    record: RecordPath = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object at the end instead of lines.")] = False,
) -> None:
    """Capture reports, read them, and keep bytes, text and reading for good."""
    from mahdar.library.adding import add as add_items

    if not paths and not feed:
        raise typer.BadParameter("name a file, a folder, an address, or - for standard input", param_hint="PATH")
    tally = _Tally()
    with opened_library(library, make=True) as store:
        judged = opened_record(record)
        source = (_told(each, published, outlet) for each in _source(paths or [], feed or [], allow_private))
        with _watched("Adding") as step:
            adding = add_items(store, source, judged)
            status = _drained(adding, lambda told: tally.take(told, quiet=json), step)
    raise typer.Exit(status or tally.close(json=json))


def read(
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="Reports to read again.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Also what the present reader and record have read.")] = False,
    library: LibraryPlace = None,
    record: RecordPath = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object at the end.")] = False,
) -> None:
    """Read reports again with the present reader and record; the former readings are kept."""
    from mahdar.library.rereading import reread

    tally = _Tally()
    with opened_library(library) as store:
        judged = opened_record(record)
        with _watched("Reading") as step:
            status = _drained(
                reread(store, judged, ids=ids or None, every=every),
                lambda told: tally.take(told, quiet=json, again=True),
                step,
            )
    if json:
        write(json_text({"read": tally.ids, "refused": tally.refused}) + "\n")
    else:
        typer.echo(f"{tally.known:,} read again, {len(tally.refused):,} could not be")
    raise typer.Exit(status or (FAILED if tally.refused else 0))


def _told(item: Item | Refused, published: str | None, outlet: str | None) -> Item | Refused:
    """With what the caller knows of a report that says nothing of it itself."""
    from mahdar.library.items import Dated, Item, day_of, name

    if not isinstance(item, Item):
        return item
    day = day_of(published) if published else None
    given = Dated(day, "given", "--published") if day else None
    return replace(item, dated=item.dated or given, outlet=item.outlet or name(outlet))


def _source(paths: list[str], feeds: list[str], allow_private: bool) -> Iterator[Item | Refused]:
    """Item after item, whatever names them."""
    from mahdar.library import incoming

    addresses = [path for path in paths if path.startswith(("http://", "https://"))]
    for path in incoming.files(path for path in paths if path not in addresses):
        yield from incoming.standard_input(sys.stdin.buffer) if path == "-" else incoming.items(path)
    if addresses or feeds:
        from mahdar.library.fetching import Fetcher

        with Fetcher(allow_private=allow_private) as fetcher:
            yield from chain.from_iterable(fetcher.feed(each) for each in feeds)
            yield from (fetcher.item(each) for each in addresses)


def _drained(told: Generator[Any, None, None], take: Callable[[Any], None], step: Callable[[], None]) -> int:
    """Take all that comes. 130 where a person interrupted; the source puts in what it holds when it is closed."""
    try:
        with closing(told):
            for each in told:
                take(each)
                step()
    except KeyboardInterrupt:
        complain("interrupted; what was added before is kept")
        return INTERRUPTED
    return 0


@contextmanager
def _watched(what: str) -> Iterator[Callable[[], None]]:
    """A counter on standard error where somebody watches and no lines run over the same screen."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(what, total=None)
        yield lambda: bar.advance(task)
