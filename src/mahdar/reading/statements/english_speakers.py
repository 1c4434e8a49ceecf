"""Who a noun phrase names: entity ids of its speakers, carried over pronouns, titles and documents."""

from __future__ import annotations

from mahdar.reading.passage import Named
from mahdar.reading.statements.english_belonging import body_behind, body_served, stranger_behind
from mahdar.reading.statements.english_bodies import Bodies
from mahdar.reading.statements.english_displays import bearers, is_display
from mahdar.reading.statements.english_documents import Authors, is_adopted, is_draft, shown
from mahdar.reading.statements.english_memory import Memory
from mahdar.reading.statements.english_named import apposed, names_in
from mahdar.reading.statements.english_phrases import Phrase, phrase_after, phrase_before
from mahdar.reading.statements.english_posts import is_anonymous, is_of_organ, is_title
from mahdar.reading.statements.english_pronouns import own_subject, person_before
from mahdar.reading.statements.english_serving import of_group, of_owner, on_behalf
from mahdar.reading.statements.english_shared import fellow
from mahdar.reading.statements.english_unknown import UNNAMED, Unknown
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import NOBODY, Speaker, is_outlet, outlets
from mahdar.reading.statements.english_words import CLOSING_MARKS

_NEAR = 60
_HEAD = 7  # tokens at the head of a sentence that may name a document
_OWNERS = {"his": "he", "her": "she"}
_OWNED = 2
_DEPARTMENTS = ("department", "ministry", "foreign-office")  # in ids
_TAKING_UP = frozenset({"who", "which", "this"})
_OBJECTS = {"him": "he", "her": "she", "them": "they", "us": "we", "me": "i"}


