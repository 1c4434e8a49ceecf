"""What is true is never refuted, however it is worded and however long after it the report came out."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from mahdar import pipeline

_TABLE = Path(__file__).with_name("true_sentences.csv")
_LEAST_READ = 0.78  # of the sentences hold a claim that is found


def _rows() -> list[tuple[str, str]]:
    with _TABLE.open(encoding="utf-8") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return [(row["published"], row["text"]) for row in rows]


@pytest.fixture(scope="module")
def labels() -> dict[str, list[str]]:
    """The verdicts on each sentence."""
    return {text: [claim.verdict for claim in pipeline.read(text, published=day).claims] for day, text in _rows()}


def test_no_true_sentence_is_refuted_or_contradicted(labels: dict[str, list[str]]) -> None:
    wrong = [text for text, found in labels.items() if {"refuted", "conflicting"} & set(found)]
    assert not wrong


def test_most_of_them_are_found_and_borne_out(labels: dict[str, list[str]]) -> None:
    borne_out = sum("supported" in found for found in labels.values())
    assert borne_out >= _LEAST_READ * len(labels)
