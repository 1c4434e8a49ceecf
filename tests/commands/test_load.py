"""`mahdar record load`: what it prints of files, and where there are none."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from mahdar.cli import app

TABLE = 'Participant,Signature,"Accession(a), Ratification"\nMali,,3 Mar 2003 a\n'


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["record", "load", *map(str, arguments)])


def test_a_folder_without_files_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run(tmp_path / "empty", "--record", tmp_path / "record.duckdb")
    assert (result.exit_code, result.stdout) == (0, "nothing to load: there are no files\n")
    result = run(tmp_path / "empty", "--json", "--record", tmp_path / "record.duckdb")
    assert (result.exit_code, result.stdout) == (0, "")


def test_files_are_summed_up_by_what_became_of_them(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "4-4.csv").write_text(TABLE, "utf-8")
    (folder / "4-3.csv").write_text(TABLE + "Peru,,soon\n", "utf-8")
    (folder / "notes.txt").write_text("a note\n", "utf-8")
    result = run(folder, "--record", tmp_path / "record.duckdb")
    assert result.exit_code == 0
    assert "lost (1): a cell that is no day" in result.stdout
    assert "notes.txt" in result.stdout.split("passed over, no publication that Mahdar knows (1):")[1]
    assert result.stdout.endswith("\n2 loaded, 1 passed over; 2 rows\n")
    again = run(folder / "4-4.csv", "--json", "--record", tmp_path / "record.duckdb")
    assert json.loads(again.stdout)["state"] == "unchanged"


def test_a_broken_file_fails_and_the_others_are_kept(tmp_path: Path) -> None:
    (tmp_path / "4-4.csv").write_text(TABLE, "utf-8")
    (tmp_path / "4-3.csv").write_text(TABLE + "Peru\n", "utf-8")
    result = run(tmp_path / "4-4.csv", tmp_path / "4-3.csv", "--record", tmp_path / "record.duckdb")
    assert result.exit_code == 1
    assert "FAILED" in result.output
    assert result.stdout.endswith("\n1 loaded, 1 failed; 1 rows\n")
