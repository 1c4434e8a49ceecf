"""Principals of people whose post leaves out the state or body: what was named elsewhere in the report tells it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from mahdar.reading.names.entries import ROOM, free_bodies
from mahdar.reading.names.focus import Focus
from mahdar.reading.names.holders import is_organ, posts_of_states, seat, secretary_general, trails
from mahdar.reading.names.persons import known_persons
from mahdar.reading.names.scene import STATES, Scene
from mahdar.reading.passage import Named
from mahdar.tables import read_rows, read_toml


def settle_owned(scene: Scene, focus: Focus) -> None:
    """Give the holder of a post with a possessive (its spokesman X) the principal of whoever was named before."""
    for owned in scene.owned:
        known = scene.cast.entities.get(owned.entity)
        state = scene.cast.slugs.get(owned.entity) in posts_of_states()
        unsaid = known is not None and (not known.principal or owned.kind == "thing")
        owner = focus.owner(owned.i, owned.kind, state=state) if unsaid else None
        if known and owner and not known.principal:
            scene.cast.introduce(owned.entity, replace(known, principal=owner))
        elif known and owner in free_bodies() and known.principal not in free_bodies():
            scene.cast.entities[owned.entity] = replace(known, principal=owner)


def settle_of_organs(scene: Scene, focus: Focus) -> None:
    """Give a member or officer of an organ called by its first noun (عضو الهيئة فلان) whom that organ speaks for."""
    slugs = read_toml(ROOM, "anaphora_words.toml")["called_by_noun"]
    for member in scene.of_organs:
        known = scene.cast.entities.get(member.entity)
        if known is None or known.principal or member.entity in known_persons():
            continue
        principal: str | None = None
        if member.kind == "secretary-general":
            principal = next((seat(key) for key in secretary_general(focus, member.i)), None)
        elif member.kind in slugs:
            organ = focus.latest_named(member.i, is_organ(focus, member.kind))
            principal = scene.cast.principal(organ.entity) if organ is not None else None
        if principal:
            scene.cast.introduce(member.entity, replace(known, principal=principal))


def settle_ministers(scene: Scene, focus: Focus) -> None:
    """A known officer of a body whom a report calls minister speaks for the state in focus."""
    for minister in scene.ministers:
        known = known_persons().get(minister.entity)
        body = known is not None and (known.principal or "").startswith("body:")
        if known is not None and body and (state := focus.state(minister.i)):
            scene.cast.entities[minister.entity] = replace(known, principal=state)


def settle_usual(scene: Scene, focus: Focus) -> None:
    """A Foreign Secretary in a report that never names the United Kingdom is that of the state in focus."""
    states = {hit.value.entity for hit in scene.hits if hit.value.kind in STATES}
    for named in focus.named if states else ():
        usual = _usual_state(focus.slug(named))
        known = scene.cast.entities.get(named.entity)
        if usual is None or known is None or known.principal != usual or named.entity in known_persons():
            continue
        if usual not in states and (state := focus.state(named.i)):
            scene.cast.entities[named.entity] = replace(known, principal=state)


def _usual_state(slug: str) -> str | None:
    return _usual_states().get(slug)


@cache
def _usual_states() -> dict[str, str]:
    of_one = read_toml(ROOM, "anaphora_words.toml")["one_holder"]
    rows = [r for r in read_rows(ROOM, "offices.csv") if r["takes"] == "state" and r["slug"] not in of_one]
    return {r["slug"]: r["principal"] for r in rows if r["principal"].startswith("state:")}


def settle_people(scene: Scene, focus: Focus) -> None:
    """Give people named by a post of state, but without the state, that of the state in focus."""
    for named in focus.named:
        known = scene.cast.entities.get(named.entity)
        if named.kind != "person" or known is None or known.principal or named.entity in known_persons():
            continue
        if whose := _by_post(scene, focus, named):
            scene.cast.introduce(named.entity, replace(known, principal=whose))


def _by_post(scene: Scene, focus: Focus, named: Named) -> str | None:
    """Whom a person's post, which names nobody, makes them speak for here."""
    slug, words = focus.slug(named), read_toml(ROOM, "anaphora_words.toml")
    if slug == "spokesperson" and (owner := focus.owner(named.i, "thing")):
        return owner
    if slug == "secretary-general" and (seat := secretary_general(focus, named.i)):
        return seat[0]
    if slug == "secretary":
        state = focus.state(named.i)
        return state if state in words["with_secretaries"] else None
    if slug not in words["focus_people"] and not slug.endswith("-minister"):
        return None
    opener = focus.opener(named.i) if trails(scene, named.i, named.j) else None
    return opener or focus.state(named.i)
