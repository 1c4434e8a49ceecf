"""Noun phrases that may name a speaker, found from the verb group backwards or forwards."""

from __future__ import annotations

from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements.english_shared import is_owned_behind
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS, OPENING_MARKS, STOPS

Phrase = tuple[int, int]
_POWERS = frozenset({"state", "capital", "body"})
_LONGEST = 30
BREAKS = frozenset({",", ";", ":", "(", ")", "[", "]", NEWLINE}) | STOPS
_LEADS = frozenset({"and", "but", "or", "that", ",", "-", "'", "’"})


def phrase_before(view: View, end: int, first: int, taken: set[int]) -> Phrase | None:
    """The noun phrase that ends before token ``end``, not reaching before ``first``."""
    end -= view.form(end - 1) == ""  # the mark of a pseudonym
    i = end
    while i > max(first, end - _LONGEST) and _belongs(view, i - 1, end, taken):
        i -= 1
    i = _trim(view, i, end)
    return (i, end) if i < end and _may_speak(view, i, end) else None


def _belongs(view: View, k: int, end: int, taken: set[int]) -> bool:
    form, w = view.forms[k], view.words
    if k in taken or (form == "that" and view.word(k - 1) and view.forms[k - 1] not in w.prepositions | w.finite):
        return False
    if form == ",":
        return _lists(view, k, end)
    if form == ".":
        return not view.stop(k)
    if form in {"(", ")"}:
        return _brackets_acronym(view, k) and k + 1 < end and view.form(k + 1) not in w.adverbs
    if form in BREAKS or view.closes(k) or view.opens(k):
        return False
    if form == "-":
        return not view.dash(k)
    if form == "and":
        return k + 1 < end and _coordinates(view, k)
    if form in w.inside or form in w.determiners or form == "'s" or _is_particle(view, k):
        return True
    return not (
        form in w.subordinators or form in w.finite or form in w.wh or form in w.prepositions or form in w.coordinators
    )


def _brackets_acronym(view: View, k: int) -> bool:
    """Whether a bracket stands around an acronym within a name or post: "the Foreign Ministry (FM) spokesman"."""
    short = k + 1 if view.forms[k] == "(" else k - 1
    around = view.form(short - 1) == "(" and view.form(short + 1) == ")" and view.word(short)
    return around and view.capital(short) and view.tokens.original(short, short + 1).isupper()


def _is_particle(view: View, k: int) -> bool:
    """Whether a particle ends a participle inside a phrase: "rules drawn up for such visits"."""
    before = view.form(k - 1)
    made = before in view.words.with_particles and view.form(k + 1) in view.words.inside | {"by"}
    return made and view.forms[k] in view.words.particles


def _lists(view: View, k: int, end: int) -> bool:
    """A comma between names: "China, Russia and Iran said"."""
    ahead = view.forms[k + 1 : end]
    return (
        view.capital(_past_article(view, k + 1))
        and view.capital(k - 1)
        and "and" in ahead[:6]
        and "," not in ahead[:1]
        and _short_list(view, k)
    )


def _short_list(view: View, k: int) -> bool:
    here, before = view.named(_past_article(view, k + 1)), view.named(k - 1)
    if here is None or before is None:
        return False
    shared = is_owned_behind(view, before) and here.kind in _POWERS
    return here.kind == before.kind or {here.kind, before.kind} <= _POWERS or shared


def _past_article(view: View, k: int) -> int:
    return k + (view.form(k) == "the")


def _coordinates(view: View, k: int) -> bool:
    """Whether "and" joins two parts of one subject: two names, or two plain nouns."""
    if not view.word(k - 1) or view.form(k + 1) in view.words.personal:
        return False
    if view.form(k + 2) == "that" and view.forms[k + 1].endswith("ed") and not view.capital(k + 1):
        return False  # a charge by the army and insisted that
    seen = view.form(k + 1) in view.words.seen and view.form(k + 2) == "by"  # a text drafted by Fiji and seen by AFP
    return seen or view.capital(k - 1) == view.capital(k + 1) or view.form(k + 1) in view.words.determiners