class Speakers:
    """The speakers of one passage so far; ``new`` holds entities that the passage did not know."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.unknown = Unknown(view)
        self._authors = Authors(view)
        self._bodies = Bodies(view)
        self._memory = Memory(view, self._bodies)

    def of(self, phrase: Phrase) -> Speaker:
        """The speaker that a noun phrase names; remembers it for the pronouns that follow."""
        speaker = on_behalf(self.view, phrase[1]) or self.cited(self._resolve(phrase), phrase[1])
        self._place_with_body(speaker, phrase)
        return self._memory.remember(speaker, phrase)

    def _place_with_body(self, speaker: Speaker, phrase: Phrase) -> None:
        """Say of a person of no table for whom he speaks, if his post is told: "Ana Lopez, its director"."""
        person = speaker.ids[0] if len(speaker.ids) == 1 else ""
        if not person.startswith("person:") or self.view.passage.principal(person) != person:
            return
        body = body_served(self.view, self._bodies, phrase, self._memory.last)
        if body is not None:
            self.unknown.serve(person, body)

    def labelled(self, phrase: Phrase) -> Speaker:
        """Who speaks behind a label of a transcript: nobody known behind QUESTION, the institution behind ANSWER."""
        form, w = self.view.forms[phrase[0]], self.view.words
        if phrase[1] - phrase[0] > 1 or form not in w.askers | w.answerers:
            return self.of(phrase)
        text = self._text(phrase)
        return Speaker((), text) if form in w.askers else Speaker(self._institution(phrase[0]), text)

    def _institution(self, i: int) -> tuple[str, ...]:
        """Whose transcript it is: the first department or ministry of a state that is named before its first answer."""
        named = (n for n in self.view.passage.named if n.i < i and n.head and n.kind in {"body", "office"})
        organs = (n.entity for n in named if self._bodies.is_of_state(n.entity))
        organ = next((one for one in organs if any(word in one for word in _DEPARTMENTS)), None)
        return (organ,) if organ is not None else ()

    def resume(self, speaker: Speaker) -> None:
        """Go back to the speaker of a statement in which somebody else was said to speak."""
        self._memory.resume(speaker)

    def carried(self, pronoun: str, at: int) -> Speaker:
        """Whom a pronoun at token ``at`` means."""
        return self._memory.carried(pronoun, at)

    def known(self, phrase: Phrase) -> bool:
        """Whether a phrase surely names somebody who can speak: a name, a pronoun, an official, a document."""
        forms, w = self.view.forms[phrase[0] : phrase[1]], self.view.words
        if forms[-1] in w.personal | {"who"}:
            return True
        if any((n := self.view.named(k)) is not None and self.view.form(n.j) != "'s" for k in range(*phrase)):
            return True
        return (
            any(
                f in w.spokes
                or f in w.private
                or f in w.documents
                or f in w.unnamed
                or f in w.collective
                or f in w.collectives
                for f in forms
            )
            or is_display(self.view, phrase)
            or self.view.capital(phrase[1] - 1)
        )

    def cited(self, speaker: Speaker, end: int) -> Speaker:
        """ "TASS, citing the ministry, said": the ministry speaks, through the agency; ``end`` is the comma."""
        if (
            self.view.form(end) != ","
            or self.view.form(end + 1) not in {"citing", "quoting"}
            or not all(is_outlet(i) for i in speaker.ids)
        ):
            return speaker
        cited = phrase_after(self.view, end + 2)
        source = self._resolve(cited) if cited else NOBODY
        return Speaker(source.ids, source.text, speaker.ids) if source.ids else speaker

    def _resolve(self, phrase: Phrase) -> Speaker:
        for step in (self._pronoun, self._written, self._possessed, self._by_name, self._collective, self._post):
            found = step(phrase)
            if found is not None:
                return found
        stranger = stranger_behind(self.view, phrase)
        return Speaker(self.unknown.of(stranger or phrase), self._text(phrase))

    def _text(self, phrase: Phrase) -> str:
        return self.view.tokens.original(*phrase)

    def _pronoun(self, phrase: Phrase) -> Speaker | None:
        i, last = phrase[0], self.view.forms[phrase[1] - 1]
        if phrase[1] - i == 1 and self.view.named(i) is not None and last in _OBJECTS:
            return None  # the US, not us
        if phrase[1] - i == 1 and last in _OBJECTS:
            return self._memory.carried(_OBJECTS[last], i)
        if last not in self.view.words.personal and last not in _TAKING_UP:
            return None
        carried = own_subject(self.view, i) if last == "it" else NOBODY
        if carried.ids:
            return carried
        carried = self._memory.carried(last, i)
        if last == "it" and carried.ids and all(one.startswith("person:") for one in carried.ids):
            heading = self._heading(i)
            carried = heading if heading.ids else carried
        if carried.ids or last in {"we", "i"}:
            return carried
        if last in {"he", "she"} and self._memory.spoke_nameless(i):
            return Speaker((), self._text(phrase))
        return self._heading(i) if last == "it" else person_before(self.view, i)

    def _written(self, phrase: Phrase) -> Speaker | None:
        """A draft that lies before somebody, a document that somebody has seen, a banner that somebody holds up."""
        if is_display(self.view, phrase):
            held = bearers(self.view, phrase)
            return self._resolve(held) if held is not None else Speaker((), self._text(phrase))
        if is_draft(self.view, phrase):
            return self._document(phrase)
        end = shown(self.view, phrase)
        if end is None:
            return None
        return self._resolve((phrase[0], end)).through(outlets(self.view, end, phrase[1]))

    def _possessed(self, phrase: Phrase) -> Speaker | None:
        """ "his office had no comment": he; "his organisation called for a session": the body he speaks for."""
        i, j = phrase
        pronoun, w = _OWNERS.get(self.view.forms[i]), self.view.words
        noun = self.view.forms[j - 1]
        named = self.view.named(j - 1)  # his spokesman, X, who is named with his post
        if pronoun is None or j - i != _OWNED or apposed(self.view, phrase) or (named and named.kind == "person"):
            return None
        if noun in w.mouthpieces:
            return Speaker(self._memory.carried(pronoun, i).ids, self._text(phrase))
        own = self._bodies.of_people(self._memory.carried(pronoun, i).ids) if noun in w.collective else ()
        return Speaker(own, self._text(phrase)) if own else None

    def _by_name(self, phrase: Phrase) -> Speaker | None:
        if self._bodies.sits_in_capital(phrase) or self.unknown.is_led(phrase):
            return None
        owned = self.unknown.of_person(phrase)
        if owned:
            return Speaker(owned, self._text(phrase))
        names = names_in(self.view, phrase)
        if all(n.entity == UNNAMED for n in names):
            names = apposed(self.view, phrase) or names
        forms = self.view.forms[slice(*phrase)]
        if is_of_organ(self.view.words, forms) and all(n.entity == UNNAMED for n in names):
            return self._memory.holder(phrase[0], self._text(phrase), organ=True)
        if not names:
            return self._peer(phrase)
        if is_anonymous(self.view, phrase) and all(self._bodies.is_nobodys(n) for n in names):
            return Speaker((self.unknown.unnamed(),), self._text(phrase))
        body = body_behind(self.view, names[0], phrase[1]) if len(names) == 1 else None
        if body is not None:
            return Speaker((body,), self._text(phrase))
        posts = (names[0].entity, *(self._post_of(names[0], other) for other in names[1:]))
        return Speaker(tuple(dict.fromkeys(posts)), self._text(phrase))

    def _peer(self, phrase: Phrase) -> Speaker | None:
        """The state of a colleague or side that is named by it alone: "his Chilean colleague", "the Iranian side"."""
        i, j = phrase
        state, last = self.view.named(j - 2) if j - i > 1 else None, self.view.forms[j - 1]
        if state is None or state.kind != "demonym" or not (last in self.view.words.peers or last == "side"):
            return None
        return Speaker((state.entity,), self._text(phrase))

    def _post_of(self, first: Named, other: Named) -> str:
        """Who is meant by a further name of a list: of "the ministers of Turkey and Iraq" the second minister."""
        shared = fellow(self.view, first, other)
        return self.unknown.describe(*shared) if shared is not None else other.entity

    def _collective(self, phrase: Phrase) -> Speaker | None:
        """A document, or a group that was named before: "the group", "the five experts"."""
        i, j = phrase
        forms, w = self.view.forms[i:j], self.view.words
        proper = (self.view.capital(k) and self.view.forms[k] not in w.documents for k in range(i + 1, j))
        if any(f in w.documents for f in forms) and not any(proper):
            return self._document(phrase)
        plain = not any(self.view.capital(k) for k in range(i + 1, j))
        if forms[-1] in w.sponsoring and plain:
            return Speaker(self._sponsors(phrase), self._text(phrase))
        if "'s" in forms and (owned := of_owner(self.view, self._bodies, phrase)) is not None:
            return owned
        served = of_group(self.view, self._bodies, self.unknown, phrase)
        if served is not None:
            return served
        apposed_to = self._before_apposition(phrase)
        if apposed_to is not None:
            return apposed_to
        body = self.unknown.again(phrase) or self._bodies.meant(phrase) or self.unknown.again(phrase, called=True)
        return Speaker((body,), self._text(phrase)) if body is not None else None

    def _before_apposition(self, phrase: Phrase) -> Speaker | None:
        """The body that a phrase behind its comma only describes: "Bellingcat, | a group that doubts the tale,"."""
        i, j = phrase
        forms, w = self.view.forms, self.view.words
        led = forms[i] in {"a", "an"} and forms[j - 1] in w.collective and self.view.form(i - 1) == ","
        if not led or i - 2 < self.view.sentence(i)[0] or not self.view.capital(i - 2):
            return None
        before = phrase_before(self.view, i - 1, self.view.sentence(i)[0], set())
        return self._resolve(before) if before is not None else None

    def _sponsors(self, phrase: Phrase) -> tuple[str, ...]:
        """Who wrote or tabled the draft before "the sponsors"; nobody where the report does not tell."""
        wrote = self._authors.of_draft(phrase)
        return self._author(wrote).ids if wrote is not None else ()

    def _post(self, phrase: Phrase) -> Speaker | None:
        """An office without a name."""
        forms, w = self.view.forms[slice(*phrase)], self.view.words
        if is_title(w, forms):
            of_state = not (w.organs | w.posts_of_state).isdisjoint(forms)
            return self._memory.holder(phrase[0], self._text(phrase), organ=of_state)
        if is_anonymous(self.view, phrase):
            return Speaker((self.unknown.unnamed(),), self._text(phrase))
        return None

    def _heading(self, i: int) -> Speaker:
        """The document, state or body that opens the sentence before that of token i, which "it" takes up."""
        first = self.view.sentence(i)[0]
        before = self.view.sentence(first - 1)[0] if first else first
        head = range(before, min(first, before + _HEAD))
        written = next((k for k in head if self.view.forms[k] in self.view.words.documents | {","}), before)
        wrote = self._authors.marked(written) if self.view.forms[written] != "," else None
        if wrote is not None:
            return self._author(wrote)
        named = self.view.named(before + (self.view.form(before) == "the"))
        known = named is not None and named.head and named.kind in {"state", "capital", "body", "anaphor"}
        known = known and named is not None and not named.entity.startswith("person:")
        return Speaker((named.entity,), None) if named is not None and known else NOBODY

    def _document(self, phrase: Phrase) -> Speaker:
        """A document speaks for its authors: those of the last one, or who was named before it in the sentence."""
        forms, text = self.view.forms[slice(*phrase)], self._text(phrase)
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
            return Speaker(authors.ids, text)
        if (
            forms[0] in {"the", "this", "it"}
            and self._memory.last_document.ids
            and not set(forms) & {"resolution", "draft"}
        ):
            return Speaker(self._memory.last_document.ids, text)
        if is_adopted(forms) and forms[0] not in {"a", "an"}:
            organ = self._authors.adopting(phrase)
            return Speaker((self.unknown.organ(organ),) if organ else self._memory.last_document.ids, text)
        first = max(self.view.sentence(phrase[0])[0], phrase[0] - _NEAR)
        content = self.view.form(phrase[0] - 1) in CLOSING_MARKS | {","}  # names in it are not the author's
        for k in range(phrase[0] - 1, phrase[0] if content else first - 1, -1):
            named = self.view.named(k)
            if named is not None and (named.kind == "body" or forms[0] in {"a", "an"}) and named.head:
                return Speaker((named.entity,), text)
        return Speaker(self._memory.last_document.ids, text)

    def _author(self, phrase: Phrase) -> Speaker:
        """Who is named by a phrase that only marks a document: the U.S. of "a U.S.-drafted text"."""
        named = self.view.named(phrase[0])
        if named is not None and (named.i, named.j) == phrase:
            return Speaker((named.entity,), None)
        written = not self.view.words.documents.isdisjoint(self.view.forms[slice(*phrase)])
        return NOBODY if written and not names_in(self.view, phrase) else self._resolve(phrase)
