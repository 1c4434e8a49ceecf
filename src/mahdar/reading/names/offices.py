"""Posts, organs, groups and outlets of a state or body, with the names of people behind them, put into the cast."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.tokens import COMMAS
from mahdar.reading.names.apposition import (
    before_adjectives,
    is_counsel_of,
    is_post_of_focus,
    joined_title,
    leader_clause,
    opens_with_participle,
    second_title,
    tells,
    title_behind,
)
from mahdar.reading.names.branches import begins_party
from mahdar.reading.names.entries import ROOM, free_bodies
from mahdar.reading.names.hits import Found
from mahdar.reading.names.namesakes import namesake
from mahdar.reading.names.office_ids import put_office, whom_of_state
from mahdar.reading.names.people import (
    CLOSING_MARKS,
    MARKS,
    Name,
    arabic_name_until,
    identify,
    is_said,
    latin_name_until,
    name_after,
    name_beyond,
)
from mahdar.reading.names.persons import known_persons
from mahdar.reading.names.posts import SECRETARY_GENERAL, office_at
from mahdar.reading.names.scene import Office, Owner, Scene
from mahdar.reading.names.titles import slug_of_role
from mahdar.reading.names.words import office_words
from mahdar.tables import read_toml

_ARTICLES = frozenset({"the", "a", "an"})
_OWNERS = frozenset({"his", "her", "its", "their"})
_LEADING = frozenset({"by", "to", "with", "from", "for", "after", "before"})
_MORE_TITLES = 2
_MINISTER = "-minister"
_SPOKESPERSON = "spokesperson"


def read_office(scene: Scene, title: Found) -> Office | None:
    """Put a post, organ or group and the person behind it into the cast; hand it back if nothing binds it."""
    if begins_party(scene, title):
        return None
    office = office_at(scene, title)
    if (office.principal is None and "short" in title.value.flags) or _means_responsible(scene, office):
        return None
    if is_counsel_of(scene, office) or (scene.form(title.j - 1) == "press" and _describes(scene, title.j)):
        return None
    if scene.form(title.j - 1) == "state" and scene.form(title.j) == "-":
        return None  # the state-run agency
    if office.principal is not None:
        office.principal = whom_of_state(scene, office, office.principal)
    name = _person_of(scene, office) or _name_before(scene, office)
    name = name or _named_by_further_title(scene, office)
    if name is not None and _is_of_chief(scene, office, name):
        office.j = name.j
        put_office(scene, office, "body:un")
    elif name is not None:
        _put_person(scene, office, name)
    elif office.principal:
        put_office(scene, office, office.principal)
    elif not office.takes("private"):
        return office
    return None


def _describes(scene: Scene, i: int) -> bool:
    """Whether a noun follows what would be the press itself: a press release, press freedom, but the press reported."""
    form = scene.form(i)
    verb = form.endswith(("ed", "ly")) or form in office_words("behind_press_en")
    return form.isalpha() and form.isascii() and scene.tokens.original(i, i + 1).islower() and not verb


def _is_of_chief(scene: Scene, office: Office, name: Name) -> bool:
    """Whether the name is that of the Secretary-General, for whom somebody else speaks: a spokesman for X."""
    forms = [scene.form(k) for k in range(name.i, name.j)]
    key = name.known.value.entity if name.known is not None else namesake(forms)
    known = known_persons().get(key) if key is not None else None
    speaks = office.slug == _SPOKESPERSON and name.i >= office.title.j
    return speaks and known is not None and known.principal == SECRETARY_GENERAL


def _named_by_further_title(scene: Scene, office: Office) -> Name | None:
    """The name behind a second or third title of one person, which then belong to this post."""
    further = office
    for _ in range(_MORE_TITLES):
        joined = joined_title(scene, further)
        if joined is None:
            return None
        name = _person_of(scene, joined)
        if name is not None:
            office.principal, office.j = joined.principal, joined.j
            return name
        further = joined
    return None


def _means_responsible(scene: Scene, office: Office) -> bool:
    """المسؤولون عن الهجوم are those responsible for it; the official IRNA agency is no official."""
    if office.slug != "official" or scene.form(office.j) == "عن":
        return office.slug == "official"
    behind = scene.at.get(office.title.j)
    adjective = scene.form(office.title.j - 1) == "official" and behind is not None
    return adjective and behind is not None and behind.value.kind in ("outlet", "demonym", "title")


def _person_of(scene: Scene, office: Office) -> Name | None:
    """The holder of a post named behind it; behind one of a group only a known or given name counts."""
    if lacks_genitive(scene, office) or _are_others(scene, office):
        return None
    if office.kind == "post" or scene.form(office.title.i) in office_words("leads_organ_ar"):
        near = name_after(scene, office.j, sure=_is_specific(scene, office))
        if near is not None and _opens_clause(scene, office, near):
            return None
        return near or (name_beyond(scene, office.j) if office.principal or office.owner else None)
    if office.kind != "people" or not (office.principal or office.takes("private")):
        return None
    near = name_after(scene, office.j, sure=False)
    return near or (name_beyond(scene, office.j) if is_said(scene, office.i) and not scene.is_latin(office.i) else None)


def _opens_clause(scene: Scene, office: Office, name: Name) -> bool:
    """Whether an adverbial ends with the comma behind an English post and a name opens the clause: "In a letter to the
    commissioner, Ana Ruiz urged".
    """
    if scene.form(office.j) not in COMMAS or not scene.is_latin(office.i):
        return False
    led = scene.form(office.i - 1 - (scene.form(office.i - 1) in _ARTICLES | _OWNERS)) in _LEADING
    led = led or opens_with_participle(scene, office.i)
    return led and scene.form(name.j)[:1].isalpha() and scene.form(name.j) not in {"and", "who", "in", "at", "of"}


def _are_others(scene: Scene, office: Office) -> bool:
    """Whether a title of one person follows the comma behind English people: two diplomats, Foreign Minister X said."""
    behind = scene.at.get(office.j + 1)
    several = scene.is_latin(office.i) and scene.form(office.j - 1).endswith("s")
    return several and scene.form(office.j) in COMMAS and behind is not None and behind.value.role == "post"


def lacks_genitive(scene: Scene, office: Office) -> bool:
    """Whether an Arabic organ without the article ends the post, so that whose it is follows: متحدث باسم سلطات كذا."""
    organ = bool(office.within) and office.principal is None and not scene.is_latin(office.i)
    last = scene.at.get(office.j - 1)
    bare = not scene.form(office.j - 1).startswith("ال") and last is not None and last.j == office.j
    return organ and bare and last is not None and last.value.entity == office.within and not last.proclitics


def _is_specific(scene: Scene, office: Office) -> bool:
    """Whether a strange word behind this title can be taken for a name."""
    if scene.is_latin(office.i):
        return scene.tokens.is_capital(office.j - 1) or office.principal is not None or bool(office.owner)
    definite = "ال" in office.proclitics or scene.form(office.i).startswith("ال")
    unsure = office.slug in office_words("often_bare") or scene.form(office.title.i) in office_words("unsure_titles")
    named = definite and not unsure
    return office.principal is not None or named or bool(office.owner) or office.j - office.i > 1


def _put_person(scene: Scene, office: Office, name: Name) -> None:
    """One name covers title, comma, name and a second title behind it."""
    end = max(name.j, office.j)
    end += scene.form(name.i - 1) in MARKS and scene.form(end) in CLOSING_MARKS
    behind = second_title(scene, office, name.j)
    if office.principal is None and behind is None:
        end = _with_state_behind(scene, office, end)
    usual = None if office.kind == "people" else office.title.value.principal
    principal = office.principal or (behind.principal if behind else None) or usual or None
    if behind is not None:
        end = behind.j
    known_by = behind.slug if behind and not principal else office.slug
    key = identify(scene, name, principal, known_by)
    scene.cast.slugs[key] = known_by
    _leave_to_owner(scene, key, office, behind)
    _take_this_post(scene, key, office)
    start = min(name.i, office.i)
    scene.cast.name(start, end, office.proclitics, key, "person")
    scene.cast.name_spans[start, end] = (name.i, name.j)


def _leave_to_owner(scene: Scene, key: str, office: Office, behind: Office | None) -> None:
    """Note that whoever was named before this post tells whom its holder speaks for."""
    if office.within and office.principal is None:
        scene.of_organs.append(Owner(key, office.i, office.within))
    owned = office if office.owner else behind
    if owned is not None and owned.owner:
        scene.owned.append(Owner(key, owned.i, owned.owner))


def _take_this_post(scene: Scene, key: str, office: Office) -> None:
    """A known person named here by another post than the table's speaks for that one; a past post is none."""
    known = known_persons().get(key)
    if known is not None and office.principal is None and office.slug.endswith(_MINISTER):
        scene.ministers.append(Owner(key, office.i, office.slug))
    if known is None or not office.principal or office.principal == known.principal:
        return
    if office.slug in office_words("often_bare") and known.principal:
        return
    usual = slug_of_role(known.role or "")
    around = range(office.i - 1, office.j + 1)
    past = any(scene.form(k) in office_words("past") for k in around)
    other = (usual and usual != office.slug) or _is_free_body(office.principal, known.principal)
    other = other or (not usual and _is_of_state(office))
    if not past and (not known.principal or other):
        scene.cast.entities[key] = replace(known, principal=office.principal)


