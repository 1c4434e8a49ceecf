"""New ids for speakers in no table: people and bodies by their capitalised words, groups by their plain ones."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from mahdar.model import Entity
from mahdar.reading.names.entries import known_entities
from mahdar.reading.passage import UNNAMED
from mahdar.reading.statements.english_capitals import is_proper, last_capitals
from mahdar.reading.statements.english_kinds import (
    behind_based,
    head_of,
    is_adjective,
    is_briefed,
    is_called_out,
    is_group,
    is_kind,
    is_persons,
    owner_mark,
)
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View

_UNION = "body:eu"
_GROUP_WORDS = 4
_FROM = 3
_FAMILY_FIRST = 3  # words of a Korean name with its hyphen


class Unknown:
    """Ids made for one passage; ``new`` holds the entities that the passage did not know."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.new: dict[str, Entity] = {}
        self._surnames: dict[str, str] = {}
        self._movements: dict[str, str] = {}
        self._called: dict[str, str] = {}
        self._groups: dict[str, str] = {}

    def of(self, phrase: Phrase) -> tuple[str, ...]:
        """The id of a noun phrase without known names; none where it has no words."""
        known = self._behind_acronym(phrase[1]) or self._by_seat(phrase)
        if known is not None:
            return (known,)
        w, last = self.view.words, self.view.forms[phrase[1] - 1]
        if self.view.forms[phrase[0]] in w.negations or last in w.objects or last == "whom":
            return ()  # nobody at the embassy, one of them
        mark = owner_mark(self.view, phrase)
        if mark is not None and self.view.forms[phrase[1] - 1] in self.view.words.mouthpieces:
            return self.of((phrase[0], mark))  # Mr. Low's Office
        phrase = head_of(self.view, behind_based(self.view, phrase))
        names = self._names(phrase)
        if names is not None:
            return (self._outlet(phrase, names) or self._local(phrase, names) or self._proper(names),)
        words = self._plain(phrase)
        if words and is_briefed(self.view, phrase):
            return (self.unnamed(),)
        return self._group(phrase, words) if words else ()

    def _names(self, phrase: Phrase) -> Phrase | None:
        """The capitals that name somebody: none in an Afghan, the 28-year-old Syrian, the US-backed coalition."""
        plain = is_group(self.view, phrase) or is_kind(self.view, phrase) or self._is_from(phrase)
        names = None if plain else last_capitals(self.view, phrase)
        if names is None or self.view.is_backer(names[1]):
            return None
        return None if names[1] - names[0] == 1 and is_adjective(self.view, names[0], phrase[1]) else names

    def _is_from(self, phrase: Phrase) -> bool:
        """Whether one capitalised word only says from where somebody is: "the Texas lawyer"."""
        (i, j), view = phrase, self.view
        return (
            j - i == _FROM and view.form(i) == "the" and view.capital(i + 1) and view.forms[j - 1] in view.words.private
        )

    def _group(self, phrase: Phrase, words: list[str]) -> tuple[str, ...]:
        """The id of a group by its plain words; none of those who are nobody in particular."""
        w = self.view.words
        words = [*words[:-1], _plural(words[-1], w.private)]
        if words[-1] in w.sources:
            bloc = next((form for form in words[:-1] if form in w.blocs), "")
            return (self._enter(f"body:{bloc}-officials", f"{bloc} officials") if bloc else self.unnamed(),)
        several = words[0] in w.counts and {words[-1], words[-1].removesuffix("s")} & w.spokes  # the two presidents
        if words[-1] in w.collectives or several or self._is_counted(phrase):
            return ()
        entity = self._enter("body:" + "-".join(words), " ".join(words))
        if len(words) > 1 and words[-1] in w.collective:
            self._groups[words[-1]] = entity
        return (entity,)

    def _behind_acronym(self, j: int) -> str | None:
        """The known body whose acronym stands in brackets behind a name of no table: the Front for X (FX)."""
        named = self.view.named(j + 1) if self.view.form(j) == "(" else None
        closed = named is not None and named.i == j + 1 and self.view.form(named.j) == ")"
        return named.entity if named is not None and closed and named.kind == "body" else None

    def _by_seat(self, phrase: Phrase) -> str | None:
        """The Union for the city of its organs, which is no capital of states here: Brussels said."""
        i, j = phrase
        alone = j == i + 1 and self.view.forms[i] in self.view.words.union_seats and self.view.capital(i)
        return self.organ(_UNION) if alone else None

    def _is_counted(self, phrase: Phrase) -> bool:
        """Whether a phrase is only a number of those spoken of: "the three", "both"."""
        words = self._plain(phrase)
        return all(form in self.view.words.counts or form[0].isdigit() for form in words)

    def again(self, phrase: Phrase, *, called: bool = False) -> str | None:
        """The body of no table that "the Front" takes up by a noun of its name, or ``called`` so: the group Viasna."""
        forms, held = self.view.forms[phrase[0] : phrase[1]], self._called if called else self._movements
        return held.get(forms[1]) if len(forms) == 2 and forms[0] == "the" else None

    def group_again(self, phrase: Phrase) -> str | None:
        """The group in plain words that "the commission" takes up: the electoral commission."""
        forms = self.view.forms[phrase[0] : phrase[1]]
        return self._groups.get(forms[1]) if len(forms) == 2 and forms[0] == "the" else None

    def _outlet(self, phrase: Phrase, names: Phrase) -> str | None:
        """The id of an outlet in no table by the word before its name: "the pro-rebel website TamilNet"."""
        i, j = names
        w, held = self.view.words, self.view.forms
        before = phrase[0] < i and held[i - 1] in w.kinds_of_outlet and not self.view.capital(i - 1)
        behind = j < phrase[1] and held[j] in w.papers and not self.view.capital(j)
        if not (before or behind):
            return None
        forms = [form for form in self.view.forms[i:j] if form[0].isalnum()]
        return self._enter("outlet:" + "-".join(forms), self.view.tokens.original(i, j))

    def _local(self, phrase: Phrase, names: Phrase) -> str | None:
        """The id of the post or organ of a place in no table: "the governor of Bauchi", "Springfield police"."""
        (i, j), forms, w = names, self.view.forms, self.view.words
        last, known = phrase[1] - 1, self.view.named(i)
        if (known is not None and known.kind != "capital") or self.view.tokens.original(i, j).isupper():
            return None
        if j == last and forms[last] in w.organs | w.collective and not self.view.capital(last):
            return self._enter("body:" + "-".join(forms[i : last + 1]), self.view.tokens.original(i, last + 1))
        if i - 2 < phrase[0] or forms[i - 1] != "of" or forms[i - 2] not in w.local_posts or self.view.capital(i - 2):
            return None
        return self._enter("person:" + "-".join(forms[i - 2 : j]), self.view.tokens.original(i - 2, j))

    def of_person(self, phrase: Phrase) -> tuple[str, ...]:
        """Whom a noun behind the name of a person means: "Paul Malong's | brother", "Paul Malong's forces"."""
        w, last = self.view.words, phrase[1] - 1
        forms, mark = self.view.forms, owner_mark(self.view, phrase)
        if mark is None or self.view.capital(last) or forms[last] in w.mouthpieces:
            return ()
        stranger = forms[last] in w.kin and self.view.named(mark - 1) is None and is_proper(self.view, mark - 1)
        again = mark - phrase[0] == 1 and forms[mark - 1] in self._surnames
        owner = self.view.named(mark - 1)  # a president, whose sister does not speak for him
        own = forms[last] in w.kin | w.private and owner is not None and owner.kind == "person"
        if not (stranger or again or own or is_persons(self.view, phrase[0], mark)):
            return ()
        if forms[last] in w.kin:
            return (self._enter("body:relatives", "relatives"),)
        if forms[last] in w.private:
            return self.of((mark + 1, phrase[1]))
        if forms[last] not in w.collective | w.followings:
            return ()
        start = next(k for k in range(phrase[0], mark) if self.view.capital(k) and forms[k] not in w.determiners)
        words = [form for form in forms[start:mark] if form[0].isalnum()]
        name = self.view.tokens.original(start, phrase[1])
        return (self._enter("body:" + "-".join((*words, forms[last])), name),)

    def unnamed(self) -> str:
        """The id of sources that the report does not name."""
        return self._enter(UNNAMED, "unnamed sources")

    def organ(self, entity: str) -> str:
        """The id of an organ that the report means without naming it."""
        if entity not in self.view.passage.entities:
            self.new.setdefault(entity, known_entities()[entity])
        return entity

    def _plain(self, phrase: Phrase) -> list[str]:
        w, forms = self.view.words, self.view.forms[phrase[0] : phrase[1]]
        plain = [form for form in forms if form[0].isalnum() and form not in w.determiners][-_GROUP_WORDS:]
        return plain[1:] if plain[1:] and plain[0] in w.inside else plain

    def _proper(self, names: Phrase) -> str:
        """A body behind "the", in capitals or with a body's last word; else a person, a lone surname as before."""
        i, j = names
        forms = [form for form in self.view.forms[i:j] if form[0].isalnum()]
        slug = "-".join(form.replace(".", "").replace("'", "") for form in forms)
        text = self.view.tokens.original(i, j)
        addressed = self.view.form(i - 1 - (self.view.form(i - 1) == ".")) in self.view.words.address
        noun = self.view.form(i - 1)
        if noun in self.view.words.free_bodies and not self.view.capital(i - 1):
            self._called[noun] = f"body:{slug}"
            return self._enter(f"body:{slug}", text)
        if not addressed and (
            self.view.form(i - 1) == "the"
            or {"of", "for"} & set(forms)
            or forms[-1] in self.view.words.bodies
            or (text.isupper() and not is_called_out(self.view, names))
        ):
            heads = self.view.words.movements.intersection(forms if len(forms) > 1 else ())
            self._movements |= dict.fromkeys(heads, f"body:{slug}")
            return self._enter(f"body:{slug}", text)
        if len(forms) == 1 and slug in self._surnames:
            return self._surnames[slug]
        family_first = len(forms) == _FAMILY_FIRST and self.view.form(j - 2) == "-" and not self.view.capital(j - 1)
        self._surnames[forms[0 if family_first else -1]] = f"person:{slug}"  # Han of Han Tae-song
        return self._enter(f"person:{slug}", text)

    def describe(self, entity: str, described: Entity) -> str:
        """The id of somebody who is described here unless the passage knows him."""
        if entity not in self.view.passage.entities:
            self.new.setdefault(entity, described)
        return entity

    def serve(self, person: str, body: str) -> None:
        """Describe somebody who was named as speaking for a body."""
        described = self.new.get(person) or self.view.passage.entities.get(person)
        if described is not None and described.principal is None:
            self.new[person] = replace(described, principal=self.view.passage.principal(body))

    def _enter(self, entity: str, name: str) -> str:
        return self.describe(entity, Entity(name))


def _plural(form: str, people: Container[str]) -> str:
    """The plural of one of many who speak for themselves, by which the group is known: one witness, witnesses."""
    made = (form + "es", form + "s") if form.endswith(("s", "ch")) else (form + "s",)
    return next((plural for plural in made if form in people and plural in people), form)
