"""Where the content of a statement ends: at its sentence's end or where the reporter takes up the word again."""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise

from mahdar.reading.statements.english_cues import reporting_participles
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS, STOPS

LONGEST = 300
_VERBAL = 6
_ADDED, _HEAD = 24, 6  # tokens of one more noun behind "and", and of its head
_TALLY = 8  # tokens behind "by"
_SUBJECT, _SHORTEST_VERB = 5, 3  # tokens of a subject and its verb; letters of a verb in -s
_NAME = 5  # tokens
_JOINED = 12  # tokens before "and"
_INSERTION = 16  # tokens
_LOOSE = frozenset({",", ";", ":", "-", "."})
_PLAIN_FINITE = frozenset({"is", "are", "was", "were", "has", "had", "have"})


def content_end(view: View, i: int, cuts: Container[int], nominal: bool = False, embedded: bool = False) -> int:
    """The token before which a content that begins at i ends; at ``cuts`` the reporter's clauses begin.

    A ``nominal`` content (a noun phrase) ends at a comma or conjunction unless the phrase goes on behind it;
    an ``embedded`` one is part of a subject and ends at that subject's verb.
    """
    end = min(view.sentence(i)[1], i + LONGEST)
    inside = view.quote(i)
    if inside is not None and view.opens(i) is None:
        end = min(end, inside.j)
    k = i if view.opens(i) is not None else i + 1
    while k < end:
        quote = view.opens(k)
        if quote is not None and quote.j < end:
            k = quote.j
            if _cut_behind(view, k, cuts):
                return k + 1
            continue
        inserted = _past_insertion(view, k)
        if inserted is not None:
            k = inserted
            continue
        if k in cuts or _over(view, k, i, nominal):
            return k
        if embedded and _ends_subject(view, k):
            return k
        k += 1
    return end


def _past_insertion(view: View, k: int) -> int | None:
    """The token behind the second comma of "…, in his words, …", which the content runs through."""
    if view.forms[k] != ",":
        return None
    hit = view.words.insertions.at(view.tokens, k + 1) if k + 1 < len(view.forms) else None
    return hit.j + 1 if hit is not None and view.form(hit.j) == "," else None


def clause_end(view: View, i: int, j: int) -> int:
    """Where a clause that is part of a subject ends, at that subject's verb: "claims that he would go | were false"."""
    seen, w = False, view.words
    for k in range(i + 1, j):
        form, before = view.forms[k], view.forms[k - 1]
        if form in w.pasts or form in _PLAIN_FINITE:
            closed = not any(view.forms[m] in w.subordinators for m in range(max(i, k - _VERBAL), k))
            if seen and closed and view.word(k - 1) and before not in w.finite | w.coordinators | w.pronouns:
                return k
            seen = True
        seen = seen or form in w.finite
    return j


def _ends_subject(view: View, k: int) -> bool:
    """Whether the verb of a subject stands at token k: "Ghana's condemnation of the coup came within hours"."""
    form = view.forms[k]
    ended = form.endswith("ed") and view.named(k) is None  # the United States
    ended = ended and view.form(k - 1) not in view.words.determiners  # a unified state
    past = form in view.words.pasts or (ended and view.word(k - 1) and view.form(k + 1) != "by")
    return (form in view.words.finite or past) and view.form(k - 1) not in view.words.relatives


def _cut_behind(view: View, closing: int, cuts: Container[int]) -> bool:
    """Whether the reporter goes on behind a quotation: behind its comma with an aside, behind its stop anew."""
    if view.closes(closing) is None:
        return False
    if view.form(closing - 1) == ",":
        return closing + 1 in cuts or is_aside(view, closing + 1)
    return (
        view.form(closing - 1) in STOPS and view.capital(closing + 1) and view.form(closing + 1) in view.words.openers
    )


def _over(view: View, k: int, i: int, nominal: bool) -> bool:
    form = view.forms[k]
    if form == ";":
        return True
    if form == "," or view.dash(k):
        if view.form(k + 1) in {"a", "an"} and {view.form(k + 2), view.form(k + 3)} & view.words.summations:
            return True
        return is_aside(view, k + 1) or (nominal and form == "," and not _goes_on(view, k + 1, i))
    if form == "(":
        return nominal and view.form(k + 1) == "see"
    if form == "but" and _resumes(view, k + 1):
        return True
    if form in {"in", "at"} and k > i + 1 and view.words.aside_phrases.at(view.tokens, k) is not None:
        return True
    if nominal and ((form == "and" and _next_verb(view, k + 1) and not _continues(view, i, k)) or tallied(view, k)):
        return True
    return nominal and _ends_noun(view, k, i)


