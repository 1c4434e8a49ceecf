"""One account with what comparing asks of it again and again: tokens, sentences, names and whose words stand where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from mahdar.accounts.compare_model import Account, Name
from mahdar.accounts.telling import Telling
from mahdar.language.sentences import sentences
from mahdar.language.tokens import Tokens, tokenize
from mahdar.model import Span, Statement
from mahdar.reading.nesting import Nesting

_LEAD_SENTENCES = 2
_FEWEST_WORDS = 6  # fewer make a headline or a dateline
_STOPS = frozenset('.!?؟…»”"')
_LONGEST_DATELINE = 60  # characters before its date
_BEHIND_DATE, _DASHES = 5, "-–—"


class Scene:
    """The account number ``index`` of a comparison; offsets are those of its text."""

    def __init__(self, index: int, telling: Telling) -> None:
        self.index = index
        self.telling = telling
        self.reading = telling.reading
        self.text = telling.text

    @cached_property
    def account(self) -> Account:
        report, telling = self.reading.report, self.telling
        return Account(
            id=telling.id,
            outlet=telling.outlet or report.outlet,
            title=telling.title or report.title,
            language=report.language,
            published=telling.published or report.published,
            published_basis=report.published_basis,
        )

    @cached_property
    def tokens(self) -> Tokens:
        return tokenize(self.text)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences as spans of the text, in order."""
        bounds = ((self.tokens.start(s.i), self.tokens.end(s.j - 1)) for s in sentences(self.tokens))
        return [Span(start, end, self.text[start:end]) for start, end in bounds]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def number(self, offset: int) -> int:
        """The index of the sentence that holds an offset, or of the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence(self, start: int, end: int) -> Span:
        """The sentence that holds a span; from the first to the last where the span runs over several."""
        first, last = self.sentences[self.number(start)], self.sentences[self.number(max(start, end - 1))]
        begin, stop = min(first.start, start), max(last.end, end)
        return Span(begin, stop, self.text[begin:stop])

    @cached_property
    def lead_end(self) -> int:
        """The offset behind the headline and the first two whole sentences."""
        whole = [s for s in self.sentences if _whole(s.text)][:_LEAD_SENTENCES]
        return whole[-1].end if whole else len(self.text)

    def in_dateline(self, span: Span) -> bool:
        """Whether a span stands in a dateline: at the head of its line, with a dash behind it."""
        head = self.text[self.text.rfind("\n", 0, span.start) + 1 : span.start]
        behind = self.text[span.end : span.end + _BEHIND_DATE].lstrip(" )،,")
        return len(head) <= _LONGEST_DATELINE and behind[:1] in _DASHES and bool(behind)

    def name(self, entity: str) -> Name:
        known = self.reading.entities.get(entity)
        return Name(entity, known.name, known.name_ar) if known else Name(entity, entity.partition(":")[2] or entity)

    def names(self, entities: Iterable[str]) -> tuple[Name, ...]:
        return tuple(map(self.name, entities))

    def principal(self, entity: str) -> str:
        """Whom an entity speaks for, or itself."""
        known = self.reading.entities.get(entity)
        return (known.principal if known else None) or entity

    def principals(self, entities: Iterable[str]) -> tuple[str, ...]:
        """The principals of speakers, each once, in order."""
        return tuple(dict.fromkeys(map(self.principal, entities)))

    def statement_at(self, offset: int) -> Statement | None:
        """The innermost statement in which an offset stands."""
        found = self._nesting.at(offset)
        return None if found is None else self.reading.statements[found]

    @cached_property
    def _nesting(self) -> Nesting:
        return Nesting((s.start, s.end) for s in self.reading.statements)


def _whole(text: str) -> bool:
    """Whether it is a sentence of the story: long enough, and ended by a stop, which headlines lack."""
    return len(text.split()) >= _FEWEST_WORDS and text.rstrip()[-1:] in _STOPS
