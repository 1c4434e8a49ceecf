"""What a corpus adds up to: three tables, counted by DuckDB straight from the Parquet files, whatever their number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mahdar.corpus.folder import Folder

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A table under its name, as rows under columns."""

    name: str
    columns: tuple[str, ...]
    rows: list[Row]


# A statement of two speakers with one principal is one statement of that principal.
_STATEMENTS = """
    WITH spoken AS (SELECT key, unnest(principals) AS principal FROM read_parquet(getvariable('statements')))
    SELECT principal, strftime(published_first, '%Y-%m') AS month, count(*) AS statements,
        count(DISTINCT key) AS reports
    FROM spoken JOIN read_parquet(getvariable('reports')) AS told USING (key) GROUP BY 1, 2 ORDER BY 1, 2 NULLS LAST"""
_VERDICTS = """
    SELECT outlet, count(*) FILTER (verdict = 'supported') AS supported,
        count(*) FILTER (verdict = 'refuted') AS refuted,
        count(*) FILTER (verdict = 'not-enough-evidence') AS not_enough_evidence,
        count(*) FILTER (verdict = 'conflicting') AS conflicting, count(*) AS claims, count(DISTINCT key) AS reports
    FROM read_parquet(getvariable('claims')) AS claimed JOIN read_parquet(getvariable('reports')) AS told USING (key)
    GROUP BY 1 ORDER BY claims DESC, outlet NULLS LAST"""
_FIGURES = """
    SELECT topic, unit, count(*) AS figures, count(DISTINCT key) AS reports, min(low) AS least,
        median(coalesce(low, high)) AS median, max(high) AS most
    FROM read_parquet(getvariable('figures')) GROUP BY 1, 2 ORDER BY topic NULLS LAST, figures DESC, unit NULLS LAST"""
_QUERIES = {"statements_by_principal_and_month": _STATEMENTS, "verdicts_by_outlet": _VERDICTS,
            "figures_by_topic": _FIGURES}  # fmt: skip


def count_up(folder: Folder) -> list[Counted]:
    """The tables of a corpus that was read whole. Raises CorpusError where it was not."""
    import duckdb

    with duckdb.connect() as connection:
        for table in ("reports", "statements", "claims", "figures"):
            connection.execute(f"SET VARIABLE {table} = $files", {"files": folder.files(table)})
        found = []
        for name, query in _QUERIES.items():
            answer = connection.execute(query)
            columns = tuple(str(column[0]) for column in answer.description or ())
            found.append(Counted(name, columns, answer.fetchall()))
    return found