def _ends_noun(view: View, k: int, i: int) -> bool:
    """Whether a conjunction at token k ends a noun phrase that begins at token i."""
    form = view.forms[k]
    if form == "as" and _begins_time_clause(view, k + 1):
        return True
    if k <= i + 1:
        return False
    if form in view.words.noun_stops:
        return form in view.words.gerund_stops or not _is_verbal(view, i, k)
    return _opens_clause(view, k)


def _begins_time_clause(view: View, k: int) -> bool:
    """Whether a subject and its verb follow "as": "faults Chad | as Déby seeks a third term", not "as a step"."""
    w = view.words
    if view.form(k) in {"a", "an"} or not view.word(k):
        return False
    end = min(k + _SUBJECT, view.sentence(k - 1)[1])
    for m in range(k + 1, end):
        form = view.forms[m]
        if not view.word(m) or form in w.prepositions or form in w.coordinators or form in w.relatives:
            return False
        if form in w.finite or form in w.pasts:
            return True
        if view.capital(m - 1) and not view.capital(m):
            verbal = form.endswith("s") and len(form) > _SHORTEST_VERB and view.form(m + 1) not in w.finite
            return verbal and not _is_adjective_of_state(view, m - 1) and view.word(m + 1)
    return False


def _is_adjective_of_state(view: View, k: int) -> bool:
    """Whether an adjective of a state or bloc stands at token k: "French lies", "Western meddling"."""
    named = view.named(k)
    return view.forms[k] in view.words.blocs or (named is not None and not named.head)


def tallied(view: View, k: int) -> bool:
    """Whether "by" or "in" at token k only tells by how many an organ decided: "by 141 votes", "in a 12-2 vote"."""
    if view.forms[k] not in {"by", "in"}:
        return False
    behind = view.forms[k + 1 : min(k + _TALLY, view.sentence(k)[1])]
    if behind[:1] and behind[0] in view.words.tallied:
        return view.forms[k] == "by"
    counted = any(view.tokens.is_number(m) for m in range(k + 1, k + 1 + len(behind)))
    led = behind[:1] and (behind[0] in {"a", "the"} or view.tokens.is_number(k + 1))
    return bool(led) and counted and not view.words.votes.isdisjoint(behind)


def _is_verbal(view: View, i: int, k: int) -> bool:
    """Whether a gerund leads the content: "releasing them before", "him of lying when"."""
    if view.forms[i].endswith("ing"):
        return True
    reach = view.forms[i : min(k, i + _VERBAL)]
    return any(form == "of" and view.form(i + n + 1).endswith("ing") for n, form in enumerate(reach))


def _next_verb(view: View, k: int) -> bool:
    """Whether the reporter's next verb stands behind "and": "condemned the raid and offered its help"."""
    form, w = view.form(k), view.words
    if form in w.finite:
        return True
    if not view.word(k) or view.capital(k) or not (form.endswith(("s", "ed")) or form in w.pasts):
        return False
    return view.form(k + 1) in (w.determiners - {"all", "other"}) | w.possessives | {"to", "that"}


def _continues(view: View, i: int, k: int) -> bool:
    """Whether "and" at token k joins two passives or two harms: "be found and tried", "which killed six and hurt"."""
    w, near = view.words, view.forms[max(i, k - _JOINED) : k]
    passive = any(form in w.be and one.endswith(("ed", "ly")) for form, one in pairwise(near))
    if passive and view.forms[k + 1].endswith(("ed", "ught")):
        return True
    return view.forms[k + 1] in w.harming and not w.harming.isdisjoint(near)


def _resumes(view: View, k: int) -> bool:
    """Whether a verb without a subject follows "but": the reporter's own clause goes on ("but offered no proof")."""
    form = view.form(k)
    return form in {"has", "had", "have", "did", "does", "was", "were"} or (form.endswith("ed") and len(form) > 4)


def _opens_clause(view: View, k: int) -> bool:
    """An "as" or "so" that begins a clause, not one of "described it as unfair" or "so positive"."""
    return (
        view.forms[k] in {"as", "so"}
        and view.form(k - 1) != "such"
        and (view.form(k + 1) in view.words.personal | {"the", "that", "part"} or _is_capital_subject(view, k + 1))
    )


