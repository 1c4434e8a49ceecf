"""Which language a news text is written in, by its function words and its script."""

from __future__ import annotations

from collections import Counter
from functools import cache

from mahdar.language.folding import fold_word
from mahdar.language.tokens import Tokens
from mahdar.tables import read_toml

UNKNOWN = "und"
_SAMPLE = 400
_LETTERS = 2_000
_FEWEST = 2


def detect_language(tokens: Tokens) -> str:
    """A BCP 47 code, ``und`` where nothing decides; only the beginning of a long text is looked at."""
    table = _languages()
    counts = Counter(language for form in tokens.forms[:_SAMPLE] if form in table for language in table[form])
    if counts and (best := counts.most_common(1)[0])[1] >= _FEWEST:
        return best[0]
    return _by_script(tokens.text[:_LETTERS])


def _by_script(sample: str) -> str:
    """Scripts of one language settle it; a headline in Arabic letters is Arabic; nothing else is guessed."""
    letters = [ch for ch in sample if ch.isalpha()]
    ranges: dict[str, list[str]] = read_toml("mahdar.language", "languages.toml")["scripts"]
    for language, (first, last) in ranges.items():
        if 2 * sum(first <= ch <= last for ch in letters) > len(letters):
            return language
    return UNKNOWN


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    words: dict[str, list[str]] = read_toml("mahdar.language", "languages.toml")["words"]
    table: dict[str, list[str]] = {}
    for language, entries in words.items():
        for word in entries:
            table.setdefault(fold_word(word), []).append(language)
    return {word: tuple(languages) for word, languages in table.items()}
