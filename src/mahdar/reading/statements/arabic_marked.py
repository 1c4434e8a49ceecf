"""Speakers whose name stands in quotation marks in Arabic news: the «Observatory» said, منظمة "النور"."""

from __future__ import annotations

from functools import cache

from mahdar.language.quotes import Quote
from mahdar.language.tokens import Span
from mahdar.reading.statements.arabic_cues import words
from mahdar.reading.statements.arabic_joint import joined_to
from mahdar.reading.statements.arabic_unknown import organisation
from mahdar.reading.statements.arabic_words import voice_of, with_proclitic
from mahdar.reading.statements.scene import Scene, Voice

_LONGEST_SUBJECT = 14
_REACH = 4
_SHORT_ASIDE = 4


@cache
def _organisations() -> frozenset[str]:
    return words("organisations") | words("institutions") | words("bodies_in_marks")


def name_in_marks(scene: Scene, k: int, end: int) -> tuple[Voice, int] | None:
    """A subject that stands in quotation marks because it is a name: the «Observatory» said."""
    quote = scene.quote_at.get(k)
    if quote is None or quote.j >= end or quote.j - quote.i > _LONGEST_SUBJECT:
        return None
    heads = scene.heads_from(quote.i)
    if not heads and quote.balanced and scene.forms[quote.i].removeprefix("ال") in _organisations():
        return Voice((organisation(scene, quote.i, quote.j),), scene.text(quote.i, quote.j), None), quote.j + 1
    if not heads and quote.j - quote.i <= _SHORT_ASIDE and quote.balanced:
        return _described_behind(scene, quote, end)
    if not heads or heads[-1].j < quote.j:
        return None
    voice, j = joined_to(scene, heads, Span(quote.i, heads[-1].j), end)
    return voice, max(j + (j + 1 in scene.quote_to), quote.j + 1)


def _described_behind(scene: Scene, quote: Quote, end: int) -> tuple[Voice, int] | None:
    """An unknown name in marks whose post follows: "So-and-so", who is spokesman of."""
    reach = range(quote.j + 1, min(end, quote.j + 1 + _REACH))
    post = next((n for k in reach for n in scene.heads_from(k) if n.kind == "office"), None)
    if post is None or with_proclitic(scene, post):
        return None
    return voice_of(scene, [post], quote.i, quote.j), post.j


def past_own_name(scene: Scene, i: int, stop: int, end: int) -> int:
    """Past the name in marks of an organisation of no table: منظمة "النور"."""
    quote = scene.quote_at.get(stop) if stop == i + 1 and scene.forms[i] in words("organisations") else None
    return quote.j + 1 if quote is not None and quote.balanced and quote.j < end else stop
