"""Ids of posts, organs and groups by what they are and whom they speak for, put into the cast."""

from __future__ import annotations

from functools import cache

from mahdar.model import Entity
from mahdar.reading.names.entries import ROOM, adjective_of, article_of, known_entities
from mahdar.reading.names.persons import slug
from mahdar.reading.names.posts import SECRETARY_GENERAL
from mahdar.reading.names.scene import Office, Scene
from mahdar.reading.names.titles import arabic_title, title_names
from mahdar.tables import read_rows

_OPPOSITION = "opposition"
_OPPOSITION_LEADER = "opposition-leader"
_OWN_VOICE = frozenset({"opposition", "media", "institution"})
_INSTITUTION = "institution"
_ORGANS = {"organ": "body", "opposition": "body", "institution": "body", "media": "outlet"}
_KIND = {**_ORGANS, "post": "office", "people": "office"}
_PREFIX = {**_ORGANS, "post": "person", "people": "person"}


def put_office(scene: Scene, office: Office, principal: str) -> None:
    """Name the holder of a post or the organ, as an entity of the state or body that it belongs to."""
    key = office_id(office, principal)
    cast = scene.cast
    if key not in known_entities():
        what = title_names()[office.slug]
        own = office.kind in _OWN_VOICE
        name = f"{what} of {_with_article(principal)}"
        whose = known_entities().get(principal)
        name_ar = arabic_title(office.slug, whose.name_ar if whose else None)
        cast.introduce(key, Entity(name, name_ar, what, key if own else principal))
    if office.kind == "media" and principal.startswith("state:"):
        cast.media_states[key] = principal
    cast.slugs[key] = office.slug
    cast.name(office.i, office.j, office.proclitics, key, _KIND[office.kind])


def whom_of_state(scene: Scene, office: Office, state: str) -> str:
    """Whom the holder of a post of a state speaks for: the state, its opposition, or an institution for itself."""
    if not state.startswith("state:"):
        return state
    if office.opposing or office.slug == _OPPOSITION_LEADER:
        return own_body(scene, state, _OPPOSITION)
    return own_body(scene, state, office.within) if office.within in _institutions() else state


@cache
def _institutions() -> frozenset[str]:
    return frozenset(row["slug"] for row in read_rows(ROOM, "offices.csv") if row["kind"] == _INSTITUTION)


def own_body(scene: Scene, state: str, slug: str) -> str:
    """A body of a state that speaks for itself, put into the cast as whom its people speak for."""
    key = f"body:{adjective_of(state)}-{slug}"
    if key not in known_entities():
        what = title_names()[slug]
        whose = known_entities().get(state)
        name_ar = arabic_title(slug, whose.name_ar if whose else None)
        scene.cast.introduce(key, Entity(f"{what} of {_with_article(state)}", name_ar, what, key))
    return key


def _with_article(principal: str) -> str:
    """The English name of a state or body as it stands in a phrase."""
    whose = known_entities().get(principal)
    return f"{article_of(principal)}{whose.name if whose else principal}"


def office_id(office: Office, principal: str) -> str:
    """``person:foreign-minister-of-rus``, ``body:government-of-rus``, ``body:syrian-opposition``; a group is itself."""
    if principal == SECRETARY_GENERAL or (office.kind in ("people", "media") and not principal.startswith("state:")):
        return principal
    if office.kind in _OWN_VOICE:
        adjective = adjective_of(principal) if principal.startswith("state:") else principal.partition(":")[2]
        return f"{_PREFIX[office.kind]}:{adjective}-{office.slug}"
    if office.takes("fixed") and office.kind == "organ":
        return principal
    post = "head" if office.slug == "president" and principal == "body:un" else slug(office.slug)
    return f"{_PREFIX[office.kind]}:{post}-of-{principal.partition(':')[2].lower()}"
