"""Search: reports, or statements, by words and by what was read in them; a page of them, and counts of all.

Without words the newest come first; with words the best.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.language.folding import fold_word
from mahdar.library import terms, words
from mahdar.library.asking import LISTED, REPORTS
from mahdar.library.schema import claims, entities, named, present, reports, speakers, statements
from mahdar.library.terms import Term

_FACET = 12  # values of a facet that are counted out
_NO_STATES = "state:%"


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for. `words` as a person writes them; days ISO; `state` ISO alpha-3; `speaker` an id or a name.

    `first` and `last` bound the day of publication, which may be an interval: it must meet them.
    """

    words: str = ""
    outlet: str | None = None
    first: str | None = None
    last: str | None = None
    state: str | None = None
    speaker: str | None = None
    act: str | None = None
    verdict: str | None = None

    def terms(self) -> list[Term]:
        """Raises ValueError where there are words but none to look for."""
        return terms.question(self.words) if self.words.strip() else []


@dataclass(frozen=True, slots=True)
class Results:
    """One page of `total`; `facets` count all of them: facet -> [(value, count)], the most frequent first."""

    total: int
    rows: list[dict[str, Any]]
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


def search(connection: Connection, question: Question, *, limit: int = 20, offset: int = 0) -> Results:
    """Reports. Each row is as in a list, with its `text`, the places of the words in it (`marks`) and its `rank`."""
    asked = question.terms()
    found = _reports(connection, question, asked)
    rows = []
    for row in connection.execute(_page(found, limit, offset, _REPORT_COLUMNS)):
        told = dict(row._mapping)
        rows.append(
            {**told, "marks": terms.marked(row.text, asked), "title_marks": terms.marked(row.title or "", asked)}
        )
    return Results(_total(connection, found), rows, _facets(connection, found))


def search_statements(connection: Connection, question: Question, *, limit: int = 20, offset: int = 0) -> Results:
    """Statements. Each row has the report's id, outlet and day, the span, its text, act, speakers and marks."""
    asked = question.terms()
    found = _statements(connection, question, asked)
    told = [dict(row._mapping) for row in connection.execute(_page(found, limit, offset, _STATEMENT_COLUMNS))]
    who = _speakers(connection, [each["key"] for each in told])
    for each in told:
        each["text"] = each.pop("whole")[each["start"] : each["end"]]
        each["marks"] = terms.marked(each["text"], asked)
        each["speakers"] = who.get(each.pop("key"), [])
    facets = {name: _counted(connection, sa.select(value).select_from(joined), found, key)
              for name, value, joined, key in _STATEMENT_FACETS}  # fmt: skip
    return Results(_total(connection, found), told, facets)


_REPORT_COLUMNS = (*LISTED, reports.c.text)
_STATEMENT_COLUMNS = (
    statements.c.key,
    reports.c.id,
    reports.c.outlet,
    reports.c.url,
    present.c.published,
    statements.c.start,
    statements.c.end,
    statements.c.act,
    statements.c.quoted,
    statements.c.cue,
    statements.c.speaker_text,
    reports.c.text.label("whole"),
)


@dataclass(frozen=True, slots=True)
class _Found:
    """All that is found, as a subquery of `key` and `rank`, and whether the keys are of statements."""

    keys: sa.Subquery
    of_statements: bool

    @property
    def key(self) -> sa.Column[int]:
        return statements.c.key if self.of_statements else reports.c.key


def _reports(connection: Connection, question: Question, asked: list[Term]) -> _Found:
    source, rank = _ranked(connection, "report_words", asked, REPORTS, reports.c.key)
    conditions = _common(connection, question)
    said = _said(connection, question)
    if said:
        joined = statements.join(speakers, speakers.c.statement == statements.c.key) if question.speaker else statements
        conditions.append(reports.c.key.in_(sa.select(statements.c.report).select_from(joined).where(*said)))
    if question.state:
        spoken = sa.select(speakers.c.report).where(speakers.c.principal == f"state:{question.state}")
        names = sa.select(named.c.report).where(named.c.entity == f"state:{question.state}")
        conditions.append(reports.c.key.in_(sa.union(names, spoken)))
    if question.verdict:
        conditions.append(reports.c.key.in_(sa.select(claims.c.report).where(claims.c.verdict == question.verdict)))
    asked_for = sa.select(reports.c.key.label("key"), rank.label("rank")).select_from(source).where(*conditions)
    return _Found(asked_for.subquery(), False)


def _statements(connection: Connection, question: Question, asked: list[Term]) -> _Found:
    base = statements.join(reports, reports.c.key == statements.c.report).outerjoin(
        present, present.c.report == reports.c.key
    )
    source, rank = _ranked(connection, "statement_words", asked, base, statements.c.key)
    conditions = _common(connection, question)
    if question.act:
        conditions.append(statements.c.act == question.act)
    if question.speaker:
        who = sa.select(speakers.c.statement).where(_speaker(connection, question.speaker))
        conditions.append(statements.c.key.in_(who))
    if question.state:
        principal = sa.select(speakers.c.statement).where(speakers.c.principal == f"state:{question.state}")
        conditions.append(statements.c.key.in_(principal))
    if question.verdict:
        within = sa.and_(claims.c.start < statements.c.end, claims.c.end > statements.c.start)
        same = sa.and_(claims.c.report == statements.c.report, claims.c.verdict == question.verdict, within)
        conditions.append(sa.exists().where(same))
    asked_for = sa.select(statements.c.key.label("key"), rank.label("rank")).select_from(source).where(*conditions)
    return _Found(asked_for.subquery(), True)


