"""What a person may put in place of what was read: the fields of a correction, checked and in one form.

A confirmation is kept as the fields that were confirmed, so that it stands though a later reading says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from mahdar.characters import harmless
from mahdar.edtf import Interval
from mahdar.library.reviews import Json, ReviewError
from mahdar.model import Act, VerdictLabel

_STATEMENT = ("act", "quoted", "speakers", "speaker_text", "via", "cue")
_CLAIM = ("kind", "args", "negated")
_VERDICT = ("verdict", "why", "citations")
_CITATION = ("symbol", "date", "title", "source", "url")
_ENTITY = ("name", "name_ar", "role", "principal")
_ENTITY_ID = re.compile(r"(state:[A-Z]{3}|(body|outlet|person):[^\s:]+)")
_ARGUMENT = re.compile(r"[a-z][a-z_]{0,30}")
_LONGEST = 500  # characters of a field

Told = dict[str, Any]
Resolve = Callable[[str], str | None]


def seen(subject: str, item: Json, entities: Json) -> Told:
    """The fields of a statement or claim that somebody confirms; `entities` are those of its reading."""
    if subject == "statement":
        used = [*item["speakers"], *item["via"]]
        known = {entity: dict(entities[entity]) for entity in used if entity in entities}
        return {**{name: item[name] for name in _STATEMENT}, "entities": known}
    return {name: item[name] for name in (_CLAIM if subject == "claim" else _VERDICT)}


def statement(given: Json, text: str, resolve: Resolve) -> Told:
    """A correction of a statement; `resolve` finds the id of an entity by its name. Raises ReviewError."""
    _only(given, (*_STATEMENT, "start", "end", "entities"))
    found: Told = {name: _text(name, given[name]) for name in ("cue",) if name in given}
    if "speaker_text" in given:
        found["speaker_text"] = None if given["speaker_text"] is None else _text("speaker_text", given["speaker_text"])
    if "act" in given:
        found["act"] = _one_of("act", given["act"], get_args(Act))
    if "quoted" in given:
        found["quoted"] = _truth("quoted", given["quoted"])
    for name in ("speakers", "via"):
        if name in given:
            found[name] = [_entity(each, resolve) for each in _texts(name, given[name])]
    if "entities" in given:
        found["entities"] = _entities(given["entities"])
    return {**found, **_span(given, text)}


def claim(given: Json, was: Json, kinds: Iterable[str]) -> Told:
    """A correction of a claim: kind, negation and all arguments as they are to be. Raises ReviewError."""
    _only(given, _CLAIM)
    told = _arguments(given.get("args", {}))
    for name, value in told.items():
        if isinstance(was["args"].get(name), int) and isinstance(value, str):
            raise ReviewError(f"the argument {name!r} is a whole number here, not {value!r}")
    args = {**was["args"], **told}
    return {
        "kind": _one_of("kind", given.get("kind", was["kind"]), sorted(kinds)),
        "args": {name: value for name, value in args.items() if value is not None},
        "negated": _truth("negated", given.get("negated", was["negated"])),
    }


def verdict(given: Json, was: Json, by: str, why: str) -> Told:
    """A correction of a verdict; the citations stay where none are given. Raises ReviewError."""
    _only(given, _VERDICT)
    if "verdict" not in given:
        raise ReviewError("say which verdict is right: one of " + ", ".join(get_args(VerdictLabel)))
    label = _one_of("verdict", given["verdict"], get_args(VerdictLabel))
    cited = [_citation(each) for each in given["citations"]] if given.get("citations") else list(was["citations"])
    if label != "not-enough-evidence" and not cited:
        raise ReviewError(f"a verdict '{label}' needs a citation: the document that says so")
    return {"verdict": label, "why": {"en": f"{by}: {why}", "ar": f"{by}: {why}"}, "citations": cited}


def line(name: str, value: str, most: int) -> str:
    """A text of one line, its control and turning characters made visible. Raises ReviewError where it is too long."""
    clean = harmless(" ".join(value.encode("utf-8", "replace").decode().split()))
    if len(clean) > most:
        raise ReviewError(f"{name} is longer than {most:,} characters")
    return clean


def _only(given: Json, known: Iterable[str]) -> None:
    if not given:
        raise ReviewError("a correction says what is to be otherwise")
    for name in given:
        if name not in known:
            raise ReviewError(f"{name!r} cannot be corrected here; what can be: {', '.join(known)}")


def _one_of(name: str, value: object, known: Iterable[str]) -> str:
    if value not in (choices := tuple(known)):
        raise ReviewError(f"{name} is one of {', '.join(choices)}, not {value!r}")
    return str(value)


def _truth(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise ReviewError(f"{name} is true or false, not {value!r}")
    return value


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise ReviewError(f"{name} is a text, not {value!r}")
    return line(name, value, _LONGEST)


def _texts(name: str, value: object) -> list[str]:
    if not isinstance(value, list | tuple):
        raise ReviewError(f"{name} is a list of texts, not {value!r}")
    return list(dict.fromkeys(_text(name, each) for each in value))


def _entity(named: str, resolve: Resolve) -> str:
    if _ENTITY_ID.fullmatch(named):
        return named
    found = resolve(named)
    if found is None:
        raise ReviewError(
            f"the library knows nobody called {named!r}; write an id: state:FRA, body:un, person:jane-doe"
        )
    return found


def _entities(given: object) -> Told:
    if not isinstance(given, Mapping):
        raise ReviewError("entities is an object: id to name and principal")
    for entity, each in given.items():
        if not _ENTITY_ID.fullmatch(str(entity)) or not isinstance(each, Mapping) or "name" not in each:
            raise ReviewError(f"{entity!r} is to have an id such as person:jane-doe and a name")
    return {
        str(entity): {
            name: None if each.get(name) is None else _text(name, each[name]) for name in _ENTITY
        }
        for entity, each in given.items()
    }  # fmt: skip


def _span(given: Json, text: str) -> Told:
    """Another span of the text, with its words."""
    if "start" not in given and "end" not in given:
        return {}
    start, end = given.get("start"), given.get("end")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        raise ReviewError(f"a span lies within the {len(text):,} characters of the report and has start and end")
    return {"start": start, "end": end, "text": text[start:end]}


def _arguments(given: object) -> Told:
    if not isinstance(given, Mapping):
        raise ReviewError("args is an object: name to value")
    for name, value in given.items():
        if not _ARGUMENT.fullmatch(str(name)) or not _is_argument(value):
            raise ReviewError(f"the argument {name!r} is a text, a whole number, a list of texts or an object of texts")
    if given.get("at") is not None:
        try:
            Interval.parse(str(given["at"]))
        except ValueError as error:
            raise ReviewError(str(error)) from None
    return dict(given)


def _is_argument(value: object) -> bool:
    if value is None or isinstance(value, str | int):
        return not isinstance(value, bool)
    parts = value if isinstance(value, list) else [*value, *value.values()] if isinstance(value, Mapping) else [None]
    return all(isinstance(part, str) for part in parts)


def _citation(given: object) -> Told:
    told = dict(given) if isinstance(given, Mapping) else {}
    if not (told.get("symbol") or told.get("title")):
        raise ReviewError("a citation has the symbol of a document, or a title")
    clean = {name: None if told.get(name) is None else _text(name, told[name]) for name in _CITATION}
    return {**clean, "title": clean["title"] or clean["symbol"], "source": clean["source"] or "a person"}
