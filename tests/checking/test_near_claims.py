"""What only resembles a claim: nothing of it is refuted."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.held import judged

_TABLE = Path(__file__).with_name("near_claims.csv")


def _rows() -> list[dict[str, str]]:
    with _TABLE.open(encoding="utf-8") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["text"][:60])
def test_what_only_resembles_a_claim_is_not_refuted(row: dict[str, str]) -> None:
    contradicted = [c for c in judged(row["text"], row["published"]) if c.verdict in ("refuted", "conflicting")]
    assert not contradicted
