"""The mechanisms that are there: every package under `mahdar.mechanisms` that has a `MECHANISM`."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from mahdar.checking.homes import homes
from mahdar.checking.protocol import Kind, Mechanism


@cache
def mechanisms() -> tuple[Mechanism, ...]:
    """All mechanisms in the order of their names."""
    return tuple(import_module(home).MECHANISM for home in homes())


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of claim by its name. Raises ValueError where two mechanisms claim one."""
    known: dict[str, Kind] = {}
    for mechanism in mechanisms():
        for kind in mechanism.kinds:
            if kind.name in known:
                raise ValueError(f"two mechanisms check claims of the kind {kind.name}")
            known[kind.name] = kind
    return known
