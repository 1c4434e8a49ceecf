"""Posts, organs, groups and outlets of a state or body, with the names of people behind them, put into the cast."""

from __future__ import annotations

from mahdar.model import Entity
from mahdar.reading.names.entries import adjective_of, article_of, known_entities
from mahdar.reading.names.hits import Found
from mahdar.reading.names.offices_arabic import arabic_office
from mahdar.reading.names.offices_english import english_office
from mahdar.reading.names.people import Name, arabic_name_until, identify, latin_name_until, name_after
from mahdar.reading.names.persons import slug
from mahdar.reading.names.scene import COMMAS, SEPARATORS, Office, Scene
from mahdar.reading.names.titles import title_names

_ARTICLES = frozenset({"the", "a", "an"})
_OFTEN_BARE = frozenset(
    {"member", "lawmaker", "official", "judge", "leader", "head", "counterpart", "minister", "mayor"}
)
_SECRETARY_GENERAL = "body:un-secretary-general"
_HEADED_BY_IT = frozenset({"un-secretary-general", "secretary-general"})
_KIND = {"organ": "body", "opposition": "body", "media": "outlet", "post": "office", "people": "office"}
_PREFIX = {"organ": "body", "opposition": "body", "media": "outlet", "post": "person", "people": "person"}


def read_office(scene: Scene, title: Found) -> Office | None:
    """Put a post, organ or group and the person behind it into the cast; hand it back if nothing binds it."""
    office = office_at(scene, title)
    if (office.principal is None and "short" in title.value.flags) or _means_responsible(scene, office):
        return None
    name = _person_of(scene, office) or _name_before(scene, office)
    if name is not None:
        _put_person(scene, office, name)
    elif office.principal:
        put_office(scene, office, office.principal)
    elif not office.takes("private"):
        return office
    return None


def _means_responsible(scene: Scene, office: Office) -> bool:
    """المسؤولون عن الهجوم are those responsible for it."""
    return office.slug == "official" and scene.form(office.j) == "عن"


def _person_of(scene: Scene, office: Office) -> Name | None:
    """The holder of a post named behind it; behind one of a group only a known or given name counts."""
    if office.kind == "post":
        return name_after(scene, office.j, sure=_is_specific(scene, office))
    bound = office.principal or office.takes("private")
    return name_after(scene, office.j, sure=False) if office.kind == "people" and bound else None


def office_at(scene: Scene, title: Found) -> Office:
    """What a title reaches, in the grammar of its language."""
    if not scene.is_latin(title.i):
        office = arabic_office(scene, title)
    else:
        floor = title.i
        while floor > 0 and title.i - floor < 8 and not scene.cast.taken[floor - 1]:
            floor -= 1
        office = english_office(scene, title, floor)
    if office.principal == _SECRETARY_GENERAL and office.slug not in _HEADED_BY_IT:
        office.principal = "body:un"
    if office.principal == "body:un" and office.slug == "secretary-general":
        office.principal = _SECRETARY_GENERAL
    return office


def _is_specific(scene: Scene, office: Office) -> bool:
    """Whether a strange word behind this title can be taken for a name."""
    if scene.is_latin(office.i):
        return scene.tokens.is_capital(office.j - 1) or office.principal is not None
    named = "ال" in office.proclitics and office.slug not in _OFTEN_BARE
    return office.principal is not None or named or office.j - office.i > 1


def _put_person(scene: Scene, office: Office, name: Name) -> None:
    """One name covers title, comma, name and a second title behind it."""
    end = max(name.j, office.j)
    behind = _second_title(scene, office, name.j)
    if office.principal is None and behind is None:
        end = _with_state_behind(scene, office, end)
    usual = None if office.kind == "people" else office.title.value.principal
    principal = office.principal or (behind.principal if behind else None) or usual or None
    if behind is not None:
        end = behind.j
    key = identify(scene, name, principal, office.slug)
    scene.cast.slugs[key] = office.slug
    start = min(name.i, office.i)
    scene.cast.name(start, end, office.proclitics, key, "person")
    scene.cast.name_spans[start, end] = (name.i, name.j)


