"""Everything in an answer that stands for words of a text, or for a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def inside(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in an answer, however deep."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from inside(each)
    elif isinstance(value, list):
        for each in value:
            yield from inside(each)


def spans(value: Any) -> list[dict[str, Any]]:
    return [one for one in inside(value) if {"start", "end", "text"} <= one.keys()]


def citations(value: Any) -> list[dict[str, Any]]:
    """Sources of rows and of verdicts."""
    rows = [one["citation"] for one in inside(value) if "citation" in one]
    return rows + [each for one in inside(value) for each in one.get("citations", ())]
