"""`mahdar library stories`: the reports of the library by the happening that they tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.commands.library_options import LibraryPlace, opened_library
from mahdar.commands.options import FAILED
from mahdar.commands.output import complain, console, json_text, write

if TYPE_CHECKING:
    from rich.padding import Padding

    from mahdar.accounts import Story
    from mahdar.library.kept_stories import KeptStory
    from mahdar.library.opened import Library

EXAMPLES = """Examples:

\b
  mahdar library stories
  mahdar library stories --least 2          # stories that two reports or more tell
  mahdar library stories --json             # one object a line: {"story": …, "reports": [ids]}
  mahdar library stories --json --ties      # also what ties each report to the others, and which are copies
  mahdar library stories --anew             # weigh and group the whole library anew

Stories are kept: a call puts reports that came since the last one into stories, and no others. Where the grouping is
wrong, `mahdar library review confirm|correct|reject REPORT story:OTHER` mends it."""


def stories(
    least: Annotated[int, typer.Option(min=1, metavar="N", help="Only stories with so many reports or more.")] = 1,
    ties: Annotated[bool, typer.Option("--ties", help="Also what ties the reports, and which are copies.")] = False,
    anew: Annotated[
        bool, typer.Option("--anew", help="Group all reports anew, not only those that came since.")
    ] = False,
    library: LibraryPlace = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line for each story.")] = False,
) -> None:
    """Group the reports that tell one happening, across outlets and languages."""
    from mahdar.library.kept_stories import described, headings
    from mahdar.library.kept_stories import stories as kept

    with opened_library(library) as store:
        _settle(store, anew=anew)
        with store.reading() as connection:
            found = kept(connection, least=least)
            if ties:
                for story in described(connection, [each.id for each in found]):
                    write(json_text(story.to_dict()) + "\n") if json else _print_ties(story)
            else:
                for each in found:
                    if json:
                        write(json_text({"story": each.id, "reports": each.reports}) + "\n")
                    else:
                        _print(each, headings(connection, each.reports))


def _settle(store: Library, *, anew: bool) -> None:
    """Put what came since into stories; a reading that this version cannot take ends the command."""
    from mahdar.library.kept_stories import settle

    try:
        with _bar() as step:
            settle(store, anew=anew, step=step)
    except (KeyError, TypeError):
        complain("some readings are of another version of Mahdar; `mahdar library read` makes them anew")
        raise typer.Exit(FAILED) from None


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error where somebody watches; twice through it where all is grouped anew."""
    from rich.console import Console
    from rich.progress import Progress

    err = Console(stderr=True)
    with Progress(console=err, transient=True, disable=not err.is_terminal) as progress:
        task = progress.add_task("Grouping", total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _print(story: KeptStory, told: Mapping[str, str]) -> None:
    from mahdar.commands.grid import line

    out = console()
    out.print(line(f"{story.id} ({len(story.reports):,})", "bold"))
    for report in story.reports:
        out.print(_indented(report, 2))
        if told.get(report):
            out.print(_indented(told[report], 4, "dim"))


def _print_ties(story: Story) -> None:
    """With what each report shares with others of its story, the weightiest first."""
    from mahdar.commands.grid import line

    out = console()
    out.print(line(f"{story.id} ({len(story.reports):,}, {len(story.independent):,} independent)", "bold"))
    for member in story.members:
        copied = f" (copy of {member.copy_of})" if member.copy_of else ""
        out.print(_indented(f"{member.id}{copied}{' (put here by a person)' if member.by_person else ''}", 2))
        if member.ties:
            out.print(_indented(", ".join(f"{tie.kind} {tie.value}" for tie in member.ties), 4, "dim"))


def _indented(text: str, by: int, style: str = "") -> Padding:
    from rich.padding import Padding

    from mahdar.commands.grid import line

    return Padding.indent(line(text, style), by)
