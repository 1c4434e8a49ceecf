"""Bodies that a phrase without a name takes up: "the group", "the five experts", whom people speak for."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from mahdar.reading.names.entries import free_bodies
from mahdar.reading.passage import Named
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.scene import ADOPTING
from mahdar.reading.united_nations import is_organ

_ADJECTIVES = ("al", "an", "ic", "ed")  # not every agency is the food agency
_FAR = 150  # tokens back to a body that a group is
_DEPARTMENTS = ("department", "ministry", "foreign-office")  # in ids


class Bodies:
    """The bodies of one passage as nouns find them."""

    def __init__(self, view: View) -> None:
        self.view = view

    def meant(self, phrase: Phrase) -> str | None:
        """The body named before that a phrase takes up by its noun."""
        i, j = phrase
        forms, w = self.view.forms[i:j], self.view.words
        apart = w.setting_apart.intersection(forms[:-1])  # the opposition party, after the ruling one
        if forms[0] in {"the", "this"} and forms[-1] in w.collective and self._is_plain(phrase) and not apart:
            told = "-" in forms or all(f in w.kinds_of_group or f.endswith(_ADJECTIVES) for f in forms[1:-1])
            body = self._before(i, forms[-1], told)
            if body is not None:
                return body
        capitals = any(self.view.capital(k) for k in range(i + 1, j))
        return self._members_before(i, forms[-1]) if forms[-1] in w.members and not capitals else None

    def sits_in_capital(self, phrase: Phrase) -> bool:
        """Whether a phrase names a free body, no organ of a state, by the capital where it sits: "the Paris group"."""
        i, j = phrase
        named = self.view.named(i + 1)
        capital = named is not None and named.kind == "capital" and named.j == j - 1
        return capital and self.view.forms[i] == "the" and self.view.forms[j - 1] in self.view.words.free_bodies

    def of_people(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The bodies for which people speak."""
        principals = (self._principal(i) for i in ids)
        return tuple(p for p in principals if p is not None and p.startswith("body:"))

    def free_body_of(self, entity: str) -> str | None:
        """The named body that an entity is or speaks for, if it is no organ of a state or of the United Nations."""
        body = self.view.passage.principal(entity)
        return body if body in self._named and self.is_free(entity) else None

    @cached_property
    def _named(self) -> frozenset[str]:
        """The bodies that the passage names."""
        return frozenset(named.entity for named in self.view.passage.named if named.kind == "body")

    def is_free(self, entity: str) -> bool:
        """Whether somebody is or speaks for a known body that is no organ of a state or of the United Nations."""
        body = self.view.passage.principal(entity)
        known = body in self.view.passage.entities and body.startswith("body:")
        return known and not self.is_of_state(body) and not self._is_of_un(body, "group")

    def is_of_state(self, entity: str) -> bool:
        """Whether an entity speaks for a state."""
        return (self._principal(entity) or "").startswith("state:")

    def department(self, i: int) -> tuple[str, ...]:
        """The first department or ministry of a state that is named before token i: in its transcripts it answers."""
        named = (n for n in self.view.passage.named if n.i < i and n.head and n.kind in {"body", "office"})
        organs = (n.entity for n in named if self.is_of_state(n.entity))
        organ = next((one for one in organs if any(word in one for word in _DEPARTMENTS)), None)
        return (organ,) if organ is not None else ()

    def is_of_un(self, entity: str) -> bool:
        """Whether a person speaks for the United Nations."""
        return entity.startswith("person:") and is_organ(self.view.passage.principal(entity))

    def are_nameless(self, ids: tuple[str, ...]) -> bool:
        """Whether these are groups that speak for nobody known: rebels, residents."""
        return all(i.startswith("body:") and self._principal(i) is None for i in ids)

    def is_nobodys(self, named: Named) -> bool:
        """Whether a post is that of nobody known: diplomats, Western officials."""
        own = self._principal(named.entity) in {None, named.entity}
        return named.kind == "office" and named.entity.startswith("body:") and own

    def _principal(self, entity: str) -> str | None:
        known = self.view.passage.entities.get(entity)
        return known.principal if known is not None else None

    def _is_plain(self, phrase: Phrase) -> bool:
        """Whether no name stands in a phrase, save where somebody sits: "the New York-based group"."""
        i, j = phrase
        return not any(self.view.capital(k) for k in range(max(i + 1, self._behind_seat(phrase)), j))

    def _behind_seat(self, phrase: Phrase) -> int:
        """The token behind the place where a body sits: "the New York-based | group", "the Geneva | watchdog"."""
        i, j = phrase
        based = next((k + 1 for k in range(i, j) if self.view.forms[k] == "based"), i)
        seat = self.view.words.seats.at(self.view.tokens, i + 1) if based == i and i + 1 < j - 1 else None
        alone = seat is not None and seat.j == j - 1 and self.view.forms[j - 1] in self.view.words.free_bodies
        return seat.j if seat is not None and alone else based

    def _before(self, i: int, noun: str, any_: bool) -> str | None:
        """The last body named at the head of its phrase before token i, rather one that bears the noun in its name.

        A group is no organ of a state; it may be ``any_`` other body.
        """
        nearest: str | None = None
        for k in range(i - 1, max(-1, i - _FAR), -1):
            named = self.view.named(k)
            if named is not None and named.kind == "person" and noun in self.view.words.free_bodies:
                served = self.view.passage.principal(named.entity)
                if served in free_bodies():
                    return served
            if named is None or named.kind != "body" or not named.head or self._is_quoted(k, i):
                continue
            official = self.is_of_state(named.entity) or self._is_of_un(named.entity, noun)
            own = noun in self.view.forms[named.i : named.j]  # the group, after a Group of Experts
            if own or (noun in self.view.words.free_bodies and not official):
                return named.entity
            other = any_ and noun not in self.view.words.free_bodies and named.entity not in ADOPTING
            nearest = nearest or (named.entity if other else None)
        return nearest

    def called(self, i: int, nouns: Collection[str]) -> str | None:
        """The body last named before token i with one of these nouns in its name: "a Commission spokesman"."""
        for k in range(i - 1, max(-1, i - _FAR), -1):
            named = self.view.named(k)
            inside = named is not None and named.kind == "body" and named.j > named.i + 1
            if named is not None and inside and not set(nouns).isdisjoint(self.view.forms[named.i : named.j]):
                return named.entity
        return None

    def _is_quoted(self, k: int, i: int) -> bool:
        """Whether a name at token k stands in speech that ends before token i, whose speaker only talks of it."""
        quote = self.view.quote(k)
        return quote is not None and quote.j <= i and self.view.is_speech(quote)

    def _is_of_un(self, entity: str, noun: str) -> bool:
        """Whether the United Nations or an organ of theirs is meant, which is no group but may be an organisation."""
        return "organi" not in noun and is_organ(self.view.passage.principal(entity))

    def _members_before(self, i: int, noun: str) -> str | None:
        """The body last named by this very noun before token i: "UN experts", then "the five experts"."""
        for k in range(i - 1, max(-1, i - _FAR), -1):
            named = self.view.named(k)
            if named is not None and named.kind == "body" and self.view.forms[named.j - 1] == noun:
                return named.entity
        return None
