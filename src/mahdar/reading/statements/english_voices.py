"""Who speaks: entity ids, the words that name them, and through which outlets it came."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.reading.statements.english_view import View


@dataclass(frozen=True, slots=True)
class Speaker:
    """Entity ids, the words that name them, and the outlets through which the words came."""

    ids: tuple[str, ...]
    text: str | None
    via: tuple[str, ...] = ()

    def through(self, outlets: tuple[str, ...]) -> Speaker:
        """The same speaker, reached through these outlets too."""
        via = dict.fromkeys((*self.via, *(o for o in outlets if o not in self.ids)))
        return Speaker(self.ids, self.text, tuple(via))


ANY_MEDIA = "outlet:media"
NOBODY = Speaker((), None)


def is_outlet(entity: str) -> bool:
    """Whether an entity is an outlet."""
    return entity.startswith("outlet:")


def outlets(view: View, i: int, j: int) -> tuple[str, ...]:
    """Outlets named between tokens i and j, "told Reuters", save those that write the report by its dateline."""
    found = (view.named(k) for k in range(i, min(j, len(view.forms))))
    named = (n.entity for n in found if n is not None and n.kind == "outlet")
    return tuple(dict.fromkeys(o for o in named if o not in view.own_outlets and o != ANY_MEDIA))
