"""Who a noun phrase names: entity ids of its speakers, carried over pronouns, titles and documents."""

from __future__ import annotations

from functools import cached_property

from mahdar.reading.passage import UNNAMED, Named
from mahdar.reading.statements.english_belonging import (
    before_apposition,
    body_behind,
    body_served,
    named_late,
    parted_from_field,
    seated,
    stranger_behind,
)
from mahdar.reading.statements.english_bodies import Bodies
from mahdar.reading.statements.english_citing import cited_before, cited_behind
from mahdar.reading.statements.english_described import Described
from mahdar.reading.statements.english_displays import bearers, is_display
from mahdar.reading.statements.english_documents import addressed, is_draft, shown
from mahdar.reading.statements.english_issuer import issuer
from mahdar.reading.statements.english_joint import joint, strangers
from mahdar.reading.statements.english_kinds import is_led
from mahdar.reading.statements.english_memory import Memory
from mahdar.reading.statements.english_named import apposed, names_in, state_of_peer
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_posts import is_anonymous, is_of_organ, is_title
from mahdar.reading.statements.english_serving import of_group, of_owner, on_behalf
from mahdar.reading.statements.english_shared import fellow
from mahdar.reading.statements.english_taken_up import TakenUp
from mahdar.reading.statements.english_unknown import Unknown
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import Speaker, is_outlet, outlets
from mahdar.reading.statements.english_written import Written


