"""Words in marks behind an Arabic verb of saying: whether they are what was said, and how far that goes."""

from __future__ import annotations

from mahdar.language.quotes import Quote
from mahdar.language.tokens import COMMAS
from mahdar.reading.statements.arabic_clauses import opens_clause
from mahdar.reading.statements.arabic_cues import words
from mahdar.reading.statements.scene import Scene

_SHORT_QUOTE = 4
_FAR = 40
_LONGEST_TITLE = 6
_MOST_QUOTES = 6


def with_next(scene: Scene, quote: Quote) -> Quote:
    """The last of the quotations that follow one another at once: "we refuse", "and will not sign", و"we go on"."""
    last = quote
    for _ in range(_MOST_QUOTES):
        k = last.j + 1
        k += k + 1 < len(scene.forms) and scene.forms[k] in COMMAS
        k += k + 1 < len(scene.forms) and scene.forms[k] == "و"
        following = scene.quote_at.get(k) if last.balanced and k > last.j + 1 else None
        if following is None or not following.balanced or _is_name(scene, following):
            break
        last = following
    return last


def is_speech(scene: Scene, k: int, i: int, quote: Quote, stop: int, end: int) -> bool:
    """Whether words in marks are what was said, not a word that is marked or the name of a newspaper or programme."""
    length = quote.j - quote.i
    later = range(with_next(scene, quote).j, min(stop, quote.j + _FAR))
    told_behind = any(_speaks(scene, m) or opens_clause(scene, m, quote.i) for m in later)
    if length <= _LONGEST_TITLE and k > i and scene.forms[k - 1] in words("titled"):
        return False
    at_once = k == i and length > 1 and not told_behind
    return at_once or length >= _SHORT_QUOTE or quote.j + 2 >= end


def _speaks(scene: Scene, k: int) -> bool:
    """Whether a quotation opens at token k that is no name in marks."""
    quote = scene.quote_at.get(k)
    return quote is not None and not _is_name(scene, quote)


def _is_name(scene: Scene, quote: Quote) -> bool:
    return any(named.j == quote.j for named in scene.heads_from(quote.i))
