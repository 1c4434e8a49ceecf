"""All places of a passage where an English cue reports speech, with their subjects, in order."""

from __future__ import annotations

from mahdar.reading.statements.english_agreement import plausible
from mahdar.reading.statements.english_cues import Cue, cues, find_cues
from mahdar.reading.statements.english_groups import Group, group
from mahdar.reading.statements.english_places import Found, place
from mahdar.reading.statements.english_view import View

_NEAR = 40
_OCCASION = 16
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
        parted = _is_parted(view, i, j, readings)
        shorter = tuple(cues().get(" ".join(view.forms[i : j - 1]))) if parted else ()
        return (j - 1, shorter) if shorter else (j, readings)
    end = j
    for _ in range(_ADVERBIALS):
        past = _past_adverbial(view, end)
        if past is None:
            break
        end = past
    longer = tuple(cues().get(f"{view.forms[i]} {view.form(end)}")) if end > j else ()
    return (end + 1, longer) if longer else (j, readings)


def _is_parted(view: View, i: int, j: int, readings: tuple[Cue, ...]) -> bool:
    """Whether the preposition that ends a cue is no part of it: "insisted | on Monday", "replied | to her that"."""
    if view.form(j - 1) == "on" and view.time_end(j) is not None:
        return True
    only_negated = all(building.kind == "negated" for cue in readings for building in cue.buildings)
    return only_negated and view.words.negations.isdisjoint(view.forms[max(0, i - _ADVERBIALS) : i])


def _past_adverbial(view: View, k: int) -> int | None:
    """The token behind a time, an adverb or an occasion that begins at token k."""
    after = view.time_end(k + (view.form(k) == "on"))
    if after is not None or k >= len(view.forms):
        return after
    if view.form(k) in view.words.trailing or (view.form(k).endswith("ly") and view.word(k) and not view.capital(k)):
        return k + 1
    occasions = (view.words.between, view.words.manners, view.words.aside_phrases)
    hit = next(filter(None, (phrases.at(view.tokens, k) for phrases in occasions)), None)
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
    if (readings[0].form == "s" and _is_object(view, i, taken)) or _is_written_by(view, i, j):
        return None  # rejected on Monday remarks by the envoy
    if view.form(i - 1) == "'s" and view.form(j) in view.words.pasts | view.words.finite:
        return None  # the ministry's warning came too late
    if _are_told(view, i, j, readings) or (view.form(j) in view.words.plainly_said and view.forms[i].endswith("s")):
        return None  # a system that advocates say is unfair
    people = view.forms[i] in view.words.private | view.words.members
    voiced = view.form(j).endswith("ed") and view.forms[i].endswith("s")
    if people and (voiced or view.form(j) in view.words.finite | view.words.plainly_said):
        return None  # rights advocates have said, voiced
    used = _used_for(view, i)
    for cue in readings:
        if cue.verbal:
            verb = group(view, i, j, cue)
            verb = Group(used, verb.cue, verb.j, "said") if used is not None else verb
            found = place(view, cue, verb, taken)
            if plausible(view, found):
                return found
    return None


def _is_object(view: View, i: int, taken: set[int]) -> bool:
    """Whether nothing but a time stands between a cue and the form at token i, which then is the cue's object."""
    start = view.time_start(i)
    while start is not None and view.form(start - 1) in view.words.before_time:
        start -= 1
    return start is not None and start - 1 in taken


def _is_written_by(view: View, i: int, j: int) -> bool:
    """Whether a participle only tells by whom or when a document was issued: "a statement | issued | by the army"."""
    w = view.words
    document = view.form(i - 1) in w.documents | w.sent_out and not view.capital(i - 1)
    away = view.form(j) in w.prepositions or view.time_end(j) is not None
    by = view.form(j) == "by" and view.word(i - 1) and view.form(i - 1) not in w.auxiliaries | w.adverbs | w.relatives
    return view.forms[i] in w.authoring and j == i + 1 and ((document and away) or by)


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
