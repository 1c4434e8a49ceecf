"""Whether a form that is often a noun or adjective is a verb here: its subject, tense and place have to bear it out."""

from __future__ import annotations

from mahdar.reading.statements.english_cues import is_noun
from mahdar.reading.statements.english_groups import Group
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_view import View

_NAME = 1


def plausible(view: View, found: Found) -> bool:
    """Present-tense forms are often nouns: they need a subject that agrees with them."""
    form, subject, verb = found.cue.form, found.subject, found.group
    if form == "s" and view.form(verb.j) == ":" and is_noun(view.forms[verb.cue]) and _heads(view, verb.j):
        return False  # Peru protests: 'They fired at us'
    if verb.mood == "said" and (_behind_infinitive(view, verb.i) or _describes(view, found) or _withheld(view, found)):
        return False
    if form not in {"base", "s"} or verb.mood == "negated" or found.inverted:
        return True
    if subject is None:
        return verb.i > 1 and (view.form(verb.i - 1) in {"and", "but", "also"} or goes_on_in_headline(view, found))
    if form == "base":
        several = _is_several(view, subject) and not is_noun(view.forms[verb.cue])
        return several or _is_plural(view, subject, verb)
    return _is_definite(view, subject) or _signs_headline(view, found)


def goes_on_in_headline(view: View, found: Found) -> bool:
    """Whether a present behind a comma takes up the subject of a headline: "Iran rejects offer, says it goes on"."""
    end, i = view.paragraph_end(found.group.i), found.group.i
    headed = found.cue.form == "s" and i < end < len(view.forms) and not view.stop(end - 1)
    more = end - found.group.j > _NAME or not view.capital(found.group.j)  # more than a name: "…, reports UN"
    return headed and more and view.form(i - 1) == "," and found.behind is None and found.subject is None


def _heads(view: View, colon: int) -> bool:
    """Whether a colon stands in the headline, where "protests:" is a topic."""
    end = view.paragraph_end(0)
    return colon < end < len(view.forms) and view.form(end - 1) != "."


def _signs_headline(view: View, found: Found) -> bool:
    """Whether a bare noun and its verb end a headline behind a comma: "Mali frees ten, lawyer says"."""
    end = view.paragraph_end(0)
    told = view.named(found.group.j) if found.cue.lemma == "tell" else None
    last = told.j if told is not None and told.kind == "outlet" else found.group.j
    return found.behind is not None and last == end < len(view.forms)


def _is_several(view: View, subject: Phrase) -> bool:
    """Whether a body is spoken of as several people: "Taliban reject", "Hamas say"."""
    named = view.named(subject[1] - 1)
    return named is not None and named.kind == "body" and named.head and view.form(subject[0]) not in {"a", "an"}


def _behind_infinitive(view: View, i: int) -> bool:
    """Whether a plain verb behind "to" stands before the cue, which then is an adjective: "to end alleged torture"."""
    form = view.form(i - 1)
    plain = view.word(i - 1) and not view.capital(i - 1) and not form.endswith(("s", "ly"))
    return plain and view.form(i - 2) == "to" and form not in view.words.personal | view.words.adverbs


def _describes(view: View, found: Found) -> bool:
    """Whether a form in -ed describes the noun behind it, with its owner before: "Chad's reported | losses"; or tells
    what somebody has to do: "a committee charged with ensuring that".
    """
    verb, behind = found.group, view.form(found.group.j)
    if found.cue.lemma == "charge":
        return behind == "with" and view.form(verb.j + 1).endswith("ing")
    owned = view.form(verb.cue - 1) in view.words.possessives
    noun = view.word(verb.j) and behind not in view.words.determiners | view.words.personal | {"that", "on", "to"}
    return owned and noun and view.forms[verb.cue].endswith("ed") and not view.capital(verb.j)


def _withheld(view: View, found: Found) -> bool:
    """Whether votes deny a text something, which nobody says: "two abstentions denied the draft a unanimous vote"."""
    subject = found.subject
    return found.cue.lemma == "deny" and subject is not None and view.forms[subject[1] - 1] in view.words.cast


def _is_plural(view: View, subject: Phrase, verb: Group) -> bool:
    if verb.i < verb.cue and view.forms[verb.cue - 1] == "to":
        return True
    last = view.forms[subject[1] - 1]
    held = view.forms[subject[0] : subject[1]]
    stop = next((k for k, form in enumerate(held) if k and form in view.words.prepositions), len(held))
    if "a" in held or "an" in held:
        return False
    if held[0] == "those":
        return True
    return any(f in view.words.plurals or _ends_plural(f) for f in (last, held[stop - 1])) or "and" in held


def _ends_plural(form: str) -> bool:
    """Whether a word ends like a plural: reports; not previous, which is none."""
    return len(form) > 3 and form.endswith("s") and not form.endswith(("ous", "ss"))


def _is_definite(view: View, subject: Phrase) -> bool:
    i, j = subject
    first, last = view.forms[i], view.forms[j - 1]
    if view.tokens.is_number(j - 1):
        return view.form(j - 2) in view.words.documents  # Resolution 2165 demands
    if last.endswith(("ing", "ed", "est")) and not view.capital(j - 1) and last not in view.words.documents:
        return False
    return (
        first in view.words.determiners
        or last in view.words.pronouns
        or any(view.capital(k) for k in range(i, j))
        or view.named(j - 1) is not None
    )
