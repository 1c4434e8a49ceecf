"""How far a content behind its cue reaches: to the end of its quotation or clause, before the reporter's words."""

from __future__ import annotations

from collections.abc import Container

from mahdar.reading.statements.english_bare import lacks_verb
from mahdar.reading.statements.english_clauses import Start
from mahdar.reading.statements.english_ends import content_end, tallied
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import STOPS

CLAUSE_REACH = 9  # tokens from the head of a clause to its verb
_LED = 4  # tokens from a dash to the subject behind it
_CONDITIONS = frozenset({"if", "unless"})  # warns of "consequences" if talks fail


def extent(view: View, start: Start, stops: Container[int]) -> tuple[int, int]:
    """The tokens of a content, from where it begins to where it ends."""
    if start.kind == "word":
        return start.i, start.i + 1
    if start.kind == "quote":
        quote = view.opens(start.i)
        if quote is not None and _closes_clause(view, quote.j):
            return quote.i, quote.j
    return start.i, content_end(view, start.i, stops, start.kind == "noun")


def _closes_clause(view: View, closing: int) -> bool:
    """Whether a clause ends with the quotation that ends at this mark."""
    if view.form(closing - 1) in STOPS | {","}:
        return True
    following, w = view.form(closing + 1), view.words
    if following in {"by", "in"} and tallied(view, closing + 1):
        return True
    joined = following in w.coordinators | w.subordinators and following not in _CONDITIONS
    return joined or not view.word(closing + 1)


def without_relative(view: View, i: int, j: int) -> int:
    """Where what is demanded ends before the reporter's words on a place or text: ", where all have a vote"."""
    for k in range(i + 1, j):
        if view.forms[k] == "," and (view.form(k + 1) == "where" or _is_led_relative(view, k + 1)):
            return k
        if view.forms[k] == "in" and view.form(k + 1) == "resolution" and view.tokens.is_number(k + 2):
            return k
    return j


def before_clause(view: View, i: int, j: int) -> int:
    """Where the reporter goes on behind an infinitive, which has no subject: "to quit, | and a vote would follow"."""
    commas = (k for k in range(i + 1, j) if view.forms[k] == "," and view.quote(k) is None)
    joined = (k for k in commas if view.form(k + 1) in {"and", "but"})
    return next((k for k in joined if _is_main(view, k + 2, view.sentence(k)[1])), j)


def _is_led_relative(view: View, k: int) -> bool:
    """Whether "on which", "in which" stands at token k."""
    return view.form(k) in view.words.prepositions and view.form(k + 1) == "which"


def before_main_clause(view: View, found: Found, i: int, j: int) -> int:
    """Where the main clause begins behind a clause that leads up to it: "After Russia threatened a veto, talks"."""
    first, w = view.sentence(found.group.cue)[0], view.words
    lead = view.form(found.start - 1)
    if found.start - 1 > first + 1 or lead not in w.leading or found.subject is None:
        return j
    for k in range(i + 1, j):
        if view.forms[k] == "," and view.quote(k) is None and _is_main(view, k + 1, view.sentence(k)[1]):
            return k
    return j


def before_main(view: View, cue: int, i: int, j: int) -> int:
    """The same behind a noun of saying that opens its sentence: "Despite his claim that all voted, | turnout fell"."""
    first, w = view.sentence(cue)[0], view.words
    if view.form(first) not in w.prepositions | w.leads_to_speech | {"contrary"} or not lacks_verb(
        view, first + 1, cue
    ):
        return j
    ends = (k for k in range(i + 1, j) if view.forms[k] == "," and view.quote(k) is None)
    return next((k for k in ends if _is_main(view, k + 1, view.sentence(k)[1])), j)


def _is_main(view: View, k: int, end: int) -> bool:
    """Whether a subject and then a finite verb stand behind a comma, before any further one."""
    w = view.words
    if view.form(k) in w.coordinators | w.relatives | w.prepositions | w.subordinators or not view.word(k):
        return False
    for m in range(k + 1, min(end, k + CLAUSE_REACH)):
        form = view.forms[m]
        if form in {",", ";"} or form in w.relatives:
            return False
        if form in w.finite or form in w.pasts or (form.endswith("ed") and view.form(m + 1) != "by"):
            return True
    return False


def relative_end(view: View, found: Found, i: int, j: int) -> int:
    """Where a relative clause between commas gives the sentence back: "X, which says …, is"."""
    related = view.form(found.group.i - 1) in {"which", "who"} and view.form(found.group.i - 2) == ","
    if related or _is_inserted(view, found):
        return taken_back(view, i, j)
    takes_up = view.words.finite | view.words.pasts | view.words.told
    if _opens_in_dashes(view, found):
        return next((k for k in range(i, j) if view.dash(k) and view.form(k + 1) in takes_up), j)
    return j


def taken_back(view: View, i: int, j: int) -> int:
    """Where the verb of the sentence stands behind the comma of its relative clause, in tokens i to j."""
    takes_up = view.words.finite | view.words.pasts | view.words.told
    return next((k for k in range(i, j) if view.form(k) == "," and view.form(k + 1) in takes_up), j)


def _opens_in_dashes(view: View, found: Found) -> bool:
    """Whether a dash stands just before a clause of reporting: "the mayor - even as he says it costs more - has"."""
    first = max(view.sentence(found.start)[0], found.start - _LED)
    return any(view.dash(k) for k in range(first, found.start))


def _is_inserted(view: View, found: Found) -> bool:
    """Whether a participle between commas parts a subject from its verb: "Peru, noting that …, has agreed"."""
    comma = found.group.i - 1
    if found.group.mood != "participle" or view.form(comma) != ",":
        return False
    return lacks_verb(view, view.sentence(comma)[0], comma)
