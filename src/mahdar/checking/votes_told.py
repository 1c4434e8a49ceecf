"""Which words of a sentence tell a vote: tallies, scores, verbs of voting beside counts; not what somebody demands."""

from __future__ import annotations

from mahdar.checking.assertion import asserted
from mahdar.checking.ballot import dashed, entire
from mahdar.checking.choices import rest
from mahdar.checking.cues import Cue
from mahdar.checking.everybody import all_for
from mahdar.checking.numerals import counts
from mahdar.checking.possessed import cast_by
from mahdar.checking.scene import Scene
from mahdar.checking.sides import only_those, preferred, sole
from mahdar.checking.unanimity import nearly
from mahdar.checking.voted import otherwise
from mahdar.checking.voters import finite, headlined, voters
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span

_PRESUPPOSED = frozenset({"favour", "oppose", "unanimous"})
ANCHORS = ("unanimous", "abstain", "vote", "voted_for", "voted_against")
TOLD = ("favour", "oppose", "won", "won_only", "approve")  # beside counts
SCORED = ("adopt", "votes")  # beside a tally with dashes
_DECIDING = ("adopt", "approve", "vote")
_AFTER = 5
_ELECTION_REACH = 8  # tokens from a verb of voting to the election
_BODIES = frozenset({"council", "assembly", "rights_council"})


def vote_words(scene: Scene, sentence: Span) -> list[Cue]:
    """The asserted words of voting in a sentence: verbs, unanimity, abstention, tallies."""
    found = [
        c
        for c in scene.any_of(ANCHORS, sentence.i, sentence.j)
        if not otherwise(scene, c) and not _elects(scene, c) and not _of_views(scene, c, sentence)
        if c.sense.concept != "unanimous" or not nearly(scene, c)
    ]
    found += [c for c in scene.any_of(TOLD, sentence.i, sentence.j) if _counts_beside(scene, c)]
    found += [cue for _, cue in entire(scene, sentence)]
    found += [*headlined(scene, sentence), *sole(scene, sentence), *all_for(scene, sentence)]
    found += [cue for cue, _ in only_those(scene, sentence)]
    found += [cue for cue, _, _ in cast_by(scene, sentence)]
    found += [cue for cue, _ in preferred(scene, sentence)]
    found += _scored(scene, sentence) if not found else []
    found += resolved(scene, sentence) if not found else []
    found += [c for c in scene.within("voting", sentence.i, sentence.j) if voters(scene, c, sentence)]
    kept = [c for c in sorted(found, key=lambda c: c.i) if _told(scene, c, sentence)]
    return [c for c in kept if c.form != "noun" or c.sense.concept != "vote" or len(kept) > 1]


def _of_views(scene: Scene, cue: Cue, sentence: Span) -> bool:
    """Whether an Arabic word of unanimity is of what people think, since its sentence tells of no text and no vote:
    إجماعا متزايدا على أن.
    """
    if cue.sense.concept != "unanimous" or scene.forms[cue.i] not in words("mahdar.checking", "votes.toml", "of_views"):
        return False
    told = ("adopt", "approve", "resolution", "draft", "vote", "voted_down", "text_failed")
    return cue.j - cue.i == 1 and not scene.any_of(told, sentence.i, sentence.j)


def _elects(scene: Scene, cue: Cue) -> bool:
    """Whether a verb of voting is that of an election at home: "voted on Sunday in parliamentary elections"."""
    stop = min(scene.clause(cue.i).j, cue.j + _ELECTION_REACH)
    home = words("mahdar.checking", "votes.toml", "at_home")
    return cue.sense.concept == "vote" and not home.isdisjoint(scene.forms[cue.j : stop])


