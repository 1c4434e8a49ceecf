"""`mahdar library stories`: the reports of the library by the happening that they tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.commands.library_options import LibraryPlace, opened_library
from mahdar.commands.options import FAILED
from mahdar.commands.output import complain, console, json_text, write

if TYPE_CHECKING:
    from mahdar.accounts import Story, Telling
    from mahdar.library.opened import Library

EXAMPLES = """Examples:

\b
  mahdar library stories
  mahdar library stories --least 2          stories that two reports or more tell
  mahdar library stories --json             one object a line: {"story": …, "reports": [ids]}
  mahdar library stories --json --ties      also what ties each report to the others, and which are copies"""


def stories(
    least: Annotated[int, typer.Option(min=1, metavar="N", help="Only stories with so many reports or more.")] = 1,
    ties: Annotated[bool, typer.Option("--ties", help="With --json: also what ties the reports together.")] = False,
    library: LibraryPlace = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line for each story.")] = False,
) -> None:
    """Group the reports that tell one happening, across outlets and languages."""
    from mahdar.accounts import Stories

    with opened_library(library) as store:
        try:
            grouped = Stories(_tellings(store)).stories()
        except (KeyError, TypeError):
            complain("some readings are of another version of Mahdar; `mahdar library read` makes them anew")
            raise typer.Exit(FAILED) from None
    found = [story for story in grouped if len(story.reports) >= least]
    for story in found:
        if json:
            told = story.to_dict() if ties else {"story": story.id, "reports": list(story.reports)}
            write(json_text(told) + "\n")
        else:
            _print(story)


def _tellings(store: Library) -> Iterator[Telling]:
    """Each report with its present reading; nothing is read again."""
    from mahdar.accounts import Telling
    from mahdar.library.asking import read_reports
    from mahdar.library.restored import restored

    with store.reading() as connection:
        for row in read_reports(connection):
            reading = restored(row["reading"])
            yield Telling(row["id"], row["text"], reading, row["title"], row["outlet"], row["published"])


def _print(story: Story) -> None:
    from mahdar.commands.grid import line

    out = console()
    out.print(line(f"{story.id} ({len(story.reports):,})", "bold"))
    for member in story.members:
        copied = f" (copy of {member.copy_of})" if member.copy_of else ""
        out.print(line(f"  {member.id}{copied}"))
