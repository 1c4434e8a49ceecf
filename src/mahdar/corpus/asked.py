"""What a run over a corpus is to do, and who is told how far it is."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run is to do. ``part`` is the number of reports of a part; ``sample`` None stands for all."""

    inputs: tuple[str, ...]
    part: int = 1_000
    languages: tuple[str, ...] = ()
    no_copies: bool = False
    no_near_copies: bool = False
    sample: int | None = None
    seed: int = 0
    record: Path | None = None

    @property
    def choosy(self) -> bool:
        """Whether a report can be chosen only when all of them have been looked at."""
        return self.no_copies or self.no_near_copies or self.sample is not None


class Step(Protocol):
    """Told of each task that is done, and of how many reports."""

    def __call__(self, reports: int) -> None: ...


class Watch(Protocol):
    """Shows a stage of a run: what, how many tasks, how many of them were done before."""

    def __call__(self, what: str, total: int, done: int) -> AbstractContextManager[Step]: ...
