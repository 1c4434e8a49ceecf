"""Libraries to try: a file of SQLite, and a database of the PostgreSQL server of the run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa

from mahdar.library.adding import Added, add
from mahdar.library.items import Item, Met, Refused
from mahdar.library.opened import Library, open_library
from mahdar.pipeline import built_in_record

ARABIC = "نيويورك – قالت البعثة الدائمة إن مجلس الأمن سيعقد جلسة علنية يوم الجمعة لبحث أوضاع حقوق الإنسان.\n"
ENGLISH = "GENEVA - The envoy said that the sanctions on North Korea had been adopted without a vote on Monday.\n"
TAKEN = "2024-04-01T10:00:00.000Z"
_numbers = count()

Put = Callable[..., list[Added | Refused]]


def made(text: str, id: str = "a", **more: object) -> Item:
    """An item as a file gives it."""
    return Item(id, text.encode(), text, Met(id, "file", TAKEN), **more)  # type: ignore[arg-type]


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new library may lie, on each database."""
    if request.param == "sqlite":
        return str(tmp_path / "library.db")
    url: sa.URL = request.getfixturevalue("server")
    name = f"library_{next(_numbers)}"
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return url.set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def library(place: str) -> Iterator[Library]:
    with open_library(place) as found:
        yield found


@pytest.fixture
def put(library: Library) -> Put:
    """Add items to the library."""

    def putting(*items: Item | Refused) -> list[Added | Refused]:
        return list(add(library, _each(items), built_in_record()))

    return putting


def _each(items: Iterable[Item | Refused]) -> Iterator[Item | Refused]:
    yield from items
