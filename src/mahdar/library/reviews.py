"""What people decide on: reviews of a place of a report or of the story that it tells, and notes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

Subject = Literal["statement", "claim", "verdict", "story"]
Decision = Literal["confirm", "correct", "reject", "withdraw"]
State = Literal["stands", "replaced", "withdrawn", "lost"]
About = Literal["report", "story"]

SUBJECTS: tuple[Subject, ...] = get_args(Subject)
DECISIONS: tuple[Decision, ...] = get_args(Decision)
Json = Mapping[str, Any]


class ReviewError(Exception):
    """The review makes no sense; the message is a sentence for a person."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a person decides, and why.

    ``start``, ``end`` and ``kind`` (of a claim) name the place as the present reading of the report has it; ``args``
    are arguments that tell claims of one kind at one place apart. ``correction`` holds the fields that are to be
    otherwise. A ``claim`` is its kind, arguments and negation, a ``verdict`` what the record shows of it. For the
    subject ``story``, ``other`` is the report with which this one is held together (confirm), from which it is held
    apart (reject; None is all of its present story) or into whose story it moves (correct). ``withdraw`` takes back
    what was decided on the same place, by whomever. Only a confirmation needs no ``why``.
    """

    report: str
    subject: Subject
    decision: Decision
    by: str
    why: str = ""
    start: int | None = None
    end: int | None = None
    kind: str | None = None
    args: Json | None = None
    correction: Json = field(default_factory=dict)
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A review as it is kept: ``quoted`` are the words of its place, ``was`` what the reading said there then.

    ``at`` is ISO 8601 in UTC; ``reading`` the key of the reading that the person saw. It ``stands``, or a later one on
    the same place has ``replaced`` or ``withdrawn`` it, or it is ``lost``: the present reading has no such place.
    """

    key: int
    review: Review
    at: str
    quoted: str | None = None
    was: Json | None = None
    reading: int | None = None
    state: State = "stands"

    @property
    def place(self) -> str:
        """Where, as `place` reads it back: ``claim:120-180:council.size``, ``story:OTHER``."""
        return placed(self.review)

    def to_dict(self) -> dict[str, Any]:
        """Flat, as JSON and tables take it."""
        asked = self.review
        return {
            "key": self.key,
            "report": asked.report,
            "place": self.place,
            "subject": asked.subject,
            "decision": asked.decision,
            "by": asked.by,
            "why": asked.why,
            "at": self.at,
            "state": self.state,
            "quoted": self.quoted,
            "was": self.was,
            "correction": dict(asked.correction),
        }


@dataclass(frozen=True, slots=True)
class Note:
    """A short text of a person on a report, or on the story that the report tells; ``at`` is ISO 8601 in UTC."""

    key: int
    report: str
    about: About
    text: str
    by: str
    at: str


def placed(review: Review) -> str:
    """The place of a review as one word."""
    if review.subject == "story":
        return f"story:{review.other}" if review.other else "story"
    span = f"{review.subject}:{review.start}-{review.end}"
    if not review.kind or review.subject == "statement":
        return span
    return ":".join((span, review.kind, *([_written(review.args)] if review.args else [])))


def _written(args: Json) -> str:
    return "&".join(f"{name}={word(value)}" for name, value in sorted(args.items()))


def word(value: object) -> str:
    """An argument as one writes it: a text as it is, everything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def place(text: str) -> dict[str, Any]:
    """The fields of a review that a place as `placed` writes it stands for. Raises ReviewError where it is none."""
    subject, _, rest = text.partition(":")
    if subject == "story":
        return {"subject": "story", "other": rest or None}
    span, _, rest = rest.partition(":")
    kind, _, args = rest.partition(":")
    start, _, end = span.partition("-")
    if subject not in SUBJECTS or not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        raise ReviewError(
            f"{text!r} is no place; write statement:START-END, claim:START-END:KIND, verdict:START-END:KIND or story:ID"
        )
    told = dict(each.split("=", 1) for each in args.split("&") if "=" in each)
    return {"subject": subject, "start": int(start), "end": int(end), "kind": kind or None, "args": told or None}
