"""`mahdar record update` as a person or a program calls it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from mahdar.commands.update import EXAMPLES, _watching, update
from mahdar.record.loading import hosts
from mahdar.record.loading import update as module
from mahdar.record.loading.addresses import Publication
from mahdar.record.loading.fetch import Limits
from mahdar.record.loading.manifest import Entry
from mahdar.record.store import open_store
from tests.record.loading.served import Answer, Site, serving

APP = typer.Typer(rich_markup_mode=None)
APP.command("update", epilog=EXAMPLES)(update)
TODAY = datetime.now(UTC).date().isoformat()
CONTENT = b"0,To,To_COW,Session\n0,Chile,CHL,5\n1,Peru,PER,2\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with the facts of the package, built once."""
    path: Path = tmp_path_factory.mktemp("built") / "record.duckdb"
    open_store(path).connection.close()
    return path


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, built: Path) -> Iterator[Site]:
    """Official addresses that lie on this machine, two of them in a span, and one that only a person can get."""
    shutil.copyfile(built, tmp_path / "record.duckdb")
    with serving() as found:
        address, page = found.address + "/{year}.csv", "https://un.org/{year}"
        rows = [
            Publication(
                "upr-sessions", "Sessions of {year}", "fetch", address, ("2024", "2025"), "", "csv", page, "", ""
            ),
            Publication("upr-info", "Recommendations", "by hand", "", (), "", "csv", "https://upr", "export them", ""),
        ]
        monkeypatch.setattr(module, "publications", lambda: rows)
        monkeypatch.setattr(module, "Limits", lambda: Limits(tries=1))
        monkeypatch.setattr(hosts, "public", lambda ip: True)
        found.put("/2024.csv", Answer(CONTENT, headers={"ETag": '"1"'}))
        yield found


def run(home: Path, *options: str) -> Result:
    return CliRunner().invoke(APP, ["--record", str(home / "record.duckdb"), *options])


