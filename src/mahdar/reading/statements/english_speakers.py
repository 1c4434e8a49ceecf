"""Who a noun phrase names: entity ids of its speakers, carried over pronouns, titles and documents."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from mahdar.reading.passage import Named
from mahdar.reading.statements.english_phrases import Phrase, phrase_after
from mahdar.reading.statements.english_unknown import Unknown
from mahdar.reading.statements.english_view import View

_NEAR = 60
_JOINS = frozenset({"and", ",", "the", "&"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Entity ids, the words that name them, and the outlets through which the words came."""

    ids: tuple[str, ...]
    text: str | None
    via: tuple[str, ...] = ()

    def through(self, outlets: tuple[str, ...]) -> Speaker:
        """The same speaker, reached through these outlets too."""
        via = dict.fromkeys((*self.via, *(o for o in outlets if o not in self.ids)))
        return Speaker(self.ids, self.text, tuple(via))


NOBODY = Speaker((), None)


class Speakers:
    """The speakers of one passage so far; ``new`` holds entities that the passage did not know."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.last = NOBODY
        self.last_person = NOBODY
        self.last_document = NOBODY
        self.unknown = Unknown(view)
        self._last_at = 0
        self._openers = _openers(view)

    def of(self, phrase: Phrase) -> Speaker:
        """The speaker that a noun phrase names; remembers it for the pronouns that follow."""
        return self.remember(self._with_source(phrase, self._resolve(phrase)), phrase)

    def remember(self, speaker: Speaker, phrase: Phrase | None = None) -> Speaker:
        if speaker.ids:
            self.last = speaker
            self._last_at = phrase[0] if phrase else self._last_at
            if any(i.startswith("person:") for i in speaker.ids):
                self.last_person = speaker
            if phrase and any(f in self.view.words.documents for f in self.view.forms[phrase[0] : phrase[1]]):
                self.last_document = speaker
        return speaker

    def known(self, phrase: Phrase) -> bool:
        """Whether a phrase surely names somebody who can speak: a name, a pronoun, an official, a document."""
        forms, w = self.view.forms[phrase[0] : phrase[1]], self.view.words
        if any(self.view.named(k) for k in range(*phrase)) or forms[-1] in w.personal | {"who"}:
            return True
        return any(
            f in w.spokes or f in w.private or f in w.documents or f in w.unnamed for f in forms
        ) or self.view.capital(phrase[1] - 1)

    def carried(self, pronoun: str, at: int) -> Speaker:
        """Whom a pronoun at token ``at`` means: who opened a sentence since the last speaker, else that speaker."""
        if pronoun in {"he", "she"}:
            k = bisect_left(self._openers, at, key=lambda n: n.i) - 1
            if k >= 0 and self._openers[k].i > self._last_at:
                named = self._openers[k]
                return Speaker((named.entity,), self.view.tokens.original(named.i, named.j))
        last = self.last_person if pronoun in {"he", "she", "i"} and self.last_person.ids else self.last
        return Speaker(last.ids, last.text)

    def _with_source(self, phrase: Phrase, speaker: Speaker) -> Speaker:
        """ "TASS, citing the ministry, said": the ministry speaks, through the agency."""
        end = phrase[1]
        if (
            self.view.form(end) != ","
            or self.view.form(end + 1) not in {"citing", "quoting"}
            or not all(_is_outlet(i) for i in speaker.ids)
        ):
            return speaker
        cited = phrase_after(self.view, end + 2)
        source = self._resolve(cited) if cited else NOBODY
        return Speaker(source.ids, source.text, speaker.ids) if source.ids else speaker

    def _resolve(self, phrase: Phrase) -> Speaker:
        i, j = phrase
        view, text = self.view, self.view.tokens.original(i, j)
        forms = view.forms[i:j]
        if forms[-1] in view.words.personal or forms[-1] in {"who", "which", "this"}:
            carried = self.carried(forms[-1], i)
            return carried if carried.ids else self._person_before(i)
        names = self._names(phrase)
        if names:
            return Speaker(tuple(dict.fromkeys(n.entity for n in names)), text)
        if any(f in view.words.documents for f in forms) and not any(
            view.capital(k) and view.forms[k] not in view.words.documents for k in range(i + 1, j)
        ):
            return self._document(phrase, forms, text)
        if self._is_title(forms):
            return self._title(i, text)
        return Speaker(self.unknown.of(phrase), text)

    def _person_before(self, i: int) -> Speaker:
        """The last person or state named before a pronoun that nothing else resolves."""
        for k in range(i - 1, max(-1, i - 60), -1):
            named = self.view.named(k)
            if named is not None and named.kind in {"person", "office"}:
                return Speaker((named.entity,), self.view.tokens.original(named.i, named.j))
        return NOBODY

    def _names(self, phrase: Phrase) -> list[Named]:
        """The names in a phrase that speak: all of a coordination, else the person, else the first."""
        i, j = phrase
        found: list[Named] = []
        for k in range(i, j):
            named = self.view.named(k)
            if named is not None and (not found or found[-1] is not named):
                found.append(named)
        persons = [n for n in found if n.kind == "person" and self.view.form(n.j) != "'s"]
        if not persons and self._is_private(i, j):
            return []
        spoken = persons or [n for n in found if self._speaks(n, j) and not self._is_place(n, i)]
        return self._coordinated(spoken)

    def _is_place(self, named: Named, start: int) -> bool:
        """Whether a name only says where the ones before it are: "groups in Seoul"."""
        return named.i > start and self.view.form(named.i - 1) in self.view.words.places

    def _is_private(self, i: int, j: int) -> bool:
        """Whether the head of the phrase speaks only for itself ("residents of Aleppo")."""
        w = self.view.words
        stop = next((k for k in range(i + 1, j) if self.view.forms[k] in w.prepositions), j)
        return any(f in w.private for f in self.view.forms[i:stop])

    def _speaks(self, named: Named, end: int) -> bool:
        if named.head:
            return True
        return any(
            f in self.view.words.spokes or f in self.view.words.documents for f in self.view.forms[named.j : end]
        )

    def _coordinated(self, names: list[Named]) -> list[Named]:
        """The first name and those joined to it by commas and "and"."""
        kept = names[:1]
        for name in names[1:]:
            if not all(f in _JOINS for f in self.view.forms[kept[-1].j : name.i]):
                break
            kept.append(name)
        return kept

    def _document(self, phrase: Phrase, forms: list[str], text: str) -> Speaker:
        """A document speaks for its authors: those of the last one, or who was named before it in the sentence."""
        if "reports" in forms:
            return Speaker((self.unknown.unnamed(),), text)
        first = max(self.view.sentence(phrase[0])[0], phrase[0] - _NEAR)
        for k in range(phrase[0] - 1, first - 1, -1):
            named = self.view.named(k)
            if named is not None and named.kind == "body" and named.head:
                return Speaker((named.entity,), text)
        return Speaker(self.last_document.ids, text)

    def _is_title(self, forms: list[str]) -> bool:
        """ "the minister", "Foreign Minister", "a spokesman", "the source": an office without a name."""
        w = self.view.words
        plain = [f for f in forms if f not in w.determiners]
        if not plain or (forms[0] in {"a", "an"} and not plain[-1].startswith("spokes")):
            return False
        named = plain[-1] in w.spokes or (plain[-1] in w.unnamed and forms[0] in {"the", "this"})
        return named and not plain[-1].endswith("s") and all(f in w.spokes or f in w.titles for f in plain[:-1])

    def _title(self, i: int, text: str) -> Speaker:
        """Whose office it is: the last speaker's, else that of the first state or body named in the sentence."""
        if self.last.ids:
            return Speaker(self.last.ids, text)
        first, last = self.view.sentence(i)
        for k in range(max(first, i - _NEAR), min(last, i + _NEAR)):
            named = self.view.named(k)
            if named is not None and named.kind in {"state", "capital", "body"}:
                return Speaker((named.entity,), text)
        return Speaker((), text)


def _openers(view: View) -> list[Named]:
    """People named at the head of a sentence, in order: whom "he" and "she" take up."""
    found = (view.named(span.i) for span in view.passage.sentences)
    return [n for n in found if n is not None and n.kind == "person"]


def _is_outlet(entity: str) -> bool:
    return entity.startswith("outlet:")


def outlets(view: View, i: int, j: int) -> tuple[str, ...]:
    """Outlets named between tokens i and j: "told Reuters"."""
    found = (view.named(k) for k in range(i, min(j, len(view.forms))))
    return tuple(dict.fromkeys(n.entity for n in found if n is not None and n.kind == "outlet"))
