"""Themes of no one state: which titles of the record belong to a theme that the press names.

The record files rows under states; a theme such as women, peace and security is known by the wording of its agenda
item, which `tables/themes.csv` gives.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Protocol, TypeVar

from mahdar.tables import read_rows, values

_CODE = 3  # letters of a state's code; a theme's slug is longer


class Titled(Protocol):
    """A row with the title of its agenda item or text."""

    @property
    def title(self) -> str: ...


T = TypeVar("T", bound=Titled)


@cache
def _titles() -> dict[str, tuple[str, ...]]:
    """Lower-case pieces of titles by theme."""
    rows = read_rows("mahdar.checking", "themes.csv")
    return {row["topic"]: tuple(piece.lower() for piece in values(row["titles"])) for row in rows}


def is_theme(topic: str | None) -> bool:
    """Whether a topic is a theme and not a state."""
    return topic is not None and len(topic) > _CODE


def on_theme(topic: str, title: str) -> bool:
    """Whether a title belongs to the theme."""
    lower = title.lower()
    return any(piece in lower for piece in _titles().get(topic, ()))


def with_theme(topic: str, rows: Iterable[T]) -> list[T]:
    """The rows whose titles belong to the theme, in their order."""
    pieces = _titles().get(topic, ())
    return [row for row in rows if pieces and on_theme(topic, row.title)]
