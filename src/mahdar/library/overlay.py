"""A reading with what people decided laid over it; the machine's reading stays as it is.

A review holds for the statement or claim with its span (and, of a claim, its kind) in the present reading, whatever
else the reader says of it now. Where the present reading has no such span the review is lost, and told to be so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from mahdar.library.reviews import Json, Kept, Review, State, Subject, placed, word
from mahdar.tables import read_toml

Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Overlaid:
    """``told`` is the reading as corrected, in the shape of the contract, each item that somebody decided on with its
    ``reviews``; ``rejected`` are the statements and claims that were taken out; ``states`` are by key of the review.
    """

    told: Told
    rejected: tuple[Told, ...]
    states: dict[int, State]


@dataclass(slots=True)
class _Item:
    """A statement or claim of the machine's reading with the reviews that stand on it."""

    machine: Json
    standing: list[Kept] = field(default_factory=list)

    def take(self, kept: Kept, states: dict[int, State]) -> None:
        """Let a later review take its place among those of its subject."""
        stays = [each for each in self.standing if each.review.subject != kept.review.subject or _stays(each, kept)]
        fate: State = "withdrawn" if kept.review.decision == "withdraw" else "replaced"
        states.update({each.key: fate for each in self.standing if each not in stays})
        self.standing = stays if kept.review.decision == "withdraw" else [*stays, kept]
        if (kept.review.subject, kept.review.decision) == ("claim", "correct"):
            self._ask_again(states)

    def _ask_again(self, states: dict[int, State]) -> None:
        """What was decided on the verdict of other arguments falls with them."""
        gone = [each for each in self.standing if each.review.subject == "verdict"]
        states.update({each.key: "replaced" for each in gone})
        self.standing = [each for each in self.standing if each.review.subject != "verdict"]


def _stays(former: Kept, later: Kept) -> bool:
    """Corrections of other fields stay beside a later one, and all of them beside a confirmation."""
    if former.review.decision != "correct" or later.review.decision in ("reject", "withdraw"):
        return False
    return later.review.decision == "confirm" or not set(former.review.correction) <= set(later.review.correction)


def laid_over(machine: Json, reviews: Iterable[Kept]) -> Overlaid:
    """Lay reviews over a reading, in the order in which they were made."""
    items: dict[tuple[str, int], _Item] = {}
    states: dict[int, State] = {}
    for kept in sorted(reviews, key=lambda each: each.key):
        at = matching(machine, kept.review, kept.was)
        if at is None:
            states[kept.key] = "lost"
            continue
        states[kept.key] = "stands"
        items.setdefault(at, _Item(machine[at[0]][at[1]])).take(kept, states)
    return _overlaid(machine, items, states)


def matching(machine: Json, review: Review, was: Json | None) -> tuple[str, int] | None:
    """The list and index of what a review is about in a reading; None where that is not there, or not one."""
    name = "statements" if review.subject == "statement" else "claims"
    same = alike(machine[name], review.start, review.end, review.kind if name == "claims" else None)
    if len(same) > 1 and review.args:
        same = [index for index in same if has(machine[name][index], review.args)]
    if len(same) > 1 and was is not None:
        likeness = {index: _likeness(machine[name][index], was) for index in same}
        same = [index for index in same if likeness[index] == max(likeness.values())]
    return (name, same[0]) if len(same) == 1 else None


def alike(items: Sequence[Json], start: int | None, end: int | None, kind: str | None) -> list[int]:
    """The indexes of the items with this span and, where one is given, this kind."""
    return [
        index
        for index, each in enumerate(items)
        if (each["start"], each["end"]) == (start, end) and (kind is None or each["kind"] == kind)
    ]


def has(item: Json, args: Json) -> bool:
    """Whether a claim has these arguments, as one writes them."""
    return all(word(item["args"].get(name)) == word(value) for name, value in args.items())


def apart(items: Sequence[Json], index: int) -> Told | None:
    """The arguments of a claim that tell it apart from others of its kind at its place; None where it is alone."""
    item = items[index]
    same = [items[i] for i in alike(items, item["start"], item["end"], item["kind"]) if i != index]
    names = [name for name in item["args"] if any(other["args"].get(name) != item["args"][name] for other in same)]
    return {name: item["args"][name] for name in names} or None


def where(subject: Subject, items: Sequence[Json], index: int) -> str:
    """The place of a statement or claim of a reading, as a review takes it."""
    item = items[index]
    args = apart(items, index) if subject != "statement" else None
    return placed(Review("", subject, "confirm", "", "", item["start"], item["end"], item.get("kind"), args))


def _likeness(each: Json, was: Json) -> int:
    """How much of what stood there then stands there now."""
    args, former = each.get("args", {}), was.get("args", {})
    fields = ("negated", "act", "speakers", "cue")
    same = [name for name, value in former.items() if args.get(name) == value]
    return len(same) + len([name for name in fields if name in was and each.get(name) == was[name]])


def _overlaid(machine: Json, items: dict[tuple[str, int], _Item], states: dict[int, State]) -> Overlaid:
    if not any(item.standing for item in items.values()):
        return Overlaid(dict(machine), (), states)
    told = dict(machine) | {"entities": dict(machine["entities"])}
    rejected: list[Told] = []
    for name in ("statements", "claims"):
        kept: list[Told] = []
        for index, each in enumerate(machine[name]):
            item = items.get((name, index))
            made = _applied(item, told["entities"]) if item and item.standing else dict(each)
            gone = item is not None and _is_out(item.standing)
            (rejected if gone else kept).append(made)
        told[name] = sorted(kept, key=lambda each: (each["start"], each["end"]))
    return Overlaid(told, tuple(rejected), states)


def _is_out(standing: Sequence[Kept]) -> bool:
    last = [each.review.decision for each in standing if each.review.subject != "verdict"]
    return bool(last) and last[-1] == "reject"


def _applied(item: _Item, entities: Told) -> Told:
    made = deepcopy(dict(item.machine))
    for kept in sorted(item.standing, key=lambda each: each.key):
        _apply(made, kept.review, entities)
    return made | {"reviews": [_mark(kept) for kept in item.standing]}


def _apply(made: Told, review: Review, entities: Told) -> None:
    if review.decision in ("confirm", "correct"):
        fields = dict(review.correction)
        for entity, each in fields.pop("entities", {}).items():
            entities.setdefault(entity, each)
        judged = fields.pop("judged", None)
        if review.subject == "claim" and review.decision == "correct":
            fields |= {name: judged[name] for name in ("verdict", "why", "citations")} if judged else _unjudged(review)
        made |= fields
    elif review.subject == "verdict":
        made |= {"why": _said("set_aside", review, made["verdict"]), "verdict": "not-enough-evidence", "citations": []}


def _unjudged(review: Review) -> Told:
    return {"verdict": "not-enough-evidence", "why": _said("not_asked", review, ""), "citations": []}


def _said(which: str, review: Review, label: str) -> dict[str, str]:
    words = read_toml("mahdar.library", "reviewing.toml")[which]
    return {language: words[language].format(by=review.by, why=review.why, label=label) for language in ("en", "ar")}


def _mark(kept: Kept) -> Told:
    """Who decided what on an item, and what stood there then."""
    asked = kept.review
    names = (
        [name for name in asked.correction if name not in ("entities", "judged")] if asked.decision == "correct" else []
    )
    return {
        "key": kept.key,
        "place": kept.place,
        "subject": asked.subject,
        "decision": asked.decision,
        "by": asked.by,
        "why": asked.why,
        "at": kept.at,
        "was": {name: kept.was[name] for name in names if kept.was and name in kept.was},
    }
