"""Noun phrases that may name a speaker, found from the verb group backwards or forwards."""

from __future__ import annotations

from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS, OPENING_MARKS, STOPS

Phrase = tuple[int, int]
_LONGEST = 30
_APPOSITIONS = 3
_BREAKS = frozenset({",", ";", ":", "(", "[", "/", NEWLINE}) | STOPS
_AFTER_SPEAKER = frozenset(
    {
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "when",
        "while",
        "as",
        "to",
        "last",
        "this",
        "earlier",
        "late",
        "early",
    }
)


def subject_before(view: View, i: int, taken: set[int]) -> Phrase | None:
    """The subject whose verb group begins at token i; no subject lies in ``taken`` (other cues).

    An apposition or relative clause between commas is stepped over: "Samantha Power, the ambassador, said".
    """
    first = view.sentence(i)[0]
    end = i
    if view.form(end - 1) in view.words.relatives and end - 1 > first:
        end = end - 2 if view.form(end - 2) == "," else end - 1
    for _ in range(_APPOSITIONS + 1):
        if view.form(end - 1) in {",", ")", "]"} or (view.form(end - 1) == "-" and not view.tokens.touches(end - 1)):
            head = _before_insertion(view, end - 1, first)
            if head is None:
                return None
            end = head
            continue
        phrase = phrase_before(view, end, first, taken)
        if phrase is not None and end < i and view.form(i - 1) in view.words.relatives:
            return _antecedent(view, phrase)
        if phrase is None:
            comma = _place_comma(view, end, first)
            if comma is None:
                return None
            end = comma
        elif _is_apposition(view, phrase, first):
            end = phrase[0] - 1
        else:
            return phrase
    return None


def _place_comma(view: View, end: int, first: int) -> int | None:
    """The comma before a place that only locates the speaker: "Wilson, of Springfield, said"."""
    for k in range(end - 1, max(first, end - 6), -1):
        if view.forms[k] == ",":
            return k if view.form(k + 1) in {"of", "from", "in", "at"} else None
    return None


def _antecedent(view: View, phrase: Phrase) -> Phrase:
    """The noun phrase nearest to a relative clause, where a whole clause stands before it."""
    i, j = phrase
    if view.forms[j - 1] in view.words.pronouns:
        return j - 1, j
    for k in range(j - 2, i, -1):
        if view.form(k - 1) in view.words.inside | {"'s", "-"}:
            continue
        if view.forms[k] in view.words.determiners or (view.capital(k) and not view.word(k - 1)):
            return k, j
        if view.capital(k) and not view.capital(k - 1) and view.form(k - 1) not in view.words.determiners:
            return k, j
    return phrase


def _before_insertion(view: View, close: int, first: int) -> int | None:
    """The token after the noun phrase to which the insertion that ends at ``close`` belongs."""
    form = view.forms[close]
    opening = {",": ",", ")": "(", "]": "[", "-": "-"}[form]
    for k in range(close - 1, max(first, close - 60), -1):
        if view.forms[k] == opening and (form != "-" or not view.tokens.touches(k)):
            return k if k > first else None
    return None


def _is_apposition(view: View, phrase: Phrase, first: int) -> bool:
    """Whether a phrase behind a comma continues the phrase before it: "Power, a diplomat, now in Geneva, said"."""
    i, j = phrase
    if view.form(i - 1) != "," or i - 1 <= first or view.form(j) != ",":
        return False
    opener = view.forms[i]
    return opener in {
        "a",
        "an",
        "the",
        "one",
        "who",
        "whose",
        "which",
        "now",
        "then",
        "also",
        "both",
    } or opener.endswith("ing")


def phrase_before(view: View, end: int, first: int, taken: set[int]) -> Phrase | None:
    """The noun phrase that ends before token ``end``, not reaching before ``first``."""
    i = end
    while i > max(first, end - _LONGEST) and _belongs(view, i - 1, end, taken):
        i -= 1
    i = _trim(view, i, end)
    return (i, end) if i < end and _may_speak(view, i, end) else None


