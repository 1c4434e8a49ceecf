"""Who a noun phrase names: entity ids of its speakers, carried over pronouns, titles and documents."""

from __future__ import annotations

from mahdar.reading.passage import Named
from mahdar.reading.statements.english_documents import Authors
from mahdar.reading.statements.english_named import names_in
from mahdar.reading.statements.english_phrases import Phrase, phrase_after
from mahdar.reading.statements.english_pronouns import People
from mahdar.reading.statements.english_unknown import UNNAMED, Unknown
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import NOBODY, Speaker, is_outlet, outlets

_NEAR = 60
_ASIDE = 12
_FAR = 150  # tokens back to a body that a group is
_FREE = frozenset(
    {
        "group",
        "organisation",
        "organization",
        "watchdog",
        "charity",
        "ngo",
        "monitor",
        "network",
        "movement",
        "foundation",
    }
)
_OWNERS = {"his": "he", "her": "she"}
_OWNED = 2
_OBJECTS = {"him": "he", "her": "she", "them": "they", "us": "we", "me": "i"}


class Speakers:
    """The speakers of one passage so far; ``new`` holds entities that the passage did not know."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.first = NOBODY
        self.last = NOBODY
        self.last_person = NOBODY
        self.last_document = NOBODY
        self.last_of_state = NOBODY
        self.unknown = Unknown(view)
        self._last_at = -1
        self._document_at = -1
        self._people = People(view)
        self._authors = Authors(view)

    def of(self, phrase: Phrase) -> Speaker:
        """The speaker that a noun phrase names; remembers it for the pronouns that follow."""
        return self.remember(self.cited(self._resolve(phrase), phrase[1]), phrase)

    def remember(self, speaker: Speaker, phrase: Phrase | None = None) -> Speaker:
        if speaker.ids:
            self.first = self.first if self.first.ids else speaker
            self.last = speaker
            self._last_at = phrase[0] if phrase else self._last_at
            if any(self._is_of_state(i) for i in speaker.ids):
                self.last_of_state = speaker
            if any(i.startswith("person:") for i in speaker.ids):
                self.last_person = speaker
        if phrase and any(f in self.view.words.documents for f in self.view.forms[phrase[0] : phrase[1]]):
            self.last_document = speaker
            self._document_at = phrase[0]
        return speaker

    def resume(self, speaker: Speaker) -> None:
        """Go back to the speaker of a statement in which somebody else was said to speak."""
        self.last = speaker
        if any(i.startswith("person:") for i in speaker.ids):
            self.last_person = speaker

    def known(self, phrase: Phrase) -> bool:
        """Whether a phrase surely names somebody who can speak: a name, a pronoun, an official, a document."""
        forms, w = self.view.forms[phrase[0] : phrase[1]], self.view.words
        if forms[-1] in w.personal | {"who"}:
            return True
        if any((n := self.view.named(k)) is not None and self.view.form(n.j) != "'s" for k in range(*phrase)):
            return True
        return any(
            f in w.spokes or f in w.private or f in w.documents or f in w.unnamed or f in w.collective for f in forms
        ) or self.view.capital(phrase[1] - 1)

    def carried(self, pronoun: str, at: int) -> Speaker:
        """Whom a pronoun at token ``at`` means: who opened a sentence since the last speaker, else that speaker."""
        if pronoun in {"he", "she"}:
            last = self.last_person if self.last_person.ids else self.last
            return self._people.meant(pronoun, at, last, self._last_at)
        if pronoun in {"we", "i"} and self.first.ids:
            return self.first
        if pronoun == "it" and self._document_at > self._last_at:
            return self.last_document
        last = self.last_person if pronoun == "i" and self.last_person.ids else self.last
        return Speaker(last.ids, last.text)

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
        i, j = phrase
        view, text = self.view, self.view.tokens.original(i, j)
        forms = view.forms[i:j]
        if len(forms) == 1 and forms[0] in _OBJECTS:
            return self.carried(_OBJECTS[forms[0]], i)
        if forms[-1] in view.words.personal or forms[-1] in {"who", "which", "this"}:
            carried = self.carried(forms[-1], i)
            if carried.ids or forms[-1] in {"we", "i"}:
                return carried
            return self._heading(i) if forms[-1] == "it" else self._person_before(i)
        if _is_draft(view, phrase):
            return self._document(phrase, forms, text)
        shown = self._shown(phrase)
        if shown is not None:
            return self._resolve((i, shown)).through(outlets(view, shown, j))
        owned = len(forms) == _OWNED and forms[0] in _OWNERS and forms[1] in view.words.mouthpieces
        if owned and not _apposed(view, phrase):
            return self._owner(phrase, text)
        if len(forms) == _OWNED and forms[0] in _OWNERS and forms[1] in view.words.collective:
            own = self._own_group(phrase, text)
            if own.ids:
                return own
        names = names_in(view, phrase) or _apposed(view, phrase)
        if self._is_of_organ(forms) and all(n.entity == UNNAMED for n in names):
            return self._title(i, text, organ=True)
        if names and all(self._is_nobodys(n) for n in names) and self._is_anonymous(phrase):
            return Speaker((self.unknown.unnamed(),), text)
        if names:
            return Speaker(tuple(dict.fromkeys(n.entity for n in names)), text)
        if any(f in view.words.documents for f in forms) and not any(
            view.capital(k) and view.forms[k] not in view.words.documents for k in range(i + 1, j)
        ):
            return self._document(phrase, forms, text)
        if forms[0] in {"the", "this"} and forms[-1] in view.words.collective and self._is_plain(phrase):
            body = self._body_before(i, forms[-1])
            if body.ids:
                return Speaker(body.ids, text)
        members = self._members_before(i, forms[-1]) if forms[-1] in view.words.members else NOBODY
        if members.ids and not self._has_capital(phrase):
            return Speaker(members.ids, text)
        if self._is_title(forms):
            return self._title(i, text, organ=bool((view.words.organs | view.words.posts_of_state) & set(forms)))
        if self._is_anonymous(phrase):
            return Speaker((self.unknown.unnamed(),), text)
        return Speaker(self.unknown.of(phrase), text)

    def _is_nobodys(self, named: Named) -> bool:
        """Whether a post is that of nobody known: diplomats, Western officials."""
        known = self.view.passage.entities.get(named.entity)
        own = known is None or known.principal in {None, named.entity}
        return named.kind == "office" and named.entity.startswith("body:") and own

    def _is_anonymous(self, phrase: Phrase) -> bool:
        """Whether an official of nobody known gave no name: "A diplomat, speaking on condition of anonymity, said"."""
        i, j = phrase
        held = self.view.forms[i:j]
        if self.view.words.spokes.isdisjoint(held) or not self.view.words.inside.isdisjoint(held):
            return False  # nobody's, or that of an organ: "a spokesman for the mission"
        aside = range(j, min(self.view.sentence(i)[1], j + _ASIDE))
        return any(self.view.words.anonymity.at(self.view.tokens, k) is not None for k in aside)

    def _is_plain(self, phrase: Phrase) -> bool:
        """Whether no name stands in a phrase, save where somebody is based: "the New York-based group"."""
        i, j = phrase
        based = next((k + 1 for k in range(i, j) if self.view.forms[k] in {"based", "backed"}), i)
        return not any(self.view.capital(k) for k in range(max(i + 1, based), j))

    def _owner(self, phrase: Phrase, text: str) -> Speaker:
        """Whose office it is: "his office had no comment"."""
        owner = self.carried(_OWNERS[self.view.forms[phrase[0]]], phrase[0])
        return Speaker(owner.ids, text)

    def _own_group(self, phrase: Phrase, text: str) -> Speaker:
        """The body for which a person speaks: "his organisation called for a session"."""
        owner = self.carried(_OWNERS[self.view.forms[phrase[0]]], phrase[0])
        bodies = (e.principal for i in owner.ids if (e := self.view.passage.entities.get(i)) is not None)
        own = tuple(b for b in bodies if b is not None and b.startswith("body:"))
        return Speaker(own, text)

    def _shown(self, phrase: Phrase) -> int | None:
        """Where the words begin that tell who has seen a document: "a draft | seen by Reuters"."""
        i, j = phrase
        w, forms = self.view.words, self.view.forms
        at = next((k for k in range(i + 1, j - 1) if forms[k] in w.seen and forms[k + 1] == "by"), None)
        return at if at is not None and any(form in w.documents for form in forms[i:at]) else None

    def _has_capital(self, phrase: Phrase) -> bool:
        return any(self.view.capital(k) for k in range(phrase[0] + 1, phrase[1]))

    def _body_before(self, i: int, noun: str) -> Speaker:
        """The last body named at the head of its phrase before token i; a group is no organ of a state."""
        for k in range(i - 1, max(-1, i - _FAR), -1):
            named = self.view.named(k)
            if named is None or named.kind != "body" or not named.head:
                continue
            if noun not in _FREE or not (self._is_of_state(named.entity) or self._is_of_un(named.entity, noun)):
                return Speaker((named.entity,), None)
        return NOBODY

    def _is_of_un(self, entity: str, noun: str) -> bool:
        """The United Nations and its organs are no group; they may be an organisation."""
        known = self.view.passage.entities.get(entity)
        return "organi" not in noun and (entity.startswith("body:un-") or (known and known.principal) == "body:un")

    def _is_of_any(self, entity: str) -> bool:
        """Whether an entity speaks for somebody that is known, and is no nameless group."""
        known = self.view.passage.entities.get(entity)
        return known is not None and known.principal is not None

    def _is_of_state(self, entity: str) -> bool:
        known = self.view.passage.entities.get(entity)
        return known is not None and (known.principal or "").startswith("state:")

    def _members_before(self, i: int, noun: str) -> Speaker:
        """The body last named by this very noun before token i: "UN experts", then "the five experts"."""
        for k in range(i - 1, max(-1, i - _FAR), -1):
            named = self.view.named(k)
            if named is not None and named.kind == "body" and self.view.forms[named.j - 1] == noun:
                return Speaker((named.entity,), None)
        return NOBODY

    def _person_before(self, i: int) -> Speaker:
        """The last person or state named before a pronoun that nothing else resolves."""
        for k in range(i - 1, max(-1, i - _NEAR), -1):
            named = self.view.named(k)
            if named is not None and named.kind in {"person", "office"}:
                return Speaker((named.entity,), self.view.tokens.original(named.i, named.j))
        return NOBODY

    def _heading(self, i: int) -> Speaker:
        """The state or body that opens the sentence before that of token i, which "it" takes up."""
        first = self.view.sentence(i)[0]
        before = self.view.sentence(first - 1)[0] if first else first
        named = self.view.named(before + (self.view.form(before) == "the"))
        known = named is not None and named.head and named.kind in {"state", "capital", "body"}
        return Speaker((named.entity,), None) if named is not None and known else NOBODY

    def _document(self, phrase: Phrase, forms: list[str], text: str) -> Speaker:
        """A document speaks for its authors: those of the last one, or who was named before it in the sentence."""
        if "reports" in forms:
            return Speaker((self.unknown.unnamed(),), text)
        wrote = self._authors.behind(phrase[1]) or (None if _is_adopted(forms) else self._authors.elsewhere(phrase))
        authors = self._author(wrote) if wrote is not None else NOBODY
        if authors.ids:
            return Speaker(authors.ids, text)
        if forms[0] in {"the", "this", "it"} and self.last_document.ids and not set(forms) & {"resolution", "draft"}:
            return Speaker(self.last_document.ids, text)
        if _is_adopted(forms) and forms[0] not in {"a", "an"}:
            organ = self._authors.adopting(phrase)
            return Speaker((self.unknown.organ(organ),) if organ else self.last_document.ids, text)
        first = max(self.view.sentence(phrase[0])[0], phrase[0] - _NEAR)
        for k in range(phrase[0] - 1, first - 1, -1):
            named = self.view.named(k)
            if named is not None and (named.kind == "body" or forms[0] in {"a", "an"}) and named.head:
                return Speaker((named.entity,), text)
        return Speaker(self.last_document.ids, text)

    def _author(self, phrase: Phrase) -> Speaker:
        """Who is named by a phrase that only marks a document: the U.S. of "a U.S.-drafted text"."""
        named = self.view.named(phrase[0])
        alone = named is not None and (named.i, named.j) == phrase
        return Speaker((named.entity,), None) if named is not None and alone else self._resolve(phrase)

    def _is_title(self, forms: list[str]) -> bool:
        """ "the minister", "Foreign Minister", "a spokesman", "the source": an office without a name."""
        w = self.view.words
        plain = [f for f in forms if f not in w.determiners]
        if not plain or (forms[0] in {"a", "an"} and not plain[-1].startswith("spokes")):
            return False
        named = plain[-1] in w.spokes or (plain[-1] in w.unnamed and forms[0] in {"the", "this"})
        return named and not plain[-1].endswith("s") and all(f in w.spokes or f in w.titles for f in plain[:-1])

    def _is_of_organ(self, forms: list[str]) -> bool:
        """ "a ministry official", "a government spokesman": somebody of an organ that the report has named."""
        w = self.view.words
        inside = forms[1:-1]
        led = forms[0] in {"a", "an", "one", "another"} and bool(inside) and forms[-1] in w.spokes
        return led and bool(w.organs & set(inside)) and all(f in w.organs | w.titles for f in inside)

    def _title(self, i: int, text: str, organ: bool = False) -> Speaker:
        """Whose office it is: the last speaker's (of an ``organ`` of state the last one's who speaks for a state),
        else that of the first state or body named in the sentence.
        """
        speaker = self.last_of_state if organ and self.last_of_state.ids else self.last
        if speaker.ids and not (organ and all(i.startswith("body:") and not self._is_of_any(i) for i in speaker.ids)):
            return Speaker(speaker.ids, text)
        first, last = self.view.sentence(i)
        for k in range(max(first, i - _NEAR), min(last, i + _NEAR)):
            named = self.view.named(k)
            if named is not None and named.kind in {"state", "capital", "body"}:
                return Speaker((named.entity,), text)
        return Speaker((), text)


def _is_adopted(forms: list[str]) -> bool:
    """Whether a document is a resolution and no draft of one."""
    return bool({"resolution", "resolutions"} & set(forms)) and "draft" not in forms


def _is_draft(view: View, phrase: Phrase) -> bool:
    """Whether a phrase is a draft that only lies before somebody: "a draft resolution at the Security Council"."""
    i, j = phrase
    head = next((k for k in range(i + 1, j) if view.forms[k] in view.words.inside), j)
    held = view.forms[i:head]
    lies = head == j or view.forms[head] in view.words.places | {"before", "to", "on", "for"}
    return "draft" in held and lies and all(view.named(k) is None for k in range(i, head))


def _apposed(view: View, phrase: Phrase) -> list[Named]:
    """The person named between commas behind a post of nobody known: "A spokesman for the movement, X, said"."""
    i, j = phrase
    named = view.named(j + 1) if view.form(j) == "," else None
    if named is None or named.kind != "person" or named.i != j + 1 or view.form(named.j) not in {",", "."}:
        return []
    return [named] if view.words.spokes & set(view.forms[i:j]) else []
