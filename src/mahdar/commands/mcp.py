"""`mahdar mcp`: reading, checking, looking up and comparing for assistants, by the Model Context Protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mahdar.commands.options import FAILED, RecordPath
from mahdar.commands.output import complain

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

EXAMPLES = """Examples:

\b
  mahdar mcp                            # over standard input and output; the assistant starts it itself
  mahdar mcp --library desk.db          # with search in this library
  mahdar mcp --http 8765                # at http://127.0.0.1:8765/mcp, for programs on this machine alone

In the settings of an assistant: {"mcpServers": {"mahdar": {"command": "mahdar", "args": ["mcp"]}}}

Exit status: 0 the client left or the server was stopped, 1 it could not start, 2 wrong usage, 130 interrupted."""

INTERRUPTED = 130
Library = Annotated[
    str | None,
    typer.Option("--library", metavar="URL", help="Let assistants search this library: a path or postgresql://…"),
]
Http = Annotated[
    int | None,
    typer.Option("--http", metavar="PORT", min=1, max=65_535, help="Serve streamable HTTP on this port of loopback."),
]


def mcp(http: Http = None, library: Library = None, record: RecordPath = None) -> None:
    """Offer tools to assistants: read a report, check a sentence, look up the record, compare accounts, search."""
    from mahdar.assistant.desk import open_desk
    from mahdar.assistant.server import make_server
    from mahdar.library.opened import LibraryError
    from mahdar.record.store import RecordError

    try:
        with open_desk(record, library) as desk:
            _serve(make_server(desk), http)
    except (RecordError, LibraryError) as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:  # while it opens
        raise typer.Exit(INTERRUPTED) from None


def _serve(server: MCPServer[Any], port: int | None) -> None:
    from mahdar.assistant import serving

    if port is None:
        serving.serve_stdio(server)
        return
    try:
        listening = serving.listen(port)
    except OSError as error:
        complain(f"port {port} cannot be used: {error.strerror}; choose another with --http")
        raise typer.Exit(FAILED) from None
    with listening:
        typer.echo(f"Mahdar is at http://{serving.HOST}:{port}{serving.PATH} (Ctrl-C stops it)", err=True)
        serving.serve_http(server, listening)