def _belongs(view: View, k: int, end: int, taken: set[int]) -> bool:
    form, w = view.forms[k], view.words
    if k in taken:
        return False
    if form == ",":
        return _lists(view, k, end)
    if form == ".":
        return not view.stop(k)
    if form in _BREAKS or view.closes(k) or view.opens(k):
        return False
    if form == "-":
        return view.tokens.touches(k) or view.tokens.touches(k + 1)
    if form == "and":
        return k + 1 < end and _coordinates(view, k)
    if form in w.inside or form in w.determiners or form == "'s":
        return True
    return not (
        form in w.subordinators or form in w.finite or form in w.wh or form in w.prepositions or form in w.coordinators
    )


def _lists(view: View, k: int, end: int) -> bool:
    """A comma between names: "China, Russia and Iran said"."""
    ahead = view.forms[k + 1 : end]
    return (
        view.capital(k + 1)
        and view.capital(k - 1)
        and "and" in ahead[:6]
        and "," not in ahead[:1]
        and _short_list(view, k)
    )


def _short_list(view: View, k: int) -> bool:
    here, before = view.named(k + 1), view.named(k - 1)
    return here is not None and before is not None and here.kind == before.kind


def _coordinates(view: View, k: int) -> bool:
    """Whether "and" joins two parts of one subject: two names, or two plain nouns."""
    if not view.word(k - 1) or view.form(k + 1) in view.words.personal:
        return False
    return view.capital(k - 1) == view.capital(k + 1) or view.form(k + 1) in view.words.determiners


def _trim(view: View, i: int, end: int) -> int:
    """Without what leads up to the phrase: conjunctions, adverbs, times, "In Geneva"."""
    w = view.words
    while i < end:
        after = view.time_end(i)
        if after is not None and after < end:
            i = after
        elif view.forms[i] in {"and", "but", "or", ",", "-"} or (
            view.forms[i] in w.adverbs and view.forms[i] not in w.determiners
        ):
            i += 1
        elif view.forms[i] in w.prepositions or view.forms[i] == "'s":
            i = _behind_preposition(view, i, end)
        else:
            return i
    return i


def _behind_preposition(view: View, i: int, end: int) -> int:
    """Where a new noun phrase begins behind a leading preposition and its own."""
    after = view.time_end(i + 1)
    if after is not None and after < end:
        return after
    w = view.words
    for k in range(end - 1, i + 1, -1):
        starts = view.forms[k] in w.determiners or view.forms[k] in w.personal
        if starts and view.form(k - 1) not in w.prepositions and view.form(k - 1) not in w.determiners:
            return k
    named = view.named(end - 1)
    return named.i if named is not None and named.i > i + 1 and view.form(named.i - 1) not in w.prepositions else end


def _may_speak(view: View, i: int, end: int) -> bool:
    last, w = view.forms[end - 1], view.words
    if last in w.prepositions or (last in w.determiners and last not in w.pronouns) or last == "'s":
        return False
    return any(view.word(k) for k in range(i, end))


def phrase_after(view: View, i: int) -> Phrase | None:
    """The noun phrase that begins at token i, as after "said" or "according to"."""
    end, last = i, min(view.sentence(i)[1] if i < len(view.forms) else i, i + _LONGEST)
    while end < last and _continues(view, end, i):
        end += 1
    while end > i and not view.word(end - 1) and not view.tokens.is_number(end - 1) and view.form(end - 1) not in {")"}:
        end -= 1
    return (i, end) if end > i and _may_speak(view, i, end) else None


def _continues(view: View, k: int, start: int) -> bool:
    form, w = view.forms[k], view.words
    if form == "'s" or (form == "and" and _coordinates(view, k)):
        return True
    if form == ",":
        return view.capital(k + 1) and _short_list(view, k) and "and" in view.forms[k + 1 : k + 8]
    if form == ".":
        return not view.stop(k)
    if form in _BREAKS or form in CLOSING_MARKS or form in OPENING_MARKS or form in w.finite or form in w.relatives:
        return False
    if form == "-":
        return view.tokens.touches(k)
    if view.time_end(k) is not None or (form in _AFTER_SPEAKER and k > start and not _place_name(view, k)):
        return False
    return form not in w.subordinators and form != "and"


def _place_name(view: View, k: int) -> bool:
    """ "to the United Nations" and "in Afghanistan" belong to an office; "in a statement", "on Monday" do not."""
    behind = view.form(k + 1)
    if view.form(k) not in {"in", "to", "at", "on"} or view.time_end(k + 1) is not None:
        return False
    return view.capital(k + 1) or (behind == "the" and view.capital(k + 2))
