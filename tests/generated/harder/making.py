"""Harder sentences: frames filled from rows of the record, any number of them, the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import filled
from tests.generated.harder.draws import prepared
from tests.generated.harder.frames import Frame, frames

_TRIES = 150  # so many rows are drawn for a frame before it is passed over


@dataclass(frozen=True, slots=True)
class Sentence:
    """A filled frame with the day on which it was published (EDTF)."""

    frame: Frame
    text: str
    published: str


def sentences(kind: str, record: Record, seed: int, rows: int) -> Iterator[Sentence]:
    """So many sentences of a kind; the frames take turns, so that each is filled about as often."""
    random, draw, known = Random(f"{seed} {kind}"), prepared(kind, record), frames(kind)
    start = random.randrange(len(known))
    for n in range(rows):
        frame = known[(start + n) % len(known)]
        for _ in range(_TRIES):
            drawn = draw(random)
            text = filled(frame, drawn) if drawn else None
            if drawn and text:
                yield Sentence(frame, text, drawn.published.isoformat())
                break
