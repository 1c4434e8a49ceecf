"""`mahdar library verify` and `import`: proof that it is intact, and a whole library in again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from mahdar.commands.library_options import LibraryPlace, opened_library
from mahdar.commands.options import FAILED
from mahdar.commands.output import Json, complain, json_text, write

VERIFY_EXAMPLES = """Examples:

\b
  mahdar library verify
  mahdar library verify --json
  mahdar library verify --head 9f86d081884c7d65…    # also that the log goes on from an entry noted down before

Keep the hash of the last entry somewhere else: with it, a library that was cut off at its end shows too. Exit status: 0
intact, 1 not."""

IMPORT_EXAMPLES = """Examples:

\b
  mahdar library import library.jsonl --library new.db

The library must be new or empty; what comes in is verified first, and all of it is there at the end, or nothing."""


def verify(
    head: Annotated[str | None, typer.Option(metavar="HASH", help="An entry of the log noted down before.")] = None,
    library: LibraryPlace = None,
    json: Json = False,
) -> None:
    """Prove that contents, reports, captures, readings and the log are as they were put in."""
    from mahdar.library.verifying import verify as prove

    with opened_library(library) as store:
        found = prove(store, head=head)
    if json:
        told = {"intact": found.intact, **found.counts, "entries": found.entries, "head": found.head}
        write(json_text({**told, "faults": found.faults}) + "\n")
    else:
        for fault in found.faults:
            complain(fault)
        counts = ", ".join(f"{many:,} {name}" for name, many in found.counts.items())
        typer.echo(f"{'intact' if found.intact else 'NOT INTACT'}: {counts}; {found.entries:,} entries in the log")
        typer.echo(f"last entry: {found.head}")
    raise typer.Exit(0 if found.intact else FAILED)


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="What `export --jsonl` wrote; - is standard input.")],
    library: LibraryPlace = None,
    json: Json = False,
) -> None:
    """Fill a new library with what another one wrote out."""
    from mahdar.library.transfer import imported

    with opened_library(library, make=True) as store:
        try:
            if file == "-":
                count = imported(store, sys.stdin.buffer)
            else:
                with Path(file).open("rb") as stream:
                    count = imported(store, stream)
        except OSError as error:
            complain(f"{file} cannot be read: {error.strerror or error}")
            raise typer.Exit(FAILED) from None
    write(json_text({"reports": count}) + "\n") if json else typer.echo(f"{count:,} reports are in, and intact")
