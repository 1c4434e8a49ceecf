"""Claims in the wordings of English-language outlets: found with their arguments and judged; what only looks like one
is none.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.held import judged

_TABLE = Path(__file__).with_name("english_wordings.csv")


def _rows() -> list[dict[str, str]]:
    with _TABLE.open(encoding="utf-8") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


_TOLD = [row for row in _rows() if row["kind"]]
_NOTHING = [row for row in _rows() if not row["kind"]]


@pytest.mark.parametrize("row", _TOLD, ids=lambda row: f"{row['kind']}: {row['text'][:60]}")
def test_a_claim_is_found_with_its_arguments_and_judged(row: dict[str, str]) -> None:
    found = [c for c in judged(row["text"], row["published"]) if c.kind == row["kind"]]
    told = [(dict(c.args), "not" if c.negated else "", c.verdict) for c in found]
    assert (json.loads(row["args"]), row["negated"], row["verdict"]) in told


@pytest.mark.parametrize("row", _NOTHING, ids=lambda row: row["text"][:60])
def test_what_is_no_claim_on_the_united_nations_makes_none(row: dict[str, str]) -> None:
    assert not judged(row["text"], row["published"])


@pytest.mark.parametrize(
    "text",
    [
        "Russia on Monday vetoed a British-drafted resolution on Sudan backed by the 14 other members.",
        "Russia vetoed a Council resolution on Sudan approved by every other member.",
        "The United States vetoed a Gaza resolution endorsed by 13 members on Monday.",
    ],
)
def test_what_was_vetoed_is_not_adopted_by_those_who_backed_it(text: str) -> None:
    assert "council.resolution" not in {claim.kind for claim in judged(text, "2024-11-19")}
