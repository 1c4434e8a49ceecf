"""The tables of the Arabic statement grammar hold nothing that no rule asks for, and no verb without a frame."""

from __future__ import annotations

import re
from pathlib import Path

import mahdar.reading.statements
from mahdar.reading.statements.arabic_cues import lexicon
from mahdar.tables import read_rows, read_toml, values

FRAMES = {"that", "quote", "np", "asked", "bare", "ب", "إلى", "على", "من", "عن", "ل", "في", "مع"}
GRAMMAR = "".join(path.read_text("utf-8") for path in Path(mahdar.reading.statements.__file__).parent.glob("*.py"))


def test_every_class_of_words_is_used() -> None:
    table = read_toml("mahdar.reading", "statements_ar.toml")
    assert [name for name in table if f'"{name}"' not in GRAMMAR] == []


def test_every_class_that_the_grammar_names_is_there() -> None:
    asked = set(re.findall(r'\b(?:words|phrases)\("(\w+)"\)', GRAMMAR))
    assert asked <= set(read_toml("mahdar.reading", "statements_ar.toml"))


def test_every_cue_has_known_frames() -> None:
    for row in read_rows("mahdar.reading", "cues_ar.csv"):
        assert set(values(row["frames"])) <= FRAMES, row["perfect"]
        assert row["act"], row["perfect"]
        assert row["frames"], row["perfect"]


def test_forms_of_one_spelling_keep_all_their_frames() -> None:
    (cue,) = lexicon().get("ذكر")
    assert {"that", "ب"} <= cue.frames
