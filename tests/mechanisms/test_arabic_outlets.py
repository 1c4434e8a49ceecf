"""Claims as Arabic outlets word them, kind by kind: each sentence of the table with the arguments and the verdict that
it has to have; where the kind is empty, the sentence looks like a claim and is none.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.held import judged

_TABLE = Path(__file__).with_name("arabic_outlets.csv")
ROWS = list(csv.DictReader(_TABLE.read_text("utf-8").splitlines()))


@pytest.mark.parametrize("row", [row for row in ROWS if row["kind"]], ids=lambda row: row["text"][:60])
def test_claims_in_the_words_of_arabic_outlets(row: dict[str, str]) -> None:
    args = json.loads(row["args"])
    found = [c for c in judged(row["text"], row["published"]) if c.kind == row["kind"]]
    told = [c for c in found if args.items() <= dict(c.args).items()]
    assert [c.verdict for c in told] == [row["verdict"]]


@pytest.mark.parametrize("row", [row for row in ROWS if not row["kind"]], ids=lambda row: row["text"][:60])
def test_sentences_that_only_look_like_claims(row: dict[str, str]) -> None:
    assert [(c.kind, dict(c.args)) for c in judged(row["text"], row["published"])] == []
