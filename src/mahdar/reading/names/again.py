"""English posts with their state that take up who was named by them: Kaja Tamm, then "the Estonian leader"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from mahdar.reading.names.entries import ROOM
from mahdar.reading.names.persons import person_id
from mahdar.reading.names.scene import Scene
from mahdar.reading.names.titles import slug_of_role
from mahdar.reading.names.words import office_words
from mahdar.reading.passage import Named
from mahdar.tables import read_rows, read_toml

_LEADER = "leader"

Holders = dict[tuple[str, str], str]


def settle_again(scene: Scene) -> None:
    """Name the one person whom the report has named before by the same post of the same state or body."""
    cast, holders = scene.cast, Holders()
    for n, named in sorted(enumerate(cast.named), key=lambda pair: pair[1].i):
        if named.kind == "person":
            _keep(scene, holders, named)
        elif named.kind == "office" and holders and (holder := _holder(scene, holders, named)):
            cast.named[n] = replace(named, entity=holder, kind="anaphor")


def _keep(scene: Scene, holders: Holders, named: Named) -> None:
    """Keep who holds which post of which state; nobody, where the report gives it to two."""
    slug = scene.cast.slugs.get(named.entity) or _posts().get(named.entity)
    principal = scene.cast.principal(named.entity)
    if not slug or not principal or _is_past(scene, named):
        return
    leads = slug in read_toml(ROOM, "anaphora_words.toml")["alike_words"][_LEADER]
    for post in (slug, _LEADER) if leads else (slug,):
        known = holders.setdefault((principal, post), named.entity)
        if known != named.entity:
            holders[principal, post] = ""


def _holder(scene: Scene, holders: Holders, named: Named) -> str:
    """Who holds the post that is named here with its state; nobody for posts that many hold at a time."""
    slug, principal = scene.cast.slugs.get(named.entity, ""), scene.cast.principal(named.entity)
    words = read_toml(ROOM, "anaphora_words.toml")
    alone = slug == _LEADER or slug in words["held_by_one"] or slug.endswith("-minister")
    last = scene.form(named.j - 1)
    if not alone or not principal or not scene.is_latin(named.i) or last.endswith("s") or _is_past(scene, named):
        return ""
    definite = scene.form(named.i - 1) == "the" or any(scene.form(k) == "'s" for k in range(named.i, named.j))
    return holders.get((principal, slug), "") if definite else ""


@cache
def _posts() -> dict[str, str]:
    """The posts that the table gives to people who hold them still."""
    rows = (row for row in read_rows(ROOM, "persons.csv") if row["first"] and not row["last"])
    return {person_id(row["name"]): slug_of_role(row["role"]) for row in rows}


def _is_past(scene: Scene, named: Named) -> bool:
    return any(scene.form(k) in office_words("past") for k in range(named.i - 1, named.j))
