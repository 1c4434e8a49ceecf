"""`mahdar library export`: the library, or what a search finds of it, in the forms of others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mahdar.commands.library_options import INTERRUPTED, LibraryPlace, opened_library
from mahdar.commands.library_search import OfAct, OfMechanism, OfState, OfVerdict, Outlet, Principal, Speaker, asked
from mahdar.commands.options import FAILED, between, time
from mahdar.commands.output import complain, json_text

if TYPE_CHECKING:
    from mahdar.export.kept import Sink
    from mahdar.library.searching import Question

EXPORT_EXAMPLES = """Examples:

\b
  mahdar library export --jsonl --to library.jsonl           # all of it, without loss; `import` takes it in again
  mahdar library export --csv tables --bibtex cited.bib      # several forms at once
  mahdar library export --parquet syria --state SYR --since 2018
  mahdar library export --excel report.xlsx --language ar    # headings in Arabic, sheets from right to left
  mahdar library export --claimreview reviews.json --pages https://desk.example/en/reports --verdict refuted
  mahdar library export --ftm entities.jsonl "مجلس الأمن"

A form is written whole or not at all. Words and filters are those of `mahdar library search` (--since and --until are
its --from and --to): all rows of the reports that it finds go out. --jsonl takes none: a library goes out whole."""

Language = Literal["en", "ar"]


def export(
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="What the text must hold.")] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="The whole library as JSON lines, without loss.")] = False,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", dir_okay=False, help="Write the JSON lines there.")
    ] = None,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="DIR", help="Tables as CSV, into a new folder.")] = None,
    parquet: Annotated[
        Path | None, typer.Option("--parquet", metavar="DIR", help="Tables as Parquet, into a new folder.")
    ] = None,
    excel: Annotated[
        Path | None, typer.Option("--excel", metavar="FILE", dir_okay=False, help="Tables as the sheets of a workbook.")
    ] = None,
    claimreview: Annotated[
        Path | None,
        typer.Option("--claimreview", metavar="FILE", dir_okay=False, help="Decided claims as ClaimReview (JSON-LD)."),
    ] = None,
    ftm: Annotated[
        Path | None, typer.Option("--ftm", metavar="FILE", dir_okay=False, help="FollowTheMoney entities, one a line.")
    ] = None,
    bibtex: Annotated[
        Path | None, typer.Option("--bibtex", metavar="FILE", dir_okay=False, help="The cited documents as BibTeX.")
    ] = None,
    pages: Annotated[
        str | None, typer.Option("--pages", metavar="URL", help="Where the pages of reports stand, for --claimreview.")
    ] = None,
    language: Annotated[Language, typer.Option("--language", help="Of the headings of the workbook.")] = "en",
    outlet: Outlet = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", callback=time, help="Published on that day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", callback=time, help="Published on that day or earlier.")
    ] = None,
    of: OfState = None,
    speaker: Speaker = None,
    principal: Principal = None,
    act: OfAct = None,
    verdict: OfVerdict = None,
    mechanism: OfMechanism = None,
    library: LibraryPlace = None,
) -> None:
    """Write the library out: whole, or what a search finds of it as tables, reviews, entities or citations."""
    when = between(since, until)
    question = asked(words, outlet, when, of, speaker, act, verdict, principal=principal, mechanism=mechanism)
    forms = {"csv": csv, "parquet": parquet, "excel": excel, "claimreview": claimreview, "ftm": ftm, "bibtex": bibtex}
    chosen = {name: path for name, path in forms.items() if path is not None}
    _check(jsonl, to, chosen, question)
    if jsonl:
        _whole(to, library)
    if chosen:
        _forms(chosen, question, library, pages, language)


def _check(jsonl: bool, to: Path | None, chosen: dict[str, Path], question: Question) -> None:
    """Raises typer.BadParameter where it is not said what to write, or where."""
    from mahdar.library.searching import Question

    if not jsonl and not chosen:
        raise typer.BadParameter(
            "say in which form: --jsonl, --csv, --parquet, --excel, --claimreview, --ftm, --bibtex", param_hint="FORM"
        )
    if to is not None and not jsonl:
        raise typer.BadParameter("goes with --jsonl; the other forms name their place themselves", param_hint="--to")
    if jsonl and not chosen and question != Question():
        raise typer.BadParameter("a library goes out whole as JSON lines, without filters", param_hint="--jsonl")


def _whole(to: Path | None, library: str | None) -> None:
    """The whole library as JSON lines, on standard output or into a file."""
    from mahdar.export.whole import whole_file
    from mahdar.library.transfer import exported

    with opened_library(library) as store:
        lines = (json_text(each) + "\n" for each in exported(store))
        if to is None:
            for line in lines:
                sys.stdout.buffer.write(line.encode())
            return
        with _told(), whole_file(to) as place, place.open("w", encoding="utf-8") as stream:
            stream.writelines(lines)


def _forms(chosen: dict[str, Path], question: Question, library: str | None, pages: str | None, language: str) -> None:
    """One pass through the library for all forms."""
    from mahdar.dossier.sending import send

    with opened_library(library) as store, _told(), _bar() as begin, ExitStack() as stack:
        sinks = [stack.enter_context(_sink(name, path, pages, language)) for name, path in chosen.items()]
        count = send(store, sinks, question, begin)
    reports = "1 report" if count == 1 else f"{count:,} reports"
    typer.echo(f"{reports} written to {', '.join(map(str, chosen.values()))}", err=True)


def _sink(name: str, path: Path, pages: str | None, language: str) -> AbstractContextManager[Sink]:
    """What writes a form."""
    from mahdar.export.bibtex import bibliography
    from mahdar.export.claim_review import claim_reviews
    from mahdar.export.csv_tables import csv_tables
    from mahdar.export.follow_the_money import follow_the_money
    from mahdar.export.parquet_tables import parquet_tables
    from mahdar.export.workbook import workbook

    makers: dict[str, Callable[[], AbstractContextManager[Sink]]] = {
        "csv": lambda: csv_tables(path),
        "parquet": lambda: parquet_tables(path),
        "excel": lambda: workbook(path, language),
        "claimreview": lambda: claim_reviews(path, pages),
        "ftm": lambda: follow_the_money(path),
        "bibtex": lambda: bibliography(path),
    }
    return makers[name]()


@contextmanager
def _told() -> Iterator[None]:
    """What cannot be written or read is said, and ends the command; nothing of it is left."""
    try:
        yield
    except FileExistsError as error:
        complain(f"{error.filename} holds something already; name a new or empty folder")
        raise typer.Exit(FAILED) from None
    except OSError as error:
        complain(f"{error.filename or 'the file'} cannot be written: {error.strerror or error}")
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        complain("interrupted; nothing was written")
        raise typer.Exit(INTERRUPTED) from None


@contextmanager
def _bar() -> Iterator[Callable[[int], Callable[[], None]]]:
    """A progress bar on standard error where somebody watches."""
    if not sys.stderr.isatty():
        yield lambda _: lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:

        def begin(total: int) -> Callable[[], None]:
            task = bar.add_task("Writing", total=total)
            return lambda: bar.advance(task)

        yield begin
