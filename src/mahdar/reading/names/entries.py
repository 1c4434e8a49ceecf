"""What stands in the tables of names, as entries of one lexicon: states, capitals, adjectives, bodies and outlets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from mahdar.kept import Packed, kept
from mahdar.model import Entity
from mahdar.reading.names.adjectives import arabic_forms, english_forms
from mahdar.tables import read_rows, values

ROOM = "mahdar.reading"
# Classes of bodies that are neither organs of a state nor of the United Nations.
_FREE = frozenset({"ngo", "party", "movement", "front", "alliance", "union", "army", "group", "coalition", "league"})
_OFTEN_ANOTHER_WORD = frozenset({"headed"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to write a name. ``kind`` as in ``Named``, or ``title``, ``place`` and ``none`` (read over).

    ``principal`` is set where a title or body speaks for somebody fixed; ``role`` is a body's class or a title's slug.
    """

    kind: str
    entity: str
    flags: frozenset[str] = frozenset()
    role: str = ""
    principal: str = ""


Pair = tuple[str, Entry]


def name_entries() -> Iterator[Pair]:
    """The entries of every table of names save titles and persons, the surest reading of a phrase first."""
    yield from _states()
    yield from _territories()
    yield from _groups()
    yield from _bodies()
    yield from _outlets()
    yield from _capitals()
    yield from _demonyms()
    yield from _short_forms()


@kept
def known_entities() -> Mapping[str, Entity]:
    """Entity id to entity, for the states, bodies and outlets of the tables."""
    found: dict[str, Entity] = {}
    for row in read_rows(ROOM, "states.csv"):
        _put(found, f"state:{row['code']}", row["name"], row["name_ar"])
    for row in read_rows(ROOM, "bodies.csv"):
        _put(found, f"body:{row['id']}", row["name"], row["name_ar"], row["principal"])
    for row in read_rows(ROOM, "outlets.csv"):
        _put(found, f"outlet:{row['id']}", row["name"], row["name_ar"])
    for row in [*read_rows(ROOM, "state_names_territories.csv"), *read_rows(ROOM, "groups.csv")]:
        if row["id"]:
            _put(found, row["id"], row["name"], row["name_ar"])
    return Packed(found)


@cache
def free_bodies() -> frozenset[str]:
    """Organisations, movements and parties that speak for nobody but themselves."""
    rows = read_rows(ROOM, "bodies.csv")
    return frozenset(f"body:{r['id']}" for r in rows if not r["principal"] and r["class"] in _FREE)


@cache
def article_of(entity: str) -> str:
    """What English puts before the name of a state in a phrase: `the ` or nothing."""
    code = entity.removeprefix("state:")
    return next((f"{r['article']} " for r in read_rows(ROOM, "states.csv") if r["code"] == code and r["article"]), "")


@cache
def adjective_of(state: str) -> str:
    """The English adjective of a state id, in lower case with hyphens (``north-korean``), or its code."""
    code = state.partition(":")[2]
    row = next((r for r in read_rows(ROOM, "demonyms.csv") if r["code"] == code), None)
    words = values(row["en"]) if row else ()
    return words[0].lower().replace(" ", "-") if words else code.lower()


def _put(found: dict[str, Entity], key: str, name: str, name_ar: str, principal: str = "") -> None:
    found[key] = Entity(name, name_ar or None, None, principal or key)


def _states() -> Iterator[Pair]:
    for row in read_rows(ROOM, "state_names.csv"):
        yield row["name"], Entry("state", f"state:{row['code']}", frozenset(values(row["flags"])))


def _territories() -> Iterator[Pair]:
    for row in read_rows(ROOM, "state_names_territories.csv"):
        entry = Entry("body", row["id"], role="place") if row["id"] else Entry("none", "")
        yield from ((form, entry) for form in _forms(row))


def _groups() -> Iterator[Pair]:
    for row in read_rows(ROOM, "groups.csv"):
        states = frozenset(f"state:{code}" for code in values(row["states"]))
        beside = f"state:{row['beside']}" if row["beside"] else ""
        yield from ((form, Entry("group", row["id"], states, role=beside)) for form in _forms(row))


def _bodies() -> Iterator[Pair]:
    for row in read_rows(ROOM, "bodies.csv"):
        entry = Entry("body", f"body:{row['id']}", role=row["class"], principal=row["principal"])
        yield from _with_acronyms(_forms(row), entry)


def _outlets() -> Iterator[Pair]:
    for row in read_rows(ROOM, "outlets.csv"):
        plain = Entry("outlet", f"outlet:{row['id']}")
        wrapped = Entry("outlet", f"outlet:{row['id']}", frozenset({"wrapped"}))
        forms = _forms(row)
        yield from _with_acronyms((f for f in forms if f[0] not in "~*"), plain)
        yield from ((f[1:], Entry("outlet", plain.entity, frozenset({"person"}))) for f in forms if f[0] == "*")
        yield from _with_acronyms((f[1:] for f in forms if f.startswith("~")), wrapped)


def _capitals() -> Iterator[Pair]:
    for row in read_rows(ROOM, "capitals.csv"):
        entry = Entry("capital", f"state:{row['code']}", frozenset(values(row["flags"])), role=row["kind"])
        yield from ((form, entry) for form in _forms(row))


def _demonyms() -> Iterator[Pair]:
    for row in read_rows(ROOM, "demonyms.csv"):
        state = f"state:{row['code']}"
        for form, people in [*arabic_forms(values(row["ar"])), *english_forms(values(row["en"]))]:
            flags = frozenset({f"or:{row['other']}"} if row["other"] else ())
            flags |= _OFTEN_ANOTHER_WORD if form.startswith("مالي") and row["code"] == "MLI" else frozenset()
            yield from _with_acronyms([form], Entry("demonym", state, flags, role="people" if people else ""))


def _short_forms() -> Iterator[Pair]:
    for row in read_rows(ROOM, "anaphora.csv"):
        entry = Entry("anaphor", row["target"], frozenset(values(row["target"])), row["means"])
        yield from ((form, entry) for form in _forms(row))


def _with_acronyms(forms: Iterable[str], entry: Entry) -> Iterator[Pair]:
    """A Latin form in capitals counts only in capitals (WHO), save one that its row writes in both ways (Unicef)."""
    upper = Entry(entry.kind, entry.entity, entry.flags | {"upper"}, entry.role, entry.principal)
    forms = tuple(forms)
    small = {form.lower() for form in forms if not _is_acronym(form)}
    for form in forms:
        yield form, upper if _is_acronym(form) and form.lower() not in small else entry


def _is_acronym(form: str) -> bool:
    return form.isascii() and form.replace(".", "").isupper()


def _forms(row: dict[str, str]) -> tuple[str, ...]:
    return values(row["ar"]) + values(row["en"])
