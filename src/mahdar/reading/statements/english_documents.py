"""Who wrote a document: the words behind it ("drafted by"), who tabled it, or the organ that adopted it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from mahdar.reading.statements.english_cues import cues
from mahdar.reading.statements.english_ends import tallied
from mahdar.reading.statements.english_phrases import Phrase, phrase_after, phrase_before
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.scene import ADOPTING

_OPENING = 14
_FAR = 150  # tokens back to the organ that adopted a resolution
_REFUSED = 2  # tokens
_DEFINITE = frozenset({"the", "this", "that"})
_ADJECTIVES = 6  # tokens from an article to its document
_OBJECT = 6  # from a verb of tabling to its document
_COUNCIL = "body:un-security-council"  # alone numbers its resolutions without more: Resolution 1701
_OF_STATE = frozenset({"state", "demonym", "capital"})
_SPEAKING = frozenset({"state", "capital", "body", "person", "office", "anaphor"})


class Authors:
    """The authors of the documents of one passage."""

    def __init__(self, view: View) -> None:
        self.view = view

    def behind(self, end: int) -> Phrase | None:
        """Whom the words behind a document name: "the text, drafted by France and seen by AFP, demands"."""
        w = self.view.words
        for k in range(end, min(end + _OPENING, len(self.view.forms) - 1)):
            if self.view.forms[k] == "by" and self.view.form(self._before_time(k) - 1) in w.authoring:
                return phrase_after(self.view, k + 1) if not tallied(self.view, k) else None
            relative = self.view.form(k - 1) in {"which", "that"}
            if (self.view.forms[k] in w.finite and not relative) or self.view.stop(k):
                break
        return None

    def _before_time(self, k: int) -> int:
        """The token behind a participle that a time parts from "by": "a letter sent | last year by the mission"."""
        start = self.view.time_start(k)
        while start is not None and self.view.form(start - 1) in self.view.words.before_time | {"in", "on"}:
            start -= 1
        return k if start is None else start

    def is_refused(self, phrase: Phrase) -> bool:
        """Whether an indefinite document stands behind a verb of those who did not want it: "vetoed a draft"."""
        view, i = self.view, phrase[0]
        near = view.forms[max(view.sentence(i)[0], i - _REFUSED) : i]
        return view.forms[i] in {"a", "an"} and not view.words.refusals.isdisjoint(near)

    def elsewhere(self, phrase: Phrase) -> Phrase | None:
        """Who wrote or tabled this kind of document by other words of the report: those before it, else behind it.

        A draft that was refused is not another one of which the report speaks further on; no organ drafts its own.
        """
        kind = self._kind(phrase)
        places, authors = self._written.get(kind, ([], []))
        before = bisect_left(places, phrase[0])
        if before:
            return authors[before - 1] if not self._adopted_alone(phrase, authors[before - 1]) else None
        behind = bisect_left(places, phrase[1])
        ahead = kind == "draft" and behind < len(places) and self._is_same(phrase, places[behind])
        return authors[behind] if ahead else None

    def of_draft(self, phrase: Phrase) -> Phrase | None:
        """Who is said before a phrase, else behind it, to have written or tabled a draft."""
        places, authors = self._written.get("draft", ([], []))
        return authors[max(0, bisect_left(places, phrase[0]) - 1)] if places else None

    def _is_same(self, phrase: Phrase, later: int) -> bool:
        """Whether a document further on can be this one: of one that was refused only "the text", "that draft"."""
        definite = not _DEFINITE.isdisjoint(self.view.forms[max(0, later - 2) : later])
        return definite or not self.is_refused(phrase)

    def _adopted_alone(self, phrase: Phrase, author: Phrase) -> bool:
        """Whether a draft is given to an organ because that organ adopted something else."""
        named = self.view.named(author[0])
        drafted = "draft" in self.view.forms[phrase[0] : phrase[1]]
        return drafted and named is not None and named.entity in ADOPTING

    def adopting(self, phrase: Phrase) -> str | None:
        """The organ that adopted a resolution: of a number alone the Security Council, else the one named last."""
        i, j = phrase
        numbered = any(self.view.tokens.is_number(k) and self.view.form(k + 1) != "/" for k in range(i, j))
        if numbered and _COUNCIL in self.view.passage.entities:
            return _COUNCIL
        for k in range(i - 1, max(-1, i - _FAR), -1):
            named = self.view.named(k)
            if named is not None and named.entity in ADOPTING:
                return named.entity
        return _COUNCIL if numbered else self._only_organ

    @cached_property
    def _only_organ(self) -> str | None:
        """The organ that adopts resolutions, where the report names only one."""
        organs = {named.entity for named in self.view.passage.named if named.entity in ADOPTING}
        return organs.pop() if len(organs) == 1 else None

    def _kind(self, phrase: Phrase) -> str:
        """The noun of a document; drafts and texts are one."""
        held = self.view.forms[phrase[0] : phrase[1]]
        nouns = [form for form in held if form in self.view.words.documents]
        return "draft" if self.view.words.drafting & set(nouns) else nouns[-1] if nouns else ""

    @cached_property
    def _written(self) -> dict[str, tuple[list[int], list[Phrase]]]:
        """Where somebody is said to have written or tabled a document, in order, and who, by its kind."""
        found: dict[str, tuple[list[int], list[Phrase]]] = {}
        for k, form in enumerate(self.view.forms):
            if form in self.view.words.documents and self.view.named(k) is None:
                who = self.behind(k + 1) or self.marked(k) or self._tabled(k) or self._said_in(k)
                if who is not None:
                    places, authors = found.setdefault(self._kind((k, k + 1)), ([], []))
                    places.append(k)
                    authors.append(who)
        return found

    def marked(self, document: int) -> Phrase | None:
        """Whom a word before a document names: "a U.S.-drafted resolution", "the French draft", "Amnesty's report"."""
        view, w = self.view, self.view.words
        k = document
        while k > 0 and view.forms[k - 1] in view.words.drafting:
            k -= 1
        owned = view.form(k - 1) == "'s"
        owner = view.named(k - 2 if owned else k - 1)
        if owner is not None and (owned or owner.kind == "body") and owner.kind in _SPEAKING:
            return owner.i, owner.j
        joined = view.form(k - 1) in w.authoring and view.form(k - 2) == "-"
        named = view.named(k - 3 if joined else k - 1)
        of_state = named is not None and named.kind in _OF_STATE
        marks = joined or (of_state and view.forms[document] in view.words.drafting)
        return (named.i, named.j) if named is not None and marks else None

    def _tabled(self, document: int) -> Phrase | None:
        """Whom the subject of a verb of tabling before a document names: "Britain circulated a draft resolution"."""
        view, w = self.view, self.view.words
        for k in range(document - 1, max(0, document - _OBJECT), -1):
            if view.forms[k] in w.tabling:
                who = phrase_before(view, k, view.sentence(k)[0], set())
                names = (view.named(m) for m in range(*who)) if who is not None else ()
                return who if any(n is not None and n.kind in _SPEAKING and n.head for n in names) else None
            if not view.word(k) or view.forms[k] in w.prepositions | w.finite:
                return None
        return None

    def _said_in(self, document: int) -> Phrase | None:
        """Whom the subject of a verb of saying names whose words stand in a document: "the bank said in a report"."""
        view, w = self.view, self.view.words
        article = next((k for k in range(document - 1, max(0, document - _ADJECTIVES), -1) if _opens(view, k)), None)
        if article is None or view.form(article - 1) != "in":
            return None
        if article - 1 == view.sentence(document)[0]:
            return self._behind_opening(document)
        for k in range(article - 2, max(0, article - _OBJECT), -1):
            if any(cue.verbal for cue in cues().get(view.forms[k])):
                who = phrase_before(view, k, view.sentence(k)[0], set())
                return who if who is not None and view.forms[who[1] - 1] not in w.personal | w.relatives else None
            if not view.word(k) and not view.tokens.is_number(k):
                return None
        return None

    def _behind_opening(self, document: int) -> Phrase | None:
        """Whom the clause behind an opening names: "In its yearly report on the war, | the UN mission counted"."""
        view = self.view
        end = min(view.sentence(document)[1], document + _OPENING)
        comma = next((k for k in range(document + 1, end) if view.forms[k] == ","), end)
        last = next((k for k in range(comma + 1, min(end + _OBJECT, comma + 1 + _OBJECT)) if _is_past(view, k)), comma)
        head = view.form(last - 1)
        speaks = last > comma + 1 and (view.capital(last - 1) or head in view.words.collective | view.words.organs)
        return (comma + 1, last) if speaks else None


def _is_past(view: View, k: int) -> bool:
    """Whether a past or finite verb in small letters stands at token k."""
    form, w = view.form(k), view.words
    return form in w.finite or form in w.pasts or (form.endswith("ed") and not view.capital(k))


def _opens(view: View, k: int) -> bool:
    """Whether an indefinite or possessive word stands at token k: "in a statement", "in its yearly report"."""
    return view.forms[k] in {"a", "an"} or view.forms[k] in view.words.possessives


def is_adopted(forms: list[str]) -> bool:
    """Whether a document is a resolution and no draft of one."""
    return not {"resolution", "resolutions"}.isdisjoint(forms) and "draft" not in forms


def is_draft(view: View, phrase: Phrase) -> bool:
    """Whether a phrase is a draft that only lies before somebody: "a draft resolution at the Security Council"."""
    i, j = phrase
    head = next((k for k in range(i + 1, j) if view.forms[k] in view.words.inside), j)
    lies = head == j or view.forms[head] in view.words.places | {"before", "to", "on", "for"}
    return "draft" in view.forms[i:head] and lies and all(view.named(k) is None for k in range(i, head))


def addressed(view: View, phrase: Phrase) -> int | None:
    """Where the words begin that tell to whom a document was sent: "a letter | to the board"."""
    i, j = phrase
    at = next((k for k in range(i + 1, j) if view.forms[k] in view.words.inside), None)
    sent = at is not None and view.forms[at] == "to" and view.forms[at - 1] in view.words.documents
    return at if sent and view.forms[i] != "its" else None


def shown(view: View, phrase: Phrase) -> int | None:
    """Where the words begin that tell who has seen a document: "a draft | seen by Reuters"."""
    i, j = phrase
    w, forms = view.words, view.forms
    at = next((k for k in range(i + 1, j - 1) if forms[k] in w.seen and forms[k + 1] == "by"), None)
    held = at is not None and any(form in w.documents for form in forms[i:at])
    return at - (forms[at - 1] == "and") if at is not None and held else None
