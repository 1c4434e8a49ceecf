"""A claim as a person words it, before the record."""

from __future__ import annotations

import pytest

from mahdar.edtf import Interval
from mahdar.library.judging import judged
from mahdar.model import Arg
from mahdar.pipeline import built_in_record

PUBLISHED = Interval.parse("2023-07-03")


@pytest.mark.parametrize(
    ("kind", "args", "negated", "label"),
    [
        ("council.size", {"members": 15}, False, "supported"),
        ("council.size", {"members": 14}, False, "refuted"),
        ("council.size", {"members": 15}, True, "refuted"),
        ("council.member", {"state": "JPN", "at": "2023-07-03"}, False, "supported"),
        ("council.member", {"state": "JPN", "at": "2014-07-03"}, False, "refuted"),
        ("un.member", {"state": "XXX"}, False, "not-enough-evidence"),
    ],
)
def test_what_the_record_shows(kind: str, args: dict[str, Arg], negated: bool, label: str) -> None:
    found = judged(kind, args, negated, PUBLISHED, built_in_record())
    assert found.label == label
    assert bool(found.citations) or label == "not-enough-evidence"


def test_what_is_no_claim() -> None:
    with pytest.raises(KeyError):
        judged("council.colour", {}, False, None, built_in_record())
    with pytest.raises(ValueError, match="soon"):
        judged("un.member", {"state": "FRA", "at": "soon"}, False, None, built_in_record())
