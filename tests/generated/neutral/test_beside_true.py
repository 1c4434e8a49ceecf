"""True sentences with one before or behind them that asserts nothing: none is refuted for its neighbour."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.generated.neutral.filling import filled, frames
from tests.generated.words import AR, EN
from tests.held import judged

_TABLE = Path(__file__).parents[2] / "checking" / "true_sentences.csv"
_ARABIC = range(ord("ء"), ord("ي") + 1)
_SEED = 1


@cache
def true_sentences(language: str) -> tuple[tuple[str, str], ...]:
    """The day of the report and the text of each true sentence in a language."""
    with _TABLE.open(encoding="utf-8") as lines:
        rows = [(row["published"], row["text"]) for row in csv.DictReader(ln for ln in lines if ln[0] != "#")]
    return tuple(
        (day, text) for day, text in rows if (AR if any(ord(ch) in _ARABIC for ch in text) else EN) == language
    )


def _behind(true: str, other: str) -> str:
    return f"{true.rstrip('.')}. {other}."


def _before(true: str, other: str) -> str:
    return f"{other}. {true}"


@pytest.mark.parametrize("language", [AR, EN])
@pytest.mark.parametrize("put", [_behind, _before], ids=["behind", "before"])
def test_a_neighbour_that_asserts_nothing_refutes_nothing(language: str, put: Callable[[str, str], str]) -> None:
    draw, wrong = random.Random(_SEED), []
    for day, true in true_sentences(language):
        other = filled(draw.choice(frames(language)), language, draw)
        text = put(true, f"{other[0].upper()}{other[1:]}")
        if any(claim.verdict in ("refuted", "conflicting") for claim in judged(text, day)):
            wrong.append(text)
    assert not wrong, "\n".join(wrong)
