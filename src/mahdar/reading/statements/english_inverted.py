"""Subjects behind their verb: ", said the envoy"."""

from __future__ import annotations

from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements.english_addressed import whom_against, whom_to
from mahdar.reading.statements.english_cues import Cue
from mahdar.reading.statements.english_groups import Group
from mahdar.reading.statements.english_phrases import Phrase, phrase_after
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS, STOPS

BOUNDARIES = frozenset({NEWLINE, ",", ";", ":", "-", "("})
_TAIL = 14
_SUBJECT = 9
_SHORT = 4  # tokens, too few for a clause
_TAIL_REACH = 60


def inverted(view: View, cue: Cue, verb: Group) -> Phrase | None:
    """The subject behind its verb: ", said the envoy"."""
    if verb.i != verb.cue or cue.form in {"base", "ing", "participle"} or not cue.takes("after"):
        return None
    if cue.lemma == "tell":
        return _telling(view, verb)
    if view.opens(verb.i - 1) is not None:
        return None  # it “implies more destruction”
    if not (view.form(verb.i - 1) == "," or view.closes(verb.i - 1) or view.form(verb.i - 1) in CLOSING_MARKS):
        return None
    phrase = phrase_after(view, verb.j)
    unlike = view.words.personal | view.words.prepositions | {"that"}
    if phrase is None or view.forms[phrase[0]] in unlike or not _ends_tail(view, phrase[1]):
        return None
    if _ends_fragment(view, verb.i - 1) or (cue.takes("np") and _closes_apposition(view, verb.i - 1)):
        return None
    quoted = view.form(verb.i - 1) != "," or (
        view.form(verb.i - 2) in CLOSING_MARKS and not _ends_fragment(view, verb.i - 2)
    )
    last = _is_last(view, phrase)
    if not quoted and (urges(view, verb, cue) or (not last and _ends_relative(view, verb.i - 1))):
        return None
    if not quoted and (has_finite(view, phrase[1]) or _is_clause(view, phrase) or _is_bare(view, verb, phrase)):
        return None
    named = view.capital(phrase[0]) or _is_office(view, phrase) or view.form(phrase[1]) == NEWLINE
    named = named or (_is_owned(view, phrase) and view.form(phrase[1]) in STOPS)
    return phrase if quoted or named or last else None


def _is_last(view: View, phrase: Phrase) -> bool:
    """Whether a name, with its article or without, ends the sentence: "…, said the Red Cross"."""
    i, j = phrase
    name = range(i + (view.forms[i] == "the"), j)
    return len(name) > 0 and all(view.capital(k) for k in name) and (view.stop(j) or view.form(j) == NEWLINE)


def _telling(view: View, verb: Group) -> Phrase | None:
    """Who spoke behind the outlet that was told: "“…,” told AFP the mayor"."""
    heard = view.named(verb.j)
    if heard is None or heard.kind != "outlet" or view.closes(verb.i - 1) is None:
        return None
    phrase = phrase_after(view, heard.j)
    unlike = view.words.personal | view.words.prepositions | {"that"}
    return (
        phrase if phrase is not None and view.forms[phrase[0]] not in unlike and _ends_tail(view, phrase[1]) else None
    )


def _is_clause(view: View, phrase: Phrase) -> bool:
    """Whether a verb follows a name in it, so that it is what is said: "X, an envoy, said China voted in favour"."""
    i, j = phrase
    w = view.words
    ends = view.forms[j - 1] in w.pasts or (view.forms[j - 1].endswith("ed") and view.forms[j - 1] not in w.private)
    if ends and j - i > 1 and not view.capital(j - 1) and view.stop(j):
        return True  # The report, published in May, says 40 people died.
    if any(
        view.forms[k] in w.pasts and view.word(k + 1) and view.form(k + 1) not in w.prepositions
        for k in range(i + 1, j - 1)
    ):
        return True  # said the event brought back memories
    return any(
        (view.forms[k] in view.words.pasts or view.forms[k].endswith("ed"))
        and view.capital(k - 1)
        and not view.capital(k)
        and view.form(k + 1) not in {"by", "-"}
        for k in range(i + 1, j)
    )


