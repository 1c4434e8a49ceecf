"""Finding what reports say of a state's reviews: how often, which round and when, how many recommendations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.each_time import run_of
from mahdar.checking.found import make
from mahdar.checking.numerals import formerly
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.scene import Scene
from mahdar.checking.when import aside, nearest_time
from mahdar.checking.wordlists import words
from mahdar.edtf import Interval
from mahdar.language.numbers import Number
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import Span
from mahdar.mechanisms.review.recommendations import recommended
from mahdar.mechanisms.review.reviewed import owns, state_reviewed, states_reviewed
from mahdar.model import Arg

_TURN_REACH = 3
_VERB_REACH = 13  # tokens between a verb of undergoing and how often
_WORDS = ("mahdar.mechanisms.review", "words.toml")
_BOUND_REACH = 3
_PAPER_REACH = 6  # tokens in which "its first review report" becomes a paper
_THAT = frozenset({"that", "التي"})


def find(scene: Scene) -> Iterator[Found]:
    """Claims of the sentences that name the review, and of the sentence behind one."""
    named = {scene.passage.sentence_of(c.i) for c in (*scene.all("review.name"), *_reviewed(scene))}
    for k in sorted(named | {k + 1 for k in named if k + 1 < len(scene.passage.sentences)}):
        sentence = scene.passage.sentences[k]
        told = k in named or bool(scene.within("review.undergo", sentence.i, sentence.j))
        for code in states_reviewed(scene, sentence) if told else ():
            yield from _counted(scene, sentence, code)
            yield from _rounds(scene, sentence, code)
            yield from _again(scene, sentence, code)
            yield from _latest(scene, sentence, code)
        first = state_reviewed(scene, sentence)
        yield from recommended(scene, sentence, first) if first is not None else ()


def _reviewed(scene: Scene) -> list[Cue]:
    """Words for a review of a state by the Human Rights Council, which need not name the procedure."""
    found = scene.all("review.reviewed")
    told = [c for c in found if scene.body(c.i) == "rights_council" and "rights_council" in _bodies(scene, c)]
    return [*told, *(c for c in scene.all("review.recommendation") if _of_review(scene, c))]


def _of_review(scene: Scene, cue: Cue) -> bool:
    """Whether recommendations are accepted or noted "in its third review", or some of those received accepted or noted
    beside the word "review": those of no other procedure are.
    """
    sentence = scene.sentence(cue.i)
    turns = scene.within("review.turn", sentence.i, sentence.j)
    taken = scene.within("review.accept", sentence.i, sentence.j)
    if taken and turns and scene.within("review.ordinal", sentence.i, sentence.j):
        return True
    reviews = words(*_WORDS, "review")
    answered = len({c.value for c in taken}) > 1
    return answered and any(scene.forms[c.j - 1] in reviews for c in turns)


def _bodies(scene: Scene, cue: Cue) -> set[str]:
    sentence = scene.sentence(cue.i)
    return scene.bodies(sentence.i, sentence.j)


def _counted(scene: Scene, sentence: Span, code: str) -> Iterator[Found]:
    """ "has been reviewed twice", خضعت ثلاث مرات, "at least four times": how often, rounded or not."""
    for span, low, high in _occasions(scene, sentence):
        verb = scene.nearest("review.undergo", span.i, sentence)
        if verb is not None and abs(verb.i - span.i) <= _VERB_REACH and asserted(scene, verb.i):
            exact = low == high
            args: dict[str, Arg] = {"state": code, "times": low or high or 0}
            i, j = _span(scene, sentence, min(verb.i, span.i), max(verb.j, span.j), code)
            yield make(
                scene, "review.count", i, j, args, tense="present", negated=negated(scene, verb),
                low=None if exact else low, high=None if exact else high,
            )  # fmt: skip


def _occasions(scene: Scene, sentence: Span) -> Iterator[tuple[Span, int | None, int | None]]:
    """Words and numbers of occasions: twice, مرتين, 3 مرات, "more than two times"."""
    occasions, twice = words(*_WORDS, "occasions"), scene.within("review.twice", sentence.i, sentence.j)
    for cue in twice:
        if formerly(scene, cue.i, cue.j):
            continue
        bound = _bound(scene, cue, sentence)
        yield Span(cue.i, cue.j), int(cue.value), None if bound else int(cue.value)
    for number in scene.numbers_in(sentence.i, sentence.j):
        behind = scene.forms[number.j] if number.j < sentence.j else ""
        taken = any(cue.i <= number.i < cue.j or number.i <= cue.i < number.j for cue in twice)
        told = number.kind == "times" or behind in occasions or _plural(scene, number.j)
        if not taken and not _once(number) and told and not formerly(scene, number.i, number.j):
            low, high = (None if n is None else int(n) for n in (number.low, number.high))
            if low or high:
                yield Span(number.i, number.j + (behind in occasions)), low, high


def _once(number: Number) -> bool:
    """Whether the number is only a word for a time, which counts nothing by itself: آخر مرة, مرة كل أربع سنوات."""
    return number.low == number.high == 1 and number.j - number.i == 1


def _plural(scene: Scene, i: int) -> bool:
    """Whether reviews are counted by a number that ends at token i: "two Universal Periodic Reviews"."""
    name = scene.at("review.name", i)
    return name is not None and scene.passage.language == "en" and scene.forms[name.j - 1].endswith("s")


def _bound(scene: Scene, cue: Cue, sentence: Span) -> bool:
    """Whether words around it make it the least of them: "at least twice", مرتين على الأقل."""
    low, high = max(sentence.i, cue.i - _BOUND_REACH), min(sentence.j, cue.j + _BOUND_REACH)
    numbers = [n for n in scene.numbers_in(low, high) if n.i <= cue.i < n.j]
    return any(n.low != n.high for n in numbers) or bool(scene.within("review.bound", low, high))


def _rounds(scene: Scene, sentence: Span, code: str) -> Iterator[Found]:
    """ "its third review in 2019", مرة ثالثة, للمرة الثالثة, third cycle, "first reviewed in 2008"."""
    for cue in scene.within("review.ordinal", sentence.i, sentence.j):
        if not _turn(scene, sentence, cue) or not asserted(scene, cue.i) or _of_all(scene, sentence, cue):
            continue
        clause = scene.clause(cue.i)
        verb = scene.nearest("review.undergo", cue.i, clause)
        near = nearest_time(scene, cue, clause.i, clause.j)
        near = near or (nearest_time(scene, verb, clause.i, clause.j) if verb else None)
        near = None if near and _behind(scene, near) else near
        near = None if near and (_of_other(scene, sentence, cue, near) or aside(scene, verb or cue, near)) else near
        near = _shared_out(scene, sentence, cue, near) if near else None
        near = _without_ordinal(near, cue) if near else None
        ahead = any(c.form == "future" for c in scene.within("review.undergo", clause.i, clause.j))
        told = verb is None or verb.form == "past"
        kind: Tense = "future" if ahead else "past" if told else "present"
        i = min(cue.i, verb.i if verb else cue.i)
        j = max(cue.j, near.j if near else cue.j)
        if cue.form == "turn" and near is None and _how_often(scene, cue):
            yield make(scene, "review.count", i, j, {"state": code, "times": int(cue.value)}, tense="present")
            continue
        args: dict[str, Arg] = {"state": code, "round": int(cue.value)}
        yield make(scene, "review.round", i, j, args, tense=kind, time=near)


def _shared_out(scene: Scene, sentence: Span, cue: Cue, time: TimePhrase) -> TimePhrase | None:
    """The time at the place of an ordinal where as many are listed as times: "the second and third, in 2013 and 2018";
    none where the lists do not match.
    """
    cues = scene.within("review.ordinal", sentence.i, sentence.j)
    at = next(k for k, other in enumerate(cues) if other.i == cue.i)
    low = high = at
    while low and _listed(scene, cues[low - 1], cues[low]):
        low -= 1
    while high + 1 < len(cues) and _listed(scene, cues[high], cues[high + 1]):
        high += 1
    run = run_of(scene, time)
    if low == high and len(run) == 1:
        return time
    return run[at - low] if len(run) == high - low + 1 else None


def _listed(scene: Scene, one: Cue, other: Cue) -> bool:
    """Whether only commas and "and" stand between two ordinals, as a word or before one."""
    between = scene.forms[one.j : other.i]
    linked = bool(between) or (other.i >= one.j and other.proclitics.startswith("و"))
    return linked and {*between} <= words(*_WORDS, "between_ordinals")


def _behind(scene: Scene, time: TimePhrase) -> bool:
    """Whether a time is that of what came before: "its fourth review, after those of 2009 and 2013"."""
    return not words(*_WORDS, "after").isdisjoint(scene.forms[max(0, time.i - 2) : time.i])


def _how_often(scene: Scene, cue: Cue) -> bool:
    """Whether the ordinal counts the reviews so far: "the third time that it had been reviewed", المرة الثالثة التي."""
    behind = scene.forms[cue.j : cue.j + 1]
    return bool(behind) and behind[0] in _THAT and not scene.forms[cue.i].startswith(("لل", "for"))


def _again(scene: Scene, sentence: Span, code: str) -> Iterator[Found]:
    """ "First examined in 2010, and again in 2014": the second time beside the first."""
    firsts = [c for c in scene.within("review.ordinal", sentence.i, sentence.j) if c.value == "1"]
    for cue in scene.within("review.again", firsts[0].j, sentence.j) if firsts else ():
        time = next(iter(scene.times_in(cue.j, min(sentence.j, cue.j + _TURN_REACH))), None)
        verb = scene.nearest("review.undergo", firsts[0].i, sentence)
        if time is not None and verb is not None and asserted(scene, verb.i) and not negated(scene, verb):
            yield make(scene, "review.round", cue.i, time.j, {"state": code, "round": 2}, tense="past", time=time)


def _latest(scene: Scene, sentence: Span, code: str) -> Iterator[Found]:
    """ "Twice, most recently in 2014", مرتين آخرهما عام 2014: the round that was the last of so many."""
    for span, low, high in _occasions(scene, sentence):
        for cue in scene.within("review.latest", span.j, sentence.j)[:1]:
            time = next(iter(scene.times_in(cue.j, min(sentence.j, cue.j + _TURN_REACH))), None)
            verb = scene.nearest("review.undergo", span.i, sentence)
            if time is None or verb is None or low is None or low != high or not asserted(scene, verb.i):
                continue
            if not negated(scene, verb):
                yield make(scene, "review.round", cue.i, time.j, {"state": code, "round": low}, tense="past", time=time)


def _of_other(scene: Scene, sentence: Span, cue: Cue, time: TimePhrase) -> bool:
    """Whether the time stands behind another review that the sentence counts: "its fourth, five years after the third
    in 2017".
    """
    others = [c for c in scene.within("review.ordinal", cue.j, time.i) if c.value != cue.value]
    return any(_turn(scene, sentence, c) for c in others)


def _without_ordinal(time: TimePhrase, cue: Cue) -> TimePhrase:
    """A day whose number is the ordinal of the review says its month alone: للمرة الأولى في أيار/مايو."""
    days = time.absolute
    if days is None or days.first is None or days.first != days.last or not time.i < cue.j <= time.j:
        return time
    return replace(time, i=cue.j, absolute=Interval.parse(days.first.isoformat()[:7]))


def _turn(scene: Scene, sentence: Span, cue: Cue) -> bool:
    """Whether an ordinal counts reviews: it says so itself, or a word for a turn or a review stands beside it."""
    low, high = max(sentence.i, cue.i - _TURN_REACH), min(sentence.j, cue.j + _TURN_REACH)
    if cue.form == "turn":
        clause = scene.clause(cue.i)
        low, high = max(sentence.i, cue.i - _VERB_REACH), min(clause.j, cue.j + _VERB_REACH)
        return any(c.j > clause.i for c in scene.within("review.undergo", low, high))  # "went before" parts two clauses
    if scene.within("review.paper", cue.j, cue.j + _PAPER_REACH) and not _adopted(scene, cue):
        return False
    if any(_of_states(scene, cue.j, verb.i) for verb in scene.within("review.undergo", cue.j, cue.j + _TURN_REACH)):
        return True
    if any(turn.i != cue.i for turn in scene.any_of(("review.turn", "review.name"), low, high)):
        return True
    return _goes_on(scene, sentence, cue)


def _of_all(scene: Scene, sentence: Span, cue: Cue) -> bool:
    """Whether an ordinal counts the cycles of the procedure, in which all states are reviewed, where no word says that
    the state named was: "hosted a reception to mark the end of the first cycle of the Universal Periodic Review".
    """
    beside = scene.forms[max(sentence.i, cue.i - 1) : cue.i] + scene.forms[cue.j : cue.j + 1]
    reviewed = ("review.undergo", "review.accept", "review.recommendation")
    told = cue.form == "turn" or scene.any_of(reviewed, sentence.i, sentence.j)
    named = scene.states_in(sentence.i, sentence.j, demonyms=True)
    names = scene.within("review.name", sentence.i, sentence.j)
    owned = any(owns(scene, state, c) for state in named for c in (cue, *names))
    return not (told or owned) and not words(*_WORDS, "cycle").isdisjoint(beside)


def _goes_on(scene: Scene, sentence: Span, cue: Cue) -> bool:
    """Whether an ordinal with its time right behind leaves out the word told of another before: "its first review in
    2009, its second in 2013".
    """
    before = scene.within("review.ordinal", sentence.i, cue.i)[-1:]
    own = scene.forms[cue.i - 1] in words(*_WORDS, "owner") or cue.proclitics.startswith("و")
    return bool(before) and own and bool(scene.times_in(cue.j, cue.j + 2)) and _turn(scene, sentence, before[0])


def _adopted(scene: Scene, cue: Cue) -> bool:
    """Whether the paper is the one with which a review ends: "the adoption of its third review report"."""
    before = scene.within("adopt", max(scene.clause(cue.i).i, cue.i - _PAPER_REACH), cue.i)
    return bool(before) and any(name.i <= cue.j + 1 for name in scene.within("review.name", cue.j, cue.j + _TURN_REACH))


def _of_states(scene: Scene, i: int, j: int) -> bool:
    """Whether nothing stands between, or only a word for a state: "the first country to undergo", أول دولة تخضع."""
    return words(*_WORDS, "a_state").issuperset(scene.forms[i:j])


def _span(scene: Scene, sentence: Span, i: int, j: int, code: str) -> tuple[int, int]:
    """From the state, if it stands right before, to the last word."""
    before = [s for s in scene.states_in(max(sentence.i, i - 6), i) if code in s.codes]
    return (before[-1].i if before else i), j
