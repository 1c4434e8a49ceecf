"""Regular forms of verbs and nouns of English."""

from __future__ import annotations

import pytest

from mahdar.reading.events import english_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("attack", ["attack", "attacks", "attacked", "attacking"]),
        ("accuse", ["accuse", "accuses", "accused", "accusing"]),
        ("deny", ["deny", "denies", "denied", "denying"]),
        ("deploy", ["deploy", "deploys", "deployed", "deploying"]),
        ("launch", ["launch", "launches", "launched", "launching"]),
        ("free", ["free", "frees", "freed", "freeing"]),
        ("call on", ["call on", "calls on", "called on", "calling on"]),
    ],
)
def test_english_forms(verb: str, forms: list[str]) -> None:
    made = english_forms.forms(verb, {"free": ["freed", "freed"]})
    assert [word for words in made.values() for word in words] == forms


def test_irregular_verbs_double_as_their_past_does() -> None:
    made = english_forms.forms("ban", {"ban": ["banned", "banned"]})
    assert made["ing"] == ["banning"]
    assert made["past"] == ["banned"]