def _is_of_state(office: Office) -> bool:
    """Whether the post is one that only states have and its state is named: New Zealand's prime minister."""
    words = read_toml(ROOM, "anaphora_words.toml")
    return (office.principal or "").startswith("state:") and office.slug in (
        *words["of_states"],
        *words["focus_people"],
    )


def _is_free_body(entity: str, usual: str | None) -> bool:
    """Whether an officer of a state or of the UN is named here for an organisation or party: SWAPO's president."""
    return entity in free_bodies() and usual not in free_bodies()


def _name_before(scene: Scene, office: Office) -> Name | None:
    """A name before its title: Tom Andrews, the UN special rapporteur; فلان، دبلوماسي بوليفي."""
    bound = office.principal or office.takes("private") or is_post_of_focus(office)
    if office.kind not in ("post", "people") or not bound:
        return None
    if not scene.is_latin(office.i):
        until = office.i - (scene.form(office.i - 1) in office_words("joins_ar"))
        return None if office.proclitics not in ("", "ال") else arabic_name_until(scene, until)
    k = before_adjectives(scene, office.i)
    k = k - 1 if scene.form(k - 1) in _ARTICLES else k
    if scene.form(k - 1) not in COMMAS:
        return None
    name = latin_name_until(scene, k - 1)
    return None if name is not None and tells(scene, name, office) else name


