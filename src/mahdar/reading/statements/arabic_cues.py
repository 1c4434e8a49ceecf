"""The words by which Arabic news reports speech: verbs in all their forms, participles, and what each takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast

from mahdar.kept import kept
from mahdar.language.arabic_forms import (
    imperfect_forms,
    imperfect_with_objects,
    participle_forms,
    perfect_forms,
    perfect_with_objects,
)
from mahdar.language.folding import fold_word, without_doubling
from mahdar.language.lexicon import Hit, Lexicon
from mahdar.model import Act
from mahdar.tables import Row, read_rows, read_toml, values

Form = Literal["perfect", "imperfect", "object", "participle", "definite", "masdar"]
_SHORT = 3
# what is said of a pronoun follows بأن or ب: called it unjust
_TOLD_OF_IT = frozenset({"that", "ب"})
# a verbal noun with its subject in the genitive takes its object with ل
_NOMINAL_OBJECTS = frozenset({"oppose", "support", "accuse", "deny"})
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


@kept
def lexicon() -> Lexicon[Cue]:
    """All cue forms of the table."""
    entries: dict[tuple[str, Form], Cue] = {}
    for row in read_rows("mahdar.reading", "cues_ar.csv"):
        if row["act"]:
            for word, cue in _row_entries(row):
                key = (fold_word(word), cue.form)
                entries[key] = _merged(entries[key], cue) if key in entries else cue
    return Lexicon(((word, cue) for (word, _), cue in entries.items()), everywhere=True)


@kept
def masdars() -> Lexicon[Cue]:
    """Verbal nouns alone, also those that are spelled like another form (مطالبة, رفض)."""
    rows = (row for row in read_rows("mahdar.reading", "cues_ar.csv") if row["masdar"])
    cues = ((row["masdar"], _cue(row, "masdar", False)) for row in rows)
    return Lexicon((word, _with_li(cue)) for word, cue in cues)


def _with_li(cue: Cue) -> Cue:
    return replace(cue, frames=cue.frames | {"ل"}) if cue.act in _NOMINAL_OBJECTS else cue


def _merged(first: Cue, second: Cue) -> Cue:
    """Two verbs that fold to one form (ذكر and ذكّر) take the frames of both; the first row's act stands."""
    return replace(first, frames=first.frames | second.frames) if first.act == second.act else first


def _row_entries(row: Row) -> Iterator[tuple[str, Cue]]:
    for form, word in _verb_words(row):
        code, text = word
        yield text, _cue(row, form, code not in _MASCULINE)
    yield from _with_objects(row)
    if row["participle"]:
        yield "ال" + row["participle"][:-1], _cue(row, "definite", False)
        yield "ال" + row["participle"][:-1] + "ة", _cue(row, "definite", True)
    if row["masdar"]:
        yield row["masdar"], _cue(row, "masdar", False)


def _with_objects(row: Row) -> Iterator[tuple[str, Cue]]:
    """Finite forms that carry a pronoun of their object (نفته, تعارضه), save phrases, which have their object."""
    if fold_word(row["perfect"]) in words("no_objects"):
        return
    makers = (("perfect", perfect_with_objects), ("imperfect", imperfect_with_objects))
    for form, maker in makers:
        made = maker(row[form]) if row[form] and " " not in row[form] else []
        if row["needs"] and form == "perfect" and made:
            made = [*made, without_doubling(row[form]) + "ه"]  # وصفه: only what it needs parts it from a noun
        for word in made:
            if row["needs"] or not _is_noun_too(word, row[form]):
                cue = _cue(row, "object", _object_of_her(word, row[form]))
                yield word, replace(cue, frames=_TOLD_OF_IT) if cue.needs else cue


def _is_noun_too(word: str, verb: str) -> bool:
    """Whether print cannot tell a perfect with its object from a noun with a possessor: رفضها, دعمهم, تعهدها."""
    stem = without_doubling(verb)
    nominal = (len(stem) <= _SHORT or stem[0] == "ت") and stem[-1] not in "اى"
    return nominal and stem[0] != "ي" and not word.startswith(stem + "ت")


def _object_of_her(word: str, verb: str) -> bool:
    """Whether a form made of this verb has a feminine subject: تعارضه, رفضتها."""
    stem = without_doubling(verb)
    short = stem[:-1] if stem[-1] in "اى" else stem
    return word.startswith("ت" + stem[1:-1]) if stem[0] == "ي" else word.startswith(short + "ت")


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
    return Cue(
        row["perfect"], form, act, _frames(row["frames"]), bool(row["addressee"]), feminine, _needs(row["needs"])
    )


@cache
def _frames(cell: str) -> frozenset[str]:
    return frozenset(values(cell))


@cache
def _needs(cell: str) -> tuple[str, ...]:
    return tuple(fold_word(word) for word in values(cell))


@cache
def words(name: str) -> frozenset[str]:
    """A closed class of the grammar's table, folded; single words and phrases alike."""
    return frozenset(fold_word(word) for word in read_toml("mahdar.reading", "statements_ar.toml")[name])


@cache
def spelled() -> dict[str, str]:
    """Folded verbs that count only where one of these letters is written in them."""
    table: dict[str, str] = read_toml("mahdar.reading", "statements_ar.toml")["spelled"]
    return {fold_word(verb): letters for verb, letters in table.items()}


@cache
def phrases(name: str) -> Lexicon[str]:
    """A closed class as a lexicon, for phrases of several words."""
    return Lexicon((phrase, phrase) for phrase in read_toml("mahdar.reading", "statements_ar.toml")[name])


@kept
def attitudes() -> Lexicon[Act]:
    """Attitude nouns and the act that each makes of أعرب عن."""
    table: dict[str, list[str]] = read_toml("mahdar.reading", "statements_ar.toml")["attitudes"]
    pairs = ((noun, cast(Act, act)) for act, nouns in table.items() for noun in nouns)
    return Lexicon((form, act) for noun, act in pairs for form in (*_with_pronouns(noun), *_with_tanween(noun)))


def _with_tanween(noun: str) -> tuple[str, ...]:
    """The accusative of an indefinite noun, where it is written: قلقا."""
    return () if noun.endswith(("ة", "ات", "اء", "ه", "ى")) else (noun + "ا",)


@cache
def intents() -> frozenset[str]:
    """Folded nouns of what somebody has in mind, with the pronoun of the third person and perhaps ب before them."""
    nouns: list[str] = read_toml("mahdar.reading", "statements_ar.toml")["intents"]
    stems = (noun[:-1] + "ت" if noun.endswith("ة") else noun for noun in nouns)
    owned = [fold_word(stem + pronoun) for stem in stems for pronoun in ("ه", "ها", "هم")]
    return frozenset(form for word in owned for form in (word, "ب" + word))


@kept
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
Cues = dict[int, CueHit]
