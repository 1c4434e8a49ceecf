"""The entities of one report and the names found for them, as they are collected."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from mahdar.language.tokens import Tokens
from mahdar.model import Entity
from mahdar.reading.names.entries import known_entities
from mahdar.reading.passage import Named


@dataclass(slots=True)
class Cast:
    """``named`` in the order found; ``taken[k]`` where token k belongs to a name already.

    ``name_spans`` gives, for the tokens of a person with title, those of the person's own name; ``slugs`` the post
    by which somebody or an organ was last named; ``media_states`` the state whose media an outlet stands for.
    """

    tokens: Tokens
    named: list[Named] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    taken: bytearray = field(default_factory=bytearray)
    media_states: dict[str, str] = field(default_factory=dict)
    slugs: dict[str, str] = field(default_factory=dict)
    name_spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.taken = bytearray(len(self.tokens))

    def name(self, i: int, j: int, proclitics: str, entity: str, kind: str, head: bool = True) -> None:
        """Tokens i to j name this entity, without the proclitics of the first; never over another name."""
        if self.is_taken(i, j) and not (self.named and (self.named[-1].i, self.named[-1].j) == (i, j)):
            return
        start = self.tokens.start(i, outside_article(proclitics))
        self.named.append(Named(i, j, start, self.tokens.end(j - 1), entity, kind, head))
        self.taken[i:j] = b"\x01" * (j - i)
        if entity not in self.entities and entity in known_entities():
            self.entities[entity] = known_entities()[entity]

    def is_taken(self, i: int, j: int) -> bool:
        """Whether any of the tokens i to j belongs to a name already."""
        return 1 in self.taken[i:j]

    def introduce(self, entity: str, described: Entity) -> None:
        """Describe an entity, or add what was not known of it (a role, a principal)."""
        known = self.entities.get(entity)
        if known is None:
            self.entities[entity] = described
        else:
            self.entities[entity] = replace(
                known, role=known.role or described.role, principal=known.principal or described.principal
            )

    def add_principals(self) -> None:
        """Describe whom the people and posts of this report speak for, too."""
        known = known_entities()
        for principal in [e.principal for e in self.entities.values()]:
            if principal and principal in known:
                self.entities.setdefault(principal, known[principal])

    def principal(self, entity: str) -> str | None:
        """The state or body that an entity speaks for, None if that is not known."""
        known = self.entities.get(entity) or known_entities().get(entity)
        return known.principal if known else None


def outside_article(proclitics: str) -> int:
    """How many folded letters stand before the name; its own article belongs to it."""
    if proclitics.endswith("ال"):
        return len(proclitics) - 2
    return len(proclitics) - 1 if proclitics.endswith("لل") else len(proclitics)
