"""The Arabic words of events with all their forms, from the tables.

Tables: ``events_ar_verbs.csv``, ``events_ar_nouns.csv``, ``events_ar.toml``.
"""

from __future__ import annotations

from mahdar.kept import kept
from mahdar.language.arabic_forms import (
    imperfect_forms,
    imperfect_with_objects,
    jussive_forms,
    noun_forms,
    perfect_forms,
    perfect_with_objects,
)
from mahdar.language.lexicon import Lexicon
from mahdar.reading.events.senses import CARRIER, Sense, Vocabulary, Word, needs, unless
from mahdar.tables import Row, read_rows, read_toml, values

_ROOM = "mahdar.reading"
_POSSESSIVES = ("ه", "ها", "هم", "هما", "نا")


@kept
def lexicon() -> Lexicon[Word]:
    """All words of the Arabic tables."""
    vocabulary = Vocabulary()
    for number, row in enumerate(read_rows(_ROOM, "events_ar_verbs.csv")):
        _add_verb(vocabulary, row, f"events_ar_verbs:{number + 1}:{row['perfect']}")
    for number, row in enumerate(read_rows(_ROOM, "events_ar_nouns.csv")):
        _add_noun(vocabulary, row, f"events_ar_nouns:{number + 1}")
    table = read_toml(_ROOM, "events_ar.toml")
    for name, words in (*table["classes"].items(), *table["cues"].items()):
        for word in words:
            vocabulary.classify(word, name)
    for name in table["definite"]["classes"]:
        for word in table["classes"][name]:
            vocabulary.classify_known(f"ال{word}", name)
    return vocabulary.lexicon()


def _add_verb(vocabulary: Vocabulary, row: Row, name: str) -> None:
    wanted, forbidden = needs(row["needs"]), unless(row["unless"])
    for form, make in (("perfect", _perfect_spellings), ("imperfect", _imperfect_spellings)):
        sense = Sense(row["type"], form, wanted, forbidden, row["kind"], name)
        for spelling in dict.fromkeys(make(row[form]) if row[form] else ()):
            vocabulary.trigger(spelling, sense)
    if row["masdar"] and row["type"] != CARRIER:
        sense = Sense(row["type"], "noun", wanted, forbidden, "", name)
        for spelling in noun_forms(row["masdar"]):
            vocabulary.deed(spelling, sense)


def _perfect_spellings(verb: str) -> list[str]:
    return [*perfect_forms(verb).values(), *perfect_with_objects(verb)]


def _imperfect_spellings(verb: str) -> list[str]:
    return [*imperfect_forms(verb).values(), *jussive_forms(verb), *imperfect_with_objects(verb)]


def _add_noun(vocabulary: Vocabulary, row: Row, name: str) -> None:
    sense = Sense(row["type"], "noun", needs(row["needs"]), unless(row["unless"]), row["kind"], name)
    classes = [*values(row["classes"]), *(["result"] if row["kind"] == "result" else [])]
    for index, form in enumerate(values(row["forms"])):
        for spelling in noun_forms(form) if index == 0 else _plural_spellings(form):
            vocabulary.deed(spelling, sense, classes)


def _plural_spellings(form: str) -> list[str]:
    """A plural with its attached pronouns; a phrase only as printed."""
    return [form] if " " in form or not form.endswith("ات") else [form, *(form + own for own in _POSSESSIVES)]
