"""The commands that ask the record, mounted as `mahdar` mounts them, on a record of the package's facts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from mahdar.commands import council, show, state, tables
from mahdar.record.store import open_store

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def asked_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(tmp_path_factory.mktemp("asked")) / "record.duckdb"
    open_store(path).connection.close()
    return path


def mounted() -> typer.Typer:
    app, record = typer.Typer(rich_markup_mode=None), typer.Typer(rich_markup_mode=None)
    record.command("show", epilog=show.EXAMPLES)(show.show)
    record.command("list", epilog=tables.EXAMPLES)(tables.list_table)
    record.command("coverage", epilog=tables.COVERAGE_EXAMPLES)(tables.coverage)
    record.command("sql", epilog=tables.SQL_EXAMPLES)(tables.sql)
    app.add_typer(record, name="record")
    app.add_typer(council.app, name="council")
    app.command("state", epilog=state.EXAMPLES)(state.state)
    return app


@pytest.fixture
def run(asked_record: Path) -> Run:
    """Run a command on the record; the words as one writes them."""

    def command(*words: str) -> Result:
        return CliRunner().invoke(mounted(), [*words, "--record", str(asked_record)])

    return command


@pytest.fixture
def as_json(run: Run) -> Callable[..., dict[str, Any]]:
    """What a command prints with --json, where it succeeds."""

    def command(*words: str) -> dict[str, Any]:
        result = run(*words, "--json")
        assert result.exit_code == 0, result.output
        found: dict[str, Any] = json.loads(result.stdout)
        return found

    return command
