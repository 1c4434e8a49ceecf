"""Search by words behind one interface: FTS5 of SQLite, text search of PostgreSQL.

`table` is `report_words` or `statement_words`; a row's number is the key of its report or statement. Both databases get
words that `terms` has folded and stemmed, and neither folds or stems them again.
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

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


def matching(dialect: str, table: str, terms: Sequence[Term]) -> sa.FromClause:
    """A table of `key` and `rank` (the smaller the better) of what holds all terms."""
    made = _of_sqlite(table, terms) if dialect == "sqlite" else _of_postgresql(table, terms)
    return made.columns(key=sa.Integer, rank=sa.Float).subquery()


def _of_sqlite(table: str, terms: Sequence[Term]) -> sa.TextClause:
    """Rows of FTS5, ranked by BM25."""
    asked = " AND ".join(f"({_fts5(term)})" for term in terms)
    sql = f"SELECT rowid AS key, bm25({table}, {_WEIGHTS}) AS rank FROM {table} WHERE {table} MATCH :asked"
    return sa.text(sql).bindparams(asked=asked)


def _fts5(term: Term) -> str:
    """Words hold letters and digits alone; quoted, none of them is an operator."""
    phrase = '"' + " ".join(term.words) + '"'
    if term.exact:
        return f"{{title words}} : {phrase}"
    kin = " OR ".join(f'"{stem}"' for stem in sorted(term.stems))
    return f"({{title words}} : {phrase}) OR (stems : ({kin}))"


def _of_postgresql(table: str, terms: Sequence[Term]) -> sa.TextClause:
    """Rows by two vectors, ranked by nearness and by how often the words stand there."""
    conditions, values = [], {}
    for number, term in enumerate(terms):
        values[f"w{number}"] = " <-> ".join(term.words)
        words = f"words @@ to_tsquery('simple', :w{number})"
        if not term.exact:
            values[f"s{number}"] = " | ".join(sorted(term.stems))
            words = f"({words} OR stems @@ to_tsquery('simple', :s{number}))"
        conditions.append(words)
    values["ranked"] = " | ".join(f"({values[f'w{number}']})" for number in range(len(terms)))
    values["kin"] = (
        " | ".join(f"({stem})" for stem in sorted({s for term in terms for s in term.stems})) or values["ranked"]
    )
    rank = "-(3 * ts_rank_cd(words, to_tsquery('simple', :ranked)) + ts_rank(stems, to_tsquery('simple', :kin)))"
    sql = f"SELECT rowid AS key, {rank} AS rank FROM {table} WHERE {' AND '.join(conditions)}"
    return sa.text(sql).bindparams(**values)
