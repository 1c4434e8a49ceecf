"""How reports tell a vote, in whichever body: tallies, unanimity, who abstained, votes still to come."""

from __future__ import annotations

from functools import lru_cache

from mahdar.checking.assertion import asserted, tense, when
from mahdar.checking.ballot import Ballot, tally
from mahdar.checking.cues import Cue
from mahdar.checking.decisions import owner
from mahdar.checking.numerals import counts
from mahdar.checking.scene import Scene
from mahdar.checking.symbols import numbers_after, symbol_of
from mahdar.checking.topics import Topic, named_topic, topic
from mahdar.checking.voters import voted
from mahdar.language.tokens import Span

_PRESUPPOSED = frozenset({"favour", "oppose", "unanimous"})
_ANCHORS = ("unanimous", "abstain", "vote", "voted_for", "voted_against")
_AFTER = 5
_BODIES = frozenset({"council", "assembly", "rights_council"})


@lru_cache(maxsize=2)
def ballots(scene: Scene) -> tuple[Ballot, ...]:
    """The votes told, at most one for each sentence and body."""
    if not any(concept in scene.cues for concept in (*_ANCHORS, "favour", "oppose")):
        return ()
    found = (_ballot(scene, sentence) for sentence in scene.passage.sentences)
    return tuple(ballot for ballot in found if ballot is not None)


def _ballot(scene: Scene, sentence: Span) -> Ballot | None:
    anchors = _anchors(scene, sentence)
    if not anchors:
        return None
    first = anchors[0]
    body = _body(scene, first)
    if body not in _BODIES:
        return None
    ballot = Ballot(body, min(c.i for c in anchors), max(c.j for c in anchors))
    tally(scene, ballot, sentence, anchors)
    states, words = voted(scene, sentence, counted=bool(ballot.counts))
    ballot.states = states | ballot.states
    if words is not None:
        ballot.i, ballot.j = min(ballot.i, words.i), max(ballot.j, words.j)
    if not (ballot.counts or ballot.states or _to_come(scene, anchors, ballot)):
        return None
    return _completed(scene, ballot, anchors)


def _anchors(scene: Scene, sentence: Span) -> list[Cue]:
    """The asserted words of voting in a sentence: verbs, unanimity, abstention, tallies."""
    found = scene.any_of(_ANCHORS, sentence.i, sentence.j)
    found += [c for c in scene.any_of(("favour", "oppose"), sentence.i, sentence.j) if _counts_beside(scene, c)]
    kept = [
        c for c in sorted(found, key=lambda c: c.i) if asserted(scene, c.i, open_future=_tallied(scene, c, sentence))
    ]
    return [c for c in kept if c.form != "noun" or c.sense.concept != "vote" or len(kept) > 1]


def _tallied(scene: Scene, cue: Cue, sentence: Span) -> bool:
    """Whether the words only tell how an adoption went that the sentence states: a wish inside the text adopted is
    not theirs.
    """
    told = cue.sense.concept in _PRESUPPOSED or cue.form == "noun" or cue.sense.concept == "abstain"
    return told and any(
        c.form in ("past", "passive") for c in scene.any_of(("adopt", "approve", "vote"), sentence.i, cue.i)
    )


def _counts_beside(scene: Scene, cue: Cue) -> bool:
    near = counts(scene, max(0, cue.i - _AFTER), cue.j + 3)
    votes = cue.j - cue.i > 1 or scene.within("votes", max(0, cue.i - _AFTER), cue.j + _AFTER)
    return bool(near) and bool(votes or scene.within("vote", max(0, cue.i - 12), cue.j + 6))


def _body(scene: Scene, cue: Cue) -> str:
    """Whose vote it is: the first body of the clause before it, else the nearest. A vote beside no UN body is
    nobody's here.
    """
    clause = scene.clause(cue.i)
    before = [scene.which(c) for c in scene.within("body", clause.i, cue.i)]
    body = next((b for b in before if b in _BODIES), "") or scene.body(cue.i)
    if body == "un":
        return "assembly" if scene.speaks_of("assembly") and not scene.speaks_of("council") else "council"
    return body


# -- what it was on
def _to_come(scene: Scene, anchors: list[Cue], ballot: Ballot) -> bool:
    """A vote of a body that is announced or told with its day, though without any count."""
    for cue in anchors:
        if cue.sense.concept == "vote" and cue.form in ("past", "present", "future", "infinitive"):
            clause = scene.clause(cue.i)
            told = any(scene.which(c) == ballot.body for c in scene.within("body", clause.i, clause.j))
            if (
                told
                and scene.times_in(clause.i, clause.j)
                and (cue.form != "infinitive" or tense(scene, cue) == "future")
            ):
                return True
    return False


def _completed(scene: Scene, ballot: Ballot, anchors: list[Cue]) -> Ballot:
    cue = anchors[0]
    ballot.tense = tense(scene, cue)
    times = [when(scene, c, "past" if ballot.tense == "present" else ballot.tense) for c in anchors]
    ballot.when = next((t for t in times if t.time is not None), times[0])
    sentence = scene.sentence(cue.i)
    ballot.symbol = _symbol(scene, ballot, sentence)
    if ballot.symbol is None:
        own = named_topic(scene, sentence.i, sentence.j, ballot.states.keys())
        ballot.topic = own if own is not None and own.rank < 2 else _meant(scene, ballot, sentence)
    return ballot


def _symbol(scene: Scene, ballot: Ballot, sentence: Span) -> str | None:
    """The resolution voted on, if the sentence gives its number."""
    for named in scene.within("resolution", sentence.i, sentence.j):
        numbers = numbers_after(scene, named)
        if len(numbers) == 1 and owner(scene, named, bare=True) == ballot.body:
            return symbol_of(ballot.body, numbers[0][0])
    return None


# -- the text of the sentence before
def _meant(scene: Scene, ballot: Ballot, sentence: Span) -> Topic | None:
    """The topic of a vote that names none: firmly that of the deed just told if it speaks of "the draft", "the vote";
    else what the words around suggest.
    """
    before = _deed_before(scene, sentence)
    if before is None:
        return topic(scene, ballot.i, ballot.j, ballot.states.keys())
    ballot.symbol = _symbol(scene, ballot, before)
    told = named_topic(scene, before.i, before.j, ballot.states.keys())
    if told is None or told.rank > 1:
        return topic(scene, ballot.i, ballot.j, ballot.states.keys())
    return Topic(told.code, False, told.i, told.rank, told.j)


def _deed_before(scene: Scene, sentence: Span) -> Span | None:
    """The sentence before, if it tells of one decision and this one refers to its text: المشروع, "the draft"."""
    k = scene.passage.sentence_of(sentence.i)
    if k == 0 or not scene.within("text", sentence.i, sentence.j):
        return None
    before = scene.passage.sentences[k - 1]
    deeds = [
        c
        for c in scene.any_of(("adopt", "vote", "veto", "veto_verb"), before.i, before.j)
        if c.sense.concept.startswith("veto") or c.form in ("past", "passive")
    ]
    return before if deeds and asserted(scene, deeds[0].i) else None