def _ranked(
    connection: Connection, table: str, asked: list[Term], base: sa.FromClause, key: sa.Column[int]
) -> tuple[sa.FromClause, sa.ColumnElement[float]]:
    if not asked:
        return base, sa.literal(0.0)
    matched = words.matching(connection.dialect.name, table, asked)
    return sa.join(base, matched, matched.c.key == key), matched.c.rank


def _common(connection: Connection, question: Question) -> list[sa.ColumnElement[bool]]:
    """Conditions on the report itself. A report without a day is in no span of days."""
    found: list[sa.ColumnElement[bool]] = []
    if question.outlet:
        found.append(sa.func.lower(reports.c.outlet).in_([question.outlet.lower(), question.outlet]))
    if question.first:
        found.append(sa.func.coalesce(present.c.last, present.c.first) >= question.first)
    if question.last:
        found.append(sa.func.coalesce(present.c.first, present.c.last) <= question.last)
    return found


def _said(connection: Connection, question: Question) -> list[sa.ColumnElement[bool]]:
    """Conditions that one statement of the report must meet together."""
    found: list[sa.ColumnElement[bool]] = [statements.c.act == question.act] if question.act else []
    if question.speaker:
        found.append(_speaker(connection, question.speaker))
    return found


def _speaker(connection: Connection, who: str) -> sa.ColumnElement[bool]:
    """By the id of an entity, or by its name in English or Arabic as it is folded."""
    folded = fold_word(who.strip())
    known = sa.or_(entities.c.folded == folded, entities.c.folded_ar == folded)
    slug = folded.replace(" ", "-")
    ids = {who.strip(), *connection.scalars(sa.select(entities.c.entity).where(known))}
    ids |= {f"{kind}:{slug}" for kind in ("person", "body", "outlet")}
    return speakers.c.entity.in_(sorted(ids))


def _page(found: _Found, limit: int, offset: int, columns: tuple[Any, ...]) -> sa.Select[Any]:
    source = sa.join(found.keys, reports if not found.of_statements else statements, found.keys.c.key == found.key)
    if found.of_statements:
        source = source.join(reports, reports.c.key == statements.c.report)
    source = source.outerjoin(present, present.c.report == reports.c.key)
    newest = sa.func.coalesce(present.c.first, present.c.last, "").desc()
    order = (found.keys.c.rank, newest, reports.c.key, found.keys.c.key)
    asked = sa.select(*columns, found.keys.c.rank).select_from(source).order_by(*order)
    return asked.limit(limit).offset(offset)


def _total(connection: Connection, found: _Found) -> int:
    total: int = connection.execute(sa.select(sa.func.count()).select_from(found.keys)).scalar_one()
    return total


_YEAR = sa.func.substr(present.c.first, 1, 4)
_REPORT_FACETS = (
    ("outlet", reports.c.outlet, reports, reports.c.key),
    ("language", present.c.language, present, present.c.report),
    ("year", _YEAR, present, present.c.report),
    ("state", named.c.entity, named, named.c.report),
    ("act", statements.c.act, statements, statements.c.report),
    ("verdict", claims.c.verdict, claims, claims.c.report),
)
_OF = statements.join(reports, reports.c.key == statements.c.report)
_STATEMENT_FACETS: tuple[tuple[str, Any, sa.FromClause, Any], ...] = (
    ("outlet", reports.c.outlet, _OF, statements.c.key),
    ("year", _YEAR, statements.join(present, present.c.report == statements.c.report), statements.c.key),
    ("act", statements.c.act, statements, statements.c.key),
    ("speaker", speakers.c.entity, speakers, speakers.c.statement),
    ("principal", speakers.c.principal, speakers, speakers.c.statement),
)


def _facets(connection: Connection, found: _Found) -> dict[str, list[tuple[str, int]]]:
    """How many of all reports found have each value; a report counts once for a value."""
    told = {}
    for name, value, source, key in _REPORT_FACETS:
        asked = sa.select(value).select_from(source)
        if name == "state":
            asked = asked.where(named.c.entity.like(_NO_STATES))
        told[name] = _counted(connection, asked, found, key)
    return told


def _counted(connection: Connection, asked: sa.Select[Any], found: _Found, key: Any) -> list[tuple[str, int]]:
    value = next(iter(asked.selected_columns))
    number = sa.func.count(sa.distinct(key))
    counted = asked.add_columns(number).where(key.in_(sa.select(found.keys.c.key)), value.is_not(None))
    counted = counted.group_by(value).order_by(number.desc(), value).limit(_FACET)
    return [(str(each), int(many)) for each, many in connection.execute(counted)]


def _speakers(connection: Connection, keys: list[int]) -> dict[int, list[str]]:
    """Who speaks in these statements."""
    found: dict[int, list[str]] = {}
    asked = sa.select(speakers.c.statement, speakers.c.entity).where(speakers.c.statement.in_(keys))
    for statement, entity in connection.execute(asked.order_by(speakers.c.statement, speakers.c.entity)):
        found.setdefault(statement, []).append(entity)
    return found
