"""Every example beside the mechanisms comes out as it says; every kind has one in each language; the page is fresh."""

from __future__ import annotations

import json
import re

import pytest

from mahdar.checking.homes import homes
from mahdar.checking.registry import kinds, mechanisms
from mahdar.tables import Row, read_rows, read_toml
from tests.held import one
from tools import write_claims

EXAMPLES = write_claims.examples()


def test_the_page_is_what_the_tables_say() -> None:
    assert write_claims.TARGET.read_text("utf-8") == write_claims.text(), "run `make claims`"


@pytest.mark.parametrize("name", kinds())
def test_every_kind_of_the_registry_has_an_example_in_both_languages(name: str) -> None:
    arabic = {bool(re.search("[ء-ي]", row["sentence"])) for row in EXAMPLES if row["kind"] == name}
    assert arabic == {True, False}


def test_a_mechanism_speaks_of_its_own_kinds_alone() -> None:
    for home, mechanism in zip(homes(), mechanisms(), strict=True):
        own = {kind.name for kind in mechanism.kinds}
        assert {row["kind"] for row in read_rows(home, "examples.csv")} == own
        assert set(read_toml(home, "kinds.toml")["meaning"]) == own


def test_no_example_stands_twice() -> None:
    said = [(row["kind"], row["sentence"]) for row in EXAMPLES]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: f"{row['kind']}-{row['published']}")
def test_the_example_comes_out_as_the_page_says(row: Row) -> None:
    sentence = row["sentence"]
    claim = one(sentence, row["kind"], row["published"])
    assert dict(claim.args) == json.loads(row["args"])
    assert claim.verdict == row["verdict"]
    assert sentence[claim.start : claim.end] == claim.text
