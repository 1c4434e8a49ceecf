"""The index of symbols: which tables hold a symbol, and how it is written there.

`build` stores it in the record's file (schema `asking`), whenever rows were added; where a file lacks it, it is made
for the one connection that asks. Symbols are compared as `mahdar.record.symbols.normal` writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mahdar.record.asking.places import Place, fact_places
from mahdar.record.opened import Store

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Columns that hold symbols of documents, or slugs of treaties, by which a row can be asked for.
SYMBOL_COLUMNS = (
    "symbol",
    "draft",
    "meeting",
    "slug",
    "treaty",
    "adopted_by",
    "ended_by",
    "committee_symbol",
    "reference",
)
_SLUGS = frozenset({"slug", "treaty", "reference"})
_STORED, _PASSING = "asking.symbols", "asked_symbols"
# How a symbol is written in the package's tables, else in what was loaded.
_SPELT = "coalesce(min(spelt) FILTER (NOT starts_with(place, 'told.')), min(spelt))"
_COLUMNS = "normal VARCHAR, digits VARCHAR, place VARCHAR, part VARCHAR, spelt VARCHAR"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a symbol stands: the table, the column, and the symbol as it is written there."""

    place: str
    part: str
    spelt: str


def build(connection: DuckDBPyConnection) -> None:
    """Store the index in the file, in place of an older one; the last thing when rows were added."""
    found = connection.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'view'").fetchall()
    connection.execute("CREATE SCHEMA IF NOT EXISTS asking")
    _fill(connection, _STORED, Store(connection, "", None, frozenset(name for (name,) in found)))


def find(store: Store, normal: str) -> list[Hit]:
    """Where a symbol stands, `normal` as `symbols.normal` writes it."""
    hits = (Hit(*row) for row in _asked(store, "SELECT place, part, spelt FROM {index} WHERE normal = ?", [normal]))
    return sorted(hits, key=lambda hit: (hit.place.startswith("told."), hit.place, hit.part, hit.spelt))


def numbered(store: Store, number: str) -> list[str]:
    """The symbols with this number and no other: `77/226` finds `A/RES/77/226`. As they are written in the record."""
    query = f"SELECT {_SPELT} FROM {{index}} WHERE digits = ? GROUP BY normal ORDER BY normal"
    return [spelt for (spelt,) in _asked(store, query, [number])]


def near(store: Store, normal: str, most: int = 6) -> list[str]:
    """Symbols that one may have meant, as they are written in the record, the likeliest first.

    Two digits transposed, a part of the same document (`A/RES/31/95 A`), the same number of another body, one
    character more, less or other.
    """
    numbers, swapped, others = _digits(normal), _transposed(normal), _edited(normal)
    part = "starts_with(normal, ?) AND substr(normal, length(?) + 1, 1) NOT BETWEEN '0' AND '9'"
    query = f"""
        SELECT {_SPELT} FROM {{index}}
        WHERE digits = ? OR ({part}) OR list_contains(?::VARCHAR[], normal)
        GROUP BY normal
        ORDER BY min(CASE WHEN list_contains(?::VARCHAR[], normal) THEN 0 WHEN {part} THEN 1
            WHEN digits = ? THEN 2 ELSE 3 END), length(normal), normal
        LIMIT {most}"""
    asked: list[object] = [numbers, normal, normal, [*swapped, *others], swapped, normal, normal, numbers]
    return [spelt for (spelt,) in _asked(store, query, asked)]


def _transposed(normal: str) -> list[str]:
    """With two neighbours in each other's place."""
    pairs = (normal[:i] + normal[i + 1] + normal[i] + normal[i + 2 :] for i in range(len(normal) - 1))
    return [text for text in pairs if text != normal]


def _edited(normal: str) -> list[str]:
    """With one character less, other or more: digits, for a symbol that has some, else letters."""
    alphabet = "0123456789" if any(c.isdigit() for c in normal) else "ABCDEFGHIJKLMNOPQRSTUVWXYZ-"
    cuts = [(normal[:i], normal[i:]) for i in range(len(normal) + 1)]
    less = [left + right[1:] for left, right in cuts if right]
    other = [left + c + right[1:] for left, right in cuts if right for c in alphabet]
    return [*less, *other, *(left + c + right for left, right in cuts for c in alphabet)]


def _digits(normal: str) -> str:
    """The numbers of a symbol alone: `A/RES/77/226` has `77/226`. A symbol without numbers has none in common."""
    numbers = "".join(c if c.isdigit() else " " for c in normal).split()
    return "/".join(numbers) if numbers else "none"


def _asked(store: Store, query: str, parameters: list[object]) -> list[tuple[Any, ...]]:
    """The rows of a query on `{index}`: the one in the file, else one that is made for this connection."""
    import duckdb

    for name in (_STORED, _PASSING):
        try:
            return store.connection.execute(query.format(index=name), parameters).fetchall()
        except duckdb.CatalogException:
            continue
    _fill(store.connection, _PASSING, store)
    return store.connection.execute(query.format(index=_PASSING), parameters).fetchall()


def _fill(connection: DuckDBPyConnection, name: str, store: Store) -> None:
    parts = [_symbols(place, part, store) for place in fact_places() for part in place.among(SYMBOL_COLUMNS)]
    passing = "TEMP " if name == _PASSING else ""
    connection.execute(f"CREATE OR REPLACE {passing}TABLE {name} ({_COLUMNS})")
    connection.execute(f"INSERT INTO {name} SELECT DISTINCT * FROM ({' UNION ALL '.join(parts)}) ORDER BY ALL")


def _symbols(place: Place, part: str, store: Store) -> str:
    """One column's symbols; words that are no symbol (`Rome conference`) are left out."""
    plain = _normal(f'"{part}"')
    wanted = f"""regexp_matches("{part}", '{"^[A-Za-z]" if part in _SLUGS else "^[A-Z]+/"}')"""
    digits = f"array_to_string(regexp_extract_all({plain}, '\\d+'), '/')"
    cells = f"""{plain} AS normal, {digits} AS digits, '{place.name}' AS place, '{part}' AS part, "{part}" AS spelt"""
    return f"SELECT {cells} FROM {place.sql(store)} WHERE {wanted}"


def _normal(column: str) -> str:
    """`symbols.normal` in SQL; a remark behind a symbol, as in `S/RES/2231 (snap-back)`, is left out too."""
    bare = f"regexp_replace({column}, '\\s*\\([a-z][^)]*\\)$', '')"
    folded = f"upper(regexp_replace({bare}, '\\s+', '', 'g'))"
    return f"regexp_replace({folded}, '^([^(]*)\\(\\d{{4}}.*$', '\\1')"
