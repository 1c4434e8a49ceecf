"""Arabic surnames behind a title, as short forms of people whom the same report has named in full before."""

from __future__ import annotations

from mahdar.reading.names.scene import Scene

_FAR_BACK = 40  # names
_FULL = 2  # words


def named_in_full(scene: Scene, i: int, j: int, principal: str | None) -> str | None:
    """Who has this Arabic surname, unless the post that stands with it is another state's: العقيد فلان."""
    form = scene.form(i)
    if j - i > 1 or scene.is_latin(i):
        return None
    for named in reversed(scene.cast.named[-_FAR_BACK:]):
        first, end = scene.cast.name_spans.get((named.i, named.j), (named.i, named.j))
        if named.kind != "person" or end - first < _FULL or scene.form(end - 1) not in (form, "ال" + form):
            continue
        own = scene.cast.principal(named.entity)
        return named.entity if principal is None or own in (None, principal) else None
    return None
