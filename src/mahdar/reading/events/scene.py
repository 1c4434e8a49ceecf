"""One sentence with the words that matter for events, and the questions that grammars ask of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from mahdar.language.lexicon import Hit
from mahdar.language.tokens import Span, Tokens
from mahdar.reading.events.candidates import role_words
from mahdar.reading.events.senses import CARRIER, Condition, Sense, Word

REACH = 16
_MEMORY = 30
_PARTIES = frozenset("^=")
_FINITE = frozenset({"perfect", "imperfect", "past", "s"})
_CROSSING = frozenset({"effect", "announce"})
_MARKS = frozenset(".,;:!?،؛؟…")
_place = attrgetter("i")
_QUESTIONS = frozenset("?؟")


@dataclass(slots=True)
class Scene:
    """The tokens of a sentence, the hits of the lexicon in it (in order), and where its clauses part."""

    tokens: Tokens
    span: Span
    hits: list[Hit[Word]]
    breaks: list[int]
    classes: frozenset[str]

    @classmethod
    def of(cls, tokens: Tokens, span: Span, hits: list[Hit[Word]]) -> Scene:
        """Clauses part at punctuation and at words of the class ``link``."""
        marks = [i for i in range(span.i, span.j) if tokens.forms[i] in _MARKS]
        links = [hit.i for hit in hits if "link" in hit.value.classes]
        classes = frozenset().union(*(hit.value.classes for hit in hits))
        return cls(tokens, span, hits, sorted({*marks, *links}), classes)

    def has(self, name: str) -> bool:
        """Whether a word of this class stands anywhere in the sentence."""
        return name in self.classes

    @property
    def asks(self) -> bool:
        """Whether the sentence is a question."""
        return any(self.tokens.forms[i] in _QUESTIONS for i in range(max(self.span.i, self.span.j - 3), self.span.j))

    @property
    def headline(self) -> bool:
        """Whether the sentence has no full stop at its end, as titles have none."""
        return self.tokens.forms[self.span.j - 1] not in _MARKS and self.tokens.forms[self.span.j - 1] not in '"”»)'

    def clause(self, i: int) -> Span:
        """The clause around token i: between the nearest breaks."""
        at = bisect_right(self.breaks, i)
        start = self.breaks[at - 1] if at else self.span.i
        end = self.breaks[at] if at < len(self.breaks) else self.span.j
        return Span(start, max(end, i + 1))

    def opening(self, i: int) -> int:
        """The first word of the clause around token i, without the mark that parts it from the last."""
        start = self.clause(i).i
        return start + 1 if start < i and not self.tokens.is_word(start) and not self.tokens.is_number(start) else start

    def parted(self, i: int, j: int) -> int:
        """How many breaks lie between tokens i and j (i < j)."""
        return bisect_right(self.breaks, j - 1) - bisect_right(self.breaks, i)

    def before(self, k: int) -> Word | None:
        """The known word that stands directly before hit k."""
        hit = self.hits[k - 1] if k else None
        return hit.value if hit and hit.j == self.hits[k].i else None

    def is_before(self, k: int, name: str) -> bool:
        """Whether a word of this class stands directly before hit k."""
        word = self.before(k)
        return word is not None and name in word.classes

    def within(self, i: int, j: int) -> list[Hit[Word]]:
        """The hits that begin from token i to token j, as many as a grammar may look at."""
        at = bisect_left(self.hits, i, key=_place)
        return [hit for hit in self.hits[at : at + _MEMORY] if hit.i < j]

    def earlier(self, k: int) -> list[Hit[Word]]:
        """The hits before hit k, as far back as a grammar may look."""
        return self.hits[max(0, k - _MEMORY) : k]

    def belied(self, k: int) -> list[Hit[Word]]:
        """The words behind hit k in its clause that call untrue what a noun of telling before it tells."""
        if "untrue" not in self.classes or "telling" not in self.classes:
            return []
        clause, told, found = self.clause(self.hits[k].i), False, list[Hit[Word]]()
        for hit in self.within(clause.i, clause.j):
            if "telling" in hit.value.classes:
                told = hit.i < self.hits[k].i
            elif told and "untrue" in hit.value.classes and hit.i > self.hits[k].i:
                found.append(hit)
        return found

    def around(self, k: int, side: str, crossing: int = 0) -> Iterator[int]:
        """Hits within reach of hit k, nearest first on each side, over at most ``crossing`` breaks."""
        if side != "<":
            yield from self._behind(k, crossing)
        if side in ("<", ""):
            yield from self._ahead(k, crossing)

    def _behind(self, k: int, crossing: int) -> Iterator[int]:
        here, limit = self.hits[k], self._limit(self.hits[k].i, crossing)
        for other in range(k + 1, len(self.hits)):
            if self.hits[other].i - here.j > REACH or self.hits[other].i >= limit:
                return
            yield other

    def _ahead(self, k: int, crossing: int) -> Iterator[int]:
        here, limit = self.hits[k], self._floor(self.hits[k].i, crossing)
        for other in range(k - 1, -1, -1):
            if here.i - self.hits[other].j > REACH or self.hits[other].i < limit:
                return
            yield other

    def _limit(self, i: int, crossing: int) -> int:
        """The token at which a search behind token i has to stop."""
        at = bisect_right(self.breaks, i) + crossing
        return self.breaks[at] if at < len(self.breaks) else self.span.j

    def _floor(self, i: int, crossing: int) -> int:
        """The first token that a search before token i may reach."""
        at = bisect_right(self.breaks, i) - 1 - crossing
        return self.breaks[at] if at >= 0 else self.span.i

    def meets(self, k: int, condition: Condition, crossing: int = 0) -> bool:
        """Whether a word of the wanted class stands where the condition wants it."""
        if condition.wanted not in self.classes:
            return False
        if condition.side == "+":
            nearby = self.hits[k + 1] if k + 1 < len(self.hits) else None
            return nearby is not None and nearby.i == self.hits[k].j and condition.wanted in nearby.value.classes
        if condition.side in _PARTIES:
            return any(condition.wanted in hit.value.classes for hit in self._party(k, condition.side))
        return any(
            condition.wanted in self.hits[other].value.classes for other in self.around(k, condition.side, crossing)
        )

    def _party(self, k: int, side: str) -> Iterator[Hit[Word]]:
        """The words of the subject before hit k (``^``), or of the direct object or agent behind it (``=``)."""
        return self._subject(k) if side == "^" else self._object(k)

    def _subject(self, k: int) -> Iterator[Hit[Word]]:
        forms, here, words = self.tokens.forms, self.hits[k].i, role_words()
        for other in map(self.hits.__getitem__, self.around(k, "<")):
            finite = any(sense.form in _FINITE for sense in other.value.triggers) or "declare" in other.value.classes
            if finite or not words["subordinate"].isdisjoint(forms[other.j : here]):
                return
            before = forms[max(self.span.i, other.i - 2) : other.i]
            if all(form == "of" or form not in words["governing"] for form in before):
                yield other

    def _object(self, k: int) -> Iterator[Hit[Word]]:
        forms, start = self.tokens.forms, self.hits[k].j
        start += forms[start : start + 1] == ["by"]
        for other in map(self.hits.__getitem__, self.around(k, ">")):
            if not role_words()["governing"].isdisjoint(forms[start : other.i]):
                return
            yield other

    def fits(self, k: int, sense: Sense, passive: bool = False) -> bool:
        """Whether the needs of a sense are met at hit k and nothing forbids it; what a carrier needs is its deed.

        What stands behind a verb may stand before one that is ``passive``.
        """
        if any(self.meets(k, condition) for condition in sense.unless):
            return False
        crossing = 1 if sense.kind in _CROSSING else 0
        return (
            sense.type == CARRIER
            or not sense.needs
            or any(all(self.meets(k, c, crossing) for c in group) for group in sense.needs)
            or (passive and any(all(self.meets(k, turned(c)) for c in group) for group in sense.needs))
        )

    def carried(self, k: int, sense: Sense, attached: str = "") -> tuple[int, Sense] | None:
        """The nearest deed that hit k carries, written with this preposition, and the deed's sense."""
        crossing = 1 if sense.kind in _CROSSING else 0
        for group in sense.needs:
            for other in self.around(k, group[0].side, crossing):
                found = self.deed(other, group[0].wanted)
                if found and attached in self.hits[other].proclitics:
                    return other, found
        return None

    def deed(self, k: int, wanted: str) -> Sense | None:
        """The first fitting sense of the deed noun at hit k, if it is of the wanted class or type."""
        word = self.hits[k].value
        wide = wanted in word.classes
        return next((s for s in word.deeds if (wide or s.type.lower() == wanted) and self.fits(k, s)), None)


def turned(condition: Condition) -> Condition:
    """The condition on what stands before a passive instead of behind."""
    return Condition(condition.wanted, "<") if condition.side == ">" else condition