def test_it_tells_what_came_what_failed_and_what_is_left_to_do(site: Site, tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.exit_code == 1
    assert f"new        upr-sessions           Sessions of 2024, {len(CONTENT)} bytes" in result.stdout
    assert "loaded     upr-sessions           2024.csv, 2 rows" in result.stdout
    assert f"1 new, 1 failed; 2 rows loaded; kept in {tmp_path / 'publications'}" in result.stdout
    assert "FAILED     upr-sessions           Sessions of 2025: 127.0.0.1 has nothing at this address" in result.stderr
    assert "see https://un.org/2025" in result.stderr
    assert "  upr-info               Recommendations\n" in result.stdout
    assert "https://upr\n" in result.stdout
    assert "export them" in result.stdout


def test_failures_with_one_reason_are_told_together(site: Site, tmp_path: Path) -> None:
    site.pages.clear()
    result = run(tmp_path)
    assert "Sessions of 2024 and 1 more: 127.0.0.1 has nothing" in result.stderr
    assert "Sessions of 2025" not in result.stderr
    assert "2 failed; 0 rows loaded" in result.stdout


def test_the_second_time_there_is_nothing_to_do(site: Site, tmp_path: Path) -> None:
    site.put("/2025.csv", CONTENT.replace(b"Peru", b"Chad"))
    assert run(tmp_path).exit_code == 0
    result = run(tmp_path)
    assert result.exit_code == 0
    assert "2 unchanged; 0 rows loaded" in result.stdout
    assert "new" not in result.stdout
    site.put("/2025.csv", CONTENT.replace(b"Peru", b"Bolivia"))
    assert f"Sessions of 2025, {len(CONTENT) + 3} bytes (3 bytes more than on {TODAY})" in run(tmp_path).stdout


def test_a_dry_run_lists_what_is_there_and_of_which_day(site: Site, tmp_path: Path) -> None:
    result = run(tmp_path, "--dry-run")
    assert result.exit_code == 0
    assert f"would fetch into {tmp_path / 'publications'}:" in result.stdout
    assert f"  upr-sessions           {site.address}/2024.csv … and 1 more\n" in result.stdout
    assert "not there yet\n" in result.stdout
    assert list(tmp_path.iterdir()) == [tmp_path / "record.duckdb"]
    run(tmp_path)
    assert f"1 of 2 there, of {TODAY}\n" in run(tmp_path, "--dry-run").stdout
    (tmp_path / "publications" / "upr-sessions" / TODAY / "2024.csv").write_bytes(b"")
    assert "not there yet; 1 missing or damaged" in run(tmp_path, "--dry-run").stdout


def test_programs_get_one_object(site: Site, tmp_path: Path) -> None:
    result = run(tmp_path, "--json", "--folder", str(tmp_path / "kept"))
    told = json.loads(result.stdout)
    assert result.stderr == ""
    assert (told["folder"], told["dry_run"], told["offline"]) == (str(tmp_path / "kept"), False, False)
    assert [entry["status"] for entry in told["asked"]] == ["new", "failed"]
    assert told["asked"][0]["file"] == f"upr-sessions/{TODAY}/2024.csv"
    assert [(load["state"], load["rows"]) for load in told["loads"]] == [("loaded", 2)]
    assert told["by_hand"] == [
        {"kind": "upr-info", "name": "Recommendations", "page": "https://upr", "do": "export them"}
    ]
    planned = json.loads(run(tmp_path, "--json", "--dry-run", "--folder", str(tmp_path / "kept")).stdout)["planned"]
    assert [row["there"] for row in planned] == [True, False]
    assert planned[0]["retrieved"].startswith(TODAY)


def test_without_a_network_it_says_so_and_lists(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path)
    monkeypatch.setattr(module, "_known_name", lambda place: False)
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "mahdar: none of the official addresses can be reached from here" in result.stderr
    assert f"1 of 2 there, of {TODAY}\n" in result.stdout
    assert json.loads(run(tmp_path, "--json").stdout)["offline"]


def test_only_named_kinds_are_fetched_and_unknown_ones_are_wrong_usage(site: Site, tmp_path: Path) -> None:
    assert run(tmp_path, "--only", "upr-info").exit_code == 0
    assert site.asked == []
    result = run(tmp_path, "--only", "upr-info", "--only", "sanctions")
    assert result.exit_code == 2
    assert "there is no address for the kind 'sanctions'" in result.stderr


def test_a_publication_that_no_loader_knows_is_said_to_be_so(site: Site, tmp_path: Path) -> None:
    site.put("/2024.csv", b"a,b\n1,2\n")
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "NOT LOADED " in result.stderr
    assert "no publication that Mahdar knows" in result.stderr


def test_a_folder_that_cannot_be_written_is_said_to_be_so(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    result = run(tmp_path, "--folder", str(tmp_path / "file" / "kept"))
    assert result.exit_code == 1
    assert result.stderr == f"mahdar: {tmp_path / 'file' / 'kept'} cannot be written: Not a directory\n"


def test_whoever_interrupts_is_told_what_is_kept(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "update", interrupt)
    result = run(tmp_path)
    assert result.exit_code == 130
    assert "what came is kept" in result.stderr


def test_lines_for_another_program_do_not_go_to_the_terminal_with_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    pipe, terminal = StringIO(), Terminal()
    monkeypatch.setattr("sys.stdout", pipe)
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with _watching(quiet=False) as watch:
        watch.bytes("a.xml", 2_000_000, 4_000_000)
        watch.rows("a.xml", 1_000)
        watch.asked(Entry("kind", "A list", "https://un.org/a", "new", "", bytes=4_000_000))
    assert pipe.getvalue() == "new        kind                   A list, 4,000,000 bytes\n"
    assert "A list" not in terminal.getvalue()
    assert "Loading a.xml: 1,000 rows" in terminal.getvalue()


def test_the_help_shows_examples_with_options_that_exist() -> None:
    text = CliRunner().invoke(APP, ["--help"]).stdout
    for option in ("--only", "--folder", "--dry-run", "--json", "--record"):
        assert option in text
        assert option in EXAMPLES or option == "--record"
    assert "mahdar record update --dry-run" in text
