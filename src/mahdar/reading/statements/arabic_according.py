"""Where Arabic news names a source: according to."""

from __future__ import annotations

from functools import lru_cache

from mahdar.language.lexicon import proclitic_splits
from mahdar.reading.statements.arabic_cues import phrases, words
from mahdar.reading.statements.scene import Scene


@lru_cache(maxsize=4096)
def _is_norm(form: str) -> bool:
    """Whether a word, its preposition taken off, names a law, a plan or a standard rather than a speaker."""
    return any(stem in words("norms") for _, stem in proclitic_splits(form))


def _is_only(scene: Scene, k: int) -> bool:
    """Whether فحسب, وحسب say "only" here: a mark or بل follows them."""
    behind = scene.forms[k + 1]
    return scene.forms[k] in words("onlies") and (
        not scene.passage.tokens.is_word(k + 1) or behind in words("buts_of_only")
    )


def according_at(scene: Scene, k: int) -> int | None:
    """The token after "according to" at k (وفقا لـ، بحسب), or None; its last preposition may be glued to the source."""
    form = scene.forms[k]
    stem = form[1:] if form[:1] in "وف" and form[1:] in words("according_heads") else form
    if stem not in words("according_heads") or k + 1 >= len(scene.forms) or _is_only(scene, k):
        return None
    if scene.forms[k + 1].removeprefix("ل") in words("pointing"):
        return None  # وفقا لذلك
    if stem in words("according_with_li"):
        named = scene.forms[k + 1]
        return k + 1 if named.startswith("ل") and not (_is_norm(named) or _is_measure(named)) else None
    if stem == "وفق" and _is_norm(scene.forms[k + 1]):
        return None
    if stem == "نقلا":
        return k + 2 if scene.forms[k + 1] == "عن" else None
    if stem == "كما":
        return k + 1 if scene.forms[k + 1] in words("according_verbs") else None
    if stem == "علي":
        hit = phrases("according_phrases").at(scene.passage.tokens, k)
        return hit.j if hit is not None else None
    return None if _is_measure(scene.forms[k + 1]) else k + 1


@lru_cache(maxsize=4096)
def _is_measure(form: str) -> bool:
    """Whether a word names a custom, a plan or a quality by which things are done, rather than a source."""
    return any(stem in words("measures") for _, stem in proclitic_splits(form))
