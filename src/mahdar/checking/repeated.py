"""Claims that a report makes more than once: one entry for each kind and set of arguments."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.checking.entries import Entry
from mahdar.edtf import Interval
from mahdar.model import Arg


def distinct(entries: Sequence[Entry], headline: int = 0) -> list[Entry]:
    """Without repetitions: a claim whose arguments another of its kind holds too, and more, says nothing new; what a
    headline and the body say alike stands in the body.
    """
    kept: dict[tuple[str, bool], list[Entry]] = {}
    seen: set[tuple[str, bool, str]] = set()
    for entry in entries:
        kind = (entry.found.kind, entry.found.negated)
        said = (*kind, repr(sorted(entry.args.items())))
        same = kept.setdefault(kind, [])
        if said in seen and entry.found.i >= headline:
            kept[kind] = same = [_lower(other, entry, headline) for other in same]
        if said in seen or any(_says(other, entry) for other in same):
            continue
        seen.add(said)
        kept[kind] = [*(other for other in same if not _says(entry, other) or _dated_group(entry, other)), entry]
    return sorted((entry for same in kept.values() for entry in same), key=lambda e: (e.found.i, e.found.j))


def _lower(kept: Entry, again: Entry, headline: int) -> Entry:
    """The second of two equal claims where the first stands in the headline."""
    return again if kept.found.i < headline and kept.args == again.args else kept


def _says(richer: Entry, poorer: Entry) -> bool:
    """Whether one entry says all that the other says; what hangs on a time of its own, though it be no argument, is not
    said by what happened at another.
    """
    if poorer.found.assumed and poorer.found.time is not None and _apart(richer.at, poorer.at):
        return False
    return all(
        (name in richer.args and _same(name, richer.args[name], value, poorer))
        or (name == "office" and name in poorer.found.weak)
        for name, value in poorer.args.items()
    )


def _apart(one: Interval | None, other: Interval | None) -> bool:
    return one is not None and other is not None and not one.overlaps(other)


def _dated_group(entry: Entry, other: Entry) -> bool:
    """ "Seven resolutions since 2006" stays beside the numbers that follow."""
    return "symbol" in entry.args and "symbol" not in other.args and "at" in other.args


def _same(name: str, rich: Arg, poor: Arg, entry: Entry) -> bool:
    if name == "at":
        return str(rich).startswith(str(poor))
    if isinstance(rich, list) and isinstance(poor, list):
        return set(rich) == set(poor)
    return rich == poor or (name == "topic" and name in entry.found.weak)