def _ends_relative(view: View, comma: int) -> bool:
    """Whether a comma only ends what is told of the subject before it: "Amina, who fled in May, said"."""
    first = max(view.sentence(comma)[0], comma - _TAIL_REACH)
    opening = next((k for k in range(comma - 1, first, -1) if view.forms[k] == ","), None)
    behind = view.form(opening + 1) if opening is not None else ""
    related = behind in {"who", "whose", "whom"} or (behind.endswith("ing") and _has_no_verb(view, first, comma))
    return related and opening is not None and opening - first <= _SUBJECT


def _has_no_verb(view: View, first: int, comma: int) -> bool:
    """Whether only a noun phrase and its insertion stand before a comma: "The ministry, replying to Chad, said"."""
    w = view.words
    made = (view.forms[k].endswith("ed") and not view.capital(k) for k in range(first, comma))
    return not any(made) and (w.finite | w.pasts).isdisjoint(view.forms[first:comma])


def _is_bare(view: View, verb: Group, phrase: Phrase) -> bool:
    """Whether no verb stands in the sentence before a comma, so that nothing is said there.

    A name alone that ends the sentence speaks all the same: "Prices rise every week, says Ana Ruiz."
    """
    comma = verb.i - 1
    first = max(view.sentence(comma)[0], comma - _TAIL_REACH)
    w = view.words
    if view.stop(phrase[1]) and all(view.capital(k) for k in range(*phrase)) and "," not in view.forms[first:comma]:
        return comma - first < _SHORT
    return not any(
        view.forms[k] in w.finite
        or view.forms[k] in w.pasts
        or (view.forms[k].endswith(("ed", "s")) and view.word(k) and view.forms[k] != "'s" and not view.capital(k))
        for k in range(first, comma)
    )


def _ends_fragment(view: View, closing: int) -> bool:
    """Whether a mark closes a borrowed word rather than speech: "its “provocative act” threatened peace"."""
    quote = view.closes(closing)
    return quote is not None and not view.is_speech(quote) and view.form(closing - 1) not in STOPS | {","}


def _closes_apposition(view: View, comma: int) -> bool:
    """Whether a comma ends what stands between a subject and its verb: "Kim, the envoy, stressed the timing"."""
    first = view.sentence(comma)[0]
    if view.form(comma) != "," or view.form(comma - 1) in CLOSING_MARKS:
        return False
    opening = next((k for k in range(comma - 1, max(first, comma - _TAIL_REACH), -1) if view.forms[k] == ","), None)
    if opening is None or opening - first > _SUBJECT:
        return False
    return not any(form in view.words.finite or form.endswith("ed") for form in view.forms[first:comma])


def _is_office(view: View, phrase: Phrase) -> bool:
    """Whether a noun phrase is somebody who can speak: "the ministry", "officials", "a senior diplomat"."""
    w = view.words
    return any(form in w.spokes or form in w.unnamed or form in w.private for form in view.forms[phrase[0] : phrase[1]])


def _is_owned(view: View, phrase: Phrase) -> bool:
    """Whether a phrase ends with the state to which it belongs: "the central bank of Peru"."""
    i, j = phrase
    state = view.named(j - 1)
    return view.forms[i] == "the" and "of" in view.forms[i:j] and state is not None and state.kind != "anaphor"


def _ends_tail(view: View, k: int) -> bool:
    form = view.form(k)
    return (
        form in STOPS | BOUNDARIES
        or form in view.words.prepositions | {"to", "and", "who", "when", "while", "as"}
        or view.time_end(k) is not None
        or not view.word(k)
    )


def urges(view: View, verb: Group, cue: Cue) -> bool:
    """Whether what is demanded follows its addressee: "After the vote, France urged the parties to return"."""
    ways = (way for building in cue.buildings for way in building.takes)
    asked = {"whom-to": whom_to, "whom-against": whom_against}
    return any(way in asked and asked[way](view, verb.j) is not None for way in ways)


def has_finite(view: View, j: int) -> bool:
    """Whether a finite verb stands behind token j before its clause ends."""
    end = min(view.sentence(j - 1)[1], j + _TAIL)
    for k in range(j, end):
        if view.forms[k] in {",", "who", "which", "when", "after", "as", "while", "where", "-"} or view.opens(k):
            return False
        if view.forms[k] in view.words.finite:
            return True
    return False
