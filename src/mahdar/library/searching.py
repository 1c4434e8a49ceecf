"""Search: reports, or statements, by words and by what was read in them; a page of them, and counts of all.

The database finds the words, its rows are narrowed, counted and put in order as columns in memory (mahdar.library
.columns), and it gives the rows of the page. Without words the newest come first; with words the best.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Any

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray
from sqlalchemy.engine import Connection

from mahdar.library import narrowing, terms, words
from mahdar.library.asking import LISTED, REPORTS
from mahdar.library.columns import Columns, Mask, Numbers, columns_of
from mahdar.library.narrowing import Question
from mahdar.library.schema import present, reports, speakers, statements
from mahdar.library.terms import Term

__all__ = ["Question", "Results", "found_keys", "search", "search_statements"]

_FACET = 12  # values of a facet that are counted out
_RANKED = 4_000  # so many at most are ranked by how often and how rarely the words stand there
_FACETS = ("outlet", "language", "year", "state", "speaker", "principal", "act", "mechanism", "verdict")
_STATEMENT_FACETS = ("outlet", "year", "speaker", "principal", "act", "mechanism", "verdict")
_OF_THE_REPORT = ("outlet", "year")
Facets = dict[str, list[tuple[str, int]]]
Ranks = NDArray[np.float64]  # by key


@dataclass(frozen=True, slots=True)
class Results:
    """One page of `total`; `facets` count all of them: facet -> [(value, count)], the most frequent first."""

    total: int
    rows: list[dict[str, Any]]
    facets: Facets = field(default_factory=dict)


def search(connection: Connection, question: Question, *, limit: int = 20, offset: int = 0) -> Results:
    """Reports. Each row is as in a list, with its `text`, the places of the words in it (`marks`) and its `rank`."""
    asked = question.terms()
    columns = columns_of(connection)
    found, ranks = _found(connection, "report_words", asked, narrowing.reports(connection, columns, question))
    page = _page(found, ranks, columns.newest, limit, offset)
    told = _rows(connection, sa.select(reports.c.key, *_REPORT_COLUMNS).select_from(REPORTS), reports.c.key, page)
    for each in told:
        each["rank"] = float(ranks[each.pop("key")])
        each["marks"] = terms.marked(each["text"], asked)
        each["title_marks"] = terms.marked(each["title"] or "", asked)
    counts = columns.of_reports.counted(found, len(columns.values) + 1)
    return Results(int(np.count_nonzero(found)), told, _named(columns, _FACETS, counts))


def search_statements(connection: Connection, question: Question, *, limit: int = 20, offset: int = 0) -> Results:
    """Statements. Each row has the report's id, outlet and day, the span, its text, act, speakers and marks."""
    asked = question.terms()
    columns = columns_of(connection)
    found, ranks = _found(connection, "statement_words", asked, narrowing.statements(connection, columns, question))
    page = _page(found, ranks, columns.newest_statements, limit, offset)
    told = _rows(connection, sa.select(*_STATEMENT_COLUMNS).select_from(_STATEMENTS), statements.c.key, page)
    who = _speakers(connection, [each["key"] for each in told])
    for each in told:
        each["rank"] = float(ranks[each["key"]])
        each["text"] = each.pop("whole")[each["start"] : each["end"]]
        each["marks"] = terms.marked(each["text"], asked)
        each["speakers"] = who.get(each.pop("key"), [])
    return Results(int(np.count_nonzero(found)), told, _facets_of_statements(columns, found))


def newest(connection: Connection, question: Question, most: int) -> tuple[list[int], int]:
    """The keys of the newest reports that a question finds, whatever its words, and how many it finds."""
    columns = columns_of(connection)
    found = narrowing.reports(connection, columns, question)
    return columns.newest[found[columns.newest]][:most].tolist(), int(np.count_nonzero(found))


def found_keys(connection: Connection, question: Question) -> sa.Select[tuple[int]]:
    """The keys of all reports that a question finds, in no order."""
    narrowed = narrowing.reports(connection, columns_of(connection), question)
    found, _ = _found(connection, "report_words", question.terms(), narrowed, rank=False)
    return words.selected(connection.dialect.name, np.flatnonzero(found).tolist())