def _trim(view: View, i: int, end: int) -> int:
    """Without what leads up to the phrase: conjunctions, adverbs, times, "In Geneva", "Reaffirming"."""
    while i < end:
        after = view.time_end(i)
        if after is not None and after < end:
            i = after
        elif _leads(view, i, end):
            i += 1
        elif view.forms[i] == "according" and view.form(i + 1) == "to":
            i += 2
        elif view.forms[i] in view.words.prepositions or view.forms[i] == "'s":
            i = _behind_preposition(view, i, end)
        else:
            return i
    return i


def _leads(view: View, i: int, end: int) -> bool:
    """Whether token i only leads up to a phrase: a conjunction, an adverb, a mark, a gerund before its object."""
    form, w = view.forms[i], view.words
    if not form or form in _LEADS or (form in w.adverbs and form not in w.determiners):
        return True
    return form.endswith("ing") and view.form(i + 1) in w.determiners and i + 2 < end


def _behind_preposition(view: View, i: int, end: int) -> int:
    """Where a new noun phrase begins behind a leading preposition and its own."""
    after = view.time_end(i + 1)
    if after is not None and after < end:
        return after
    if view.forms[i] == "with" and view.form(i - 1) == "," and _is_subject(view, i + 1, end):
        return i + 1  # …, with Norway's envoy calling it
    w = view.words
    for k in range(end - 1, i + 1, -1):
        starts = view.forms[k] in w.determiners or view.forms[k] in w.personal
        if starts and view.form(k - 1) not in w.prepositions and view.form(k - 1) not in w.determiners:
            return k
    named = view.named(end - 1)
    governed = named is not None and (view.form(named.i - 1) in w.prepositions or _is_governed(view, named.i - 1, i))
    return named.i if named is not None and named.i > i + 1 and not governed else end


def _is_governed(view: View, k: int, first: int) -> bool:
    """Whether a preposition before the determiner at token k governs it: "spoke with | the president of Peru"."""
    if view.forms[first] == "with" and view.form(first - 1) == ",":
        return False  # …, with the Peruvian envoy to the UN calling it
    held = view.forms[k] in view.words.determiners and view.forms[k - 1] in view.words.prepositions
    return held and k > first


def _is_subject(view: View, i: int, end: int) -> bool:
    """Whether a name or office begins at token i and ends the phrase: no preposition follows in it."""
    return view.named(i) is not None and view.words.prepositions.isdisjoint(view.forms[i:end])


def _may_speak(view: View, i: int, end: int) -> bool:
    last, w = view.forms[end - 1], view.words
    if last in w.prepositions or (last in w.determiners and last not in w.pronouns) or last == "'s":
        return False
    return any(view.word(k) for k in range(i, end))


def phrase_after(view: View, i: int) -> Phrase | None:
    """The noun phrase that begins at token i, as after "said" or "according to"."""
    i += view.form(i) == ""
    end, last = i, min(view.sentence(i)[1] if i < len(view.forms) else i, i + _LONGEST)
    while end < last and _continues(view, end, i):
        end += 1
    while end > i and not view.word(end - 1) and not view.tokens.is_number(end - 1) and view.form(end - 1) not in {")"}:
        end -= 1
    alone = end == i + 1 and view.forms[i] in view.words.objects  # according to her
    return (i, end) if end > i and (alone or _may_speak(view, i, end)) else None


def _continues(view: View, k: int, start: int) -> bool:
    form, w = view.forms[k], view.words
    if form == "'s" or (form == "and" and _coordinates(view, k)):
        return True
    if form == ",":
        return view.capital(k + 1) and _short_list(view, k) and "and" in view.forms[k + 1 : k + 8]
    if form == ".":
        return not view.stop(k)
    if form in BREAKS or form in CLOSING_MARKS or form in OPENING_MARKS or form in w.finite or form in w.relatives:
        return False
    if form == "-":
        return not view.dash(k)
    if view.time_end(k) is not None or (form in view.words.after_speaker and k > start and not _place_name(view, k)):
        return False
    return form not in w.subordinators and form != "and"


def _place_name(view: View, k: int) -> bool:
    """ "to the United Nations" and "in Afghanistan" belong to an office; "in a statement", "on Monday" do not."""
    behind = view.form(k + 1)
    if view.form(k) not in {"in", "to", "at", "on"} or view.time_end(k + 1) is not None:
        return False
    return view.capital(k + 1) or (behind == "the" and view.capital(k + 2))
