"""What is wrong with the verdicts on a sentence of which it is known whether it is true."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from mahdar.model import Claim
from tests.generated.harder.making import Sentence

_UNDECIDED = "not-enough-evidence"


class Fault(Enum):
    """The worst first."""

    REFUTED = "a true sentence is refuted"
    DOUBTED = "a true sentence is contradicted in part"
    BORNE_OUT = "a false sentence is borne out"
    BESIDE = "what is false in a sentence makes no claim, and what else it says is borne out"
    MISSED = "a false sentence is not found out, nor shown what the record has instead"
    SILENT = "a true sentence is not borne out"


def fault(sentence: Sentence, claims: Sequence[Claim]) -> Fault | None:
    """The worst that is wrong; `None` if nothing is."""
    verdicts = {claim.verdict for claim in claims}
    if sentence.frame.holds:
        if "refuted" in verdicts:
            return Fault.REFUTED
        if "conflicting" in verdicts:
            return Fault.DOUBTED
        return None if "supported" in verdicts else Fault.SILENT
    if verdicts & {"refuted", "conflicting"} or any(c.verdict == _UNDECIDED and c.citations for c in claims):
        return None
    if verdicts != {"supported"}:
        return Fault.MISSED
    told_by = sentence.frame.told_by
    beside = bool(told_by) and told_by.isdisjoint(claim.kind for claim in claims)
    return Fault.BESIDE if beside else Fault.BORNE_OUT
