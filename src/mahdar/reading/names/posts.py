"""What a title reaches, in the grammar of its language, and whether a possessive leaves its state unsaid."""

from __future__ import annotations

from mahdar.reading.names.hits import Found
from mahdar.reading.names.offices_arabic import arabic_office
from mahdar.reading.names.offices_english import english_office
from mahdar.reading.names.scene import Office, Scene
from mahdar.reading.names.titles import his_posts

SECRETARY_GENERAL = "body:un-secretary-general"
_HEADED_BY_IT = frozenset({"un-secretary-general", "secretary-general"})
_OWNERS = {"its": "thing", "their": "thing", "his": "person", "her": "person"}
_DIPLOMAT = "diplomat"
_REACH_LEFT = 8  # tokens


def office_at(scene: Scene, title: Found) -> Office:
    """The post, organ or group that this title begins or ends, with whom it speaks for."""
    office = _latin_office(scene, title) if scene.is_latin(title.i) else arabic_office(scene, title)
    if office.principal == SECRETARY_GENERAL and office.slug not in _HEADED_BY_IT:
        office.principal = "body:un"
    if office.principal == "body:un" and office.slug == "secretary-general":
        office.principal = SECRETARY_GENERAL
    if office.slug == _DIPLOMAT and (office.principal or "").startswith("body:un"):
        office.principal = title.value.principal  # a Council diplomat is that of some state
    if office.principal is None:
        office.owner = _owner(scene, office)
    return office


def _latin_office(scene: Scene, title: Found) -> Office:
    floor = title.i
    while floor > 0 and title.i - floor < _REACH_LEFT and not scene.cast.taken[floor - 1]:
        floor -= 1
    return english_office(scene, title, floor)


def _owner(scene: Scene, office: Office) -> str:
    """``person`` or ``thing`` where a possessive ties the post to whoever was named before (its spokesman, زعيمها)."""
    if scene.is_latin(office.i):
        return _OWNERS.get(scene.form(office.i - 1), "") if office.kind in ("post", "organ") else ""
    if not office.takes("own"):
        return "person" if _is_his(scene, office) else ""
    words = (scene.form(k) for k in range(office.title.i, office.title.j))
    return "thing" if any(word.endswith(("ها", "هم", "هما")) for word in words) else "person"


def _is_his(scene: Scene, office: Office) -> bool:
    """Whether a post of one word ends in the possessive of a man, as it is written: سفيره, not سفيرة."""
    i, j = office.title.i, office.title.j
    return j == i + 1 and scene.form(i) in his_posts() and scene.tokens.original(i, j).endswith("ه")
