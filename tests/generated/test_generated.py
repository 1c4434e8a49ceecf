"""Two thousand sentences made from the record's own rows: no true one is refuted, every falsified one is found out.

How the templates were kept apart from the grammar says `tests/generated/made.py`.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random

import pytest

from mahdar.model import Claim
from tests.generated.made import SEED, Made
from tests.held import judged, record

HELPERS = {"__main__", "made", "words", "test_generated", "test_harder"}
MAKERS = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in HELPERS)
LEAST = 2_000
# The share of true sentences that the record bears out, of those whose table is complete; the others lack a claim.
SUPPORTED = 0.95


@cache
def made(name: str) -> tuple[Made, ...]:
    return tuple(import_module(f"tests.generated.{name}").make(record(), Random(SEED)))


@cache
def outcome(name: str) -> tuple[tuple[Made, tuple[Claim, ...]], ...]:
    return tuple((one, tuple(judged(one.text, one.published))) for one in made(name))


def shown(cases: list[tuple[Made, tuple[Claim, ...]]]) -> str:
    lines = (f"{one}\n    {[(c.kind, dict(c.args), c.verdict, c.why.en) for c in claims]}" for one, claims in cases)
    return f"{len(cases)} sentences:\n" + "\n".join(list(lines)[:20])


@pytest.mark.parametrize("name", MAKERS)
def test_no_true_sentence_is_refuted(name: str) -> None:
    wrong = [
        (one, claims)
        for one, claims in outcome(name)
        if not one.changed and any(c.verdict == "refuted" for c in claims)
    ]
    assert not wrong, shown(wrong)


@pytest.mark.parametrize("name", MAKERS)
def test_every_falsified_sentence_is_refuted_or_near_missed(name: str) -> None:
    wrong = [
        (one, claims) for one, claims in outcome(name) if one.changed and one.covered and not found_out(one, claims)
    ]
    assert not wrong, shown(wrong)


@pytest.mark.parametrize("name", MAKERS)
def test_what_is_true_is_borne_out(name: str) -> None:
    true = [(one, claims) for one, claims in outcome(name) if not one.changed]
    missed = [
        (one, claims)
        for one, claims in true
        if not any(c.kind == one.kind and c.verdict == "supported" for c in claims)
    ]
    assert len(missed) <= (1 - SUPPORTED) * len(true), shown(missed)


@pytest.mark.parametrize("name", MAKERS)
def test_a_falsified_sentence_is_never_borne_out(name: str) -> None:
    """In its own kind: the other claims of a falsified sentence may be true."""
    wrong = [
        (one, claims)
        for one, claims in outcome(name)
        if one.changed and any(c.kind == one.kind and c.verdict == "supported" for c in claims)
    ]
    assert not wrong, shown(wrong)


def found_out(one: Made, claims: tuple[Claim, ...]) -> bool:
    """Refuted, or contradicted in part, or undecided with the row that the record has instead."""
    mine = [claim for claim in claims if claim.kind == one.kind]
    return any(c.verdict in ("refuted", "conflicting") or (c.verdict != "supported" and c.citations) for c in mine)


def test_there_are_enough_of_them_and_half_are_false() -> None:
    sentences = [one for name in MAKERS for one in made(name)]
    false = sum(bool(one.changed) for one in sentences)
    assert len({one.text for one in sentences}) >= LEAST
    assert 0.4 <= false / len(sentences) <= 0.6
    by_kind: dict[str, set[str]] = defaultdict(set)
    for one in sentences:
        by_kind[one.kind].add(one.changed)
    assert {"yes", "at", "symbol"} <= set().union(*by_kind.values())
