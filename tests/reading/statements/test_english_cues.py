"""The table of English cues: its forms, its values and where cues are found."""

from __future__ import annotations

from typing import get_args

import pytest

from mahdar.language.tokens import tokenize
from mahdar.model import Act
from mahdar.reading.statements.english_contents import _WAYS
from mahdar.reading.statements.english_cues import cues, find_cues, inflect
from mahdar.reading.statements.english_words import words
from mahdar.tables import read_rows, values

ROWS = read_rows("mahdar.reading", "cues_en.csv")
PLACES = {"after", "prep", "none", "voiced"}


@pytest.mark.parametrize(
    ("lemma", "irregular", "forms"),
    [
        ("claim", (), {"claim", "claims", "claimed", "claiming"}),
        ("deny", (), {"deny", "denies", "denied", "denying"}),
        ("urge", (), {"urge", "urges", "urged", "urging"}),
        ("stress", (), {"stress", "stresses", "stressed", "stressing"}),
        ("agree", (), {"agree", "agrees", "agreed", "agreeing"}),
        ("convey", (), {"convey", "conveys", "conveyed", "conveying"}),
        ("say", ("said", "said"), {"say", "says", "said", "saying"}),
        ("admit", ("admitted", "admitted", "admitting"), {"admit", "admits", "admitted", "admitting"}),
        ("call for", (), {"call for", "calls for", "called for", "calling for"}),
    ],
)
def test_forms_of_a_verb(lemma: str, irregular: tuple[str, ...], forms: set[str]) -> None:
    assert {form for form, _ in inflect(lemma, irregular)} == forms


def test_past_and_participle_are_told_apart_where_they_differ() -> None:
    forms = dict(inflect("write", ("wrote", "written", "writing")))
    assert (forms["wrote"], forms["written"]) == ("past", "participle")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['lemma']}-{row['act']}-{row['takes']}")
def test_each_row_names_what_the_grammar_knows(row: dict[str, str]) -> None:
    assert row["act"] in get_args(Act)
    assert row["class"] in {"verb", "noun", "prep", "negated", "silence"}
    assert row["sure"] in {"yes", "no", "document"}
    assert values(row["takes"])
    assert set(values(row["takes"])) <= set(_WAYS) | PLACES
    assert len(values(row["irregular"])) in {0, 2, 3}


def test_no_row_stands_twice() -> None:
    keys = [(row["lemma"], row["irregular"], row["act"], row["takes"], row["class"]) for row in ROWS]
    assert len(keys) == len(set(keys))


def test_the_table_is_wide_enough_for_news() -> None:
    assert len({row["lemma"] for row in ROWS}) >= 250


def test_the_longest_cue_wins() -> None:
    found = find_cues(tokenize("They called for calm and said so."))
    assert [(i, j) for i, j, _ in found] == [(1, 3), (5, 6)]


def test_one_form_may_be_verb_and_noun() -> None:
    readings = {cue.form for _, _, found in find_cues(tokenize("the claim that")) for cue in found}
    assert readings == {"base", "fixed"}


def test_buildings_of_one_lemma_are_tried_in_the_order_of_the_table() -> None:
    (ask,) = (cue for cue in cues().get("asked") if cue.verbal)
    assert [b.act for b in ask.buildings][:2] == ["demand", "demand"]
    assert ask.buildings[-1].act == "say"


def test_voiced_nouns_name_acts() -> None:
    assert set(words().voiced.values()) <= set(get_args(Act))
    assert words().voiced["condemnation"] == "accuse"


def test_be_has_all_its_forms_in_a_cue() -> None:
    forms = {form for form, _ in inflect("be opposed to")}
    assert {"is opposed to", "are opposed to", "was opposed to", "were opposed to", "been opposed to"} <= forms
    assert not any(form.startswith("bes ") for form in forms)
