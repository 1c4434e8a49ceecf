"""Who presides over the Council, told of a person: "the U.S. ambassador and council president for May", رئيس مجلس الأمن
لشهر أبريل السفير الصيني.

The state is that of the delegate named beside the words, and the month has to stand there too: a president of the
Council without a month may be one of another time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mahdar.checking import wordlists
from mahdar.checking.assertion import asserted
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.mentions import StateMention, nationality
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.scene import Scene
from mahdar.language.folding import fold_word
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import Span, tokens_of
from mahdar.mechanisms.council.words import words as listed
from mahdar.reading.passage import Named

_ANY_DAY = date(2020, 1, 1)
_MONTH_REACH = 6
_DENIAL_REACH = 6  # tokens from a denial to the office
_STATE = "state:"
_NAME = 3  # tokens of the name of a state
_HE_PRESIDES = fold_word("رئيس")
_OF = frozenset({"of", "the", "un", "u.n."})


def presidents(scene: Scene) -> Iterator[Found]:
    """The presidencies that the text tells of delegates, each with its month."""
    for cue in scene.all("council.president"):
        words = office(scene, cue)
        time = _month(scene, words) if words is not None else None
        if words is None or time is None or not asserted(scene, cue.i, open_future=True):
            continue
        states = _states(scene, words, time)
        if len(states) == 1 and not _is_met(scene, words):
            args = {"state": next(iter(states))}
            denied, kind = _denied(scene, words), _tense(scene, words, time)
            yield make(
                scene, "council.presidency", words.i, words.j, args, time=time, tense=kind, negated=denied
            )  # fmt: skip


def _is_met(scene: Scene, words: Span) -> bool:
    """Whether the president is another than the state named before: "Israel and the president of the Council met",
    التقت إيران رئيس المجلس.
    """
    if scene.passage.language == "en":
        return scene.forms[max(0, words.i - 2) : words.i] == ["and", "the"]
    low = max(0, words.i - _NAME)
    before = [s for s in scene.states_in(low, words.i, demonyms=True) if s.j == words.i and not _in_title(scene, s)]
    return scene.forms[words.i] == _HE_PRESIDES and bool(before) and before[0].i > scene.sentence(words.i).i


def _in_title(scene: Scene, state: StateMention) -> bool:
    """Whether an adjective stands in the title of a delegate: السفير الصيني."""
    titles = wordlists.words("mahdar.checking", "seats.toml", "diplomats_ar")
    before = scene.forms[max(0, state.i - 2) : state.i]
    return state.kind == "demonym" and any(form in titles or form.removeprefix("ال") in titles for form in before)


def _denied(scene: Scene, words: Span) -> bool:
    """Whether a state is said not to be president: only it and a verb of being stand behind the denial, لم تكن كندا
    رئيسة; not "has not met the president".
    """
    before = scene.within("not", max(scene.clause(words.i).i, words.i - _DENIAL_REACH), words.i)
    if not before:
        return False
    named = tokens_of(scene.states_in(before[-1].j, words.i))
    return all(k in named or scene.forms[k] in listed("being") for k in range(before[-1].j, words.i))


def office(scene: Scene, cue: Cue, *, former: bool = False) -> Span | None:
    """The words with their Council: "council president", "president of the Security Council", رئيسة المجلس; of one who
    was it only where ``former`` lets that pass.
    """
    gone = [] if former else scene.within("former", max(0, cue.i - 1), cue.j + 1)
    before = scene.within("body", max(0, cue.i - 4), cue.i)[-1:]
    start = cue.i - (scene.forms[cue.i - 1] in ("'s", "'")) if cue.i else 0
    k = cue.j
    while k < len(scene.forms) and scene.forms[k] in _OF:
        k += 1
    behind = [c for c in scene.within("body", cue.j, k + 1) if c.i <= k]
    body = next((c for c in (*behind[:1], *before) if c.j == start or c.i >= cue.j), None)
    if gone or body is None or scene.which(body) != "council":
        return None
    return Span(min(cue.i, body.i), max(cue.j, body.j))


def _month(scene: Scene, words: Span) -> TimePhrase | None:
    """The month right behind the words."""
    stop = min(scene.sentence(words.i).j, words.j + _MONTH_REACH)
    took_over = _took_over(scene, words)
    found = next((t for t in scene.times_in(words.j, stop) if took_over or is_month(t)), None)
    named = tokens_of(scene.named_in(words.j, stop))
    between = range(words.j, found.i) if found is not None else ()
    return found if all(k in named or scene.forms[k] in listed("before_month") for k in between) else None


def _took_over(scene: Scene, words: Span) -> bool:
    """Whether a verb before the words hands the presidency on, so that a day dates it: "succeeded Sweden as"."""
    return not listed("relieves").isdisjoint(scene.forms[scene.clause(words.i).i : words.i])


def _tense(scene: Scene, words: Span, time: TimePhrase) -> Tense:
    """The past for a day on which the presidency was handed on."""
    return "past" if _took_over(scene, words) and not is_month(time) else "present"


def is_month(time: TimePhrase) -> bool:
    """Whether a time is a month, or one that is only known from the day of publication: this month, not Tuesday."""
    days = time.absolute
    if days is None:
        told = time.relative(_ANY_DAY) if time.relative is not None else None
        return told is None or told.grain == "month"
    return days.first is not None and days.last is not None and days.grain == "month"


def _states(scene: Scene, words: Span, time: TimePhrase) -> set[str]:
    """The states of the delegate in apposition: right behind the words with their month, a comma aside, else right
    before them.
    """
    comma = scene.forms[time.j : time.j + 1] in ([","], ["،"])
    return _behind(scene, time.j) or _before(scene, words) or (_behind(scene, time.j + 1) if comma else set())


def _behind(scene: Scene, i: int) -> set[str]:
    """ "Council president for May Zalmay Khalilzad": a delegate with a state, at once."""
    found = [n for n in scene.named_in(i, i + 1) if n.kind in ("office", "person")]
    states = {_principal(scene, n) for n in found} - {""}
    near = scene.states_in(i, i + 2, demonyms=True)
    return states or {
        s.codes[0] for s in near if s.kind in ("demonym", "inside") or scene.forms[s.j : s.j + 1] == [","]
    }


def _before(scene: Scene, words: Span) -> set[str]:
    """The delegate that ends right before the words; a person without a known state by what stands before the name."""
    clause = scene.clause(words.i)
    k = _back(scene, words.i, clause.i)
    if any(form in listed("as") for form in scene.forms[k : words.i]):
        return {code for s in scene.states_in(clause.i, words.i) if not _relieved(scene, s.i) for code in s.codes}
    persons = [n for n in scene.named_to(k) if n.kind == "person"]
    states = {state_of(scene, n) for n in persons} - {""} or _ending(scene, k)
    if states or not persons:
        return states
    return _ending(scene, _back(scene, min(n.i for n in persons), clause.i))


def _relieved(scene: Scene, i: int) -> bool:
    """Whether the state at token i is the one that presided before: "took over from Sweden", "succeeded Sweden"."""
    i -= scene.forms[i - 1] == "the"
    return i > 0 and scene.forms[i - 1] in listed("relieves")


def state_of(scene: Scene, named: Named) -> str:
    """The state for which a delegate speaks: known, or an adjective with which the name begins."""
    return _principal(scene, named) or nationality(scene.passage, named.i) or ""


def _back(scene: Scene, k: int, low: int) -> int:
    while k > low and scene.forms[k - 1] in listed("joins") | listed("as"):
        k -= 1
    return k


def _ending(scene: Scene, k: int) -> set[str]:
    """The state whose name, adjective or office ends at token k, a title between aside."""
    offices = [n for n in scene.named_to(k) if n.kind in ("body", "office")]
    states = {_principal(scene, n) for n in offices} - {""}
    if states:
        return states
    near = [s for s in scene.states_in(max(0, k - 4), k, demonyms=True) if s.j == k]
    near = near or [
        s for s in scene.states_in(max(0, k - 4), k, demonyms=True) if s.j == k - 1 and _title(scene, k - 1)
    ]
    return {code for s in near for code in s.codes}


def _title(scene: Scene, k: int) -> bool:
    diplomats = wordlists.words("mahdar.checking", "seats.toml", "diplomats_en")
    return scene.forms[k] in diplomats or scene.forms[k] in listed("titles")


def _principal(scene: Scene, named: Named) -> str:
    held = scene.passage.principal(named.entity)
    return held.removeprefix(_STATE) if held.startswith(_STATE) else ""
