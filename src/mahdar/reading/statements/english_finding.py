"""All places of a passage where an English cue reports speech, with their subjects, in order."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.reading.statements.english_addressed import whom_to
from mahdar.reading.statements.english_agreement import plausible
from mahdar.reading.statements.english_cues import Cue, cues, find_cues
from mahdar.reading.statements.english_groups import Group, group
from mahdar.reading.statements.english_places import Found, place
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS

_NEAR = 40
_OCCASION = 16
_QUOTED_SOON = 12
_ADVERBIALS = 3  # between the two words of a cue


def find_places(view: View) -> tuple[list[Found], list[tuple[int, int, Cue]]]:
    """Verbal cues that may report something, and the nouns and prepositions among the cues (tokens i to j)."""
    verbs: list[Found] = []
    others: list[tuple[int, int, Cue]] = []
    taken: set[int] = set()
    for i, j, readings in find_cues(view.tokens):
        if _in_speech(view, i):
            continue
        j, readings = _past_time(view, i, j, readings)
        others += [(i, j, cue) for cue in readings if not cue.verbal]
        found = _verb(view, i, j, readings, taken)
        if found is not None:
            verbs.append(found)
            taken.update(range(found.group.i, j))
    return verbs, others


def _past_time(view: View, i: int, j: int, readings: tuple[Cue, ...]) -> tuple[int, tuple[Cue, ...]]:
    """A cue of two words with adverbials between them: "called Monday for", "warned again in a statement of"."""
    if j > i + 1:
        return j, readings
    end = j
    for _ in range(_ADVERBIALS):
        past = _past_adverbial(view, end)
        if past is None:
            break
        end = past
    longer = tuple(cues().get(f"{view.forms[i]} {view.form(end)}")) if end > j else ()
    return (end + 1, longer) if longer else (j, readings)


def _past_adverbial(view: View, k: int) -> int | None:
    """The token behind a time, an adverb or an occasion that begins at token k."""
    after = view.time_end(k + (view.form(k) == "on"))
    if after is not None or k >= len(view.forms):
        return after
    if view.form(k) in view.words.trailing or (view.form(k).endswith("ly") and view.word(k) and not view.capital(k)):
        return k + 1
    hit = view.words.between.at(view.tokens, k)
    return hit.j if hit is not None else None


def _in_speech(view: View, i: int) -> bool:
    quote = view.quote(i)
    if quote is None:
        return False
    if not view.is_speech(quote):
        before = view.form(quote.i - 2)
        return before in (view.words.prepositions | view.words.determiners) - view.words.pronouns
    return not _reports_by_quoting(view, quote.i, i)


def _reports_by_quoting(view: View, first: int, i: int) -> bool:
    """Whether the cue itself is quoted behind its subject: "the statement “strongly condemned” the attack"."""
    if i != first and not (i == first + 1 and view.form(first).endswith("ly")):
        return False
    before = view.form(first - 2)
    return before in view.words.relatives or before in view.words.spokes | view.words.documents


def _verb(view: View, i: int, j: int, readings: tuple[Cue, ...], taken: set[int]) -> Found | None:
    """The first verbal reading that its surroundings bear out."""
    if (
        _is_name(view, i)
        or _is_joined(view, i)
        or (view.form(i - 1) == "'s" and not view.forms[i].endswith("ing") and readings[0].form in {"s", "base"})
    ):
        return None
    if not any(cue.verbal for cue in readings) or _is_noun(view, i) or _are_counted(view, i):
        return None
    if view.form(i - 1) == "'s" and view.form(j) in view.words.pasts | view.words.finite:
        return None  # the ministry's warning came too late
    if _are_told(view, i, j, readings) or (view.form(j) in view.words.plainly_said and view.forms[i].endswith("s")):
        return None  # a system that advocates say is unfair
    used = _used_for(view, i)
    for cue in readings:
        if cue.verbal:
            verb = group(view, i, j, cue)
            verb = Group(used, verb.cue, verb.j, "said") if used is not None else verb
            found = place(view, cue, verb, taken)
            if plausible(view, found):
                return found
    return None


def _are_told(view: View, i: int, j: int, readings: tuple[Cue, ...]) -> bool:
    """Whether a participle only says what people know of: "two people briefed on the talks", "officials told of"."""
    about = view.form(j) == "about" or (view.form(j) == "on" and view.time_end(j + 1) is None)
    passive = about and view.form(i - 1) not in view.words.auxiliaries | view.words.adverbs
    ways = {way for cue in readings for building in cue.buildings for way in building.takes}
    return passive and bool(ways) and all(way.startswith("whom") or way == "after" for way in ways)


def _is_joined(view: View, i: int) -> bool:
    """Whether the cue ends a compound and so describes what follows: "UN-backed forces"."""
    return view.form(i - 1) == "-" and i > 1 and view.tokens.touches(i - 1) and view.tokens.touches(i)


def _used_for(view: View, i: int) -> int | None:
    """The verb by which an occasion is used for the speech at token i: "used her address to call for"."""
    if view.form(i - 1) != "to":
        return None
    first = max(view.sentence(i)[0] + 1, i - _OCCASION)
    for k in range(i - 2, first - 1, -1):
        if view.forms[k] in {",", ";", ":", "who", "which", "that"} or view.opens(k) is not None:
            return None
        if view.forms[k] in view.words.using:
            return k if not view.words.occasions.isdisjoint(view.forms[k + 1 : i]) else None
    return None


def _is_noun(view: View, i: int) -> bool:
    """Whether the word before makes a noun of the form at token i: "the", "his", but not "they all", "some said"."""
    before, w = view.form(i - 1), view.words
    held = before in w.determiners or (before in w.possessives and before != "'s")
    speaks = view.forms[i] in w.plainly_said and before in w.of_some
    return held and not speaks and before not in {"both", "all", "that"}


def _are_counted(view: View, i: int) -> bool:
    """Whether "states" behind a number or "member" is no verb: "five states opposed it", "all member states"."""
    before = view.form(i - 1)
    number = i > 0 and view.tokens.is_number(i - 1)
    if view.forms[i] == "state":
        placed = view.capital(i - 1) and view.form(i + 1) not in {"that", ":"} and view.opens(i + 1) is None
        return number or placed or _is_joined(view, i - 1)  # a 2015 state budget, a four-year state college, Shan state
    return (number or before in view.words.counts or before == "member") and view.forms[i] == "states"


def _is_name(view: View, i: int) -> bool:
    """Whether a cue is part of a name: capitalised within a sentence that is no headline."""
    named = view.named(i)
    if named is not None and named.kind != "anaphor":
        return True
    if not view.capital(i):
        return False
    first, last = view.sentence(i)
    if i == first or view.form(i - 1) in {"“", '"', "("}:
        return False
    words = [k for k in range(max(first, i - _NEAR), min(last, i + _NEAR)) if view.word(k) and len(view.forms[k]) > 3]
    return sum(view.capital(k) for k in words) * 4 <= len(words) * 3


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
    if found.subject is not None or found.group.mood != "said" or view.form(before) not in view.words.coordinators:
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