def _with_state_behind(scene: Scene, office: Office, end: int) -> int:
    """Ambassador Jane Doe of Norway: the state behind the name tells whom she speaks for."""
    hit = scene.at.get(end + 1)
    if scene.form(end) != "of" or hit is None or hit.value.kind != "state":
        return end
    office.principal = hit.value.entity
    return hit.j


def put_named(scene: Scene, name: Name) -> None:
    """A person named without a title before; a title behind tells whom it speaks for."""
    behind = title_behind(scene, name.j)
    behind = None if behind is not None and _is_anothers(scene, name, behind) else behind
    key = identify(scene, name, behind.principal if behind else None, behind.slug if behind else "")
    if behind is not None:
        scene.cast.slugs[key] = behind.slug
        _leave_to_owner(scene, key, behind, None)
        _take_this_post(scene, key, behind)
    proclitics = name.known.proclitics if name.known else ""
    end = behind.j if behind else _own_post_end(scene, name)
    scene.cast.name(name.i, end, proclitics, key, "person")
    scene.cast.name_spans[name.i, end] = (name.i, name.j)


def _is_anothers(scene: Scene, name: Name, behind: Office) -> bool:
    """Whether a title of one state right behind somebody known of another is the next person's: met X the US envoy."""
    known = known_persons().get(name.known.value.entity) if name.known is not None else None
    if known is None or scene.is_latin(name.i) or behind.i != name.j:
        return False
    own, other = known.principal or "", behind.principal or ""
    return own.startswith("state:") and other.startswith("state:") and own != other


def _own_post_end(scene: Scene, name: Name) -> int:
    """Past the post that a table gives to a known person, where it stands behind the name without its state."""
    hit = scene.at.get(name.j)
    if name.known is None or hit is None or hit.value.kind != "title" or hit.proclitics:
        return name.j
    known = known_persons().get(name.known.value.entity)
    return hit.j if known is not None and slug_of_role(known.role or "") == hit.value.entity else name.j


def read_leader(scene: Scene, i: int) -> None:
    """Name the person before `who heads ...` at token i, where no table has the name."""
    name = latin_name_until(scene, i - (scene.form(i - 1) in COMMAS))
    office = leader_clause(scene, i) if name is not None else None
    if name is not None and office is not None and not scene.cast.is_taken(name.i, office.j):
        put_named(scene, name)


def put_genitive(scene: Scene, owner: Found, name: Name) -> None:
    """A person whom the report calls by the state or body that he speaks for: Sri Lanka's Ranil Perera."""
    key = identify(scene, name, scene.principal_of(owner), "")
    scene.cast.name(owner.i, name.j, "", key, "person")
    scene.cast.name_spans[owner.i, name.j] = (name.i, name.j)
