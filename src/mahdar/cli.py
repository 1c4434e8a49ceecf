"""The command `mahdar`. What a command needs is imported when it runs, so that help comes at once."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from mahdar.commands import analysis, check, compare, council, dossier, explain, mcp, people, serve, state, watch
from mahdar.commands import corpus as corpus_commands
from mahdar.commands import library as library_commands
from mahdar.commands import record as record_commands
from mahdar.commands.options import day, time

_ALLOCATIONS = 100_000

app = typer.Typer(
    name="mahdar",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

EXAMPLES = """Examples:

\b
  mahdar read report.txt                      # a page on the terminal
  mahdar read --published 2024-03-29 a.txt    # relative times count from that day
  pbpaste | mahdar read -                     # from another program
  mahdar read --json *.txt > readings.jsonl   # one JSON object a line
  mahdar read --html page.html report.txt     # also one standalone page

Exit status: 0 all reports were read, 1 some could not be, 2 wrong usage, 130 interrupted (what was read is kept)."""


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"mahdar {version('mahdar')}")
        raise typer.Exit


@app.callback()
def mahdar(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Reads news reports about human rights at the United Nations and holds them against the official record."""


def _page_path(value: Path | None) -> Path | None:
    if value is not None and (value.is_dir() or not value.absolute().parent.is_dir()):
        raise typer.BadParameter(f"no file can be written there: {value}")
    return value


@app.command(epilog=EXAMPLES)
def read(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE|-", help="Reports as text files; - is standard input.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", callback=time, help="When the reports were published: 2024-03-29, 2024-03 or an interval."
        ),
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published the reports.")] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", callback=day, help="Judge by the record as it stood on that day.")
    ] = None,
    no_checks: Annotated[
        bool, typer.Option("--no-checks", help="Read alone: hold no claims against the record.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line instead of pages.")] = False,
    html: Annotated[
        Path | None,
        typer.Option(metavar="OUT", callback=_page_path, help="Also write one standalone HTML page of all reports."),
    ] = None,
    record: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            dir_okay=False,
            help="Keep the record in this file (made if missing), not in the data folder.",
        ),
    ] = None,
) -> None:
    """Read reports: who is reported to have said what, and what the official record shows."""
    from mahdar.session import Options, Session

    if not files and sys.stdin.isatty():
        raise typer.BadParameter("name a file, or - for standard input", param_hint="FILE")
    session = Session(
        Options(published, outlet, as_of=as_of, checks=not no_checks, json=json, html=html, record=record)
    )
    raise typer.Exit(session.run(files or ["-"]))


app.command("check", epilog=check.EXAMPLES)(check.check)
app.command("explain", epilog=explain.EXAMPLES)(explain.explain)
app.command("compare", epilog=compare.EXAMPLES)(compare.compare)
app.command("state", epilog=state.EXAMPLES)(state.state)
app.command("serve", epilog=serve.EXAMPLES)(serve.serve)
app.command("watch", epilog=watch.EXAMPLES)(watch.watch)
app.command("mcp", epilog=mcp.EXAMPLES)(mcp.mcp)
app.add_typer(record_commands.app, name="record")
app.add_typer(council.app, name="council")
app.add_typer(analysis.app, name="analysis")
app.add_typer(library_commands.app, name="library")
app.add_typer(dossier.app, name="dossier")
app.add_typer(corpus_commands.app, name="corpus")
app.add_typer(people.app, name="people")


def _leave_alone(name: str) -> None:
    """Take the other commands away where one of them is asked for by name: each has its options worked out first."""
    groups = [group for group in app.registered_groups if group.name == name]
    commands = [one for one in app.registered_commands if (one.name or getattr(one.callback, "__name__", "")) == name]
    if groups or commands:
        app.registered_groups, app.registered_commands = groups, commands


def main() -> None:
    """What the script `mahdar` calls. A reader that closes the pipe ends it quietly."""
    # Tables are made of hundreds of thousands of objects that stay; looking through them costs a quarter of the start.
    gc.set_threshold(_ALLOCATIONS, 50, 100)
    _leave_alone(sys.argv[1] if len(sys.argv) > 1 else "")
    try:
        app()
    except BrokenPipeError:
        # Python flushes standard output once more on its way out; give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
