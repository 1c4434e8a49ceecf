"""Whom "he" and "she" take up: who opened a sentence since somebody last spoke, else who spoke last, if it fits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property

from mahdar.reading.passage import Named
from mahdar.reading.statements.english_gender import gender_of, gender_told, genders
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_strangers import strangers
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import NOBODY, Speaker

_OPENING = 14
_FARTHEST = 300
_NEAR = 60
_RECENT = 3  # people who spoke
_TAKEN_UP = frozenset({"state", "capital", "body", "anaphor", "office"})
_OF_TIME = frozenset({"when", "after", "before", "as", "while", "since", "until"})


class People:
    """The people of one passage as pronouns find them; ``enter`` gives the ids of names of no table."""

    def __init__(self, view: View, enter: Callable[[Phrase], tuple[str, ...]]) -> None:
        self.view = view
        self._enter = enter
        self._spoken: list[Speaker] = []
        self._taken_up: dict[str, str] = {}

    def spoke(self, speaker: Speaker) -> None:
        """Keep that a person spoke, and what the noun tells by which he or she is called: "his wife"."""
        self._spoken.append(speaker)
        told = gender_told((speaker.text or "").lower().split(), self.view.words) if len(speaker.ids) == 1 else None
        if told is not None:
            self._taken_up.setdefault(speaker.ids[0], told)

    @cached_property
    def _strangers(self) -> list[Phrase]:
        return strangers(self.view)

    @cached_property
    def _openers(self) -> list[Named]:
        return _openers(self.view)

    @cached_property
    def _genders(self) -> dict[str, str]:
        return genders(self.view.passage, self.view.words)

    @cached_property
    def _people(self) -> list[Named]:
        return [named for named in self.view.passage.named if named.kind == "person"]

    def meant(self, pronoun: str, at: int, last: Speaker, last_at: int) -> Speaker:
        """Whom "he" or "she" at token ``at`` means, where ``last`` spoke at ``last_at``."""
        speaker = self._opened(at, last, last_at)
        meant = speaker if self._agrees(speaker.ids, pronoun) else self._other(pronoun, at, speaker)
        if len(meant.ids) == 1 and meant.ids[0].startswith("person:"):
            self._taken_up.setdefault(meant.ids[0], pronoun)  # "she" once, "he" is somebody else
        return meant

    def _opened(self, at: int, last: Speaker, last_at: int) -> Speaker:
        k = bisect_left(self._openers, at, key=lambda n: n.i) - 1
        opened = self._openers[k].i if k >= 0 else -1
        n = bisect_left(self._strangers, at, key=lambda name: name[0]) - 1
        if n >= 0 and self._strangers[n][0] > max(opened, last_at):
            name = self._strangers[n]
            return Speaker(self._enter(name), self.view.tokens.original(*name))
        return self._by_name(self._openers[k]) if k >= 0 and opened > last_at else Speaker(last.ids, last.text)

    def _agrees(self, ids: tuple[str, ...], pronoun: str) -> bool:
        """Whether nothing that is known of these speaks against the pronoun."""
        return all(self._gender(i) in {pronoun, None} for i in ids)

    def _gender(self, entity: str) -> str | None:
        """What is known of somebody's gender, else what the first name in the id of a person tells."""
        first = entity.partition("person:")[2].partition("-")[0]
        return self._genders.get(entity) or gender_of(first, self.view.words) or self._taken_up.get(entity)

    def _other(self, pronoun: str, at: int, otherwise: Speaker) -> Speaker:
        """The last person before token ``at`` whom the pronoun is known to fit."""
        spoke = (s for s in reversed(self._spoken[-_RECENT:]) if all(self._gender(i) == pronoun for i in s.ids))
        if (told := next(spoke, None)) is not None:
            return Speaker(told.ids, told.text)
        k = bisect_left(self._people, at, key=lambda n: n.i) - 1
        while k >= 0 and at - self._people[k].i < _FARTHEST:
            if self._genders.get(self._people[k].entity) == pronoun:
                return self._by_name(self._people[k])
            k -= 1
        return self._stranger(pronoun, at) or otherwise

    def _stranger(self, pronoun: str, at: int) -> Speaker | None:
        """The last of no table who opened a sentence before token ``at`` and does not speak against the pronoun."""
        n = bisect_left(self._strangers, at, key=lambda name: name[0])
        near = (name for name in reversed(self._strangers[max(0, n - _RECENT) : n]) if at - name[0] < _FARTHEST)
        for name in near:
            ids = self._enter(name)
            if ids and self._agrees(ids, pronoun):
                return Speaker(ids, self.view.tokens.original(*name))
        return None

    def _by_name(self, named: Named) -> Speaker:
        return Speaker((named.entity,), self.view.tokens.original(named.i, named.j))


def _openers(view: View) -> list[Named]:
    """People named at the head of a sentence, by name or by office, in order: whom "he" and "she" take up."""
    heads = ((view.head(span.i), span.j) for span in view.passage.sentences)
    found = (opener(view, i, min(j, i + _OPENING), offices=True) for i, j in heads)
    return [named for named in found if named is not None]


def opener(view: View, i: int, j: int, offices: bool = False) -> Named | None:
    """The person in the subject at the head of a sentence; with ``offices`` the holder of a post without a name too."""
    for k in range(i, j):
        named = view.named(k)
        person = named is not None and (named.kind == "person" or (offices and _holds_office(named)))
        if named is not None and person and view.form(named.j) != "'s":
            return named
        if named is None and not _in_title(view, k):
            return None
    return None


def _holds_office(named: Named) -> bool:
    return named.kind == "office" and named.entity.startswith("person:")


def _in_title(view: View, k: int) -> bool:
    """Whether a word may stand before the name of a person in a subject: an office, an article, a name."""
    form, w = view.forms[k], view.words
    role = form in w.spokes or form in w.titles or form in w.private or form in w.inside or form in w.determiners
    return role or view.capital(k) or form in {"'s", "-", ","}


def person_before(view: View, i: int) -> Speaker:
    """The last person or state named before a pronoun that nothing else resolves."""
    for k in range(i - 1, max(-1, i - _NEAR), -1):
        named = view.named(k)
        if named is not None and named.kind in {"person", "office"}:
            return Speaker((named.entity,), view.tokens.original(named.i, named.j))
    return NOBODY


def agent_before(view: View, i: int) -> Speaker:
    """The agent with which the sentence before that of token i ends: "The claim was denied by Oxfam. | It said"."""
    first = view.sentence(i)[0]
    end = first - 1
    while end > 0 and not view.word(end - 1):
        end -= 1
    named = view.named(end - 1) if end > 0 else None
    if named is None or named.j != end or named.kind not in {"state", "capital", "body"}:
        return NOBODY
    by = named.i - 1 - (view.form(named.i - 1) == "the")
    passive = view.form(by) == "by" and not view.words.be.isdisjoint(view.forms[view.sentence(by)[0] : by])
    return Speaker((named.entity,), None) if passive else NOBODY


def own_subject(view: View, i: int) -> Speaker:
    """The body or state that opens the sentence, which "it" of a clause further on takes up: "after it said"."""
    if view.form(i - 1) not in _OF_TIME | view.words.of_clause:
        return NOBODY
    first = view.sentence(i)[0]
    named = view.named(first + (view.form(first) == "the"))
    if named is None or named.i >= i or not named.head or named.entity.startswith("person:"):
        return NOBODY
    return Speaker((named.entity,), None) if named.kind in _TAKEN_UP else NOBODY
