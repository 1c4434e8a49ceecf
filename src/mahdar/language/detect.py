"""Which language a news text is written in, by its function words and its script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain

from mahdar.language.folding import fold_word
from mahdar.language.tokens import Tokens
from mahdar.tables import read_toml

UNKNOWN = "und"
_READ = ("ar", "en")
_SAMPLE = 400
_LETTERS = 2_000
_FEWEST = 2
_SHORT = 40  # tokens
_LONG = 6  # letters of a word whose ending may tell its language


def detect_language(tokens: Tokens) -> str:
    """A BCP 47 code, ``und`` where nothing decides; only the beginning of a long text is looked at."""
    table, forms = _languages(), tokens.forms[:_SAMPLE]
    counts = Counter(chain.from_iterable(filter(None, map(table.get, forms))))
    if len(counts) > 1:
        counts = _without_names(tokens, counts)
    if counts and (best := counts.most_common(1)[0])[1] >= _FEWEST:
        return best[0]
    return _by_script(tokens.text[:_LETTERS], default=_hinted(tokens, counts))


def _without_names(tokens: Tokens, counts: Counter[str]) -> Counter[str]:
    """The counts less what only looks like a word of another language: UN, Al, La in English names and acronyms."""
    table, forms = _languages(), tokens.forms[:_SAMPLE]
    named = (table[form] for k, form in enumerate(forms) if k and form in table and tokens.is_capital(k))
    return counts - Counter(language for languages in named for language in languages if language not in _READ)


def _hinted(tokens: Tokens, counts: Counter[str]) -> str:
    """The language of a text too short for function words, by words of the news; foreign ones speak against it."""
    if len(tokens.forms) > _SHORT:
        return UNKNOWN
    table = read_toml("mahdar.language", "languages.toml")
    hints: dict[str, list[str]] = table["hints"]
    for language, words in hints.items():
        endings = tuple(table["endings"][language])
        told = sum(form in words or _ends(form, endings) for form in tokens.forms) + counts[language]
        if told >= _FEWEST and told > max([n for other, n in counts.items() if other != language], default=0):
            return language
    return UNKNOWN


def _ends(form: str, endings: tuple[str, ...]) -> bool:
    return len(form) >= _LONG and form.endswith(endings)


def _by_script(sample: str, default: str) -> str:
    """Scripts of one language settle it; a headline in Arabic letters is Arabic; nothing else is guessed."""
    letters = [ch for ch in sample if ch.isalpha()]
    table = read_toml("mahdar.language", "languages.toml")
    ranges: dict[str, list[str]] = table["scripts"]
    for language, (first, last) in ranges.items():
        if 2 * sum(first <= ch <= last for ch in letters) > len(letters):
            return default if _spells_another(sample, table["other_letters"].get(language, ())) else language
    return default


def _spells_another(sample: str, letters: Sequence[str]) -> bool:
    """Whether the text has a letter that only other languages of the script write, and one more beside it."""
    if not letters:
        return False
    own = sum(sample.count(letter) for letter in letters[0])
    return own > 0 and own + sum(sample.count(letter) for letter in letters[1]) >= _FEWEST


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    words: dict[str, list[str]] = read_toml("mahdar.language", "languages.toml")["words"]
    table: dict[str, list[str]] = {}
    for language, entries in words.items():
        for word in entries:
            table.setdefault(fold_word(word), []).append(language)
    return {word: tuple(languages) for word, languages in table.items()}
