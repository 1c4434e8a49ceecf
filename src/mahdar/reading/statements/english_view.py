"""A passage as the English grammar looks at it: which sentence a token is in, what stands in quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from mahdar.language.quotes import Quote
from mahdar.language.tokens import NEWLINE
from mahdar.reading.passage import Named, Passage
from mahdar.reading.statements.english_dateline import behind_datelines
from mahdar.reading.statements.english_pseudonyms import unmasked
from mahdar.reading.statements.english_words import STOPS, Words, words

_SHORT_QUOTE = 4
_WHO = "who"  # the relative and, in capitals, a name


class View:
    """Look-ups over one passage; token indices throughout, each look-up constant or logarithmic."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.words: Words = words()
        quotes, self.forms = unmasked(passage, _without_lookalikes(passage), self.words)
        self.outer: list[Quote] = _run_on(_outermost(quotes), self.forms)
        self._quote_at = self._cover(self.outer)
        self._opens = {quote.i - 1: quote for quote in self.outer if quote.j > quote.i}
        self._closes = {quote.j: quote for quote in self.outer if quote.balanced and quote.j > quote.i}
        self._sentences: dict[int, tuple[int, int]] = {}
        self._breaks = [i for i, form in enumerate(self.forms) if form == NEWLINE]
        self._named_at = _named_at(passage.named, len(self.forms))
        self._behind_dateline = behind_datelines(passage)
        self._time_end = {t.i: t.j for t in passage.times}
        self._time_start = {t.j: t.i for t in passage.times}

    @cached_property
    def own_outlets(self) -> frozenset[str]:
        """Outlets in the datelines of the report: they wrote it, and nothing reached it through them."""
        spans = self._behind_dateline.items()
        named = (self.named(k) for i, j in spans for k in range(i, j))
        return frozenset(n.entity for n in named if n is not None and n.kind == "outlet")

    @cached_property
    def _own(self) -> list[int]:
        own = self.words.own
        return [k for k, form in enumerate(self.forms) if form in own]

    @cached_property
    def proper(self) -> frozenset[str]:
        """Forms that stand capitalised within sentences below the headline, and nowhere in small letters."""
        first = self.paragraph_end(0)
        inner = {f for k, f in enumerate(self.forms) if k > first + 1 and self.capital(k) and self.word(k - 1)}
        return frozenset(inner - {f for k, f in enumerate(self.forms) if not self.capital(k)})

    def has_own(self, i: int, j: int) -> bool:
        """Whether somebody says "we" or "our" between two tokens."""
        k = bisect_left(self._own, i)
        return k < len(self._own) and self._own[k] < j

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
        return self._opens.get(i)

    def closes(self, i: int) -> Quote | None:
        """The quotation whose closing mark is token i."""
        return self._closes.get(i)

    def paragraph_end(self, i: int) -> int:
        """The line end at or behind token i."""
        k = bisect_left(self._breaks, i)
        return self._breaks[k] if k < len(self._breaks) else max(i, len(self.forms))

    def paragraph_start(self, i: int) -> int:
        """The token behind the line end before token i."""
        k = bisect_left(self._breaks, i)
        return self._breaks[k - 1] + 1 if k else 0

    def named(self, i: int) -> Named | None:
        """The name that token i belongs to."""
        return self._named_at.get(i)

    @cached_property
    def _twins(self) -> dict[tuple[int, int], list[Named]]:
        """All that words mean that mean more than one: the states of "both sides"."""
        found: dict[tuple[int, int], list[Named]] = {}
        for named in self.passage.named:
            found.setdefault((named.i, named.j), []).append(named)
        return {span: names for span, names in found.items() if len(names) > 1}

    def meant(self, named: Named) -> list[Named]:
        """All that the words of a name mean."""
        return self._twins.get((named.i, named.j), [named])

    def is_backer(self, j: int) -> bool:
        """Whether a compound of backing begins behind the name that ends before token j: Turkish-|backed."""
        return self.form(j) == "-" and self.tokens.touches(j) and self.form(j + 1) in self.words.backing

    def time_end(self, i: int) -> int | None:
        """Where a time phrase that begins at token i ends."""
        return self._time_end.get(i)

    def time_start(self, j: int) -> int | None:
        """Where a time phrase that ends before token j begins."""
        return self._time_start.get(j)

    def sentence(self, i: int) -> tuple[int, int]:
        """The sentence of token i without its dateline, reaching over stops inside a quotation that it partly holds."""
        known = self._sentences.get(i)
        if known is None:
            known = self._sentences[i] = self._find_sentence(i)
        return known

    def head(self, i: int) -> int:
        """Where the words of the sentence that begins at token i begin, behind a dateline: "DOHA: | The minister"."""
        placed = self.form(i + 1) == ":" and self.tokens.original(i, i + 1).isupper() and len(self.forms[i]) > 1
        return self._behind_dateline.get(i, i + 2 * placed)

    def _find_sentence(self, i: int) -> tuple[int, int]:
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
        story = self._behind_dateline.get(first, first)
        return story if story <= i else first, max(last, i + 1)

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
            or self.forms[i + 1] == NEWLINE
            or self.passage.sentence_of(i + 1) != self.passage.sentence_of(i)
        )

    def dash(self, i: int) -> bool:
        """Whether token i is a dash that sets words apart, not the hyphen of a compound."""
        if self.form(i) != "-":
            return False
        loose = not self.tokens.touches(i) or not (i + 1 < len(self.forms) and self.tokens.touches(i + 1))
        return loose or "-" in {self.form(i - 1), self.form(i + 1)}

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


def _run_on(quotes: list[Quote], forms: list[str]) -> list[Quote]:
    """Quotations that run over paragraphs with a mark at the head of each, as one."""
    found: list[Quote] = []
    for quote in quotes:
        last = found[-1] if found else None
        if last is not None and not last.balanced and _only_breaks(forms[last.j : quote.i - 1]):
            found[-1] = Quote(last.i, quote.j, quote.balanced, quote.depth)
        else:
            found.append(quote)
    return found


def _only_breaks(between: list[str]) -> bool:
    return NEWLINE in between and all(form in STOPS or form == NEWLINE for form in between)


def _named_at(named: list[Named], size: int) -> dict[int, Named]:
    return {k: name for name in named for k in range(max(0, name.i), min(name.j, size))}


def _without_lookalikes(passage: Passage) -> list[str]:
    """The folded words, those of a name that only look like a relative (WHO) left blank."""
    forms = passage.tokens.forms
    alike = [
        k
        for n in passage.named
        for k in range(n.i, n.j)
        if forms[k] == _WHO and passage.tokens.original(k, k + 1).isupper()
    ]
    if not alike:
        return forms
    own = list(forms)
    for k in alike:
        own[k] = passage.tokens.original(k, k + 1)
    return own
