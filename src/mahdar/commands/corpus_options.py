"""What the commands of a corpus share: workers and cluster, progress, and troubles told."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.commands.options import FAILED
from mahdar.commands.output import complain

if TYPE_CHECKING:
    from mahdar.corpus.asked import Step
    from mahdar.corpus.engine import Engine

INTERRUPTED = 130

Workers = Annotated[
    int | None, typer.Option("--workers", metavar="N", min=1, help="So many processes (default: one for each core).")
]
Cluster = Annotated[
    str | None, typer.Option("--cluster", metavar="ADDRESS", help="On the Ray cluster there: host:port, auto, ray://…")
]
Out = Annotated[Path, typer.Argument(metavar="OUT", help="The folder of a corpus that was read.")]


def engine(workers: int | None, cluster: str | None) -> Engine:
    """The engine of this run, which says on standard error when it loses a worker."""
    from mahdar.corpus.engine import Engine

    return Engine(workers, cluster, complain)


@contextmanager
def troubles() -> Iterator[None]:
    """What goes wrong with the whole, told in one line; an interruption keeps what is there."""
    from mahdar.corpus.errors import CorpusError

    try:
        yield
    except CorpusError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    except OSError as error:
        complain(f"{error.filename or 'a file'}: {error.strerror or error}")
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        complain("interrupted; what was done is kept, and the same command goes on from there")
        raise typer.Exit(INTERRUPTED) from None


@contextmanager
def watch(what: str, total: int, done: int) -> Iterator[Step]:
    """A bar on standard error where somebody watches: parts, reports a second, time left."""
    if not sys.stderr.isatty():
        yield lambda reports: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    start, seen = time.monotonic(), 0
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(what, total=total, completed=done, rate="")

        def step(reports: int) -> None:
            nonlocal seen
            seen += reports
            rate = f"{seen / max(time.monotonic() - start, 1e-9):,.0f} reports/s" if seen else ""
            bar.update(task, advance=1, rate=rate)

        yield step
