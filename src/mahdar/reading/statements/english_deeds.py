"""Cues that report no speech where they stand: votes, what is let in or refused, aid, "asked not to be named"."""

from __future__ import annotations

from mahdar.reading.statements.english_clauses import is_plain_verb
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_view import View

_TOLL = 9
_ADJUNCT = 3
_ADMITTED = 6
_GRANT, _AID, _VOTE = 6, 9, 14  # tokens behind the verb
_OBJECT = 4
_CLAUSE = 9  # tokens before a document
_PENDING = frozenset({"once", "until", "when", "before", "after"})
_POINTING = frozenset({"refer to", "allude to"})
_GIVEN = frozenset({"a", "an", "any", "his", "her", "its", "their"})  # before what is withheld from somebody
_LET_IN = frozenset({"state", "capital", "body", "person", "demonym", "office"})


def is_deed(view: View, found: Found) -> bool:
    """Whether a cue is no speech: "the storm claimed 40 lives", "asked not to be named", ", commenting on the vote"."""
    verb, lemma = found.group, found.cue.lemma
    if lemma == "claim" and view.words.casualties & set(view.forms[verb.j : verb.j + _TOLL]):
        return True
    if lemma in view.words.habitual and view.form(verb.i - 1) in {"who", "which"} and found.cue.form in {"s", "base"}:
        return True  # a group, which documents abuses
    if lemma == "show" and _is_outlet(view, found):
        return True  # what state television showed
    if _only_points(view, found):
        return True
    if lemma == "welcome" and _receives(view, verb.j):
        return True
    if lemma == "threaten" and found.subject is not None:
        return view.forms[found.subject[1] - 1] in view.words.threatening
    if lemma == "admit":
        return _lets_in(view, verb.j)
    if lemma in {"deny", "refuse"} and _withholds(view, verb.j):
        return True
    if lemma in view.words.voting:
        return _votes(view, found) or (lemma in {"support", "back"} and _supplies(view, verb.j))
    reach = range(verb.j, min(verb.j + _ADJUNCT, len(view.forms)))
    return lemma in view.words.wishes and any(view.words.anonymity.at(view.tokens, k) is not None for k in reach)


def _only_points(view: View, found: Found) -> bool:
    """Whether the reporter only says what somebody's words were about: "he was referring to the raid"."""
    verb, lemma = found.group, found.cue.lemma
    pointing = lemma in _POINTING and not view.words.be.isdisjoint(view.forms[verb.i : verb.cue])
    return pointing or (lemma == "comment on" and verb.mood == "participle")


def is_pending(view: View, found: Found) -> bool:
    """Whether a document is not there yet: "until it sends a report saying", "to table a text stating"."""
    subject, w = found.subject, view.words
    if subject is None:
        return False
    i, j = subject
    head = next((k for k in range(i + 1, j) if view.forms[k] in w.inside), j) - 1
    if view.forms[head] not in w.documents:
        return False
    for k in range(i - 1, max(view.sentence(i)[0], i - _CLAUSE) - 1, -1):
        form = view.forms[k]
        if form in {",", ";"} or form in w.relatives:
            return False
        if form in w.modals or form in {"if", "unless"} or (form == "to" and is_plain_verb(view, k + 1) and k + 1 < i):
            return True
        if form in _PENDING:
            return any(
                one.endswith("s") and one not in w.finite and one not in w.pasts for one in view.forms[k + 2 : i]
            )
    return False


def _is_outlet(view: View, found: Found) -> bool:
    """Whether an outlet is the subject of a cue that no clause follows."""
    named = view.named(found.subject[1] - 1) if found.subject is not None else None
    return named is not None and named.kind == "outlet" and view.form(found.group.j) != "that"


def _receives(view: View, j: int) -> bool:
    """Whether a guest is received: "welcomed President Kagame to Downing Street", "welcomed thousands of refugees"."""
    first = next((n for n in range(j, j + _OBJECT) if view.form(n) in view.words.inside), j + _OBJECT)
    counted = view.form(first) == "of" and view.form(first - 1) in view.words.counts | {"thousands"}
    if view.form(first - 1) in view.words.guests or (counted and view.form(first + 1) in view.words.guests):
        return True
    k = j + (view.form(j) in view.words.determiners | view.words.possessives)
    guest = view.named(k)
    person = guest is not None and guest.entity.startswith("person:")
    return guest is not None and person and view.form(guest.j) in {"to", "at", "in", "on", "with"}


def _lets_in(view: View, j: int) -> bool:
    """Whether somebody is let in and nothing conceded: "admitted Nauru to the UN", "admitted 40 patients"."""
    k = j + (view.form(j) in view.words.determiners)
    if k >= len(view.forms) or view.form(j) in {"that", "to"}:
        return False
    named = view.named(k)
    if view.tokens.is_number(k):
        return True
    if named is not None:
        return named.kind in _LET_IN and (view.form(named.j) in view.words.behind_guests or not view.word(named.j))
    reach = view.forms[k + 1 : k + _ADMITTED]
    return any(reach[n : n + 2] == ["as", "a"] for n in range(len(reach)))


def _withholds(view: View, j: int) -> bool:
    """Whether something is kept from somebody: "denied him a visa", "refused the UN access to the camp"."""
    end = min(j + _GRANT, view.sentence(j - 1)[1])
    plain = view.word(j) and not view.form(j).endswith("ing") and view.form(j) not in view.words.determiners
    if plain and view.form(j + 1) in _GIVEN:
        return True  # denied workers a raise
    for k in range(j, end):
        if view.forms[k] in view.words.grants:
            return True
        if view.forms[k] in view.words.ends_object or view.forms[k].endswith("ing"):
            return False
    return False


def _votes(view: View, found: Found) -> bool:
    """Whether an organ decides by vote: "Parliament rejected the treaty", "rejected it by 80 votes to 20"."""
    w, j = view.words, found.group.j
    behind = view.forms[j : min(j + _VOTE, view.sentence(j - 1)[1])]
    if any(form in {"votes", "vote"} and {"by", "in"} & set(behind[:n]) for n, form in enumerate(behind)):
        return True
    if found.subject is None or found.group.mood != "said":
        return False
    if _is_count(view, found.subject) and (behind[:1] == ["it"] or not w.documents.isdisjoint(behind[:_OBJECT])):
        return True
    head = view.forms[found.subject[1] - 1]
    return head in w.deciding and w.allegations.isdisjoint(behind) and w.disputed.isdisjoint(behind)


def is_counted_vote(view: View, text: Phrase, voters: Phrase) -> bool:
    """Whether a text was backed or opposed by so many: "the draft was supported by 23 countries"."""
    written = not (view.words.documents | view.words.proposed).isdisjoint(view.forms[slice(*text)])
    counted = any(view.tokens.is_number(k) or view.forms[k] in view.words.counts for k in range(*voters))
    return written and counted and not any(view.named(k) for k in range(*voters))


def _is_count(view: View, subject: Phrase) -> bool:
    """Whether the subject counts those who voted: "five countries opposed it", "Ten members backed the text"."""
    i, j = subject
    counted = any(view.tokens.is_number(k) or view.forms[k] in view.words.counts for k in range(i, j))
    return counted and view.forms[j - 1] in view.words.collectives


def _supplies(view: View, j: int) -> bool:
    """Whether aid and no words are meant: "backed the rebels with arms"."""
    reach = view.forms[j : min(j + _AID, view.sentence(j - 1)[1])]
    return "with" in reach and not view.words.supplies.isdisjoint(reach[reach.index("with") :])
