"""Short names that two bodies share, by the state at home in which one of them is meant: the RSF in Sudan."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from mahdar.language.lexicon import Hit
from mahdar.reading.names.entries import ROOM, Entry
from mahdar.tables import read_toml


@cache
def short_names() -> frozenset[str]:
    """The first words of shared names that are no acronyms (Congress)."""
    return frozenset(read_toml(ROOM, "anaphora_words.toml")["at_home"]["short"])


def at_home(hits: Sequence[Hit[Entry]], others: Sequence[Hit[Entry]]) -> Hit[Entry] | None:
    """The one of several bodies with a short name whose state, or whose people, a report names; not the first's."""
    homes: dict[str, str] = read_toml(ROOM, "anaphora_words.toml")["at_home"]["bodies"]
    theirs = [o for o in others if o.value.entity in homes]
    if not theirs:
        return None
    named = {hit.value.entity for hit in hits} | {hit.value.principal for hit in hits if hit.value.kind == "person"}
    first = others[0].value.principal
    if first and first in named:
        return None
    return next((o for o in theirs if not named.isdisjoint((o.value.entity, homes[o.value.entity]))), None)


def organ_elsewhere(body: Entry) -> str | None:
    """The word for what a body of one state is elsewhere: Congress a parliament, the Foreign Office a ministry."""
    organs: dict[str, str] = read_toml(ROOM, "anaphora_words.toml")["at_home"]["elsewhere"]
    return organs.get(body.entity, organs["parliament"] if body.role == "parliament" else None)
