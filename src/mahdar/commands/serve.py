"""`mahdar serve`: the web application, in Arabic and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.commands.library_options import LibraryPlace
from mahdar.commands.options import FAILED, RecordPath
from mahdar.commands.output import complain

if TYPE_CHECKING:
    from mahdar.web.settings import Settings

EXAMPLES = """Examples:

\b
  mahdar serve                                   # for one person, at http://127.0.0.1:8000
  mahdar serve --port 9000 --library desk.db
  mahdar people add salma --role admin           # before others may come in
  mahdar serve --host 0.0.0.0 --origin https://mahdar.example --workers 4

On loopback there is one person and no sign-in. Bound to anything else, or with --origin, people have to sign in, and it
does not start before somebody can. Exit status: 0 stopped, 1 it could not start, 2 wrong usage."""


def _origin(value: str | None) -> str | None:
    """Raises typer.BadParameter where this is no address of a site."""
    from urllib.parse import urlsplit

    if value is None:
        return None
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/") or parts.query:
        raise typer.BadParameter("write the address that people type, such as https://mahdar.example")
    return value.rstrip("/")


def serve(
    host: Annotated[str, typer.Option(metavar="HOST", help="Listen on this address.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="PORT", min=1, max=65_535, help="Listen on this port.")] = 8000,
    library: LibraryPlace = None,
    record: RecordPath = None,
    workers: Annotated[int, typer.Option(metavar="N", min=1, max=64, help="How many processes answer.")] = 1,
    origin: Annotated[
        str | None,
        typer.Option(metavar="URL", callback=_origin, help="The address that people type, behind a proxy."),
    ] = None,
    upload: Annotated[int, typer.Option(metavar="MB", min=1, max=1_000, help="The most that is taken at once.")] = 20,
    rate: Annotated[int, typer.Option(metavar="N", min=10, help="Requests of a client a minute, by worker.")] = 6_000,
) -> None:
    """Serve the web application: read reports, walk the record, compare accounts, review, watch."""
    from mahdar.web.settings import Settings

    settings = Settings(
        host=host,
        port=port,
        library=library,
        record=str(record) if record else None,
        origin=origin,
        workers=workers,
        upload=upload * 1_000_000,
        rate=rate,
    )
    _check(settings)
    from mahdar.web import serving

    try:
        listening = serving.listen(settings)
    except OSError as error:
        complain(
            f"{_address(settings)} cannot be used: {error.strerror or error}; choose another with --port or --host"
        )
        raise typer.Exit(FAILED) from None
    typer.echo(f"Mahdar is at {settings.origin or _address(settings)} (Ctrl-C stops it)", err=True)
    serving.serve(settings, listening)


def _check(settings: Settings) -> None:
    """Open everything once before workers do, so that what is wrong is said here; accounts must be there if needed."""
    from mahdar.library.opened import LibraryError
    from mahdar.record.store import RecordError
    from mahdar.web.people.accounts import anybody
    from mahdar.web.state import open_state

    try:
        state = open_state(settings)
    except (RecordError, LibraryError) as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    try:
        with state.library.reading() as connection:
            open_to_nobody = settings.accounts and not anybody(connection)
    finally:
        state.close()
    if open_to_nobody:
        complain(
            f"others can reach {settings.origin or settings.host}, and nobody has an account; "
            "make the first with `mahdar people add NAME --role admin`"
        )
        raise typer.Exit(FAILED)


def _address(settings: Settings) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"
