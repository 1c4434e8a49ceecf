"""What an analysis hands over: rows with the question, the method, the coverage and what they do not show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

Cell = str | int | float | None
Row = Mapping[str, Cell]
_TYPES = {bool: "BOOLEAN", int: "BIGINT", float: "DOUBLE", str: "VARCHAR"}


@dataclass(frozen=True)
class Table:
    """Rows under `columns`; None is a value that is withheld. `fits` says how each estimate converged, if any was made.

    Raises ValueError if method, coverage or what it does not show are left out.
    """

    what: str
    method: str
    coverage: str
    not_shown: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    fits: tuple[Row, ...] = ()

    def __post_init__(self) -> None:
        if not (self.what and self.method and self.coverage and self.not_shown):
            raise ValueError("a table says what it answers, its method, its coverage and what it does not show")

    def about(self) -> dict[str, object]:
        """What stands with the rows wherever they are shown."""
        told: dict[str, object] = {
            "what": self.what,
            "method": self.method,
            "coverage": self.coverage,
            "not_shown": self.not_shown,
        }
        return {**told, "fits": [dict(fit) for fit in self.fits]} if self.fits else told

    def notes(self) -> tuple[str, str, str]:
        """The same as lines under a chart, without the question."""
        return (
            f"Method: {self.method}.",
            f"Coverage: {self.coverage}.",
            f"Does not show: {self.not_shown}.",
        )


def write_parquet(table: Table, path: Path) -> None:
    """The rows as Parquet; question, method, coverage and what they do not show go into the file's metadata.

    Raises OSError if the file cannot be written.
    """
    import duckdb

    values = ", ".join(f"{_quoted(key)}: {_quoted(str(value))}" for key, value in table.about().items())
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE rows ({', '.join(_declared(table))})")
        if table.rows:
            columns = [[row[name] for row in table.rows] for name in table.columns]
            connection.execute(f"INSERT INTO rows SELECT {', '.join('unnest(?)' for _ in columns)}", columns)
        try:
            connection.execute(f"COPY rows TO {_quoted(str(path))} (FORMAT parquet, KV_METADATA {{{values}}})")
        except duckdb.Error as error:
            raise OSError(str(error).splitlines()[0]) from error


def _declared(table: Table) -> list[str]:
    return [f'"{name}" {_type([row[name] for row in table.rows])}' for name in table.columns]


def _type(cells: list[Cell]) -> str:
    found = {type(cell) for cell in cells if cell is not None}
    if found == {int, float}:
        return "DOUBLE"
    return _TYPES[found.pop()] if len(found) == 1 else "VARCHAR"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