class Speakers:
    """The speakers of one passage so far; ``new`` holds entities that the passage did not know."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.unknown = Unknown(view)
        self._bodies = Bodies(view)
        self._memory = Memory(
            view, self._bodies, lambda p: self._resolve(p).ids if names_in(view, p) else self.unknown.of(p)
        )
        self._described = Described(view)
        self._documents = Written(view, self._memory, self.unknown, self._resolve)
        self._taken_up = TakenUp(view, self._memory, self._bodies, self._documents, lambda: self._issuer)

    def of(self, phrase: Phrase) -> Speaker:
        """The speaker that a noun phrase names; remembers it for the pronouns that follow."""
        own, behalf = self._resolve(phrase), on_behalf(self.view, phrase[1])
        speaker = behalf or self.cited(own, phrase[1])
        if behalf is not None and len(own.ids) == 1:
            self.unknown.serve(own.ids[0], behalf.ids[0])  # Ana Ruiz, for UNICEF, then Ms. Ruiz
        self._place_with_body(speaker, phrase)
        self._described.note(speaker, phrase)
        return self._memory.remember(speaker, phrase)

    def source(self, phrase: Phrase) -> Speaker:
        """Whom a noun phrase names: remembered, save an outlet, through which others spoke."""
        told = self.cited(self._resolve(phrase), phrase[1])
        return told if told.ids and all(is_outlet(one) for one in told.ids) else self.of(phrase)

    def _place_with_body(self, speaker: Speaker, phrase: Phrase) -> None:
        """Say of a person of no table for whom he speaks, if his post is told: "Ana Lopez, its director"."""
        person = speaker.ids[0] if len(speaker.ids) == 1 else ""
        if not person.startswith("person:") or self.view.passage.principal(person) != person:
            return
        body = seated(self.view, phrase[1])
        body = body or body_served(self.view, self._bodies, phrase, self._memory.last)
        body = body or named_late(self.view, phrase, self._memory.last, self._memory.last_at)
        if body is not None:
            self.unknown.serve(person, body)

    def department(self, i: int) -> tuple[str, ...]:
        """The first department or ministry of a state that is named before token i."""
        return self._bodies.department(i)

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
        return cited_behind(self.view, self._resolve, speaker, end)

    def cited_first(self, speaker: Speaker, start: int) -> Speaker:
        """ "Citing the ministry, TASS said": the same where the source opens the sentence of the agency."""
        return cited_before(self.view, self._resolve, speaker, start)

    def _resolve(self, phrase: Phrase) -> Speaker:
        for step in (
            self._taken_up.pronoun,
            self._written,
            self._taken_up.possessed,
            self._taken_up.called,
            self._by_name,
            self._by_description,
            self._collective,
            self._post,
        ):
            found = step(phrase)
            if found is not None:
                return found
        stranger = stranger_behind(self.view, phrase)
        return Speaker(self.unknown.of(stranger or phrase), self._text(phrase))

    def _text(self, phrase: Phrase) -> str:
        return self.view.tokens.original(*phrase)

    @cached_property
    def _issuer(self) -> Speaker:
        """Who says "we" in a release in which nobody spoke before."""
        return issuer(self.view, self._resolve, self.unknown.describe)

    def _written(self, phrase: Phrase) -> Speaker | None:
        """A draft that lies before somebody, a document that somebody has seen, a banner that somebody holds up."""
        if is_display(self.view, phrase):
            held = bearers(self.view, phrase)
            return self._resolve(held) if held is not None else Speaker((), self._text(phrase))
        if is_draft(self.view, phrase):
            return self._documents.document(phrase)
        sent = addressed(self.view, phrase)
        if sent is not None:
            return Speaker(self._documents.document((phrase[0], sent)).ids, self._text(phrase))
        end = shown(self.view, phrase)
        if end is None:
            return None
        return self._resolve((phrase[0], end)).through(outlets(self.view, end, phrase[1]))

    def _by_name(self, phrase: Phrase) -> Speaker | None:
        if self._bodies.sits_in_capital(phrase) or is_led(self.view, phrase):
            return None
        owned = self.unknown.of_person(phrase)
        if owned:
            return Speaker(owned, self._text(phrase))
        names = names_in(self.view, phrase)
        if all(n.entity == UNNAMED for n in names):
            names = apposed(self.view, phrase) or names
        forms = self.view.forms[slice(*phrase)]
        if is_of_organ(self.view.words, forms) and all(n.entity == UNNAMED for n in names):
            inside = range(phrase[0] + 1, phrase[1] - 1)
            called = {self.view.forms[k] for k in inside if self.view.capital(k) or self.view.forms[k] == "department"}
            organ = self._bodies.called(phrase[0], called) if called else None
            whose = self._memory.holder(phrase[0], self._text(phrase), organ=True)
            return whose if organ is None else Speaker((organ,), whose.text)
        if not names:
            peer = state_of_peer(self.view, phrase)
            return Speaker((peer.entity,), self._text(phrase)) if peer is not None else None
        if is_anonymous(self.view, phrase) and all(self._bodies.is_nobodys(n) for n in names):
            return Speaker((self.unknown.unnamed(),), self._text(phrase))
        body = body_behind(self.view, names[0], phrase[1]) if len(names) == 1 else None
        if body is not None:
            return Speaker((body,), self._text(phrase))
        if (held := parted_from_field(self.view, self.unknown, names, phrase[1])) is not None:
            return Speaker((held,), self._text(phrase))
        posts = (names[0].entity, *(self._post_of(names[0], other) for other in names[1:]))
        posts += strangers(self.view, self.unknown.of, names[0], phrase) if len(names) == 1 else ()
        return Speaker(tuple(dict.fromkeys(posts)), self._text(phrase))

    def _by_description(self, phrase: Phrase) -> Speaker | None:
        single = self._described.meant(phrase, self._memory.last_person)
        return single or joint(self.view, self._memory, self._resolve, phrase)

    def _post_of(self, first: Named, other: Named) -> str:
        """Who is meant by a further name of a list: of "the ministers of Turkey and Iraq" the second minister."""
        shared = fellow(self.view, first, other)
        return self.unknown.describe(*shared) if shared is not None else other.entity

    def _collective(self, phrase: Phrase) -> Speaker | None:
        """A document, or a group that was named before: "the group", "the five experts"."""
        i, j = phrase
        forms, w = self.view.forms[i:j], self.view.words
        inside = (k for k in range(i + 1, j) if self.view.time_end(k) is None)  # the August 4 report
        proper = (self.view.capital(k) and self.view.forms[k] not in w.documents for k in inside)
        if any(f in w.documents for f in forms) and not any(proper):
            return self._documents.document(phrase)
        plain = not any(self.view.capital(k) for k in range(i + 1, j))
        if forms[-1] in w.sponsoring and plain:
            return Speaker(self._documents.sponsors(phrase), self._text(phrase))
        if (
            "'s" in forms
            and not stranger_behind(self.view, phrase)
            and (owned := of_owner(self.view, self._bodies, phrase)) is not None
        ):
            return owned
        if (served := of_group(self.view, self._bodies, self.unknown, phrase)) is not None:
            return served
        apposed_to = before_apposition(self.view, phrase)
        if apposed_to is not None:
            return self._resolve(apposed_to)
        body = self.unknown.again(phrase) or self._bodies.meant(phrase) or self.unknown.again(phrase, called=True)
        return Speaker((body,), self._text(phrase)) if body is not None else None

    def _post(self, phrase: Phrase) -> Speaker | None:
        """An office without a name."""
        forms, w = self.view.forms[slice(*phrase)], self.view.words
        if (again := self.unknown.group_again(phrase)) is not None:
            return Speaker((again,), self._text(phrase))
        if is_title(w, forms):
            of_state = not (w.organs | w.posts_of_state).isdisjoint(forms)
            return self._memory.holder(phrase[0], self._text(phrase), organ=of_state)
        if is_anonymous(self.view, phrase):
            return Speaker((self.unknown.unnamed(),), self._text(phrase))
        return None
