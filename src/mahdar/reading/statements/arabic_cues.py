"""The words by which Arabic news reports speech: verbs in all their forms, participles, and what each takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast

from mahdar.language.arabic_forms import imperfect_forms, participle_forms, perfect_forms
from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Hit, Lexicon
from mahdar.model import Act
from mahdar.tables import Row, read_rows, read_toml, values

Form = Literal["perfect", "imperfect", "participle", "definite", "masdar"]
_MASCULINE = {"3ms", "3mp", "3md", "3mp-short"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: its act, how its content may follow, and its gender where the form shows it."""

    lemma: str
    form: Form
    act: Act
    frames: frozenset[str]
    addressee: bool
    feminine: bool
    needs: tuple[str, ...] = ()


@cache
def lexicon() -> Lexicon[Cue]:
    """All cue forms of the table."""
    entries: dict[tuple[str, Form], Cue] = {}
    for row in read_rows("mahdar.reading", "cues_ar.csv"):
        if row["act"]:
            for word, cue in _row_entries(row):
                key = (fold_word(word), cue.form)
                entries[key] = _merged(entries[key], cue) if key in entries else cue
    return Lexicon((word, cue) for (word, _), cue in entries.items())


def _merged(first: Cue, second: Cue) -> Cue:
    """Two verbs that fold to one form (ذكر and ذكّر) take the frames of both; the first row's act stands."""
    return replace(first, frames=first.frames | second.frames) if first.act == second.act else first


def _row_entries(row: Row) -> Iterator[tuple[str, Cue]]:
    for form, word in _verb_words(row):
        code, text = word
        yield text, _cue(row, form, code not in _MASCULINE)
    if row["participle"]:
        yield "ال" + row["participle"][:-1], _cue(row, "definite", False)
        yield "ال" + row["participle"][:-1] + "ة", _cue(row, "definite", True)
    if row["masdar"]:
        yield row["masdar"], _cue(row, "masdar", False)


def _verb_words(row: Row) -> Iterator[tuple[Form, tuple[str, str]]]:
    """Form class, and (person code, word); a phrase such as ألقى اللوم inflects its first word."""
    makers = (("perfect", perfect_forms), ("imperfect", imperfect_forms), ("participle", participle_forms))
    for form, maker in makers:
        first, space, rest = row[form].partition(" ")
        if first:
            for code, word in maker(first).items():
                yield cast(Form, form), (code, word + space + rest)


def _cue(row: Row, form: Form, feminine: bool) -> Cue:
    act = cast(Act, row["act"])
    needs = tuple(fold_word(word) for word in values(row["needs"]))
    return Cue(row["perfect"], form, act, frozenset(values(row["frames"])), bool(row["addressee"]), feminine, needs)


@cache
def words(name: str) -> frozenset[str]:
    """A closed class of the grammar's table, folded; single words and phrases alike."""
    return frozenset(fold_word(word) for word in read_toml("mahdar.reading", "statements_ar.toml")[name])


@cache
def phrases(name: str) -> Lexicon[str]:
    """A closed class as a lexicon, for phrases of several words."""
    return Lexicon((phrase, phrase) for phrase in read_toml("mahdar.reading", "statements_ar.toml")[name])


@cache
def attitudes() -> Lexicon[Act]:
    """Attitude nouns and the act that each makes of أعرب عن."""
    table: dict[str, list[str]] = read_toml("mahdar.reading", "statements_ar.toml")["attitudes"]
    pairs = ((noun, cast(Act, act)) for act, nouns in table.items() for noun in nouns)
    return Lexicon((form, act) for noun, act in pairs for form in _with_pronouns(noun))


@cache
def documents() -> dict[str, str]:
    """Folded noun for a document to its folded lemma: with article, tanween alef, pronoun."""
    nouns: list[str] = read_toml("mahdar.reading", "statements_ar.toml")["documents"]
    return {fold_word(form): fold_word(noun) for noun in nouns for form in (*_with_pronouns(noun), noun + "ا")}


@cache
def speaker_nouns() -> frozenset[str]:
    """Folded nouns for people and institutions that speak, bare and with the article."""
    return frozenset(form for noun in words("speakers") for form in (noun, "ال" + noun))


def _with_pronouns(noun: str) -> Iterator[str]:
    """A noun as it stands, with the article and with the pronouns of the third person."""
    stem = noun[:-1] + "ت" if noun.endswith("ة") else noun
    yield noun
    yield "ال" + noun
    for pronoun in ("ه", "ها", "هم", "هما"):
        yield stem + pronoun


CueHit = Hit[Cue]
