"""Resolutions told as the outcome of a vote, without the word resolution: "voted 13-0 to impose an embargo on X",
"condemned the invasion by 141 votes to five", صوتت بأغلبية 93 صوتا على تعليق عضوية.

Where a body itself acts and its tally carries the text, the sentence tells of a resolution beside the vote.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mahdar.checking.ballot import Ballot
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene
from mahdar.checking.subjects import body_meant
from mahdar.checking.voters import counted_voters
from mahdar.checking.votes import ballots
from mahdar.language.tokens import Span

_NAMED = 8  # the rank of a topic that no sentence names
_CARRIES = 9  # votes that carry a text in the Council
_BALLOTS_OF_OTHERS = ("elect", "rights_council.elects", "vote.other")
_FAILED = ("text_failed", "turned_down", "voted_down", "not")
_OTHERWISE = ("resolution", "draft", "veto", "veto_verb", *_BALLOTS_OF_OTHERS, *_FAILED)


def carried(scene: Scene, body: str, kind: str, told: Collection[int]) -> Iterator[Found]:
    """The resolutions that votes of a body carried, in sentences without one; ``told`` are the sentences that tell of a
    resolution already.
    """
    for ballot in ballots(scene):
        k = scene.passage.sentence_of(ballot.i)
        sentence = scene.passage.sentences[k]
        if ballot.body == body and k not in told and _carries(ballot) and _acts(scene, body, ballot, sentence):
            about = ballot.topic
            own = about is not None and about.rank < _NAMED and sentence.i <= about.i < sentence.j
            if about is not None and (own or ballot.firm_time):
                i, j = (min(ballot.i, about.i), max(ballot.j, about.j)) if own else (ballot.i, ballot.j)
                args = {"topic": about.code}
                yield make(scene, kind, i, j, args, when=ballot.when, weak=("topic", "at"))


def _carries(ballot: Ballot) -> bool:
    """Whether a vote was taken by whose tally a text is adopted."""
    yes, no = ballot.counts.get("yes"), ballot.counts.get("no", 0)
    if ballot.failed or ballot.either or ballot.negated or ballot.tense != "past" or ballot.symbol is not None:
        return False
    if yes is None:
        return ballot.counts == {"no": 0, "abstain": 0}
    return yes > no and (ballot.body != "council" or yes >= _CARRIES)


def _acts(scene: Scene, body: str, ballot: Ballot, sentence: Span) -> bool:
    """Whether the body stands in the sentence and decides there what is no election, draft or matter of procedure."""
    if body not in scene.bodies(sentence.i, sentence.j) and body_meant(scene, ballot.i) != body:
        return False
    other = scene.any_of(_OTHERWISE, sentence.i, sentence.j)
    if any(c.sense.concept != "draft" or not _definite(scene, c) for c in other):
        return False
    verbs = scene.any_of(("vote", "adopt", "approve", "wish", "vote.decides", "council.deed"), sentence.i, sentence.j)
    verbs += scene.any_of(("rights_council.lost",), sentence.i, sentence.j)
    return any(c.form not in ("noun", "title") and not counted_voters(scene, c) for c in verbs)


def _definite(scene: Scene, draft: Cue) -> bool:
    """Whether a word for a draft only means the text just voted on: "for what the text calls its failure"."""
    return scene.forms[draft.i].startswith(("the", "ال"))
