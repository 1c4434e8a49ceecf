"""Words as the grouping compares them: folded, without clitics and endings, and runs of words in a row.

Stems are for comparison only and never shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from mahdar.language.folding import fold_word
from mahdar.language.tokens import Tokens, tokenize

_HAMZAS = str.maketrans("", "", "ءؤئ")
_SOUNDS = str.maketrans("غجقطثصضظذ", "كككتتسددد")  # letters that stand for one foreign sound
_VOWELS = str.maketrans("", "", "اويه")
_NAME_LENGTH = 5
_ARTICLES = ("وال", "بال", "كال", "فال", "ولل", "ال", "لل")
_ENDINGS = ("هما", "تين", "تان", "هم", "ها", "ات", "ان", "ون", "ين", "يه", "وا", "نا", "تم", "ه", "ي", "ا")
_PARTICLES = "بلكف"
_LEAST = 3
_LONG = 5
_ENGLISH = (("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("ied", "y"), ("ed", ""), ("ly", ""), ("s", ""))
_KEPT = ("ss", "us", "is")
_SHORTEST = 4


def words(text: str) -> list[str]:
    """The words of a text in order, folded; numbers and marks are left out."""
    tokens = tokenize(text)
    return list(_words(tokens))


def _words(tokens: Tokens) -> Iterator[str]:
    return (form for form in tokens.forms if form[0].isalpha() and (len(form) > 1 or form > "z"))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a folded word; Arabic letters tell the language.

    >>> stem("والقرارات"), stem("resolutions")
    ('قرار', 'resolution')
    """
    return _arabic(word) if word[0] > "z" else _english(word)


@lru_cache(maxsize=1 << 16)
def sounded(stem: str) -> str:
    """A long Arabic stem by its sound alone, since outlets spell foreign names by ear; others as they are.

    >>> sounded("موغيريني") == sounded("موجيريني") == sounded("موكريني")
    True
    """
    if len(stem) < _NAME_LENGTH or stem[0] <= "z":
        return stem
    return stem[0].translate(_SOUNDS) + stem[1:].translate(_SOUNDS).translate(_VOWELS)


def table_stems(cells: Sequence[str]) -> set[str]:
    """The stems of words as tables print them."""
    return {stem(fold_word(word)) for word in cells if word}


def runs(of: Sequence[str], length: int) -> set[int]:
    """Runs of so many words in a row, each as a number of 32 bits that is the same on every machine."""
    return {crc32(" ".join(of[i : i + length]).encode()) for i in range(len(of) - length + 1)}


def _arabic(word: str) -> str:
    bare = _without_proclitics(word.translate(_HAMZAS))
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _LEAST:
            return bare[: -len(ending)]
    return bare


def _without_proclitics(word: str) -> str:
    """Light stemming: the article with what stands before it, else a conjunction and one particle of long words."""
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _LEAST:
            return word[len(article) :]
    if word.startswith("و") and len(word) > _LEAST + 1:
        return _without_proclitics(word[1:])
    if word[:1] in _PARTICLES and len(word) > _LONG:
        return word[1:]
    return word


def _english(word: str) -> str:
    if len(word) < _SHORTEST or word.endswith(_KEPT):
        return word
    for ending, instead in _ENGLISH:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)] + instead
    return word
