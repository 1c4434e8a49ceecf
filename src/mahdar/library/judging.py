"""A claim as a person words it, judged by the record without the text around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mahdar.edtf import Interval
from mahdar.model import Arg, Verdict, VerdictLabel

if TYPE_CHECKING:
    from mahdar.record.access import Record

_TURNED: Mapping[VerdictLabel, VerdictLabel] = {"supported": "refuted", "refuted": "supported"}


def judged(kind: str, args: Mapping[str, Arg], negated: bool, published: Interval | None, record: Record) -> Verdict:
    """What the record shows of a claim of this kind with these arguments, in a report of these days.

    Raises KeyError for a kind that is none, ValueError where its time is no EDTF.
    """
    from mahdar.checking.protocol import Case, Found
    from mahdar.checking.registry import kinds

    at = args.get("at")
    found = Found(kind, 0, 0, 0, 0, {name: value for name, value in args.items() if name != "at"}, negated)
    case = Case(found, dict(args), Interval.parse(str(at)) if at is not None else None, published)
    verdict = kinds()[kind].check(case, record)
    # What bears out the deed refutes its denial, and the other way round.
    label = _TURNED.get(verdict.label, verdict.label) if negated else verdict.label
    return Verdict(label, verdict.why, verdict.citations)
