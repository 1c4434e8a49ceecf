"""For whom somebody of no table speaks by what is said behind his name: "Ana Lopez, its director", "who heads it"."""

from __future__ import annotations

from mahdar.language.tokens import NEWLINE
from mahdar.reading.passage import Named
from mahdar.reading.statements.english_bodies import Bodies
from mahdar.reading.statements.english_phrases import Phrase, phrase_before
from mahdar.reading.statements.english_unknown import Unknown
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import Speaker

_DESCRIBED = 9  # tokens behind the comma
_TWO, _NAME, _LONG_NAME = 2, 4, 6  # words of a name, the last with its hyphens
_OWNED = 2
_TITLE = 3  # tokens before the post in a phrase: the new
_OWN = frozenset({"its", "their"})


def body_served(view: View, bodies: Bodies, phrase: Phrase, last: Speaker) -> str | None:
    """The body or state for which the person of a phrase holds a post: that of who spoke ``last``, or "the group's"."""
    for i, j in (phrase, _behind(view, phrase[1])):
        held = view.forms[i:j]
        heads = i + 1 + (view.form(i + 1) in view.words.adverbs or view.form(i + 1).endswith("ly"))  # who now heads
        led = held[:1] == ["who"] and view.form(heads) in view.words.heading
        owner = heads + 1 if led else i
        if view.form(owner) not in _OWN | {"the"} or not (led or view.words.officers & set(held)) or "former" in held:
            continue
        if view.form(owner) in _OWN:
            return _spoke_for(view, last)
        mark = next((k for k in range(owner + 1, j) if view.forms[k] == "'s"), j if led else None)
        return bodies.meant((owner, mark)) if mark is not None else None
    return None


def seated(view: View, end: int) -> str | None:
    """The state in brackets behind a name, for which its bearer speaks: "ANA RUIZ (Paraguay) said"."""
    seat = view.named(end + 1) if view.form(end) == "(" else None
    return seat.entity if seat is not None and seat.kind == "state" and view.form(seat.j) == ")" else None


def named_late(view: View, phrase: Phrase, last: Speaker, last_at: int) -> str | None:
    """For whom somebody new speaks whose post spoke without a name before: "a UN envoy says. | Ana Lopez told"."""
    i, j = phrase
    head = _head(view, i)
    if (
        view.form(head - 1) != NEWLINE
        or head != view.sentence(head)[0]
        or not _TWO <= j - i <= _LONG_NAME
        or view.form(j) in {",", "(", "-"}
    ):
        return None
    post = next((n for k in range(last_at, last_at + _TITLE) if (n := view.named(k)) is not None), None)
    held = post is not None and post.kind == "office" and last.ids == (post.entity,) and "-of-" in post.entity
    near = last_at >= view.sentence(head - 1)[0] and view.capital(i) and view.capital(j - 1)
    return _spoke_for(view, last) if held and near and view.forms[j - 1] not in view.forms[:i] else None


def _head(view: View, i: int) -> int:
    """The token with which a sentence begins, where only a quotation stands before the name at token i."""
    quote = view.closes(i - 1)
    return quote.i - 1 if quote is not None else i


def body_behind(view: View, person: Named, end: int) -> str | None:
    """The body that a phrase names behind a person known for another one: "Callamard of Amnesty International"."""
    named = view.named(person.j + 1) if person.kind == "person" and person.j + 1 < end else None
    if named is None or named.i != person.j + 1 or named.kind != "body" or view.form(person.j) != "of":
        return None
    own = view.passage.principal(person.entity)
    other = own not in {person.entity, named.entity, view.passage.principal(named.entity)}
    return named.entity if other else None


def stranger_behind(view: View, phrase: Phrase) -> Phrase | None:
    """The name of no table between commas behind a post without a name: "Its chief executive, | James Cowan,"."""
    i, j = phrase
    w = view.words
    head = next((k for k in range(i + 1, j) if view.forms[k] in w.inside), j) - 1
    if view.capital(head) and head > view.sentence(i)[0]:
        return None
    alone = view.forms[head] in w.private | w.servants | {"one"}  # A resident, Mariam, said
    holds = view.forms[head] in w.officers | w.spokes | w.peers or _is_role(view, i, head)
    if not (alone or holds) or any(view.capital(k) for k in range(i + 1, head + 1)) or view.time_end(j + 1) is not None:
        return None
    return name_between(view, j, _TWO - alone)


def name_between(view: View, j: int, least: int = _TWO) -> Phrase | None:
    """The name of no table, of so many words at least, between the comma at token j and the next."""
    end = j + 1
    while (
        view.word(end)
        and view.capital(end)
        and view.named(end) is None
        and view.form(end) not in view.words.determiners
    ):
        end += 1
    whole = least <= end - j - 1 <= _NAME and view.form(j) == "," and view.form(end) == ","
    return (j + 1, end) if whole else None


def parted_from_field(view: View, unknown: Unknown, names: list[Named], end: int) -> str | None:
    """Who holds a post whose field parts it from the name: "The rapporteur on torture, | Ana Ruiz, said"."""
    parted = len(names) == 1 and names[0].kind == "office" and view.form(names[0].j) == "on"
    name = name_between(view, end) if parted else None
    own = unknown.of(name) if name is not None else ()
    if not own:
        return None
    unknown.serve(own[0], view.passage.principal(names[0].entity))
    return own[0]


def before_apposition(view: View, phrase: Phrase) -> Phrase | None:
    """The body that a phrase behind its comma only describes: "Bellingcat, | a group that doubts the tale,"."""
    i, j = phrase
    forms, w = view.forms, view.words
    led = forms[i] in {"a", "an"} and forms[j - 1] in w.collective and view.form(i - 1) == ","
    if not led or i - 2 < view.sentence(i)[0] or not view.capital(i - 2):
        return None
    return phrase_before(view, i - 1, view.sentence(i)[0], set())


def _is_role(view: View, i: int, head: int) -> bool:
    """Whether any other noun is told of one person: "The referee, …", "Lamine's captain, …"; no body or document."""
    w = view.words
    led = view.forms[i] in w.possessives | {"the"} or (head - i == _OWNED and view.forms[i + 1] == "'s")
    return (
        led and view.forms[head] not in w.collective | w.documents | w.organs | w.bodies | w.kinds_of_outlet | w.plurals
    )


def _behind(view: View, end: int) -> Phrase:
    """What stands between the comma behind a name and the next mark."""
    if view.form(end) != ",":
        return end, end
    last = min(end + 1 + _DESCRIBED, view.sentence(end)[1])
    marks = (k for k in range(end + 1, last) if not view.word(k) and view.forms[k] not in {"'s", "-"})
    return end + 1, next(marks, last)


def _spoke_for(view: View, last: Speaker) -> str | None:
    """The one body or state for which somebody spoke last."""
    principals = {view.passage.principal(i) for i in last.ids}
    one = principals.pop() if len(principals) == 1 else ""
    return one if one.startswith(("body:", "state:")) else None
