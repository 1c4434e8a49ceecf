"""Who holds a post that a report calls without its state or body: ministers, secretaries-general, organs of a state."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.language.tokens import COMMAS
from mahdar.reading.names.entries import ROOM
from mahdar.reading.names.focus import Focus
from mahdar.reading.names.scene import Scene
from mahdar.reading.names.words import english_verbs
from mahdar.reading.passage import Named
from mahdar.tables import read_toml


def secretary_general(focus: Focus, i: int) -> list[str]:
    """The secretary-general of the organisation that was named last, of those that have one."""
    secretaries: dict[str, str] = read_toml(ROOM, "anaphora_words.toml")["secretaries"]
    last = focus.latest(i, lambda n: seat(n.entity) in secretaries)
    return [secretaries[seat(last[0])]] if last else []


def seat(entity: str) -> str:
    """The organisation of an organ, as far as the id tells."""
    return "body:un" if entity.startswith(("body:un-", "body:ohchr", "body:unrwa", "body:unhcr")) else entity


def is_organ(focus: Focus, slug: str) -> Callable[[Named], bool]:
    return lambda named: named.kind == "body" and focus.slug(named) == slug


def is_minister(focus: Focus, called: str = "minister") -> Callable[[Named], bool]:
    """Whether a name is a minister's; a "secretary" is one of a state whose ministers are called so."""
    states = read_toml(ROOM, "anaphora_words.toml")["with_secretaries"] if called == "secretary" else None

    def fits(named: Named) -> bool:
        minister = _is_of_cabinet(focus.slug(named)) and named.entity.startswith("person:")
        return minister and (states is None or focus.scene.cast.principal(named.entity) in states)

    return fits


def _is_of_cabinet(slug: str) -> bool:
    """Whether a post is that of a minister, not of the one who leads them."""
    return slug.endswith(("-minister", "-secretary")) and not slug.endswith("prime-minister")


def posts_of_states() -> list[str]:
    posts: list[str] = read_toml(ROOM, "anaphora_words.toml")["of_states"]
    return posts


def trails(scene: Scene, i: int, j: int) -> bool:
    """Whether English tokens i to j only tell whose words the sentence was: "…, the presidential office said"."""
    article = scene.form(i - 1) == "the"
    told = scene.form(j) in english_verbs() or scene.form(i - 1 - article) in english_verbs()
    return scene.is_latin(i) and told and scene.form(i - 1 - article) in COMMAS
