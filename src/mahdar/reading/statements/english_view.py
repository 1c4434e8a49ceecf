"""A passage as the English grammar looks at it: which sentence a token is in, what stands in quotation marks."""

from __future__ import annotations

from mahdar.language.quotes import Quote
from mahdar.language.tokens import NEWLINE
from mahdar.reading.passage import Named, Passage
from mahdar.reading.statements.english_words import STOPS, Words, words

_SHORT_QUOTE = 4


class View:
    """Look-ups over one passage; token indices throughout, each look-up constant or logarithmic."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.forms: list[str] = passage.tokens.forms
        self.words: Words = words()
        self.outer: list[Quote] = _outermost(passage.quotes)
        self._quote_at = self._cover(self.outer)
        self._named_at = _named_at(passage.named, len(self.forms))
        self._time_end = {t.i: t.j for t in passage.times}
        self._time_start = {t.j: t.i for t in passage.times}

    def _cover(self, quotes: list[Quote]) -> list[Quote | None]:
        cover: list[Quote | None] = [None] * len(self.forms)
        for quote in quotes:
            cover[quote.i : quote.j] = [quote] * (quote.j - quote.i)
        return cover

    def form(self, i: int) -> str:
        """The folded form of token i, the line end outside the text."""
        return self.forms[i] if 0 <= i < len(self.forms) else NEWLINE

    def quote(self, i: int) -> Quote | None:
        """The outermost quotation that holds token i."""
        return self._quote_at[i] if 0 <= i < len(self.forms) else None

    def opens(self, i: int) -> Quote | None:
        """The quotation whose opening mark is token i."""
        quote = self.quote(i + 1)
        return quote if quote is not None and quote.i == i + 1 else None

    def closes(self, i: int) -> Quote | None:
        """The quotation whose closing mark is token i."""
        quote = self.quote(i - 1)
        return quote if quote is not None and quote.j == i and quote.balanced else None

    def named(self, i: int) -> Named | None:
        """The name that token i belongs to."""
        return self._named_at.get(i)

    def time_end(self, i: int) -> int | None:
        """Where a time phrase that begins at token i ends."""
        return self._time_end.get(i)

    def time_start(self, j: int) -> int | None:
        """Where a time phrase that ends before token j begins."""
        return self._time_start.get(j)

    def sentence(self, i: int) -> tuple[int, int]:
        """The sentence of token i, reaching over stops inside quotation marks that it only partly holds."""
        spans = self.passage.sentences
        if not spans:
            return i, min(i + 1, len(self.forms))
        k = self.passage.sentence_of(i)
        first, last = spans[k].i, spans[k].j
        head, tail = self.quote(first), self.quote(last - 1)
        if head is not None and head is not self.quote(i):
            first = head.i - 1
            first = spans[self.passage.sentence_of(first)].i
        if tail is not None and tail is not self.quote(i) and tail.j > last:
            last = self._sentence_end(tail.j)
        return first, max(last, i + 1)

    def _sentence_end(self, i: int) -> int:
        """The end of the sentence of token i, a quotation's end; a stop right before its closing mark ends it too."""
        if self.form(i - 1) in STOPS and self.tokens.is_capital(i + 1) if i + 1 < len(self.forms) else False:
            return i + 1
        return max(i, self.passage.sentences[self.passage.sentence_of(min(i, len(self.forms) - 1))].j)

    def stop(self, i: int) -> bool:
        """Whether token i is a mark that ends a sentence, not the point of an abbreviation."""
        if self.form(i) not in STOPS:
            return False
        return (
            self.forms[i] != "."
            or i + 1 >= len(self.forms)
            or self.passage.sentence_of(i + 1) != self.passage.sentence_of(i)
        )

    def capital(self, i: int) -> bool:
        return 0 <= i < len(self.forms) and self.tokens.is_capital(i)

    def word(self, i: int) -> bool:
        return 0 <= i < len(self.forms) and self.tokens.is_word(i)

    def is_speech(self, quote: Quote) -> bool:
        """Whether a quotation is long enough to be speech rather than a borrowed word."""
        return quote.j - quote.i >= _SHORT_QUOTE


def _outermost(quotes: list[Quote]) -> list[Quote]:
    """Quotations that lie in no other, in order."""
    found: list[Quote] = []
    for quote in quotes:
        if not found or quote.i >= found[-1].j:
            found.append(quote)
    return found


def _named_at(named: list[Named], size: int) -> dict[int, Named]:
    return {k: name for name in named for k in range(max(0, name.i), min(name.j, size))}
