"""The fixed settings of the grouping; their reasons stand in ``tables/settings.toml``."""

from __future__ import annotations

from typing import Any

from mahdar.tables import read_toml

_PACKAGE = "mahdar.accounts"


def settings(part: str) -> dict[str, Any]:
    """One part of the table, such as ``stories``; shared, not to be changed."""
    chosen: dict[str, Any] = read_toml(_PACKAGE, "settings.toml")[part]
    return chosen
