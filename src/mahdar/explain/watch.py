"""Watching a reading as it is made: which functions made each of its parts.

The reader carries no provenance along: it would cost every reading what only a question needs. A reading that is to be
explained is made a second time under `sys.setprofile`, which reports each function as it returns.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from types import FrameType, TracebackType
from typing import Any

_PROJECT = "mahdar."
# What only passes things on and decides nothing.
_PASSING_ON = (
    "mahdar.cli",
    "mahdar.commands",
    "mahdar.explain",
    "mahdar.pipeline",
    "mahdar.reading.reader",
    "mahdar.checking.found",
)


@dataclass(frozen=True, slots=True)
class Step:
    """A function on the way to a part of the reading: its module, name, the line reached, what it says it does."""

    module: str
    function: str
    line: int
    does: str


@dataclass(frozen=True, slots=True)
class Made:
    """An object, its number in the order of making, and the functions that made it, outermost first."""

    value: Any
    number: int
    steps: tuple[Step, ...]


class Watch:
    """Keeps every object of some classes that this thread makes inside the ``with`` block, in order."""

    def __init__(self, classes: frozenset[type]) -> None:
        self._classes = classes
        self._before: Any = None
        self.made: list[Made] = []

    def __enter__(self) -> Watch:
        self._before = sys.getprofile()
        sys.setprofile(self._see)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        sys.setprofile(self._before)

    def _see(self, frame: FrameType, event: str, _: Any) -> None:
        if event != "return" or frame.f_code.co_name != "__init__":
            return
        value = frame.f_locals.get("self")
        if type(value) in self._classes:
            steps = tuple(reversed(list(_steps(frame.f_back))))
            self.made.append(Made(value, len(self.made), steps))


def _steps(frame: FrameType | None) -> Iterator[Step]:
    while frame is not None:
        module, name = frame.f_globals.get("__name__", ""), frame.f_code.co_qualname
        if module.startswith(_PROJECT) and not module.startswith(_PASSING_ON) and not name.endswith(">"):
            yield Step(module, name, frame.f_lineno, _first_line(module, name))
        frame = frame.f_back


def _first_line(module: str, name: str) -> str:
    """The first line of a function's docstring, or nothing."""
    function = reduce(lambda value, part: getattr(value, part, None), name.split("."), sys.modules.get(module))
    return (getattr(function, "__doc__", None) or "").strip().partition("\n")[0]
