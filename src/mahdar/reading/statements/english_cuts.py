"""Where the content of an English cue ends at the latest: where another clause of the reporter's begins."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.reading.statements.english_addressed import whom_to
from mahdar.reading.statements.english_agreement import goes_on_in_headline
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS

_NEAR = 40
_QUOTED_SOON = 12


@dataclass(frozen=True, slots=True)
class Cuts:
    """Tokens at which a content ends: where clauses of the reporter begin, and where this cue's own next verb does."""

    clauses: frozenset[int]
    chained: int | None

    def __contains__(self, token: object) -> bool:
        return token in self.clauses or (token is not None and token == self.chained)


def cuts(view: View, verbs: list[Found]) -> list[Cuts]:
    """For each cue the tokens at which its content must end, since another clause of the reporter begins there."""
    clauses = frozenset(k for found in verbs if (k := _clause_cut(view, found)) is not None)
    chained = [_chain_cut(view, found, verbs[max(0, n - 2) : n]) for n, found in enumerate(verbs)]
    return [Cuts(clauses, token) for token in _next_chained(view, verbs, chained)]


def _next_chained(view: View, verbs: list[Found], chained: list[int | None]) -> list[int | None]:
    """For each cue where the chained verb behind it begins, past verbs of its content that are not said themselves."""
    following: list[int | None] = [None] * len(chained)
    last: Found | None = None
    for n in range(len(chained) - 2, -1, -1):
        here, behind = verbs[n].group.cue, verbs[n + 1]
        if chained[n + 1] is not None:
            following[n], last = chained[n + 1], behind
        elif _is_within(behind, last) and view.sentence(behind.group.cue) == view.sentence(here):
            following[n] = following[n + 1]
    return following


def _is_within(inner: Found, chained: Found | None) -> bool:
    """Whether a verb is the content's, not the chained verb's fellow: "demands that all allow aid and warns"."""
    disagrees = chained is not None and {inner.cue.form, chained.cue.form} == {"base", "s"}
    return inner.group.mood != "said" or disagrees


def _clause_cut(view: View, found: Found) -> int | None:
    """Where a clause with its own subject and cue begins behind a conjunction or as a parenthesis."""
    if found.group.mood != "said" or found.subject is None:
        return None
    before = found.start - 1
    form = view.form(before)
    if found.behind is not None and form == ",":
        return before
    if found.behind is not None and form in CLOSING_MARKS and view.form(before - 1) == ",":
        return found.start
    if form == "which" and view.form(before - 1) == "," and found.behind is None and _ends_sentence(view, found):
        return before - 1  # Manila accused Beijing, which Beijing denied
    if form == "as" and view.form(found.start) in view.words.personal:
        return before
    if form == "," and found.behind is None and _opens_main_clause(view, found):
        return before
    anew = _begins_anew(view, before, found) if form == "and" else form in view.words.joining and form != "or"
    return before if anew else None


def _ends_sentence(view: View, found: Found) -> bool:
    """Whether no comma gives the sentence back behind a relative clause."""
    end = min(found.group.j + _NEAR, view.sentence(found.group.cue)[1])
    return not any(view.forms[k] == "," and view.quote(k) is None for k in range(found.group.j, end))


def _opens_main_clause(view: View, found: Found) -> bool:
    """Whether the sentence leads up to this cue: "Asked about X, who had accused him of lying, the minister said"."""
    first, w = view.sentence(found.start)[0], view.words
    lead = view.form(first)
    led = lead in w.prepositions | w.subordinators or (lead.endswith("ing") and view.word(first))
    subject = view.capital(found.start) or view.form(found.start) in w.personal | w.determiners
    told = (k for k in range(first + 1, found.start) if view.forms[k] == "that" and view.forms[k - 1] in w.told)
    if "," in view.forms[first : next(told, first)]:
        return False  # Speaking in Oslo, the minister said that, in May, Chad proposed
    return led and subject and any(b.sure for b in found.cue.buildings)


def _begins_anew(view: View, joint: int, found: Found) -> bool:
    """Whether "and" joins a clause of the reporter: behind a mark, before a name, "he" or somebody's office."""
    if view.form(joint - 1) in {",", "-"} | CLOSING_MARKS or view.capital(found.start):
        return True
    w, head = view.words, view.form(found.subject[1] - 1 if found.subject else found.start)
    return view.form(found.start) in {"he", "she", "we"} or (
        view.form(found.start) in w.possessives and head in w.spokes
    )


def _chain_cut(view: View, found: Found, previous: list[Found]) -> int | None:
    """Where a second verb of the same subject and tense begins: "says …, and is appealing for"."""
    before = found.group.i - 1
    joined = view.form(before) in view.words.coordinators or goes_on_in_headline(view, found)
    if found.subject is not None or found.group.mood != "said" or not joined:
        return None
    sure = any(building.sure for building in found.cue.buildings) or _quotes(view, found) or _asks(view, found)
    if not (sure or _follows_object(view, found, previous)):
        return None
    past, first = _is_past(view, found), view.sentence(found.group.cue)[0]
    near = (verb for verb in previous if verb.group.mood == "said" and verb.group.cue >= first)
    return before if any(_is_past(view, verb) == past or _shares(view, verb, found) for verb in near) else None


def _shares(view: View, first: Found, second: Found) -> bool:
    """Whether a second verb stands under the "has" of the first: "has dismissed the charge and vowed to stay"."""
    return view.form(first.group.i) in {"has", "have"} and second.cue.form in {"both", "participle"}


def _follows_object(view: View, found: Found, previous: list[Found]) -> bool:
    """Whether only the object of the verb before stands between the two: "praised Ghana and thanked Togo"."""
    last = previous[-1] if previous else None
    if (
        last is None
        or last.group.mood != "said"
        or last.cue.takes("np") is None
        or last.cue.takes("clause") is not None
    ):
        return False
    w, between = view.words, view.forms[last.group.j : found.group.i - 1]
    clause = any(form in w.finite or form in w.relatives or form in w.wh or form == "to" for form in between)
    return not clause and view.form(last.group.j) not in w.coordinators and len(between) > 0


def _asks(view: View, found: Found) -> bool:
    """Whether somebody is asked to do something: "and pressed both governments to allow access"."""
    ways = (way for building in found.cue.buildings for way in building.takes)
    return any(way == "whom-to" for way in ways) and whom_to(view, found.group.j) is not None


def _quotes(view: View, found: Found) -> bool:
    """Whether words in marks follow in the sentence, before any comma: "and described the vote as “a farce”"."""
    end = min(found.group.j + _QUOTED_SOON, view.sentence(found.group.cue)[1])
    reach = range(found.group.j, end)
    comma = next((k for k in reach if view.forms[k] in {",", ";"}), end)
    return any(view.opens(k) is not None for k in range(found.group.j, comma))


def _is_past(view: View, found: Found) -> bool:
    before = view.forms[found.group.i : found.group.cue]
    helper = next((form for form in before if form not in view.words.adverbs and not form.endswith("ly")), "")
    return helper in {"was", "were", "had", "did"} or (not helper and found.cue.form in {"past", "both"})
