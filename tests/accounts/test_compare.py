"""Accounts side by side as a whole: every cell can be pointed at, and nothing depends on who stands first."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.accounts.compare import compare
from mahdar.accounts.compare_model import Comparison
from mahdar.accounts.telling import Telling, tell
from tests.accounts import accounts

TEXTS = [accounts.ENGLISH, accounts.ARABIC, "Nothing is said here.", "قتل 15 شخصا. قتل 16 شخصا.", "\n\n", "،"]
SECTIONS = ("voices", "mechanisms", "times", "figures", "claims", "terms")


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare([accounts.english(), accounts.arabic()])


def check_places(found: Comparison, tellings: list[Telling]) -> None:
    for row in (row for section in SECTIONS for row in getattr(found, section)):
        assert len(row.cells) == len(tellings)
        assert row.absent == tuple(k for k, own in enumerate(row.cells) if not own)
        assert len(row.absent) < len(tellings)
        for telling, own in zip(tellings, row.cells, strict=True):
            for cell in own:
                assert cell.text
                assert cell.text == telling.text[cell.start : cell.end]
                sentence = cell.sentence
                assert sentence.text == telling.text[sentence.start : sentence.end]
                assert sentence.start <= cell.start < cell.end <= sentence.end


def test_every_cell_is_in_its_sentence_at_its_offsets(found: Comparison) -> None:
    check_places(found, [accounts.english(), accounts.arabic()])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=2, max_size=3))
def test_any_texts_can_be_compared(texts: list[str]) -> None:
    tellings = [tell(str(k), text) for k, text in enumerate(texts)]
    check_places(compare(tellings), tellings)


def test_the_order_of_accounts_changes_columns_alone(found: Comparison) -> None:
    turned = compare([accounts.arabic(), accounts.english()])
    for section in ("figures", "claims", "times"):
        told = sorted((row.told, row.cells) for row in getattr(found, section) if len(row.absent) == 0)
        back = sorted((row.told, row.cells[::-1]) for row in getattr(turned, section) if len(row.absent) == 0)
        assert [kind for kind, _ in told] == [kind for kind, _ in back]
        assert [cells for _, cells in told] == [cells for _, cells in back]


def test_it_is_plain_json(found: Comparison) -> None:
    plain = json.loads(json.dumps(found.to_dict()))
    assert plain["schema"] == "mahdar/comparison/1"
    assert list(plain) == ["schema", "accounts", *SECTIONS]
    assert [account["id"] for account in plain["accounts"]] == ["en.txt", "ar.txt"]
    assert plain["accounts"][0]["outlet"] == "The Wire"
    assert plain["accounts"][1]["published"] == "2024-05-04"


def test_the_same_text_twice_differs_in_nothing() -> None:
    found = compare([accounts.arabic(), accounts.arabic()])
    told = {row.told for section in ("times", "figures", "claims", "terms") for row in getattr(found, section)}
    assert told == {"alike"}
    assert not any(row.absent for row in found.voices)
    assert not any(row.absent for row in found.mechanisms)


def test_one_account_is_none_to_compare() -> None:
    with pytest.raises(ValueError, match="two accounts"):
        compare([accounts.english()])
