"""Search by words behind one interface: FTS5 of SQLite, text search of PostgreSQL.

`table` is `report_words` or `statement_words`; a row's number is the key of its report or statement. Both databases get
words that `terms` has folded and stemmed, and neither folds or stems them again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.engine import Connection

from mahdar.library.columns import Numbers
from mahdar.library.terms import Term

Words = tuple[int, str, str, str]  # key, words of the title, words, stems

_WEIGHTS = "6.0, 3.0, 1.0"  # a title says what a report is about; a word as asked counts more than its kin


def add_words(connection: Connection, table: str, rows: Sequence[Words]) -> None:
    """Put words into the index."""
    if not rows:
        return
    told = [dict(zip(("key", "title", "words", "stems"), row, strict=True)) for row in rows]
    connection.execute(sa.text(_INSERT[connection.dialect.name].format(table=table)), told)


_INSERT = {
    "sqlite": "INSERT INTO {table}(rowid, title, words, stems) VALUES (:key, :title, :words, :stems)",
    "postgresql": "INSERT INTO {table}(rowid, words, stems) VALUES (:key, setweight(to_tsvector('simple', :title), 'A')"
    " || setweight(to_tsvector('simple', :words), 'B'), to_tsvector('simple', :stems))",
}


def keys(connection: Connection, asked: sa.TextClause) -> Numbers:
    """The keys that a question finds, in no order; they come as one value, since rows by the ten thousand cost more."""
    found = connection.execute(asked).scalar_one()
    if found is None:
        return np.zeros(0, dtype=np.int64)
    return np.fromstring(found, dtype=np.int64, sep=",") if isinstance(found, str) else np.array(found, dtype=np.int64)


def holding(dialect: str, table: str, terms: Sequence[Term]) -> sa.TextClause:
    """What holds all terms, for `keys`. A word as it is asked for is found by its stems, which it has itself."""
    if dialect == "sqlite":
        asked = " AND ".join(_fts5(term) if term.exact else f"(stems : ({_kin(term)}))" for term in terms)
        return _keys_of_sqlite(table, asked)
    conditions, values = _conditions(terms)
    return sa.text(f"SELECT array_agg(rowid) FROM {table} WHERE {conditions}").bindparams(**values)


def titled(dialect: str, table: str, terms: Sequence[Term]) -> sa.TextClause:
    """What has the words of all terms in its title as they are asked for, for `keys`."""
    if dialect == "sqlite":
        return _keys_of_sqlite(table, " AND ".join(f"(title : {_phrase(term)})" for term in terms))
    asked = " & ".join(f"({' <-> '.join(f'{word}:A' for word in term.words)})" for term in terms)
    sql = f"SELECT array_agg(rowid) FROM {table} WHERE words @@ to_tsquery('simple', :asked)"
    return sa.text(sql).bindparams(asked=asked)


def ranked(dialect: str, table: str, terms: Sequence[Term]) -> sa.TextClause:
    """Key and rank (the smaller the better) of what holds all terms."""
    if dialect == "sqlite":
        asked = " AND ".join(_fts5(term) for term in terms)
        sql = f"SELECT rowid, bm25({table}, {_WEIGHTS}) FROM {table} WHERE {table} MATCH :asked"
        return sa.text(sql).bindparams(asked=asked)
    return _ranked_by_postgresql(table, terms)


def selected(dialect: str, found: Sequence[int]) -> sa.Select[tuple[int]]:
    """Keys as a query, however many they are."""
    if dialect == "sqlite":
        each = sa.func.json_each(json.dumps(found)).table_valued("value")
        return sa.select(sa.cast(each.c.value, sa.Integer))
    return sa.select(sa.func.unnest(sa.cast(list(found), ARRAY(sa.Integer))))


def _keys_of_sqlite(table: str, asked: str) -> sa.TextClause:
    sql = f"SELECT group_concat(rowid) FROM {table} WHERE {table} MATCH :asked"
    return sa.text(sql).bindparams(asked=asked)


def _fts5(term: Term) -> str:
    """Words hold letters and digits alone; quoted, none of them is an operator."""
    exact = f"({{title words}} : {_phrase(term)})"
    return exact if term.exact else f"({exact} OR (stems : ({_kin(term)})))"


def _kin(term: Term) -> str:
    return " OR ".join(f'"{stem}"' for stem in sorted(term.stems))


def _phrase(term: Term) -> str:
    return '"' + " ".join(term.words) + '"'


def _conditions(terms: Sequence[Term]) -> tuple[str, dict[str, str]]:
    """What rows of two vectors must meet, and the values in it."""
    conditions, values = [], {}
    for number, term in enumerate(terms):
        column = "words" if term.exact else "stems"
        values[f"c{number}"] = (" <-> " if term.exact else " | ").join(term.words if term.exact else sorted(term.stems))
        conditions.append(f"{column} @@ to_tsquery('simple', :c{number})")
    return " AND ".join(conditions), values


def _ranked_by_postgresql(table: str, terms: Sequence[Term]) -> sa.TextClause:
    """By nearness, and by how often the words stand there."""
    conditions, values = _conditions(terms)
    values["ranked"] = " | ".join(f"({' <-> '.join(term.words)})" for term in terms)
    kin = " | ".join(f"({stem})" for stem in sorted({s for term in terms for s in term.stems}))
    values["kin"] = kin or values["ranked"]
    rank = "-(3 * ts_rank_cd(words, to_tsquery('simple', :ranked)) + ts_rank(stems, to_tsquery('simple', :kin)))"
    return sa.text(f"SELECT rowid, {rank} FROM {table} WHERE {conditions}").bindparams(**values)
