"""`mahdar record audit`."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from mahdar.checking.audit.run import rules
from mahdar.commands import audit
from tests.audits import Bench, call, folder

DAY = date(2012, 7, 19)


@cache
def record() -> Path:
    """A record in which one table of votes exchanges days and months, and one treaty's marks contradict one another."""
    path = folder() / "command.duckdb"
    bench = Bench(path)
    days = [date(2016, 3, 2), date(2016, 4, 1), date(2016, 5, 3), date(2016, 6, 8), date(2016, 7, 5)]
    for index, on in enumerate(days):
        swapped = on.replace(month=on.day, day=on.month)
        for series, source, told in (("library-meetings", "un-library-meetings", on), ("sc", "un-sc-votes", swapped)):
            calls, votes = call(f"{index}", series=series, symbol=f"S/RES/{9270 + index} (2016)", date=told)
            bench.tell(source, f"{series}-{index}", calls=calls, votes=votes)
    marks = {"party": True, "signatory": False, "no_action": True, "status_told": "state \x1b[31mparty", "year": 1990}
    states = ("PRK", "FRA", "USA", "GBR", "CHN")
    bench.tell("untc-years", "crc", treaty_status=[{"treaty": "crc", "state": s, "place": s, **marks} for s in states])
    bench.connection.close()
    return path


def run(*words: str) -> Result:
    app = typer.Typer(rich_markup_mode=None)
    app.command("audit", epilog=audit.EXAMPLES)(audit.audit)
    return CliRunner().invoke(app, [*words, "--record", str(record())])


def as_json(*words: str) -> dict[str, Any]:
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_the_page_groups_findings_by_rule_with_a_few_examples_and_a_summary() -> None:
    result = run()
    assert result.exit_code == 0
    page = result.stdout
    assert "treaties-marks · Is each state marked as one of party, signatory and no action?" in page
    assert "findings: 5, rows judged: 5" in page
    assert "… findings not shown: 2; --all prints them" in page
    assert "… listed beneath it: 5; --all prints them" in page
    assert "Rules that had no rows to judge: " in page
    assert page.count("as party and no action") == 3
    assert "https://docs.un.org/S/RES/9270(2016)" in page
    assert "\x1b" not in page


def test_all_prints_every_finding_and_what_stands_beneath() -> None:
    page = run("--all", "--rule", "treaties-marks", "--rule", "council-days").stdout
    assert page.count("as party and no action") == 5
    assert page.count("day and month are exchanged.") == 5
    assert "--all" not in page
    assert "council-voters" not in page


def test_arabic() -> None:
    page = run("--language", "ar", "--rule", "council-days").stdout
    assert "تدقيق السجل" in page
    assert "الخلاصة" in page
    assert "النظام الداخلي المؤقت لمجلس الأمن" in page
    assert "\u2068S/RES/9270 (2016)\u2069" in page


def test_json_has_all_findings_whatever_the_page_shows() -> None:
    found = as_json()
    assert found["schema"] == "mahdar/audit/1"
    assert [rule["rule"] for rule in found["rules"]] == list(rules())
    marks = [f for f in found["findings"] if f["rule"] == "treaties-marks"]
    assert len(marks) == 5
    (days,) = [f for f in found["findings"] if f["rule"] == "council-days" and "parts" in f]
    assert len(days["parts"]) == 5
    assert {e["file"] for e in days["parts"][0]["evidence"]} == {"library-meetings-0", "sc-0"}


def test_csv_has_a_row_for_each_finding_and_each_part() -> None:
    result = run("--csv", "--rule", "council-days")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert tuple(rows[0]) == audit.COLUMNS
    beneath = [row for row in rows if row["under"]]
    assert len(beneath) == 5
    assert beneath[0]["files"] == "sc-0|library-meetings-0"
    assert beneath[0]["links"].startswith("https://docs.un.org/S/RES/9270(2016)|")


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("S/RES/9271", {("council-days", "S/RES/9271 (2016)")}),
        ("9271", {("council-days", "S/RES/9271 (2016)")}),
        ("China", {("treaties-marks", "crc")}),
        ("كوريا الشمالية", {("treaties-marks", "crc")}),
        ("crc", {("treaties-marks", "crc")}),
        ("1994-09", {("council-presidents", "1994-09")}),
    ],
)
def test_about_a_symbol_a_state_a_treaty_or_a_month(subject: str, expected: set[tuple[str, str]]) -> None:
    found = {(f["rule"], f["about"]) for f in as_json("--about", subject)["findings"]}
    assert expected <= found
    assert len(found) < 12


def test_a_narrowed_page_names_only_rules_that_found_something() -> None:
    page = run("--about", "S/RES/9271").stdout
    assert "council-days" in page
    assert "council-seats" not in page
    nothing = run("--about", "S/RES/99999")
    assert nothing.exit_code == 0
    assert "The rules find no contradiction." in nothing.stdout


def test_as_of_a_day() -> None:
    before = as_json("--as-of", "2016-04-01", "--rule", "council-days")["findings"]
    (days,) = [f for f in before if "parts" in f]
    assert len(days["parts"]) == 2


def test_the_rules_are_listed() -> None:
    lines = run("--rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(rules())


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--rule", "council-votes"), "did you mean council-voters"),
        (("--about", "Frnace"), "no state is called 'Frnace'"),
        (("--json", "--csv"), "choose one of"),
        (("--language", "fr"), "fr"),
        (("--as-of", "yesterday"), "not a day"),
    ],
)
def test_wrong_usage(words: tuple[str, ...], problem: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert problem in " ".join(result.output.split())
