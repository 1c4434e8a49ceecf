"""Claims on resolutions and votes as every body that adopts them makes them: what was found, under the body's kind."""

from __future__ import annotations

from mahdar.checking.ballot import Ballot
from mahdar.checking.decision import Decided
from mahdar.checking.found import make, with_count
from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene
from mahdar.model import Arg


def resolution_claim(scene: Scene, kind: str, mention: Decided) -> Found:
    """A resolution by its symbol and topic; the topic of one without a symbol contradicts no row."""
    args: dict[str, Arg] = {"symbol": mention.symbol} if mention.symbol else {}
    if mention.topic:
        args["topic"] = mention.topic.code
    weak = {"topic"} if mention.topic and (mention.topic.weak or mention.symbol is None) else set()
    weak |= set() if mention.firm_time else {"at"}
    claim = make(scene, kind, mention.i, mention.j, args, tense=mention.tense, when=mention.when, weak=weak)
    return with_count(claim, mention.count)


def vote_claim(scene: Scene, kind: str, ballot: Ballot) -> Found:
    """A tally, or how states voted, on a symbol or a topic."""
    args: dict[str, Arg] = {**ballot.counts}
    if ballot.states:
        args["states"] = dict(ballot.states)
    if ballot.symbol:
        args["symbol"] = ballot.symbol
    elif ballot.topic:
        args["topic"] = ballot.topic.code
    weak = {"topic"} if ballot.topic and ballot.topic.weak else set()
    weak |= set() if ballot.firm_time else {"at"}
    weak |= {"yes", "no"} if ballot.either else set()
    weak |= {"symbol"} if ballot.symbol and not ballot.firm_symbol else set()
    return make(
        scene,
        kind,
        ballot.i,
        ballot.j,
        args,
        tense=ballot.tense,
        when=ballot.when,
        negated=ballot.negated,
        weak=weak,
        failed=ballot.failed,
    )
