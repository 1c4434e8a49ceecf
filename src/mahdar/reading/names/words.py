"""Word lists of the tables of names as folded sets, read once."""

from __future__ import annotations

from functools import cache

from mahdar.language.arabic_forms import imperfect_forms, perfect_forms
from mahdar.language.folding import fold_word
from mahdar.reading.names.entries import ROOM
from mahdar.tables import read_rows, read_toml

_LONG = 4  # letters


@cache
def office_words(key: str) -> frozenset[str]:
    """A list of offices_words.toml, e.g. ``links_ar``."""
    return frozenset(map(fold_word, read_toml(ROOM, "offices_words.toml")[key]))


@cache
def name_words(key: str) -> frozenset[str]:
    """A word list of persons_words.toml, e.g. ``arabic_given``."""
    return frozenset(fold_word(read_toml(ROOM, "persons_words.toml")[key]).split())


@cache
def written_words(key: str) -> frozenset[str]:
    """A word list of persons_words.toml as it is written there."""
    return frozenset(read_toml(ROOM, "persons_words.toml")[key].split())


@cache
def speech_verbs() -> frozenset[str]:
    """The verbs of cues_ar.csv in both tenses, folded."""
    found: set[str] = set()
    for row in read_rows(ROOM, "cues_ar.csv"):
        found.update(perfect_forms(row["perfect"]).values() if row["perfect"] else ())
        found.update(imperfect_forms(row["imperfect"]).values() if row["imperfect"] else ())
    return frozenset(map(fold_word, found))


@cache
def finite_verbs() -> frozenset[str]:
    """Verbs of speech of four letters and more, and the present of all verbs of events: words that end a name."""
    present = (row["imperfect"] for row in read_rows(ROOM, "events_ar_verbs.csv") if row["imperfect"])
    shown = {fold_word(form) for verb in present if " " not in verb for form in imperfect_forms(verb).values()}
    return frozenset(form for form in speech_verbs() if len(form) >= _LONG) | shown


@cache
def joined_verbs() -> frozenset[str]:
    """The past of all verbs of events in four letters and more: behind و they end a name (السفير الكيني وأغلق)."""
    past = (row["perfect"] for row in read_rows(ROOM, "events_ar_verbs.csv") if row["perfect"])
    shown = {fold_word(form) for verb in past if " " not in verb for form in perfect_forms(verb).values()}
    return frozenset(form for form in shown if len(form) >= _LONG)


@cache
def speech_nouns() -> frozenset[str]:
    """Nouns for what people say and do, folded: a call, a refusal, a warning, a memo; they are no names."""
    table = read_toml(ROOM, "statements_ar.toml")
    nouns = {row["masdar"] for row in read_rows(ROOM, "cues_ar.csv")}
    nouns.update(*table["attitudes"].values(), table["position_nouns"], table["carried_nouns"])
    nouns.update(table["documents"], table["deed_nouns"])
    return frozenset(fold_word(noun) for noun in nouns if noun and " " not in noun)


@cache
def english_verbs() -> frozenset[str]:
    """The past and present forms of the commonest English verbs of speech, folded."""
    return name_words("speech_en")
