"""Claims on the Human Rights Council: its size, its members, its resolutions."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking import policy
from mahdar.checking.decisions import decided
from mahdar.checking.found import make
from mahdar.checking.protocol import Case, Found
from mahdar.checking.scene import Scene
from mahdar.checking.seats import sizes
from mahdar.checking.tally import told
from mahdar.checking.wording import Pair
from mahdar.mechanisms.rights_council import rules
from mahdar.mechanisms.rights_council.members import find_members
from mahdar.model import Arg, Verdict
from mahdar.record.access import Record

_BODY = "rights_council"


def find(scene: Scene) -> Iterator[Found]:
    """What the text says of the Council's size, its members and its resolutions."""
    for size in sizes(scene):
        if size.body == _BODY:
            yield make(scene, "rights_council.size", size.i, size.j, {"members": size.members}, tense="present")
    yield from find_members(scene)
    for mention in decided(scene):
        if mention.body == _BODY and not mention.negated:
            args: dict[str, Arg] = {"symbol": mention.symbol} if mention.symbol else {}
            if mention.topic:
                args["topic"] = mention.topic.code
            weak = {"topic"} | (set() if mention.firm_time else {"at"})
            yield make(
                scene,
                "rights_council.resolution",
                mention.i,
                mention.j,
                args,
                tense=mention.tense,
                when=mention.when,
                weak=weak,
            )


def check_size(case: Case, record: Record) -> Verdict:
    """The Council has 47 members since it was founded."""
    why = Pair(
        "The Human Rights Council has 47 members (A/RES/60/251).", "يتألف مجلس حقوق الإنسان من 47 عضوا (A/RES/60/251)."
    )
    right = case.number("members") == rules.SIZE
    return policy.supported(why, [rules.FOUNDING]) if right else policy.refuted(why, [rules.FOUNDING])


def check_resolution(case: Case, record: Record) -> Verdict:
    """A resolution by its symbol, or one on the state within the time. The table is a selection: absence proves
    nothing.
    """
    symbol, about = case.text("symbol"), case.text("topic")
    if symbol:
        row = record.hrc_decision(symbol)
        rows = policy.known(case, [row] if row else [])
    else:
        rows = policy.known(case, record.hrc_decisions(about, policy.until(case))) if about else []
    rows = [row for row in rows if row.outcome == "adopted"]
    if not rows:
        return policy.silent(case, "hrc_decisions")
    row = rows[-1]
    return policy.supported(told(row, f"{row.symbol} ({row.title})", row.when), [row])
