"""A folder of CSV files, one for each table: UTF-8, a header, lines ending in a line feed, several values with `|`."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from mahdar.export.cells import joined, neutral
from mahdar.export.kept import Kept
from mahdar.export.rows import TABLES, Source, Value
from mahdar.export.whole import whole_folder


class CsvTables:
    """A Sink of the open files; `writers` stand in the order of TABLES."""

    def __init__(self, writers: list[Any]) -> None:
        self._writers = writers

    def take(self, kept: Kept) -> None:
        source = Source(kept)
        for table, writer in zip(TABLES, self._writers, strict=True):
            writer.writerows([cell(value) for value in row] for row in table.rows(source))


@contextmanager
def csv_tables(folder: Path) -> Iterator[CsvTables]:
    """Write `reports.csv`, `statements.csv`… into a new folder, all or nothing. Raises OSError."""
    with whole_folder(folder) as place, ExitStack() as opened:
        writers = []
        for table in TABLES:
            stream = opened.enter_context(
                (place / f"{table.name}.csv").open("w", encoding="utf-8", errors="replace", newline="")
            )
            writers.append(csv.writer(stream, lineterminator="\n"))
            writers[-1].writerow([name for name, _ in table.columns])
        yield CsvTables(writers)
        opened.close()


def cell(value: Value) -> str | int | float:
    """Numbers as they are, yes and no as in JSON, texts so that no spreadsheet takes them for a formula."""
    if isinstance(value, bool):
        return json.dumps(value)
    if value is None or isinstance(value, int | float):
        return "" if value is None else value
    text = joined(value) if isinstance(value, list) else value
    return neutral(text.replace("\0", "\u2400"))
