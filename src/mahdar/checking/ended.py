"""Seats told by the end of their term: "Jordan's term on the Council ends in December", تنتهي عضوية الأردن."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention, codes
from mahdar.checking.scene import Scene
from mahdar.checking.seat import Seat, at_turn_of_year
from mahdar.checking.subjects import subject_before
from mahdar.checking.when import When
from mahdar.checking.wordlists import words
from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import COMMAS, Span, tokens_of

_TABLE = ("mahdar.checking", "seats.toml")
_SEATED = ("council", "rights_council")
_TO_BODY = 4  # tokens from a term, or from whose it is, to the body
_TO_TIME = 3  # tokens from the verb, or from the body, to the time
_SPOKEN_FOR = ("inside", "anaphor")  # a state inside the name of an office: "France's president, whose term"
_GOES = "goes"  # an Arabic verb of leaving
_FINISHES = "finishes"  # what a verb carries whose object is the term
_TERM_REACH = 12  # tokens of a term up to its body
_LEFT = 2  # tokens from a verb of leaving to the body
_BACK = 1  # sentences back to the one that names the body
_WHOSE = 8  # tokens from "whose" to the verb
_RELATIVE = 2  # tokens between a state and the verb of its relative clause


def endings(scene: Scene) -> Iterator[Seat]:
    """The seats of states whose term is said to end, or to have ended, at a time."""
    for verb in scene.all("term_ends"):
        if verb.value == _FINISHES:
            yield from _finished(scene, verb)
            continue
        told = _english(scene, verb) if scene.passage.language == "en" else _arabic(scene, verb)
        if told is None or not asserted(scene, verb.i) or negated(scene, verb):
            continue
        group, body, end = told
        stop = scene.clause(verb.i).j
        time = _time(scene, end, stop) or (_time(scene, verb.j, stop) if _past_time(scene, verb.j) > verb.j else None)
        which = scene.which(body) if body is not None else _in_question(scene, verb)
        if time is None or which not in _SEATED:
            continue
        i = min(group[0].i, verb.i)
        for code in codes(group):
            yield Seat(which, i, end, code, "", When(time), False, False, body is not None, ended=True)


def _finished(scene: Scene, verb: Cue) -> Iterator[Seat]:
    """The seats of states that finish their term on a body: أنهت الجزائر أمس عضويتها في مجلس الأمن."""
    clause = scene.clause(verb.i)
    group = next(iter(scene.groups(verb.j, clause.j)), [])
    if not group or group[0].i != verb.j or not asserted(scene, verb.i) or negated(scene, verb):
        return
    time = next((t for t in scene.times_in(group[-1].j, clause.j) if t.i - group[-1].j <= 1), None)
    k = time.j if time is not None else group[-1].j
    k += scene.forms[k : k + 1] == ["،"]
    body = next(iter(scene.within("body", k, min(clause.j, k + _TERM_REACH))), None)
    own = scene.forms[k : k + 1] != [] and scene.forms[k] in _words("own_term")
    passed = _words("term_kind") | _words("in_body") | _words("as_member")
    if body is None or not own or scene.which(body) not in _SEATED or not {*scene.forms[k + 1 : body.i]} <= passed:
        return
    time = time or _time(scene, body.j, clause.j)
    for code in codes(group) if time is not None else ():
        yield Seat(scene.which(body), verb.i, body.j, code, "", When(time), False, False, ended=True)


def leavings(scene: Scene) -> Iterator[Seat]:
    """The seats on the Security Council that states are said to leave, or to hold until, a time: "Brazil and Gabon
    leave the Council on 31 December".
    """
    for verb in scene.all("seat_leaves"):
        if verb.form == _GOES:
            yield from _gone(scene, verb)
            continue
        body = next(iter(scene.within("body", verb.j, verb.j + _LEFT)), None)
        group = subject_before(scene, verb, 0) if body is not None and scene.which(body) == _SEATED[0] else []
        group = group if group and not _of_somebody(scene, group[0].i) else []
        time = _time(scene, body.j, scene.clause(verb.i).j) if body is not None and group else None
        if body is None or time is None or not asserted(scene, verb.i) or negated(scene, verb) or _said(scene, time):
            continue
        for code in codes(group):
            yield Seat(_SEATED[0], group[0].i, body.j, code, "", When(_last(time)), False, False, ended=True)


def _gone(scene: Scene, verb: Cue) -> Iterator[Seat]:
    """The seats of states that leave the Security Council at the turn of a year, or its room: تغادر المجلس اليوم كل من
    كينيا والنرويج. So that nothing is contradicted.
    """
    body = next((c for c in scene.within("body", verb.j, verb.j + _TERM_REACH)), None)
    if body is None or not at_turn_of_year(scene) or scene.which(body) != _SEATED[0]:
        return
    group = next(iter(scene.groups(verb.j, scene.clause(verb.i).j)), [])
    times = scene.times_in(verb.j, scene.clause(verb.i).j)
    covered = tokens_of([body], times[:1], group)
    high = max(body.j, group[-1].j) if group else verb.j
    near = all(i in covered or scene.forms[i] in _all_of() | COMMAS for i in range(verb.j, high))
    if group and times and near and asserted(scene, verb.i) and not negated(scene, verb):
        for code in codes(group):
            yield Seat(_SEATED[0], verb.i, high, code, "", When(times[0]), False, False, sure=False, ended=True)


def _of_somebody(scene: Scene, i: int) -> bool:
    """Whether the state at token i only says whose somebody is who leaves: "the delegate of Syria leaves"."""
    i -= i > 0 and scene.forms[i - 1] == "the"
    return i > 0 and scene.forms[i - 1] in words("mahdar.checking", "meant.toml", "about")


def _said(scene: Scene, time: TimePhrase) -> bool:
    """Whether a time hangs on a day beside another one: "will leave this month, it said in December"."""
    sentence = scene.sentence(time.i)
    return time.absolute is None and len(scene.times_in(sentence.i, sentence.j)) > 1


def _last(time: TimePhrase) -> TimePhrase:
    """A time that only has an end as its last year, month or day: "until the end of 2026"."""
    days = time.absolute
    if days is None or days.last is None or days.first is not None:
        return time
    units = {"year": days.last.isoformat()[:4], "month": days.last.isoformat()[:7]}
    return replace(time, absolute=Interval.parse(units.get(days.grain or "", days.last.isoformat())))


def _english(scene: Scene, verb: Cue) -> tuple[list[StateMention], Cue | None, int] | None:
    """Whose term it is, the body where it is named, and where the words end."""
    body = next(iter(scene.within("body", max(scene.sentence(verb.i).i, verb.i - _TO_BODY), verb.i)), None)
    k = verb.i
    while k > 1 and scene.forms[k - 1] in _words("copula") | {"also", "both"}:
        k -= 1
    if body is not None and body.j == k:
        k = body.i
        while scene.forms[k - 1] in _words("in_body"):
            k -= 1
    if (terms := _terms_of(scene, k)) is not None:
        return terms, body, verb.j
    own = scene.forms[k - 1] in _words("term_noun")
    group = _whose(scene, k - 1) if own else []
    if own and not group and "whose" in scene.forms[max(0, k - _WHOSE) : k]:
        group = _listed_behind(scene, verb.j)
    return (group, body, verb.j) if group else None


def _terms_of(scene: Scene, k: int) -> list[StateMention] | None:
    """The states that end before token k behind "the terms of"."""
    group = next((g for g in scene.groups(scene.sentence(k).i, k) if g[-1].j == k), [])
    i = group[0].i - (scene.forms[group[0].i - 1] == "the") if group else 0
    told = i > 1 and scene.forms[i - 1] == "of" and scene.forms[i - 2] in _words("term_noun")
    return group if told else None


def _whose(scene: Scene, k: int) -> list[StateMention]:
    """The states before a term at token k: "Jordan's two-year term", "Jordan, whose term"."""
    low = scene.sentence(k).i
    while k > low and scene.forms[k - 1] in _words("term_kind"):
        k -= 1
    if k > low and scene.forms[k - 1] in ("its", "their"):
        return _only(scene, low, k - 1)
    if k < low + 2 or scene.forms[k - 1] not in ("'s", "'", "whose"):
        return []
    end = k - 1 - (scene.forms[k - 2] == ",")
    group = next((g for g in scene.groups(low, end) if g[-1].j == end), [])
    own = bool(group) and group[-1].kind not in _SPOKEN_FOR and scene.forms[group[0].i - 1] not in _words("in_office")
    return group if own else []


def _only(scene: Scene, i: int, j: int) -> list[StateMention]:
    """The only states named between two tokens, whom a pronoun behind them means."""
    groups = scene.groups(i, j, demonyms=True)
    return groups[0] if len(groups) == 1 and groups[0][-1].kind not in (*_SPOKEN_FOR, "demonym") else []


def _arabic(scene: Scene, verb: Cue) -> tuple[list[StateMention], Cue | None, int] | None:
    clause = scene.clause(verb.i)
    k = start = _past_time(scene, verb.j)
    if (listed := _arabic_list(scene, verb, k)) is not None:
        return listed
    own = scene.forms[k : k + 1] and scene.forms[k] in _words("own_term")
    while k < clause.j and scene.forms[k] in _words("term_noun") | _words("term_kind"):
        k += 1
    while k > start and k < clause.j and scene.forms[k] in _all_of():
        k += 1
    if own:
        k = start + 1
        ahead = [g for g in scene.groups(clause.i, verb.i) if verb.i - g[-1].j <= _RELATIVE]
        group = ahead[-1] if ahead else _only(scene, scene.sentence(verb.i).i, verb.i)
    else:
        group = next((g for g in scene.groups(k, clause.j)[:1] if k > start and g[0].i == k), [])
        k = group[-1].j if group else k
    if not group:
        return None
    while k < clause.j and scene.forms[k] in _words("term_kind"):
        k += 1
    body = next((c for c in scene.within("body", k, min(clause.j, k + _TO_BODY))), None)
    led = body is not None and {*scene.forms[k : body.i]} <= _words("in_body")
    return (group, body, body.j) if body is not None and led else (group, None, k)


def _arabic_list(scene: Scene, verb: Cue, k: int) -> tuple[list[StateMention], Cue | None, int] | None:
    """Those listed behind the time at which "their" term ends, where none stands before: خمس دول تنتهي عضويتها في
    ديسمبر وهي.
    """
    clause = scene.clause(verb.i)
    own = _words("own_term") | _words("own_span")
    ahead = [g for g in scene.groups(clause.i, verb.i) if verb.i - g[-1].j <= _RELATIVE]
    if ahead or scene.forms[k : k + 1] == [] or scene.forms[k] not in own:
        return None
    body = next((c for c in scene.within("body", k + 1, min(clause.j, k + 1 + _TO_BODY))), None)
    body = body if body is not None and {*scene.forms[k + 1 : body.i]} <= _words("in_body") else None
    end = body.j if body is not None else k + 1
    group = _listed_behind(scene, end)
    return (group, body, end) if group else None


def _listed_behind(scene: Scene, i: int) -> list[StateMention]:
    """The states listed right behind the time that follows token i; in Arabic they may follow it at once."""
    stop = scene.sentence(i - 1).j
    time = _time(scene, i, stop)
    group = next(iter(scene.groups(time.j, stop)), []) if time is not None else []
    between = scene.forms[time.j : group[0].i] if time is not None and group else []
    led = words("mahdar.checking", "votes.toml", "listing") | _words("listed_by")
    marks = COMMAS | {"the"} | _all_of()
    at_once = bool(group) and not between and scene.passage.language != "en"
    told = not led.isdisjoint(between) and {*between} <= led | marks
    return group if at_once or told else []


def _all_of() -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", "of_all")


def _past_time(scene: Scene, j: int) -> int:
    """The token behind an Arabic verb, past the time that stands between it and the term: تنتهي في 31 ديسمبر عضوية."""
    time = _time(scene, j, len(scene.forms))
    return time.j if time is not None and scene.forms[time.j : time.j + 1] and _led(scene, time.j) else j


def _led(scene: Scene, k: int) -> bool:
    return scene.forms[k] in _words("term_noun") | _words("own_term")


def _time(scene: Scene, i: int, stop: int) -> TimePhrase | None:
    """The time right behind the words, with nothing but "in" and the like between."""
    time = next(iter(scene.times_in(i, min(stop, i + _TO_TIME))), None)
    return time if time is not None and {*scene.forms[i : time.i]} <= _words("at_end") else None


def _in_question(scene: Scene, verb: Cue) -> str:
    """The only body that the sentences just before name, where that of the verb names none."""
    k = scene.passage.sentence_of(verb.i)
    spans = [Span(s.i, s.j) for s in scene.passage.sentences[max(0, k - _BACK) : k + 1]]
    named = {body for s in spans for body in scene.bodies(s.i, s.j)}
    return named.pop() if len(named) == 1 else ""


def _words(name: str) -> frozenset[str]:
    return words(*_TABLE, name)
