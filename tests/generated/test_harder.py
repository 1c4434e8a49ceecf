"""Sentences in the harder frames of `tests/generated/harder`: no true one is refuted, most false ones are found out.

`python -m tests.generated` makes other ones, and more.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pytest

from tests.generated.harder.faults import Fault, fault
from tests.generated.harder.frames import TABLES, frames, kinds
from tests.generated.harder.making import Sentence, sentences
from tests.generated.made import SEED
from tests.held import judged, record

ROUNDS = 3  # so often is each frame filled
# The shares of false sentences that are found out, and that are not borne out by what else they say; of true ones that
# are borne out.
FOUND_OUT, NOT_BORNE_OUT, BORNE_OUT = 0.88, 0.98, 0.62


@cache
def outcome(kind: str) -> dict[Fault | None, list[Sentence]]:
    found: dict[Fault | None, list[Sentence]] = defaultdict(list)
    for sentence in sentences(kind, record(), SEED, ROUNDS * len(frames(kind))):
        found[fault(sentence, judged(sentence.text, sentence.published))].append(sentence)
    return found


def share(*faults: Fault, holds: bool) -> float:
    """How many of the true or the false sentences of all kinds have one of these faults."""
    counts = [
        (wrong in faults) for kind in kinds() for wrong, those in outcome(kind).items() for s in those
        if s.frame.holds == holds
    ]  # fmt: skip
    return sum(counts) / len(counts)


@pytest.mark.parametrize("kind", kinds())
def test_no_true_sentence_is_refuted_or_doubted(kind: str) -> None:
    wrong = [*outcome(kind)[Fault.REFUTED], *outcome(kind)[Fault.DOUBTED]]
    assert not wrong, "\n".join(f"{one.published} {one.text}" for one in wrong)


def test_most_false_sentences_are_found_out() -> None:
    assert share(Fault.MISSED, Fault.BESIDE, Fault.BORNE_OUT, holds=False) <= 1 - FOUND_OUT


def test_few_false_sentences_are_borne_out() -> None:
    assert share(Fault.BORNE_OUT, holds=False) <= 1 - NOT_BORNE_OUT


def test_most_true_sentences_are_borne_out() -> None:
    assert share(Fault.SILENT, holds=True) <= 1 - BORNE_OUT


@pytest.mark.parametrize("kind", kinds())
def test_every_frame_can_be_filled(kind: str) -> None:
    made = {sentence.frame for those in outcome(kind).values() for sentence in those}
    assert not [frame.text for frame in frames(kind) if frame not in made]


def test_the_same_seed_makes_the_same_sentences() -> None:
    assert list(sentences("veto", record(), 7, 20)) == list(sentences("veto", record(), 7, 20))
    assert list(sentences("veto", record(), 7, 20)) != list(sentences("veto", record(), 8, 20))


def test_each_table_says_its_policy_and_has_both_languages() -> None:
    for kind in kinds():
        head = (TABLES / f"{kind}.txt").read_text("utf-8").split("[", 1)[0]
        assert "policy" in head.lower()
        assert {frame.language for frame in frames(kind)} == {"ar", "en"}
        assert len({frame.text for frame in frames(kind)}) == len(frames(kind))
