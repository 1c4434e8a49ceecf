"""The tables of watching are as the migration makes them."""

from __future__ import annotations

import sqlalchemy as sa

from mahdar.library.opened import Library
from mahdar.watch.schema import TABLES


def test_the_migration_makes_what_the_schema_says(library: Library) -> None:
    with library.reading() as connection:
        seen = sa.inspect(connection)
        for table in TABLES:
            columns = {each["name"]: each["nullable"] for each in seen.get_columns(table.name)}
            assert columns == {each.name: bool(each.nullable) for each in table.columns}, table.name
            indexes = {each["name"] for each in seen.get_indexes(table.name)}
            assert {str(each.name) for each in table.indexes} <= indexes, table.name
