"""Where mechanisms live: every package under `mahdar.mechanisms`; a new folder there is enough."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

_HOME = "mahdar.mechanisms"


@cache
def homes() -> tuple[str, ...]:
    """The names of the mechanisms' packages, in order."""
    home = import_module(_HOME)
    return tuple(sorted(f"{_HOME}.{found.name}" for found in pkgutil.iter_modules(home.__path__) if found.ispkg))
