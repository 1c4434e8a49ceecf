"""A desk over the record of the package, with and without a small library, and a client of the server over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client

from mahdar.assistant.desk import Desk, open_desk
from mahdar.assistant.server import make_server
from mahdar.library.adding import add
from mahdar.library.items import Dated, Item, Met
from mahdar.library.opened import open_library
from mahdar.pipeline import built_in_record
from tests.kept import REPORTS, TAKEN

Call = Callable[..., Any]


@pytest.fixture(scope="package")
def desk() -> Iterator[Desk]:
    with open_desk() as opened:
        yield opened


@pytest.fixture(scope="package")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk with a library."""
    place = tmp_path_factory.mktemp("library") / "library.db"
    with open_library(place) as made:
        assert list(add(made, map(_item, REPORTS), built_in_record()))
    with open_desk(library=str(place)) as opened:
        yield opened


def _item(id: str) -> Item:
    text, _, outlet, url, day = REPORTS[id]
    dated = Dated(day, "given", "in the test") if day else None
    met = Met(f"in/{id}.txt", "file", TAKEN)
    return Item(id, text.encode(), text, met, title=f"Title of {id}", outlet=outlet, url=url, dated=dated)


def asked(desk: Desk, name: str, **arguments: Any) -> Any:
    """The result of a tool as a client of the server gets it."""

    async def session() -> Any:
        async with Client(make_server(desk)) as client:
            return await client.call_tool(name, arguments)

    return anyio.run(session)


@pytest.fixture(scope="package")
def call(desk: Desk) -> Call:
    """Call a tool by its name: the structured answer, or the words with which it was refused."""

    def ask(name: str, **arguments: Any) -> Any:
        result = asked(desk, name, **arguments)
        return result.content[0].text if result.is_error else result.structured_content

    return ask


@pytest.fixture
def nowhere(tmp_path: Path) -> str:
    return str(tmp_path / "none.db")
