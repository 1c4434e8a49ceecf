"""`mahdar people …`: who may use the web application, and what they did."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from mahdar.commands.library_options import LibraryPlace, opened_library
from mahdar.commands.options import FAILED, group
from mahdar.commands.output import Csv, Json, complain, emit, form_of

app = group("People of the web application: accounts, roles, invitations, and the log of who did what.")

RoleName = Literal["reader", "editor", "admin"]
WhichRole = Annotated[RoleName, typer.Option("--role", help="reader looks, editor adds and reviews, admin invites.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name with which somebody signs in.")]
_BY = "command line"

ADD_EXAMPLES = """Examples:

\b
  mahdar people add salma --role admin          # asks for a password
  mahdar people add salma --stdin < password    # takes the first line of standard input

Exit status: 0 done, 1 it could not be done, 2 wrong usage."""
INVITE_EXAMPLES = """Examples:

\b
  mahdar people invite --role editor            # prints an address that works once, for three days
  mahdar people invite --origin https://mahdar.example

The address is printed once and kept nowhere."""
EXAMPLES = """Examples:

\b
  mahdar people list
  mahdar people role salma --role reader
  mahdar people close salma
  mahdar people log --limit 50 --json"""


@app.command("add", epilog=ADD_EXAMPLES)
def add(
    name: Name,
    role: WhichRole = "reader",
    stdin: Annotated[bool, typer.Option("--stdin", help="Take the password from standard input.")] = False,
    library: LibraryPlace = None,
) -> None:
    """Make an account; one that was closed is opened again."""
    from mahdar.web.people.accounts import AccountError, put

    if not stdin and not sys.stdin.isatty():
        raise typer.BadParameter("there is no terminal to ask for a password; give it with --stdin", param_hint="NAME")
    password = sys.stdin.readline().rstrip("\r\n") if stdin else typer.prompt("Password", hide_input=True, err=True,
                                                                              confirmation_prompt=True)  # fmt: skip
    with opened_library(library, make=True) as store, store.writing() as connection:
        try:
            put(connection, name, password, role, by=_BY)
        except AccountError as error:
            complain(str(error))
            raise typer.Exit(FAILED) from None
    typer.echo(f"{name} may sign in as {role}")


@app.command("list", epilog=EXAMPLES)
def list_people(library: LibraryPlace = None, json: Json = False, csv: Csv = False) -> None:
    """Who has an account, with which role."""
    from mahdar.web.people.accounts import listed

    with opened_library(library) as store, store.reading() as connection:
        rows = listed(connection)
    emit(rows, ("name", "role", "added_at", "closed_at"), form_of(json, csv))


@app.command("role", epilog=EXAMPLES)
def role_of(name: Name, role: WhichRole, library: LibraryPlace = None) -> None:
    """Give somebody another role."""
    from mahdar.web.people.accounts import AccountError, change_role

    with opened_library(library) as store, store.writing() as connection:
        try:
            change_role(connection, name, role, by=_BY)
        except AccountError as error:
            complain(str(error))
            raise typer.Exit(FAILED) from None
    typer.echo(f"{name} is {role} now")


@app.command("close", epilog=EXAMPLES)
def close(name: Name, library: LibraryPlace = None) -> None:
    """Close an account: its sessions end and its tokens are void. What it did stays in the log."""
    from mahdar.web.people.accounts import AccountError
    from mahdar.web.people.accounts import close as close_account

    with opened_library(library) as store, store.writing() as connection:
        try:
            close_account(connection, name, by=_BY)
        except AccountError as error:
            complain(str(error))
            raise typer.Exit(FAILED) from None
    typer.echo(f"{name} can no longer sign in")


@app.command("invite", epilog=INVITE_EXAMPLES)
def invite(
    role: WhichRole = "reader",
    origin: Annotated[str, typer.Option(metavar="URL", help="Where the application is.")] = "http://127.0.0.1:8000",
    library: LibraryPlace = None,
) -> None:
    """Print an address by which somebody makes an account, once."""
    from mahdar.web.people.accounts import invited

    with opened_library(library, make=True) as store, store.writing() as connection:
        secret = invited(connection, role, by=_BY)
    typer.echo(f"{origin.rstrip('/')}/ar/invitation?code={secret}")


@app.command("log", epilog=EXAMPLES)
def log(
    limit: Annotated[int, typer.Option(min=1, max=100_000, metavar="N", help="How many, newest first.")] = 50,
    library: LibraryPlace = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Who did what, newest first."""
    from mahdar.web.people.log import doings_of

    with opened_library(library) as store, store.reading() as connection:
        rows = doings_of(connection, limit=limit)
    emit(rows, ("seq", "at", "who", "action", "about"), form_of(json, csv))