def _is_capital_subject(view: View, k: int) -> bool:
    """Whether a capitalised word stands at token k that is no adjective before its noun."""
    return view.capital(k) and not _is_adjective_of_state(view, k)


def is_aside(view: View, i: int) -> bool:
    """Whether a reporter's aside begins at token i: ", adding that", ", a day after"."""
    if view.form(i).endswith("ly") and view.form(i + 1).endswith("ing"):
        return True
    if view.form(i) in view.words.asides or view.form(i) in reporting_participles():
        return view.forms[i] not in {"he", "she"} or view.form(i + 1) in {"said", "says", "added"}
    counted = i < len(view.forms) and (view.form(i) in view.words.counts or view.tokens.is_number(i))
    return i + counted < len(view.forms) and view.words.aside_phrases.at(view.tokens, i + counted) is not None


def _adds_noun(view: View, i: int, start: int) -> bool:
    """Whether "and" joins one more noun with its preposition and no clause: ", and the shelling of the port"."""
    w = view.words
    if view.form(i) != "and" or view.form(i + 1) not in w.determiners | w.possessives:
        return False
    if w.inside.isdisjoint(view.forms[start : i - 1]):
        return False  # the plan, and the head of the mission leaves
    end = min(view.sentence(i)[1], i + _ADDED)
    joined = next((m for m in range(i + 2, min(end, i + _HEAD)) if view.forms[m] in w.inside), None)
    for m in range(i + 2, end if joined is not None else i + 2):
        form = view.forms[m]
        if form in {",", ";"} or form in w.relatives:
            break
        if form in w.finite | w.pasts or (form.endswith("ed") and view.form(m + 1) != "by"):
            return False
    return joined is not None


def _names_again(view: View, i: int) -> bool:
    """Whether only a name stands between two commas: "accused its leader, Kim Jong Un, of recklessness"."""
    k = i
    while k < i + _NAME and view.word(k) and view.capital(k):
        k += 1
    return k > i and view.form(k) == "," and view.form(k + 1) in {"of", "for"}


def _is_judged_behind(view: View, i: int, start: int) -> bool:
    """Whether "as" tells behind an insertion what something is called: "described the raid, led by Kim, as a crime"."""
    if view.form(i) == "as":
        inserted = "," in view.forms[max(start, i - _INSERTION) : i - 1]
        return inserted and (view.form(i + 1) in {"a", "an", "one", "part", "being"} or view.opens(i + 1) is not None)
    end = min(view.sentence(i)[1] - 1, i + _INSERTION)
    k = next((k for k in range(i, end) if view.forms[k] in {",", ";"} or view.opens(k) is not None), end)
    return view.form(k) == "," and view.form(k + 1) == "as" and _is_judged_behind(view, k + 1, i - 1)


def _goes_on(view: View, i: int, start: int) -> bool:
    """Whether a noun phrase goes on behind a comma: a relative clause, an enumeration, an apposition."""
    form = view.form(i)
    if form in view.words.goes_on or form in {"in", "of", "the", "a", "an"} or _adds_noun(view, i, start):
        return True
    if _names_again(view, i) or _is_judged_behind(view, i, start):
        return True
    ahead = view.forms[i : i + 10]
    return (
        form not in view.words.personal
        and form not in view.words.coordinators
        and "and" in ahead
        and not form.endswith("ing")
    )


def tidy(view: View, i: int, j: int) -> tuple[int, int] | None:
    """The content without loose marks at its edges and without the marks of a quotation that is all of it."""
    while True:
        before = (i, j)
        while i < j and view.forms[i] in _LOOSE | {"…", "\n"}:
            i += 1
        while i < j and (view.forms[j - 1] in _LOOSE or view.forms[j - 1] == "\n") and not _abbreviates(view, j - 1):
            j -= 1
        if i < j and view.forms[j - 1] in CLOSING_MARKS and not _opened_within(view, i, j - 1):
            j -= 1
        quote = view.opens(i) if i < j else None
        if quote is not None and quote.j >= j - 1:
            i += 1
            j = min(j, quote.j)
        if (i, j) == before:
            return (i, j) if any(view.word(k) or view.tokens.is_number(k) for k in range(i, j)) else None


def _abbreviates(view: View, k: int) -> bool:
    return view.forms[k] == "." and view.form(k - 1) in view.words.abbreviations


def _opened_within(view: View, i: int, close: int) -> bool:
    quote = view.closes(close)
    return quote is not None and quote.i - 1 >= i