def _name_before(scene: Scene, office: Office) -> Name | None:
    """A name before its title: Tom Andrews, the UN special rapporteur; فلان، دبلوماسي بوليفي."""
    if office.kind not in ("post", "people") or not (office.principal or office.takes("private")):
        return None
    if not scene.is_latin(office.i):
        return None if office.proclitics not in ("", "ال") else arabic_name_until(scene, office.i)
    k = office.i - 1 if scene.form(office.i - 1) in _ARTICLES else office.i
    if scene.form(k - 1) not in COMMAS:
        return None
    return latin_name_until(scene, k - 1)


def _with_state_behind(scene: Scene, office: Office, end: int) -> int:
    """Ambassador Jane Doe of Norway: the state behind the name tells whom she speaks for."""
    hit = scene.at.get(end + 1)
    if scene.form(end) != "of" or hit is None or hit.value.kind != "state":
        return end
    office.principal = hit.value.entity
    return hit.j


def _second_title(scene: Scene, office: Office, j: int) -> Office | None:
    """A title behind a name that has one before: after a comma, or the same post again with its state."""
    behind = _title_behind(scene, j)
    if behind is None or office.principal not in (None, behind.principal):
        return None
    if scene.form(j) in COMMAS:
        return behind
    return behind if behind.slug == office.slug else None


def _title_behind(scene: Scene, j: int) -> Office | None:
    """A post right behind a name, bound to a state or body: محمود عباس رئيس دولة فلسطين."""
    k = j + 1 if scene.form(j) in SEPARATORS else j
    if scene.form(k) in ("the", "a", "an"):
        k += 1
    for at in range(k, min(k + 5, len(scene.tokens))):
        hit = scene.at.get(at)
        if hit is None and not scene.is_latin(at):
            return None
        if hit is not None and hit.value.kind == "title":
            return _bound(scene, hit, j, k)
        if hit is None and not (scene.form(at) in ("'s", "'") or scene.form(at).isalpha()):
            return None
    return None


def _bound(scene: Scene, hit: Found, j: int, k: int) -> Office | None:
    apposed = hit.value.role == "people" and not hit.proclitics and scene.form(j) in SEPARATORS
    if not (hit.value.role == "post" or apposed) or hit.proclitics not in ("", "ال"):
        return None
    office = office_at(scene, hit)
    if office.principal is None or office.i > k:
        return None
    return office if name_after(scene, office.j, sure=False) is None else None


def put_named(scene: Scene, name: Name) -> None:
    """A person named without a title before; a title behind tells whom it speaks for."""
    behind = _title_behind(scene, name.j)
    key = identify(scene, name, behind.principal if behind else None, behind.slug if behind else "")
    if behind is not None:
        scene.cast.slugs[key] = behind.slug
    proclitics = name.known.proclitics if name.known else ""
    end = behind.j if behind else name.j
    scene.cast.name(name.i, end, proclitics, key, "person")
    scene.cast.name_spans[name.i, end] = (name.i, name.j)


def put_office(scene: Scene, office: Office, principal: str) -> None:
    key = office_id(office, principal)
    cast = scene.cast
    if key not in known_entities():
        whose = known_entities().get(principal)
        what = title_names()[office.slug]
        own = office.kind in ("opposition", "media")
        name = f"{what} of {article_of(principal)}{whose.name if whose else principal}"
        cast.introduce(key, Entity(name, None, what, key if own else principal))
    if office.kind == "media" and principal.startswith("state:"):
        cast.media_states[key] = principal
    cast.slugs[key] = office.slug
    cast.name(office.i, office.j, office.proclitics, key, _KIND[office.kind])


def office_id(office: Office, principal: str) -> str:
    """``person:foreign-minister-of-rus``, ``body:government-of-rus``, ``body:syrian-opposition``; a group is itself."""
    if principal == _SECRETARY_GENERAL or (office.kind in ("people", "media") and not principal.startswith("state:")):
        return principal
    if office.kind in ("opposition", "media"):
        adjective = adjective_of(principal) if principal.startswith("state:") else principal.partition(":")[2]
        return f"{_PREFIX[office.kind]}:{adjective}-{office.slug}"
    if office.takes("fixed") and office.kind == "organ":
        return principal
    post = "head" if office.slug == "president" and principal == "body:un" else slug(office.slug)
    return f"{_PREFIX[office.kind]}:{post}-of-{principal.partition(':')[2].lower()}"