def _told(scene: Scene, cue: Cue, sentence: Span) -> bool:
    """Whether a word of voting is asserted; a doubt inside what the body itself demands is not of its tally."""
    tallied = _tallied(scene, cue, sentence)
    if asserted(scene, cue.i, open_future=tallied or finite(scene, cue)):
        return True
    demand = next(iter(demands(scene, sentence)), None) if tallied and not scene.asks(cue.i) else None
    return demand is not None and demand.i < cue.i and asserted(scene, demand.i) and _counts_beside(scene, cue)


def _scored(scene: Scene, sentence: Span) -> list[Cue]:
    """The verb of adoption, or the word for votes, right before a tally with dashes: "passed 13-0-2"."""
    if "-" not in scene.forms[sentence.i : sentence.j]:
        return []
    score = dashed(scene, sentence)
    beside = scene.any_of(SCORED, sentence.i, score[0].i) if score is not None else []
    return [c for c in beside[-1:] if score is not None and score[0].i - c.j <= 1]


def resolved(scene: Scene, sentence: Span) -> list[Cue]:
    """The verbs by which members that are counted right before decide: "13 members voted to extend it"."""
    verbs = [c for c in scene.within("adopt", sentence.i, sentence.j) if scene.forms[c.i] == "voted"]
    return [c for c in verbs if scene.any_of(("votes", "member"), c.i - 1, c.i) or _whole(scene, c)]


def _whole(scene: Scene, cue: Cue) -> bool:
    """Whether a body stands right before a verb, and behind a count of its members: "13 members of the Council"."""
    body = next((c for c in scene.within("body", cue.i - _AFTER, cue.i) if c.j == cue.i), None)
    return body is not None and bool(scene.within("votes", body.i - 3, body.i))


def _tallied(scene: Scene, cue: Cue, sentence: Span) -> bool:
    """Whether the words only tell how an adoption went that the sentence states: a wish inside the text adopted is
    not theirs.
    """
    told = cue.sense.concept in _PRESUPPOSED or cue.form == "noun" or cue.sense.concept == "abstain"
    if not told:
        return False
    verbs = (c for concept in _DECIDING for c in scene.within(concept, sentence.i, cue.i))
    done = any(c.form in ("past", "passive") and asserted(scene, c.i) for c in verbs)
    return done or _demanded(scene, cue, sentence)


def _demanded(scene: Scene, cue: Cue, sentence: Span) -> bool:
    """Whether the body itself demands: "the Assembly called for a truce with 121 votes in favour" tells its vote."""
    return any(wish.i < cue.i for wish in demands(scene, sentence))


def demands(scene: Scene, sentence: Span) -> list[Cue]:
    """The verbs of demanding of a body that votes: right behind its name, or in Arabic right before it."""
    bodies = [c for c in scene.within("body", sentence.i, sentence.j) if scene.which(c) in _BODIES]
    arabic = scene.passage.language == "ar"
    return [
        wish
        for wish in scene.within("wish", sentence.i, sentence.j)
        if any(0 <= wish.i - body.j <= _AFTER or (arabic and 0 <= body.i - wish.j <= 1) for body in bodies)
    ]


def _counts_beside(scene: Scene, cue: Cue) -> bool:
    near = counts(scene, max(0, cue.i - _AFTER), cue.j + 3)
    votes = cue.j - cue.i > 1 or scene.within("votes", max(0, cue.i - _AFTER), cue.j + _AFTER)
    sides = (cue.form == "post" and _both_sides(scene, cue)) or any(rest(scene, cue, number) for number in near)
    return bool(near) and bool(votes or sides or scene.within("vote", max(0, cue.i - 12), cue.j + 6))


def _both_sides(scene: Scene, cue: Cue) -> bool:
    """Whether numbers stand right before words for both sides in a sentence: 124 مؤيدا و14 معارضا."""
    sentence = scene.sentence(cue.i)
    ends = {number.j for number in counts(scene, sentence.i, sentence.j)}
    sides = {c.sense.concept for c in scene.any_of(("favour", "oppose"), sentence.i, sentence.j) if c.i in ends}
    return len(sides) > 1 and scene.passage.language != "en"
