"""New ids for speakers in no table: people and bodies by their capitalised words, groups by their plain ones."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from mahdar.model import Entity
from mahdar.reading.names.entries import known_entities
from mahdar.reading.passage import UNNAMED
from mahdar.reading.statements.english_capitals import is_proper, last_capitals
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View

_UNION = "body:eu"
_GROUP_WORDS = 4


class Unknown:
    """Ids made for one passage; ``new`` holds the entities that the passage did not know."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.new: dict[str, Entity] = {}
        self._surnames: dict[str, str] = {}
        self._movements: dict[str, str] = {}
        self._called: dict[str, str] = {}

    def of(self, phrase: Phrase) -> tuple[str, ...]:
        """The id of a noun phrase without known names; none where it has no words."""
        known = self._behind_acronym(phrase[1]) or self._by_seat(phrase)
        if known is not None:
            return (known,)
        w, last = self.view.words, self.view.forms[phrase[1] - 1]
        if self.view.forms[phrase[0]] in w.negations or last in w.objects or last == "whom":
            return ()  # nobody at the embassy, one of them
        mark = self._owner_mark(phrase)
        if mark is not None and self.view.forms[phrase[1] - 1] in self.view.words.mouthpieces:
            return self.of((phrase[0], mark))  # Mr. Low's Office
        phrase = self._head(self._behind_based(phrase))
        plain = self._is_group(phrase) or self._is_kind(phrase)
        names = None if plain else last_capitals(self.view, phrase)
        described = names is not None and names[1] - names[0] == 1 and self._is_adjective(names[0], phrase[1])
        if names is not None and (described or self.view.is_backer(names[1])):
            names = None  # an Afghan, the 28-year-old Syrian, the Kurdish leader, the US-backed coalition
        if names is not None:
            return (self._outlet(phrase, names) or self._local(phrase, names) or self._proper(names),)
        words = self._plain(phrase)
        if not words:
            return ()
        if self._is_briefed(phrase):
            return (self.unnamed(),)
        words = [*words[:-1], _plural(words[-1], w.private)]
        if words[-1] in w.sources:
            bloc = next((form for form in words[:-1] if form in w.blocs), "")
            return (self._enter(f"body:{bloc}-officials", f"{bloc} officials") if bloc else self.unnamed(),)
        several = words[0] in w.counts and {words[-1], words[-1].removesuffix("s")} & w.spokes  # the two presidents
        if words[-1] in w.collectives or several or self._is_counted(phrase):
            return ()
        return (self._enter("body:" + "-".join(words), " ".join(words)),)

    def _behind_based(self, phrase: Phrase) -> Phrase:
        """A phrase without the place where somebody is based, "A Geneva-based | group", or what he wrote."""
        forms = self.view.forms
        by = next((k for k in range(phrase[0] + 1, phrase[1] - 1) if forms[k] == "by"), None)
        if by is not None and forms[by - 1] in self.view.words.documents:
            return by + 1, phrase[1]
        based = next((k for k in range(phrase[0] + 1, phrase[1] - 1) if forms[k] == "based"), None)
        return (based + 1, phrase[1]) if based is not None and forms[based - 1] == "-" else phrase

    def _is_briefed(self, phrase: Phrase) -> bool:
        """Whether people are meant who know of a thing and give no name: "two people briefed on the talks"."""
        forms = self.view.forms[phrase[0] : phrase[1]]
        at = next((k for k, form in enumerate(forms) if form in self.view.words.persons), None)
        behind = self.view.form(phrase[0] + at + 1) if at is not None else ""
        return behind in self.view.words.informed

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
        forms, mark = self.view.forms, self._owner_mark(phrase)
        if mark is None or self.view.capital(last) or forms[last] in w.mouthpieces:
            return ()
        stranger = forms[last] in w.kin and self.view.named(mark - 1) is None and is_proper(self.view, mark - 1)
        if not stranger and not self._is_persons(phrase[0], mark):
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

    def _owner_mark(self, phrase: Phrase) -> int | None:
        """The one "'s" of a phrase in which no preposition stands."""
        i, j = phrase
        marks = [k for k in range(i + 1, j - 1) if self.view.forms[k] == "'s"]
        plain = self.view.words.inside.isdisjoint(self.view.forms[i:j])
        return marks[0] if len(marks) == 1 and plain else None

    def _is_persons(self, i: int, mark: int) -> bool:
        """Whether a person who speaks for nobody known, or two capitalised words of no table, stand before "'s"."""
        named = self.view.named(mark - 1)
        if named is not None:
            principal = self.view.passage.principal(named.entity)
            return named.kind == "person" and principal == named.entity
        return mark - i > 1 and is_proper(self.view, mark - 1) and is_proper(self.view, mark - 2)

    def unnamed(self) -> str:
        """The id of sources that the report does not name."""
        return self._enter(UNNAMED, "unnamed sources")

    def organ(self, entity: str) -> str:
        """The id of an organ that the report means without naming it."""
        if entity not in self.view.passage.entities:
            self.new.setdefault(entity, known_entities()[entity])
        return entity

    def _head(self, phrase: Phrase) -> Phrase:
        """Of people who speak for themselves those alone: "opponents of the text" are opponents."""
        w = self.view.words
        place = self._place(phrase)
        if place is not None:
            return phrase[0], place
        for k in range(phrase[0] + 1, phrase[1]):
            doing = self.view.forms[k].endswith(("ing", "ed")) and not self.view.capital(k) and k + 1 < phrase[1]
            if doing and self.view.forms[k - 1] in w.private | w.unnamed:
                return phrase[0], k  # doctors treating the wounded
            if self.view.forms[k] not in w.inside or self.view.forms[k] == "and":
                continue
            head = self.view.forms[k - 1]
            plain = head.endswith("s") and not self.view.capital(k - 1)
            people = plain or head in w.private | w.unnamed | w.collectives | w.kin
            affiliated = self.view.forms[k] in {"of", "from", "at"} and self._is_full_name(phrase[0], k)
            named = head in w.collective and any(self.view.capital(m) for m in range(phrase[0] + 1, k - 1))
            if people or affiliated or self._is_of_leader(k, phrase[1]) or (named and self.view.forms[k] == "of"):
                return phrase[0], k
            if self.view.forms[k] == "by" and head in w.heading:
                return phrase[0], k - 1
        return phrase

    def is_led(self, phrase: Phrase) -> bool:
        """Whether a phrase is a group that is only described by its leader, who speaks for nobody known."""
        k = next((k for k in range(phrase[0] + 1, phrase[1] - 1) if self.view.forms[k] == "of"), None)
        named = self.view.named(phrase[1] - 1)
        alone = named is None or self.view.passage.principal(named.entity) == named.entity
        return k is not None and alone and self._is_of_leader(k, phrase[1])

    def _is_of_leader(self, k: int, j: int) -> bool:
        """Whether "of" at token k ties a group to its leader: "the group | of rebel leader Paul Malong"."""
        w, forms = self.view.words, self.view.forms
        led = not w.spokes.isdisjoint(forms[k + 1 : j]) and self.view.capital(j - 1)
        return forms[k] == "of" and forms[k - 1] in w.collective and not self.view.capital(k - 1) and led

    def _place(self, phrase: Phrase) -> int | None:
        """Where the words begin that only say where a plain noun is: "Police | in Lima", "a hospital | in Kassala"."""
        i, j = phrase
        k = next((k for k in range(i + 1, j - 1) if self.view.forms[k] in self.view.words.places), None)
        if k is None or not self.view.capital(j - 1) or self.view.forms[j - 1] in self.view.words.bodies:
            return None
        first = self.view.sentence(i)[0]
        inside = range(max(i, first + 1), k)
        led = any(self.view.capital(m) and not (self._is_demonym(m) or self.view.is_backer(m + 1)) for m in inside)
        return k if not led and self.view.forms[k - 1] not in self.view.words.documents else None

    def _is_adjective(self, k: int, end: int) -> bool:
        """Whether a capitalised word is that of a people or faith: a demonym, or by its ending before a plain noun."""
        ethnic = self.view.forms[k].endswith(("ish", "ese", "ian", "ist")) and self.view.word(k + 1) and k + 1 < end
        return self._is_demonym(k) or (ethnic and not self.view.capital(k + 1))

    def _is_demonym(self, k: int) -> bool:
        named = self.view.named(k)
        return named is not None and named.kind == "demonym"

    def _is_full_name(self, i: int, j: int) -> bool:
        return (
            j - i > 1
            and all(is_proper(self.view, k) for k in range(i, j))
            and self.view.forms[j - 1] not in self.view.words.institutions
        )

    def _is_group(self, phrase: Phrase) -> bool:
        """Several people without a name: "Western officials", "Lund supporters"."""
        last, w = phrase[1] - 1, self.view.words
        form = self.view.forms[last]
        first = self.view.sentence(last)[0]
        acronym = self.view.tokens.original(last, last + 1)[:-1].isupper()  # sixty NGOs
        plain = not self.view.capital(last) or (last == first and form not in self.view.proper)
        plain = plain or (acronym and last > phrase[0])
        known = form in w.private | w.unnamed | w.spokes
        led = not any(self.view.capital(k) for k in range(max(phrase[0], first + 1), phrase[1]))
        return plain and form.endswith("s") and (known or led or last > phrase[0])

    def _is_kind(self, phrase: Phrase) -> bool:
        """Whether a capitalised word only says of what kind something is: "an Arab plan", "a Twitter user"."""
        i, j = phrase
        w, last = self.view.words, self.view.forms[j - 1]
        people = w.spokes | w.officers | w.organs | w.collective | w.documents | self.view.words.kinds_of_outlet
        plain = w.inside.isdisjoint(self.view.forms[i:j]) and "'s" not in self.view.forms[i:j]
        return plain and self.view.forms[i] in {"a", "an"} and not self.view.capital(j - 1) and last not in people

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
            or (text.isupper() and not self._is_called_out(names))
        ):
            heads = self.view.words.movements.intersection(forms if len(forms) > 1 else ())
            self._movements |= dict.fromkeys(heads, f"body:{slug}")
            return self._enter(f"body:{slug}", text)
        if len(forms) == 1 and slug in self._surnames:
            return self._surnames[slug]
        self._surnames[forms[-1]] = f"person:{slug}"
        return self._enter(f"person:{slug}", text)

    def _is_called_out(self, names: Phrase) -> bool:
        """Whether words in capitals are a delegate's name, as meetings are covered: "ANA RUIZ (Mexico) said"."""
        return names[1] - names[0] > 1 and self.view.form(names[1]) in {"(", ","}

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