_REPORT_COLUMNS = (*LISTED, reports.c.text)
_STATEMENTS = statements.join(REPORTS, reports.c.key == statements.c.report)
_STATEMENT_COLUMNS = (
    statements.c.key,
    reports.c.id,
    reports.c.sha256,
    reports.c.title,
    reports.c.outlet,
    reports.c.url,
    present.c.published,
    present.c.language,
    statements.c.start,
    statements.c.end,
    statements.c.act,
    statements.c.quoted,
    statements.c.cue,
    statements.c.speaker_text,
    reports.c.text.label("whole"),
)


def _found(
    connection: Connection, table: str, asked: list[Term], narrowed: Mask, *, rank: bool = True
) -> tuple[Mask, Ranks]:
    """What holds the words too, and ranks where there are words, the smaller the better.

    Where more hold them than it is worth to rank, those that have them in the title come before all others.
    """
    ranks = np.zeros(len(narrowed))
    if not asked:
        return narrowed, ranks
    dialect = connection.dialect.name
    held = _mask(words.keys(connection, words.holding(dialect, table, asked)), len(narrowed))
    found = held & narrowed
    if rank and np.count_nonzero(held) <= _RANKED:
        for key, value in connection.execute(words.ranked(dialect, table, asked)):
            if key < len(ranks):
                ranks[key] = value
    elif rank and table == "report_words":
        titled = words.keys(connection, words.titled(dialect, table, asked))
        ranks[titled[titled < len(ranks)]] = -1.0
    return found, ranks


def _mask(keys: Numbers, length: int) -> Mask:
    """A mask of what the columns know; another process may have added more since they were read."""
    found = np.zeros(length, dtype=np.bool_)
    found[keys[keys < length]] = True
    return found


def _page(found: Mask, ranks: Ranks, newest: Numbers, limit: int, offset: int) -> list[int]:
    """The keys of a page: by rank, then the newest first."""
    ordered = newest[found[newest]]
    if ranks.any():
        ordered = ordered[np.argsort(ranks[ordered], kind="stable")]
    keys: list[int] = ordered[offset : offset + limit].tolist()
    return keys


def _rows(connection: Connection, asked: sa.Select[Any], key: sa.Column[int], page: list[int]) -> list[dict[str, Any]]:
    """The rows of a page in its order."""
    rows = {row.key: dict(row._mapping) for row in connection.execute(asked.where(key.in_(page)))}
    return [rows[each] for each in page if each in rows]


def _facets_of_statements(columns: Columns, found: Mask) -> Facets:
    """Counts of statements; what is so of a report is so of its statements."""
    length = len(columns.values) + 1
    counts = columns.of_statements.counted(found, length)
    each = np.bincount(columns.report_of[found], minlength=len(columns.there))
    of_reports = columns.shared.weighed(each, length)
    told = _named(columns, _STATEMENT_FACETS, counts)
    return told | _named(columns, _OF_THE_REPORT, of_reports)


def _named(columns: Columns, names: tuple[str, ...], counts: Numbers) -> Facets:
    """The most frequent values of each facet; of one count, in the order of their names."""
    return {
        name: _most_frequent(columns, columns.named[name], counts) if name in columns.named else [] for name in names
    }


def _most_frequent(columns: Columns, numbers: Numbers, counts: Numbers) -> list[tuple[str, int]]:
    many = counts[numbers]
    least = np.partition(many, -_FACET)[-_FACET] if len(many) > _FACET else 0
    shown = numbers[many >= max(least, 1)].tolist()
    found = ((columns.values[number - 1][1], int(counts[number])) for number in shown)
    return nsmallest(_FACET, found, key=lambda one: (-one[1], one[0]))


def _speakers(connection: Connection, keys: list[int]) -> dict[int, list[str]]:
    """Who speaks in these statements."""
    found: dict[int, list[str]] = {}
    asked = sa.select(speakers.c.statement, speakers.c.entity).where(speakers.c.statement.in_(keys))
    for statement, entity in connection.execute(asked.order_by(speakers.c.statement, speakers.c.entity)):
        found.setdefault(statement, []).append(entity)
    return found
