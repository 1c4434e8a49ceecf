"""Whom a pronoun, "his office" or "the diplomat" takes up of those who spoke before."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.reading.statements.english_bodies import Bodies
from mahdar.reading.statements.english_memory import Memory
from mahdar.reading.statements.english_named import apposed
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_pronouns import agent_before, own_subject, person_before
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import NOBODY, Speaker
from mahdar.reading.statements.english_written import Written

_HEAD = 7  # tokens at the head of a sentence that may name a document
_OWNERS, _OWNED = {"his": "he", "her": "she"}, 2
_UN = "body:un"
_TAKING_UP = frozenset({"who", "which", "this"})
_OBJECTS = {"him": "he", "her": "she", "them": "they", "us": "we", "me": "i"}


class TakenUp:
    """The speakers of one passage as words that name nobody take them up; ``issuer`` gives who says "we"."""

    def __init__(
        self, view: View, memory: Memory, bodies: Bodies, documents: Written, issuer: Callable[[], Speaker]
    ) -> None:
        self.view = view
        self._memory = memory
        self._bodies = bodies
        self._documents = documents
        self._issuer = issuer

    def _text(self, phrase: Phrase) -> str:
        return self.view.tokens.original(*phrase)

    def pronoun(self, phrase: Phrase) -> Speaker | None:
        i, last = phrase[0], self.view.forms[phrase[1] - 1]
        if phrase[1] - i == 1 and self.view.named(i) is not None and last in _OBJECTS:
            return None  # the US, not us
        if phrase[1] - i == 1 and last in _OBJECTS:
            return self._memory.carried(_OBJECTS[last], i)
        if last not in self.view.words.personal and last not in _TAKING_UP:
            return None
        carried = self._one_body(i) if last == "it" else NOBODY
        if carried.ids:
            return carried
        carried = self._memory.carried(last, i)
        if last == "it" and carried.ids and all(one.startswith("person:") for one in carried.ids):
            heading = self._heading(i)
            carried = heading if heading.ids else self._memory.served(carried.ids, i)
        if last in {"we", "i"}:
            return carried if carried.ids or self.view.quote(i) is not None else self._issuer()
        if carried.ids:
            return carried
        if last in {"he", "she"} and self._memory.spoke_nameless(i):
            return Speaker((), self._text(phrase))
        return self._heading(i) if last == "it" else person_before(self.view, i)

    def _one_body(self, i: int) -> Speaker:
        """What "it" at token i means before it means who spoke last: no source, but the agent of a passive."""
        carried = own_subject(self.view, i)
        told = self._memory.last_at >= self._sentence_before(i)
        carried = carried if carried.ids or told else agent_before(self.view, i)
        return carried if carried.ids else self._memory.before_others(i)

    def _sentence_before(self, i: int) -> int:
        first = self.view.sentence(i)[0]
        return self.view.sentence(first - 1)[0] if first else first

    def possessed(self, phrase: Phrase) -> Speaker | None:
        """ "his office had no comment": he; "his organisation called for a session": the body he speaks for."""
        i, j = phrase
        pronoun, w = _OWNERS.get(self.view.forms[i]), self.view.words
        noun = self.view.forms[j - 1]
        named = self.view.named(j - 1)  # his spokesman, X, who is named with his post
        if pronoun is None or j - i != _OWNED or apposed(self.view, phrase) or (named and named.kind == "person"):
            return None
        if noun in w.mouthpieces | w.honours:
            return Speaker(self._memory.carried(pronoun, i).ids, self._text(phrase))
        own = noun in w.collective and self._bodies.of_people(self._memory.carried(pronoun, i).ids)
        return Speaker(own, self._text(phrase)) if own else None

    def called(self, phrase: Phrase) -> Speaker | None:
        """Whoever spoke before and is called again by what he is: "the diplomat"."""
        forms, last, w = self.view.forms[slice(*phrase)], self._memory.last_person, self.view.words
        if forms == ["the", "latter"] or self._memory.some_of_them(phrase):
            return Speaker(self._memory.last.ids, self._text(phrase))
        again = forms[0] == "the" and len(forms) == _OWNED and forms[1] in w.called_so
        expert = forms[0] == "the" and forms[-1] in w.called_experts and w.describing_experts.issuperset(forms[1:-1])
        again = again or (expert and last.ids == self._memory.last.ids and self._bodies.of_people(last.ids) == (_UN,))
        return Speaker(last.ids, self._text(phrase)) if again and last.ids else None

    def _heading(self, i: int) -> Speaker:
        """The document, state or body that opens the sentence before that of token i, which "it" takes up."""
        first, before = self.view.sentence(i)[0], self._sentence_before(i)
        if self.view.forms[before] in self.view.words.prepositions:
            ends = (k for k in range(before, min(first, before + _HEAD)) if self.view.forms[k] == ",")
            before = next(ends, before - 1) + 1
        head = range(before, min(first, before + _HEAD))
        written = next((k for k in head if self.view.forms[k] in self.view.words.documents | {","}), before)
        wrote = self._documents.marked(written) if self.view.forms[written] != "," else None
        if wrote is not None:
            return wrote
        named = self.view.named(before + (self.view.form(before) == "the"))
        known = named is not None and named.head and named.kind in {"state", "capital", "body", "anaphor"}
        known = known and named is not None and not named.entity.startswith("person:")
        return Speaker((named.entity,), None) if named is not None and known else NOBODY
