"""What a report is called in a list: its title, or else its first line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mahdar.export.compare_view import shortened
from mahdar.library.asking import LISTED, REPORTS
from mahdar.library.schema import reports

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_MOST = 140  # characters of a heading
OPENING = sa.func.substr(reports.c.text, 1, 400).label("opening")


def headed(row: Any) -> dict[str, Any]:
    """A row with its `heading` in the place of its `opening`."""
    told = dict(row)
    return {**told, "heading": heading(told.get("title"), told.pop("opening", ""), told["id"])}


def heading(title: str | None, text: str, id: str) -> str:
    """The title, else the first line with words, else the id."""
    lines = (line.strip("\ufeff \t\r\n") for line in text.splitlines())
    return shortened(title or next(filter(None, lines), id), _MOST)


def heads(connection: Connection, ids: Sequence[str]) -> list[dict[str, Any]]:
    """Reports by their ids as lists show them, in the order in which they are named."""
    asked = sa.select(*LISTED, OPENING).select_from(REPORTS).where(reports.c.id.in_(list(ids)))
    found = {row.id: headed(row._mapping) for row in connection.execute(asked)}
    return [found[name] for name in ids if name in found]
