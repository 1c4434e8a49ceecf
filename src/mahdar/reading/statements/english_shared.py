"""Posts that the states of a list share, "the foreign ministers of Turkey and Iraq", and posts that one state owns."""

from __future__ import annotations

from dataclasses import replace

from mahdar.model import Entity
from mahdar.reading.passage import Named
from mahdar.reading.statements.english_view import View

_STATES = frozenset({"state", "capital"})


def _link(view: View, named: Named) -> int:
    """Where the last preposition within a name stands: the "of" of "foreign ministers of Turkey"; else its start."""
    links = view.words.owned_by | view.words.posted_to
    return next((k for k in range(named.j - 1, named.i, -1) if view.forms[k] in links), named.i)


def is_owned_behind(view: View, named: Named) -> bool:
    """Whether a plural post ends with the state whose post it is, so that a list may go on: "leaders of Chad"."""
    link = _link(view, named)
    several = any(form.endswith("s") for form in view.forms[named.i : link])
    return named.kind == "office" and view.forms[link] in view.words.owned_by and several


def is_posted(view: View, named: Named) -> bool:
    """Whether the name of a post ends with the place to which somebody is sent: "the US ambassador to Turkey"."""
    return named.kind == "office" and view.forms[_link(view, named)] in view.words.posted_to


def fellow(view: View, post: Named, state: Named) -> tuple[str, Entity] | None:
    """The same post of another state of the list: of "the foreign ministers of Turkey and Iraq" the second."""
    entities = view.passage.entities
    described, other = entities.get(post.entity), entities.get(state.entity)
    own = entities.get((described.principal if described else None) or "")
    if described is None or other is None or own is None or state.kind not in _STATES:
        return None
    stem, _, code = post.entity.rpartition("-")
    if not is_owned_behind(view, post) or described.principal != f"state:{code.upper()}":
        return None
    name_ar = (described.name_ar or "").replace(own.name_ar or "-", other.name_ar or "") or None
    renamed = replace(
        described, name=described.name.replace(own.name, other.name), name_ar=name_ar, principal=state.entity
    )
    return f"{stem}-{state.entity.removeprefix('state:').lower()}", renamed
