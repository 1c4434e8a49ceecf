"""Small words of Arabic that decide how a clause is read: أن, glued و and ف, the gender of a noun phrase."""

from __future__ import annotations

from functools import cache, lru_cache

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import proclitic_splits
from mahdar.reading.passage import Named
from mahdar.reading.statements.arabic_cues import documents, words
from mahdar.reading.statements.scene import PLACES, Scene, Voice
from mahdar.tables import read_toml

_SHORT = 4
COMMAS = frozenset("،,")
MARKS = frozenset(".!?؟…\"'“”«»„:؛;()-[]")  # that end a phrase, commas left out


def is_complementizer(scene: Scene, k: int) -> bool:
    """أن, إن, بأن with or without a pronoun; not the بان of a person's name."""
    return _may_complement(scene.forms[k]) and not scene.in_name[k] and not _excepts(scene, k)


def _excepts(scene: Scene, k: int) -> bool:
    """Whether إلا stands at token k, by its hamza or by the أن behind it: nothing but, however."""
    if scene.forms[k] not in words("exceptives"):
        return False
    that_follows = k + 1 < len(scene.forms) and _may_complement(scene.forms[k + 1])
    return that_follows or "إ" in scene.passage.tokens.original(k, k + 1)


@lru_cache(maxsize=32_768)
def _may_complement(form: str) -> bool:
    return bare(form) in words("complementizers")


@lru_cache(maxsize=32_768)
def bare(form: str) -> str:
    """A form without a leading و or ف where what is left is أن or one of its kind."""
    splits = proclitic_splits(form)
    return next((s for p, s in splits if p in ("و", "ف") and s in words("complementizers")), form)


@lru_cache(maxsize=16_384)
def document_at(form: str) -> str | None:
    """The kind of document that a word names, its conjunction and preposition taken off; None for other words."""
    known = documents()
    for proclitics, stem in proclitic_splits(form):
        if proclitics.endswith(("ال", "لل")):
            stem = "ال" + stem
        if stem in known:
            return known[stem]
    return None


@cache
def _gender() -> dict[str, frozenset[str]]:
    table: dict[str, list[str]] = read_toml("mahdar.reading", "statements_ar.toml")["gender"]
    return {name: frozenset(fold_word(word) for word in entries) for name, entries in table.items()}


def feminine(scene: Scene, i: int) -> bool:
    """The grammatical gender of the noun phrase that begins at token i."""
    table = _gender()
    named = next(iter(scene.named_from.get(i, ())), None)
    if scene.forms[i] in words("counterparts"):
        return "ت" in scene.forms[i][-_SHORT:]  # نظيره is a man though it ends like a woman
    words_of = {stem for _, stem in proclitic_splits(scene.forms[i])}
    if named is not None and named.kind in PLACES:
        text = fold_word(scene.passage.text[named.start : named.end])
        return not any(text.endswith(masculine) for masculine in table["masculine_states"])
    if words_of & table["feminine_words"]:
        return True
    return scene.forms[i].endswith(("ه", "اء", "ات")) and not words_of & table["masculine_endings"]


def owned_stem(scene: Scene, k: int) -> str | None:
    """The folded noun at token k without the pronoun of its owner, as its plain form ends; None where it has none."""
    form = scene.forms[k]
    if scene.passage.tokens.original(k, k + 1).endswith("ة"):
        return None
    stem = next((form.removesuffix(p) for p in ("هما", "ها", "هم", "ه") if form.endswith(p)), None)
    return stem[:-1] + "ه" if stem and stem.endswith("ت") else stem or None


def with_proclitic(scene: Scene, named: Named) -> bool:
    """Whether a preposition or و is glued to a name: told to Reuters, not Reuters."""
    return named.start > scene.passage.tokens.start(named.i)


def voice_of(scene: Scene, group: list[Named], i: int, j: int) -> Voice:
    """The names of a group, written at tokens i to j, as one voice."""
    ids = tuple(dict.fromkeys(named.entity for named in group))
    return Voice(ids, scene.text(i, j), feminine(scene, i), group[0].kind in ("person", "office"))
