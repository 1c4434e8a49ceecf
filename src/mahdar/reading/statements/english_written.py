"""Who speaks by a document: its authors, those who tabled it, the organ that adopted it."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.reading.passage import Named
from mahdar.reading.statements.english_documents import Authors, is_adopted
from mahdar.reading.statements.english_memory import Memory
from mahdar.reading.statements.english_named import names_in
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_unknown import Unknown
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import NOBODY, Speaker, outlets
from mahdar.reading.statements.english_words import CLOSING_MARKS

_NEAR = 60
_ASIDE, _NAMES = 14, 6  # tokens behind a document, and behind "seen by"


class Written:
    """The speakers behind the documents of one passage."""

    def __init__(self, view: View, memory: Memory, unknown: Unknown, resolve: Callable[[Phrase], Speaker]) -> None:
        self.view = view
        self.unknown = unknown
        self._memory = memory
        self._resolve = resolve
        self._authors = Authors(view)

    def marked(self, document: int) -> Speaker | None:
        """Whom a word before the document at this token names: the U.S. of "a U.S.-drafted text"."""
        wrote = self._authors.marked(document)
        return self._author(wrote) if wrote is not None else None

    def sponsors(self, phrase: Phrase) -> tuple[str, ...]:
        """Who wrote or tabled the draft before "the sponsors"; nobody where the report does not tell."""
        wrote = self._authors.of_draft(phrase)
        return self._author(wrote).ids if wrote is not None else ()

    def _seen_by(self, end: int) -> tuple[str, ...]:
        """The outlets that a document behind token ``end`` was shown to: "the text, drafted by Fiji, seen by AFP"."""
        view, w = self.view, self.view.words
        for k in range(end, min(end + _ASIDE, len(view.forms) - 1)):
            if view.forms[k] == "by" and view.form(k - 1) in w.seen:
                return outlets(view, k, k + _NAMES)
            if view.forms[k] in w.finite or view.stop(k):
                break
        return ()

    def document(self, phrase: Phrase) -> Speaker:
        """A document speaks for its authors: those of the last one, or who was named before it in the sentence."""
        forms, text = self.view.forms[slice(*phrase)], self.view.tokens.original(*phrase)
        if forms[0] == "its" and (owner := self._memory.owned_document(phrase)):
            return Speaker(owner, text)
        by = next((k for k in range(phrase[0] + 1, phrase[1] - 1) if self.view.forms[k] == "by"), None)
        if by is not None and self.view.forms[by - 1] in self.view.words.documents:
            return Speaker(self._resolve((by + 1, phrase[1])).ids, text)
        if "reports" in forms:
            return Speaker((self.unknown.unnamed(),), text)
        refused = self._authors.is_refused(phrase)
        wrote = self._authors.behind(phrase[1]) or (None if is_adopted(forms) else self._authors.elsewhere(phrase))
        authors = self._author(wrote) if wrote is not None else NOBODY
        if authors.ids or refused:
            return Speaker(authors.ids, text).through(self._seen_by(phrase[1]))
        last = self._memory.last_document.ids
        if forms[0] in {"the", "this", "it"} and last and not set(forms) & {"resolution", "draft"}:
            return Speaker(last, text)
        if is_adopted(forms) and forms[0] not in {"a", "an"}:
            organ = self._authors.adopting(phrase)
            return Speaker((self.unknown.organ(organ),) if organ else last, text)
        named = self._named_before(phrase)
        return Speaker((named.entity,) if named is not None else last, text)

    def _named_before(self, phrase: Phrase) -> Named | None:
        """Who is named before a document in its sentence: a body, before "a report" anybody."""
        any_ = self.view.forms[phrase[0]] in {"a", "an"}
        first = max(self.view.sentence(phrase[0])[0], phrase[0] - _NEAR)
        told = self.view.form(phrase[0] - 1) in self.view.words.plainly_said  # said the report
        led = phrase[0] - told - 2 * (self.view.form(phrase[0] - 2) == "according")
        content = self.view.form(led - 1) in CLOSING_MARKS | {","}  # names in it are not the author's
        for k in range(phrase[0] - 1, phrase[0] if content else first - 1, -1):
            named = self.view.named(k)
            if named is not None and (named.kind == "body" or any_) and named.head:
                return named
        return None

    def _author(self, phrase: Phrase) -> Speaker:
        """Who is named by a phrase that only marks a document: the U.S. of "a U.S.-drafted text"."""
        named = self.view.named(phrase[0])
        if named is not None and (named.i, named.j) == phrase:
            return Speaker((named.entity,), None)
        written = not self.view.words.documents.isdisjoint(self.view.forms[slice(*phrase)])
        return NOBODY if written and not names_in(self.view, phrase) else self._resolve(phrase)
