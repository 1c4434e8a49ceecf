"""Who spoke so far in a passage, and whom a pronoun or a post without a name takes up of them."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.reading.passage import UNNAMED
from mahdar.reading.statements.english_bodies import Bodies
from mahdar.reading.statements.english_kinds import head_of
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_pronouns import People
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import NOBODY, Speaker, is_outlet
from mahdar.reading.statements.english_words import CLOSING_MARKS

_NEAR = 60
_LED = 6  # tokens


class Memory:
    """The first and the last speakers of one passage: anybody, a person, a document, somebody of a state."""

    def __init__(self, view: View, bodies: Bodies, enter: Callable[[Phrase], tuple[str, ...]]) -> None:
        self.view = view
        self.first = NOBODY
        self.last = NOBODY
        self.previous = NOBODY
        self.previous_at = -_NEAR
        self.last_person = NOBODY
        self.last_document = NOBODY
        self.last_of_state = NOBODY
        self.last_at = -1
        self._document_at = -1
        self._nameless_at = -_NEAR
        self._nameless = NOBODY
        self._people = People(view, enter)
        self._bodies = bodies

    def remember(self, speaker: Speaker, phrase: Phrase | None = None) -> Speaker:
        """Keep who spoke for the pronouns and titles that follow."""
        if phrase and self._is_nameless(speaker, phrase):
            self._nameless_at, self._nameless = phrase[0], speaker
        if speaker.ids:
            self.first = self.first if self.first.ids else speaker
            if speaker.ids != self.last.ids:
                self.previous, self.previous_at = self.last, self.last_at
            self.last = speaker
            self.last_at = phrase[0] if phrase else self.last_at
            if any(self._bodies.is_of_state(i) for i in speaker.ids):
                self.last_of_state = speaker
            if any(i.startswith("person:") for i in speaker.ids):
                self.last_person = speaker
                self._people.spoke(speaker)
        if phrase and any(f in self.view.words.documents for f in self.view.forms[phrase[0] : phrase[1]]):
            self.last_document = speaker
            self._document_at = phrase[0]
        elif phrase and speaker.ids and self._is_led_by_document(phrase[0]):
            self.last_document = speaker
        return speaker

    def _is_led_by_document(self, i: int) -> bool:
        """Whether a sentence tells before its subject at token i where it spoke: "In a statement, France urged"."""
        view, first = self.view, self.view.sentence(i)[0]
        led = view.form(first) == "in" and view.form(first + 1) in {"a", "an"} | view.words.possessives
        return led and not view.words.documents.isdisjoint(view.forms[first : min(i, first + _LED)])

    def _is_nameless(self, speaker: Speaker, phrase: Phrase) -> bool:
        """Whether one person of nobody known speaks: "a spokesman", "a trader", "the head of the food agency"."""
        (i, j), w, forms = phrase, self.view.words, self.view.forms
        if not speaker.ids and forms[j - 1] in w.spokes:
            return True
        j = head_of(self.view, phrase)[1]  # a resident reached by phone
        head = forms[next((k for k in range(i + 1, j) if forms[k] in w.inside), j) - 1]
        if not speaker.ids or head.endswith("s") or head in w.plurals or self._is_organ(head):
            return False
        one = any(head in held for held in (w.spokes, w.officers, w.private, w.kin))
        led = forms[i] in w.indefinite or self._bodies.are_nameless(speaker.ids)
        return one and led and not any(one.startswith("person:") for one in speaker.ids)

    def spoke_nameless(self, i: int) -> bool:
        """Whether the last who spoke before token i held a post of nobody known: the spokesperson said, then "he"."""
        return max(self.last_at, i - _NEAR) <= self._nameless_at < i

    def served(self, people: tuple[str, ...], i: int) -> Speaker:
        """Whom the people serve who spoke in the sentence before that of token i: "an Oxfam spokesman said"."""
        first = self.view.sentence(i)[0]
        near = self.last_at >= (self.view.sentence(first - 1)[0] if first else 0)
        bodies = {self.view.passage.principal(one) for one in people} if near else set()
        return Speaker(tuple(one for one in bodies if not one.startswith("person:")), None)

    def resume(self, speaker: Speaker) -> None:
        """Go back to the speaker of a statement in which somebody else was said to speak."""
        self.last = speaker
        if any(i.startswith("person:") for i in speaker.ids):
            self.last_person = speaker

    def carried(self, pronoun: str, at: int) -> Speaker:
        """Whom a pronoun at token ``at`` means: who opened a sentence since the last speaker, else that speaker."""
        if pronoun in {"he", "she"}:
            last = self.last_person if self.last_person.ids else self._but_outlets()
            last = Speaker(self._nameless.ids, self._nameless.text) if self.spoke_nameless(at) else last
            told = max(self.last_at, self._nameless_at)
            told_of = last is self.last and not self._bodies.are_nameless(last.ids)
            if last.ids and told_of and not any(one.startswith("person:") for one in last.ids):
                told = at - _NEAR  # of a body that only told of him: "Macron called, the palace said. He …"
            return self._people.meant(pronoun, at, last, told)
        if pronoun in {"we", "i"} and self.first.ids:
            return self.first
        if pronoun == "it" and self._document_at > self.last_at:
            return self.last_document
        last = self.last_person if pronoun == "i" and self.last_person.ids else self.last
        return Speaker(last.ids, last.text)

    def before_others(self, at: int) -> Speaker:
        """Who spoke before the sources who spoke last, whom no "it" means: Oxfam said, a source told, | it said."""
        others = self.last.ids == (UNNAMED,)
        before = self.previous
        one = len(before.ids) == 1 and before.ids != (UNNAMED,) and not before.ids[0].startswith("person:")
        near = at - self.previous_at < _NEAR
        return Speaker(before.ids, before.text) if others and one and near else NOBODY

    def _but_outlets(self) -> Speaker:
        """Who spoke last, where that was no outlet, which told of somebody."""
        return NOBODY if self.last.ids and all(is_outlet(one) for one in self.last.ids) else self.last

    def some_of_them(self, phrase: Phrase) -> bool:
        """Whether words mean some of the nameless people who spoke last, and no name follows: two officials said, one
        of them added.
        """
        forms, j = self.view.forms[slice(*phrase)], phrase[1]
        named = self.view.form(j) == "," and self.view.capital(j + 1)
        them = forms[-2:] == ["of", "them"] and not self.view.words.out_of_them.isdisjoint(forms[:-2]) and not named
        return them and (self.last.ids == (UNNAMED,) or self._bodies.are_nameless(self.last.ids))

    def holder(self, i: int, text: str, organ: bool = False) -> Speaker:
        """Whose office it is: the last speaker's (of an ``organ`` of state the last one's who speaks for a state),
        else that of the first state or body named in the sentence.
        """
        speaker = self.last_of_state if organ and self.last_of_state.ids else self.last
        if organ and any(self._bodies.is_free(one) or self._bodies.is_of_un(one) for one in speaker.ids):
            speaker = NOBODY  # the army is not Oxfam's
        if speaker.ids and self._is_another(text, speaker):
            return Speaker(self._states_of(speaker) if organ and not self._is_set_apart(text, speaker) else (), text)
        same = text.lower().split()[-1] in (speaker.text or "").lower()  # a rebel leader, then the leader
        if speaker.ids and (same or not self._bodies.are_nameless(speaker.ids)):
            return Speaker(self._whose(i, text, speaker.ids), text)
        first, last = self.view.sentence(i)
        marks = CLOSING_MARKS | {","}
        behind = (
            self.view.form(i - 1) in marks or self.view.form(i - 2) in marks
        )  # of what is said only its own subject
        for k in range(max(first, i - _NEAR), min(last, i)):
            named = self.view.named(k) if self.view.quote(k) is None else None
            if named is not None and named.kind in {"state", "capital", "body"}:
                return Speaker((named.entity,) if not behind or named.i <= first + 1 else (), text)
        return Speaker((), text)

    def _is_organ(self, noun: str) -> bool:
        w = self.view.words
        return noun in w.organs or noun in w.collective or noun in w.bodies

    def _whose(self, i: int, text: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Of "a spokesman" and "the presidency" not the person who spoke last, but the state or body of that person."""
        if self.view.forms[i] not in self.view.words.indefinite and not self._is_organ(text.lower().split()[-1]):
            return ids
        served = dict.fromkeys(self.view.passage.principal(one) for one in ids)
        return tuple(one for one in served if not one.startswith("person:"))

    def _is_another(self, text: str, speaker: Speaker) -> bool:
        """Whether a title is surely not that of who spoke last: "the rebel leader" after a president, "the judge"."""
        told = _words(speaker.text) & self.view.words.spokes
        head = text.lower().split()[-1]
        other = bool(told) and head not in told and head in self.view.words.posts_apart
        rules = head in self.view.words.posts_of_state and bool(_words(speaker.text) & self.view.words.opposing)
        return other or rules or self._is_set_apart(text, speaker)

    def _is_set_apart(self, text: str, speaker: Speaker) -> bool:
        """Whether a word sets a post apart from that of who spoke: rebel, former, opposition."""
        return speaker.text is not None and bool((_words(text) & self.view.words.setting_apart) - _words(speaker.text))

    def _states_of(self, speaker: Speaker) -> tuple[str, ...]:
        """The states for which somebody spoke."""
        principals = dict.fromkeys(self.view.passage.principal(one) for one in speaker.ids)
        return tuple(one for one in principals if one.startswith("state:"))

    def owned_document(self, phrase: Phrase) -> tuple[str, ...]:
        """Whose "its report" is: the body that spoke last, else the one named last in the sentence before."""
        last = self.last.ids
        if last and all(one.startswith("body:") for one in last):
            return last
        i = phrase[0]
        first = self.view.sentence(i)[0]
        before = self.view.sentence(first - 1)[0] if first else first
        for k in range(i - 1, before - 1, -1):
            named = self.view.named(k)
            if named is not None and named.kind == "body" and named.head:
                return (named.entity,)
        return ()


def _words(text: str | None) -> set[str]:
    return set((text or "").lower().replace("'s", "").replace("’s", "").replace("-", " ").split())
