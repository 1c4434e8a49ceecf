"""What a noun phrase of no table names: a group, a kind of thing, people of a leader, people at a place."""

from __future__ import annotations

from mahdar.reading.statements.english_capitals import is_proper
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View


def head_of(view: View, phrase: Phrase) -> Phrase:
    """People who speak for themselves, without what describes them: "opponents of the text" are opponents."""
    place = _place(view, phrase)
    if place is not None:
        return phrase[0], place
    ends = (end for k in range(phrase[0] + 1, phrase[1]) if (end := _head_end(view, phrase, k)) is not None)
    return phrase[0], next(ends, phrase[1])


def _head_end(view: View, phrase: Phrase, k: int) -> int | None:
    """Where people end if what only describes them begins at token k."""
    w, forms, before = view.words, view.forms, view.forms[k - 1]
    doing = forms[k].endswith(("ing", "ed")) and not view.capital(k) and k + 1 < phrase[1]
    if doing and before in w.private | w.unnamed:
        return k  # doctors treating the wounded
    if forms[k] not in w.inside or forms[k] == "and":
        return None
    plain = before.endswith("s") and not view.capital(k - 1)
    people = plain or before in w.private | w.unnamed | w.collectives | w.kin
    affiliated = forms[k] in {"of", "from", "at"} and _is_full_name(view, phrase[0], k)
    named = before in w.collective and any(view.capital(m) for m in range(phrase[0] + 1, k - 1))
    whole = view.capital(k - 1) and view.capital(k + 1)  # the National Union of Mineworkers
    if people or affiliated or _is_of_leader(view, k, phrase[1]) or (named and forms[k] == "of" and not whole):
        return k
    return k - 1 if forms[k] == "by" and before in w.heading else None


def is_led(view: View, phrase: Phrase) -> bool:
    """Whether a phrase is a group that is only described by its leader, who speaks for nobody known."""
    k = next((k for k in range(phrase[0] + 1, phrase[1] - 1) if view.forms[k] == "of"), None)
    named = view.named(phrase[1] - 1)
    alone = named is None or view.passage.principal(named.entity) == named.entity
    return k is not None and alone and _is_of_leader(view, k, phrase[1])


def _is_of_leader(view: View, k: int, j: int) -> bool:
    """Whether "of" at token k ties a group to its leader: "the group | of rebel leader Paul Malong"."""
    w, forms = view.words, view.forms
    led = not w.spokes.isdisjoint(forms[k + 1 : j]) and view.capital(j - 1)
    return forms[k] == "of" and forms[k - 1] in w.collective and not view.capital(k - 1) and led


def _place(view: View, phrase: Phrase) -> int | None:
    """Where the words begin that only say where a plain noun is: "Police | in Lima", "a hospital | in Kassala"."""
    i, j = phrase
    k = next((k for k in range(i + 1, j - 1) if view.forms[k] in view.words.places), None)
    if k is None or not view.capital(j - 1) or view.forms[j - 1] in view.words.bodies:
        return None
    first = view.sentence(i)[0]
    inside = range(max(i, first + 1), k)
    led = any(view.capital(m) and not (_is_demonym(view, m) or view.is_backer(m + 1)) for m in inside)
    return k if not led and view.forms[k - 1] not in view.words.documents else None


def is_adjective(view: View, k: int, end: int) -> bool:
    """Whether a capitalised word is that of a people or faith: a demonym, or by its ending before a plain noun."""
    ethnic = view.forms[k].endswith(("ish", "ese", "ian", "ist")) and view.word(k + 1) and k + 1 < end
    return _is_demonym(view, k) or (ethnic and not view.capital(k + 1))


def _is_demonym(view: View, k: int) -> bool:
    named = view.named(k)
    return named is not None and named.kind == "demonym"


def _is_full_name(view: View, i: int, j: int) -> bool:
    proper = j - i > 1 and all(is_proper(view, k) for k in range(i, j))
    return proper and view.forms[j - 1] not in view.words.institutions


def is_group(view: View, phrase: Phrase) -> bool:
    """Several people without a name: "Western officials", "Lund supporters"."""
    last, w = phrase[1] - 1, view.words
    form = view.forms[last]
    first = view.sentence(last)[0]
    text = view.tokens.original(last, last + 1)
    acronym = text[:-1].isupper() and not text.isupper()  # sixty NGOs
    plain = not view.capital(last) or (last == first and form not in view.proper)
    plain = plain or (acronym and last > phrase[0])
    known = form in w.private | w.unnamed | w.spokes
    led = not any(view.capital(k) for k in range(max(phrase[0], first + 1), phrase[1]))
    return plain and form.endswith("s") and (known or led or last > phrase[0])


def is_kind(view: View, phrase: Phrase) -> bool:
    """Whether a capitalised word only says of what kind something is: "an Arab plan", "a Twitter user"."""
    i, j = phrase
    w, last = view.words, view.forms[j - 1]
    people = w.spokes | w.officers | w.organs | w.collective | w.documents | w.kinds_of_outlet
    plain = w.inside.isdisjoint(view.forms[i:j]) and "'s" not in view.forms[i:j]
    return plain and view.forms[i] in {"a", "an"} and not view.capital(j - 1) and last not in people


def is_briefed(view: View, phrase: Phrase) -> bool:
    """Whether people are meant who know of a thing and give no name: "two people briefed on the talks"."""
    forms = view.forms[phrase[0] : phrase[1]]
    at = next((k for k, form in enumerate(forms) if form in view.words.persons), None)
    behind = view.form(phrase[0] + at + 1) if at is not None else ""
    return behind in view.words.informed


def behind_based(view: View, phrase: Phrase) -> Phrase:
    """A phrase without the place where somebody is based, "A Geneva-based | group", or what he wrote."""
    forms = view.forms
    by = next((k for k in range(phrase[0] + 1, phrase[1] - 1) if forms[k] == "by"), None)
    if by is not None and forms[by - 1] in view.words.documents:
        return by + 1, phrase[1]
    based = next((k for k in range(phrase[0] + 1, phrase[1] - 1) if forms[k] == "based"), None)
    return (based + 1, phrase[1]) if based is not None and forms[based - 1] == "-" else phrase


def owner_mark(view: View, phrase: Phrase) -> int | None:
    """The one "'s" of a phrase in which no preposition stands."""
    i, j = phrase
    marks = [k for k in range(i + 1, j - 1) if view.forms[k] == "'s"]
    plain = view.words.inside.isdisjoint(view.forms[i:j])
    return marks[0] if len(marks) == 1 and plain else None


def is_persons(view: View, i: int, mark: int) -> bool:
    """Whether a person who speaks for nobody known, or two capitalised words of no table, stand before "'s"."""
    named = view.named(mark - 1)
    if named is not None:
        principal = view.passage.principal(named.entity)
        return named.kind == "person" and principal == named.entity
    return mark - i > 1 and is_proper(view, mark - 1) and is_proper(view, mark - 2)


def is_called_out(view: View, names: Phrase) -> bool:
    """Whether words in capitals are a delegate's name, as meetings are covered: "ANA RUIZ (Mexico) said"."""
    return names[1] - names[0] > 1 and view.form(names[1]) in {"(", ","}
