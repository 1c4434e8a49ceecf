"""The reports of samples.toml, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from mahdar.accounts import Telling, tell

SAMPLES: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "samples.toml").read_text("utf-8"))


@cache
def telling(name: str) -> Telling:
    """One of the reports, read."""
    sample = SAMPLES[name]
    return tell(
        name, sample["text"], title=sample["title"], outlet=f"outlet-{name}", published=str(sample["published"])
    )


def all_tellings() -> list[Telling]:
    return [telling(name) for name in SAMPLES]


def wanted() -> set[frozenset[str]]:
    """The stories as sets of ids."""
    stories = {sample["story"] for sample in SAMPLES.values()}
    return {frozenset(name for name, sample in SAMPLES.items() if sample["story"] == story) for story in stories}
