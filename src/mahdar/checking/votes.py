"""How reports tell a vote, in whichever body: tallies, unanimity, who abstained, votes still to come."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from mahdar.checking.assertion import asserted, negated, tense, titled
from mahdar.checking.ballot import Ballot, tally
from mahdar.checking.cues import Cue
from mahdar.checking.decisions import of_any
from mahdar.checking.everybody import of_all_members
from mahdar.checking.once import once
from mahdar.checking.possessed import cast_by
from mahdar.checking.scene import Scene
from mahdar.checking.sides import only_those, preferred, sole
from mahdar.checking.symbols import numbers_after, symbol_of
from mahdar.checking.voted import denied, voted
from mahdar.checking.votes_meant import completed
from mahdar.checking.votes_of import BACK, BODIES, body_of
from mahdar.checking.votes_told import ANCHORS, SCORED, TOLD, resolved, vote_words
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span

_BARE = "vote_bare"
_ANY = (*ANCHORS, *TOLD, _BARE, "cast_by", "every", "prefers")
_AFTER = 5
_ELECTIONS = ("elect", "rights_council.elects", "seat_elects", "seat_won")
_SEVERAL = 2
_SEATS = 15  # of the Council


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


@once
def ballots(scene: Scene) -> tuple[Ballot, ...]:
    """The votes told, at most one for each sentence and body."""
    if not scene.has_any(_ANY) and not (scene.all("adopt") and ("-" in scene.forms or "voted" in scene.forms)):
        return ()
    told = (_ballot(scene, part) for sentence in _telling(scene) for part in _parts(scene, sentence))
    found = [each for ballot in told if ballot is not None for each in _on_each(scene, ballot)]
    kept = (
        ballot
        for k, ballot in enumerate(found)
        if not any(_repeats(ballot, one) for one in found[max(0, k - BACK * 2) : k])
    )
    return (*kept, *_denials(scene))


def _on_each(scene: Scene, ballot: Ballot) -> list[Ballot]:
    """The vote, or one on each of several texts named by their numbers: "adopted 242 and 338 unanimously"; only likely,
    since what is told may be of some of them.
    """
    sentence = scene.sentence(ballot.i)
    texts = [] if ballot.symbol or ballot.negated else scene.within("resolution", sentence.i, sentence.j)
    numbers = [number for text in texts for number, _, _ in numbers_after(scene, text)]
    symbols = [symbol for number in numbers if (symbol := symbol_of(ballot.body, number)) is not None]
    if len(symbols) < _SEVERAL or not ballot.counts:
        return [ballot]
    return [replace(ballot, symbol=symbol, firm_symbol=False, topic=None) for symbol in symbols]


def _repeats(ballot: Ballot, earlier: Ballot) -> bool:
    """Whether a vote tells only how states voted of whom one told before says the same, and more: "its abstention"."""
    if ballot.counts or ballot.symbol or ballot.firm_time or ballot.body != earlier.body or earlier.negated:
        return False
    about = {b.topic.code for b in (ballot, earlier) if b.topic is not None}
    more = bool(earlier.counts) or len(earlier.states) > len(ballot.states)
    return more and len(about) < 2 and ballot.states.items() <= earlier.states.items()


def _telling(scene: Scene) -> Iterator[Span]:
    """The sentences with words that a vote may be told by."""
    places = {cue.i for cue in scene.any_at_all(ANCHORS)}
    places |= {cue.i for cue in scene.any_at_all(TOLD) if _numbered(scene, cue) or _voting(scene, cue)}
    places |= {cue.i for cue in scene.any_at_all(SCORED) if _dashed(scene, cue) or _voting(scene, cue)}
    places |= {cue.i for cue in resolved(scene, Span(0, len(scene.forms)))}
    places |= {cue.i for cue in scene.all(_BARE) if titled(scene, cue.i)}
    places |= {cue.i for cue, _ in only_those(scene, Span(0, len(scene.forms)))}
    places |= {cue.i for cue in scene.all("every") if of_all_members(scene, cue)}
    places |= {cue.i for cue, _, _ in cast_by(scene, Span(0, len(scene.forms)))}
    places |= {cue.i for cue, _ in preferred(scene, Span(0, len(scene.forms)))}
    for k in sorted({scene.passage.sentence_of(i) for i in places}):
        yield scene.passage.sentences[k]


def _numbered(scene: Scene, cue: Cue) -> bool:
    """Whether any number stands in the sentence of a cue or right beside it: without one it tells no tally."""
    sentence = scene.sentence(cue.i)
    low, high = min(sentence.i, cue.i - _AFTER), max(sentence.j, cue.j + _AFTER)
    return bool(scene.numbers_in(low, high) or scene.within("votes", low, high))


def _dashed(scene: Scene, cue: Cue) -> bool:
    """Whether a dash stands in the sentence of a cue, as in a score."""
    sentence = scene.sentence(cue.i)
    return "-" in scene.forms[sentence.i : sentence.j]


def _voting(scene: Scene, cue: Cue) -> bool:
    """Whether a word for those who vote stands in the sentence of a cue: "among those voting against"."""
    sentence = scene.sentence(cue.i)
    return bool(scene.within("voting", sentence.i, sentence.j))


def _parts(scene: Scene, sentence: Span) -> list[Span]:
    """A sentence that tells of two votes, each on a resolution by its own number, is cut before the second: "adopted
    1970 unanimously, then 1973 with five abstentions".
    """
    named = [c for c in scene.within("resolution", sentence.i, sentence.j) if numbers_after(scene, c)]
    for one, other in itertools.pairwise(named):
        commas = [k for k in range(one.j, other.i) if scene.forms[k] in _word_list("then")]
        cut = commas[-1] + 1 if commas else other.i
        parts = [Span(sentence.i, cut), Span(cut, sentence.j)]
        if all(vote_words(scene, part) for part in parts):
            return [parts[0], *_parts(scene, parts[1])]
    return [sentence]


def _ballot(scene: Scene, sentence: Span) -> Ballot | None:
    anchors = vote_words(scene, sentence)
    if not anchors:
        return None
    first = anchors[0]
    body = body_of(scene, first)
    if body not in BODIES:
        return None
    ballot = Ballot(body, min(c.i for c in anchors), max(c.j for c in anchors))
    tally(scene, ballot, sentence, anchors)
    ballot.body = _large_enough(scene, ballot)
    if _of_election(scene, sentence, ballot) or _in_general(scene, sentence):
        return None
    states, words = voted(scene, sentence, counted=bool(ballot.counts))
    ballot.states = _in_order(scene, sentence, states | ballot.states)
    if _agreed(ballot) and not {"no", "abstain"}.isdisjoint(ballot.states.values()):
        ballot.counts, ballot.negated = {}, False  # hopes for a unanimous vote, from which somebody abstained
    if words is not None:
        ballot.i, ballot.j = min(ballot.i, words.i), max(ballot.j, words.j)
    if not (ballot.counts or ballot.states or _to_come(scene, anchors, ballot)):
        return None
    told = completed(scene, ballot, anchors, sentence)
    return None if told.negated and told.symbol is None else told


def _agreed(ballot: Ballot) -> bool:
    """Whether all that is counted is that nobody was against the text and nobody abstained."""
    return ballot.counts == {"no": 0, "abstain": 0}


def _in_general(scene: Scene, sentence: Span) -> bool:
    """Whether a sentence tells what any text needs, and of no vote on one: "nine votes carry any resolution"."""
    texts = scene.any_of(("resolution", "draft"), sentence.i, sentence.j)
    return bool(texts) and all(of_any(scene, text) for text in texts)


def _large_enough(scene: Scene, ballot: Ballot) -> str:
    """The Assembly, where the report speaks of it and more states vote than sit on the Council."""
    many = ballot.body == "council" and max(ballot.counts.values(), default=0) > _SEATS
    return "assembly" if many and scene.speaks_of("assembly") else ballot.body


def _of_election(scene: Scene, sentence: Span, ballot: Ballot) -> bool:
    """Whether the counts are those of candidates: "elected with 180 votes", حصلت قطر على 182 صوتا, "beat Belarus by 153
    votes to 38".
    """
    if ballot.body == "assembly" and _shared_out(scene, sentence):
        return True
    texts = scene.any_of(("resolution", "draft", "text", "abstain", "oppose", "voted_against"), sentence.i, sentence.j)
    texts = [c for c in texts if c.form != "pre"]  # "by 153 votes to 38"
    most = max(ballot.counts.values(), default=0)
    if (ballot.body != "assembly" and most <= _SEATS) or "abstain" in ballot.counts or texts:
        return False
    alone = set(ballot.counts) <= {"yes"}
    elected = alone and scene.any_of(_ELECTIONS, sentence.i, sentence.j)
    beaten = scene.states_in(sentence.i, sentence.j) and scene.within("vote.beats", sentence.i, sentence.j)
    return bool(elected or beaten) or any(_candidate(scene, won) for won in scene.within("won", sentence.i, sentence.j))


def _shared_out(scene: Scene, sentence: Span) -> bool:
    """Whether votes are counted for states: "got 112 votes, against 144 for Hungary", 112 صوتا مقابل 144 صوتا للمجر."""
    if not scene.any_of(("won", *_ELECTIONS), sentence.i, sentence.j):
        return False
    for number in scene.numbers_in(sentence.i, sentence.j):
        k = number.j + len(scene.within("votes", number.j, number.j + 1))
        k += scene.passage.language == "en" and scene.forms[k : k + 1] == ["for"]
        behind = scene.passage.language != "en" or scene.forms[k - 1] == "for"
        owned = scene.forms[k + 1 : k + 2] == ["'s"]
        if behind and not owned and any(_for_state(scene, state.i) for state in scene.states_in(k, k + 1)):
            return True
    return False


def _for_state(scene: Scene, k: int) -> bool:
    return scene.passage.language == "en" or scene.forms[k].startswith("ل")


def _candidate(scene: Scene, won: Cue) -> bool:
    """Whether a state is the subject of a verb of winning votes."""
    if scene.passage.language == "en":
        return any(state.j == won.i for state in scene.states_in(won.i - 3, won.i))
    return bool(scene.states_in(won.j, won.j + 1))


def _in_order(scene: Scene, sentence: Span, states: dict[str, str]) -> dict[str, str]:
    """States in the order in which the sentence names them."""
    named = [code for s in scene.states_in(sentence.i, sentence.j, demonyms=True) for code in s.codes]
    return {code: states[code] for code in dict.fromkeys([*named, *states]) if code in states}


def _denials(scene: Scene) -> Iterator[Ballot]:
    """ "China did not vote against resolution 2640": a vote that states are said not to have cast."""
    for cue in (*scene.all(_BARE), *sole(scene, Span(0, len(scene.forms)))):
        body = body_of(scene, cue)
        if body not in BODIES or not negated(scene, cue) or not asserted(scene, cue.i):
            continue
        states = denied(scene, cue)
        if states:
            ballot = Ballot(body, cue.i, cue.j, states=states, negated=True)
            yield completed(scene, ballot, [cue], scene.sentence(cue.i))


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
