"""`mahdar library export` and `mahdar dossier` as a person calls them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mahdar.cli import app

TEXT = "The envoy of Sudan said that 1,592 people were killed. Sudan is under UN sanctions since 2005.\n"
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    line = {"id": "sudan", "text": TEXT, "outlet": "Herald", "url": "https://h.example/1", "published": "2023-05-02"}
    (folder / "a.jsonl").write_text(json.dumps(line))
    made = CliRunner().invoke(app, ["library", "add", str(folder / "a.jsonl"), "--library", str(folder / "library.db")])
    assert made.exit_code == 0, made.output
    return folder / "library.db"


@pytest.fixture
def run(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    shutil.copy(filled, tmp_path / "library.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAHDAR_LIBRARY", str(tmp_path / "library.db"))
    return lambda *words: CliRunner().invoke(app, list(words))


def test_several_forms_at_once(run: Run, tmp_path: Path) -> None:
    forms = {"--csv": "csv", "--parquet": "pq", "--excel": "a.xlsx", "--claimreview": "a.json", "--ftm": "a.jsonl"}
    words = [word for pair in forms.items() for word in pair]
    result = run("library", "export", *words, "--bibtex", "a.bib", "--language", "ar", "--state", "SDN")
    assert result.exit_code == 0, result.output
    assert "1 report written" in result.stderr
    names = {path.name for path in tmp_path.iterdir()} - {"library.db", "library.db-wal", "library.db-shm"}
    assert names == {*forms.values(), "a.bib"}
    assert "S/RES/1591 (2005)" in (tmp_path / "a.bib").read_text()


def test_what_must_be_said(run: Run) -> None:
    for words in ([], ["--to", "x"], ["--jsonl", "--state", "SDN"], ["--csv", "x", "--verdict", "true"]):
        assert run("library", "export", *words).exit_code == 2, words


def test_what_is_there_stays(run: Run, tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "mine.txt").write_text("x")
    result = run("library", "export", "--csv", "csv")
    assert result.exit_code == 1
    assert "name a new or empty folder" in result.stderr
    assert [path.name for path in (tmp_path / "csv").iterdir()] == ["mine.txt"]
    missing = run("library", "export", "--bibtex", "none/a.bib")
    assert missing.exit_code == 1
    assert "cannot be written" in missing.stderr


def test_an_interruption_leaves_nothing(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mahdar.export.csv_tables.CsvTables.take", interrupted)
    result = run("library", "export", "--csv", "csv", "--bibtex", "a.bib")
    assert (result.exit_code, "nothing was written" in result.stderr) == (130, True)
    assert {path.name for path in tmp_path.iterdir()} <= {"library.db", "library.db-wal", "library.db-shm"}


def test_json_lines_go_to_a_file_or_out(run: Run, tmp_path: Path) -> None:
    assert run("library", "export", "--jsonl", "--to", "a.jsonl").exit_code == 0
    assert run("library", "export", "--jsonl").stdout == (tmp_path / "a.jsonl").read_text()
    assert run("library", "import", "a.jsonl", "--library", "other.db").exit_code == 0


def test_the_dossier_of_a_state(run: Run, tmp_path: Path) -> None:
    assert run("dossier", "state", "السودان", "--lang", "ar", "--to", "a.html").exit_code == 0
    page = (tmp_path / "a.html").read_text()
    assert 'dir="rtl"' in page
    assert "1,592 people" in page
    told = json.loads(run("dossier", "state", "SDN", "--json").stdout)
    assert told["told"]["reports"][0]["address"] == "https://h.example/1"
    assert run("dossier", "state", "Atlantis").exit_code == 2


def test_a_dossier_without_a_library(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MAHDAR_LIBRARY", str(tmp_path / "none.db"))
    result = run("dossier", "state", "PRK")
    assert result.exit_code == 0
    assert "No library was asked" in result.stdout
    assert not (tmp_path / "none.db").exists()
    assert run("dossier", "state", "PRK", "--library", "none.db").exit_code == 1


def test_the_dossier_of_a_person(run: Run) -> None:
    assert "Secretary-General".lower() in run("dossier", "person", "Ban Ki-moon").stdout.lower().replace(" ", "-")
    nobody = run("dossier", "person", "Nobody At All")
    assert nobody.exit_code == 1
    assert "knows a person called" in nobody.stderr


@pytest.mark.parametrize("name", ["غوتيريش", "Guterres", "guterres", "بان كي مون", "Boutros-Ghali"])
def test_a_person_by_surname(run: Run, name: str) -> None:
    told = run("dossier", "person", name, "--json")
    assert told.exit_code == 0, told.output
    assert json.loads(told.stdout)["id"].startswith("person:")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ban", "Ban Ki-moon (person:ban-ki-moon)"),
        ("António", "António Guterres (person:antonio-guterres)"),
        ("moo", "knows a person called 'moo'"),
        ("يريش", "knows a person called 'يريش'"),
    ],
)
def test_part_of_a_name_that_is_no_surname_of_one_person(run: Run, name: str, said: str) -> None:
    told = run("dossier", "person", name)
    assert told.exit_code == 1
    assert said in told.stderr


def test_the_dossier_of_a_story(run: Run) -> None:
    assert "What each report says" in run("dossier", "story", "sudan").stdout
    missing = run("dossier", "story", "none")
    assert missing.exit_code == 1
    assert "mahdar library stories" in missing.stderr
