"""What is drawn from a reading so that its report is found: names, speakers, statements, claims, words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.edtf import Interval
from mahdar.language.folding import fold_word
from mahdar.library import facets, terms
from mahdar.library.reviewed import laid, last_review, present_reading
from mahdar.library.schema import DRAWN, cited, claims, entities, named, present, speakers, statements
from mahdar.library.words import add_words
from mahdar.model import VerdictLabel

Json = Mapping[str, Any]

# What waits for a person, the smaller the sooner; a statement without a speaker comes before what the record lacks.
WAITS: Mapping[VerdictLabel, int] = {"refuted": 1, "conflicting": 2, "not-enough-evidence": 4, "supported": 5}
NO_SPEAKER, SAID = 3, 6


def draw(connection: Connection, report: int, reading: int, machine: Json) -> None:
    """Make a reading, with what people decided laid over it, the one by which its report is found; what was drawn from
    the former one goes.
    """
    told, review = machine, None
    if connection.scalar(sa.select(present.c.reading).where(present.c.report == report)) is not None:
        _forget(connection, report)
        review = last_review(connection, report)
        told = machine if review is None else laid(connection, report, machine).told
    row = {"report": report, "reading": reading, "review": review, **_present(told["report"])}
    connection.execute(sa.insert(present), [row])
    _add(connection, named, [{"report": report, "entity": entity} for entity in told["entities"]])
    _add_entities(connection, told["entities"])
    _add_statements(connection, report, told)
    _add(connection, claims, [_claim(report, each) for each in told["claims"]])
    _add(connection, cited, [{"report": report, "symbol": symbol} for symbol in cited_symbols(told)])
    facets.due(connection, report)


def redraw(connection: Connection, report: int) -> None:
    """Find a report by what people now say of it."""
    reading = connection.scalar(sa.select(present.c.reading).where(present.c.report == report))
    machine = present_reading(connection, report)
    if reading is not None and machine is not None:
        draw(connection, report, int(reading), machine)


def draw_words(connection: Connection, report: int, title: str | None, text: str) -> None:
    """The words of a report, which never change."""
    add_words(
        connection, "report_words", [(report, terms.indexed(title or "")[0], *terms.indexed(_whole(title, text)))]
    )


def _whole(title: str | None, text: str) -> str:
    return f"{title}\n{text}" if title and not text.startswith(title) else text


def _forget(connection: Connection, report: int) -> None:
    for table in (*DRAWN, present):
        connection.execute(sa.delete(table).where(table.c.report == report))


def _present(told: Json) -> dict[str, str | None]:
    published = told["published"]
    days = Interval.parse(published) if published else None
    return {
        "language": told["language"],
        "published": published,
        "published_basis": told["published_basis"],
        "first": days.first.isoformat() if days and days.first else None,
        "last": days.last.isoformat() if days and days.last else None,
    }


def _add(connection: Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(sa.insert(table), rows)


def _add_entities(connection: Connection, told: Mapping[str, Json]) -> None:
    """Names of entities that the library does not know yet."""
    known = set(connection.scalars(sa.select(entities.c.entity).where(entities.c.entity.in_(list(told)))))
    _add(connection, entities, [_entity(entity, each) for entity, each in told.items() if entity not in known])


def _entity(entity: str, told: Json) -> dict[str, Any]:
    arabic = told["name_ar"]
    return {
        "entity": entity,
        "name": told["name"],
        "name_ar": arabic,
        "folded": fold_word(told["name"]),
        "folded_ar": fold_word(arabic) if arabic else None,
    }


def _add_statements(connection: Connection, report: int, told: Json) -> None:
    found = told["statements"]
    if not found:
        return
    rows = [_statement(report, each) for each in found]
    made = connection.execute(
        sa.insert(statements).returning(statements.c.key, sort_by_parameter_order=True), rows
    ).scalars()
    keys = list(made)
    _add(
        connection,
        speakers,
        [row for key, each in zip(keys, found, strict=True) for row in _speakers(report, key, each, told)],
    )
    add_words(
        connection,
        "statement_words",
        [(key, "", *terms.indexed(each["text"])) for key, each in zip(keys, found, strict=True)],
    )


def _statement(report: int, told: Json) -> dict[str, Any]:
    found = {name: told[name] for name in ("start", "end", "act", "quoted", "cue", "speaker_text")}
    waits = None if told.get("reviews") else SAID if told["speakers"] else NO_SPEAKER
    return {"report": report, "waits": waits, **found}


def _speakers(report: int, key: int, told: Json, reading: Json) -> Iterator[dict[str, Any]]:
    for entity in dict.fromkeys(told["speakers"]):
        known = reading["entities"].get(entity) or {}
        yield {"statement": key, "entity": entity, "principal": known.get("principal"), "report": report}


def cited_symbols(told: Json) -> list[str]:
    """The symbols of the documents that are cited of the claims of a reading, once each."""
    found = (each["symbol"] for claim in told["claims"] for each in claim["citations"] if each["symbol"])
    return list(dict.fromkeys(found))


def _claim(report: int, told: Json) -> dict[str, Any]:
    decided = any(each["subject"] == "verdict" for each in told.get("reviews", ()))
    waits = None if decided else WAITS[told["verdict"]]
    return {"report": report, "waits": waits, **{name: told[name] for name in ("start", "end", "kind", "verdict")}}
