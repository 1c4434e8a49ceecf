"""`mahdar compare`: two reports as a page, as JSON, as HTML; what is wrong is said and has its exit status."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mahdar.cli import app
from mahdar.commands import compare as command
from tests.accounts import accounts

A, B = "first.txt", "second.txt"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / A).write_text(accounts.ENGLISH, "utf-8")
    (tmp_path / B).write_text(accounts.ARABIC, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["compare", *words], input=stdin)


@pytest.mark.usefixtures("here")
def test_the_page_shows_both_accounts_in_both_languages() -> None:
    english, arabic = run(A, B, "--language", "en").stdout, run(A, B, "--language", "ar").stdout
    assert "Accounts side by side" in english
    assert "told differently" in english
    assert "1,592 people" in english
    assert "روايات جنبا إلى جنب" in arabic
    assert "الآليات التي تطرحها كل رواية" in arabic


@pytest.mark.usefixtures("here")
def test_headings_are_in_the_language_of_most_reports() -> None:
    (Path(A).parent / "third.txt").write_text(accounts.ARABIC, "utf-8")
    assert "روايات جنبا إلى جنب" in run(A, B, "third.txt").stdout
    assert "Accounts side by side" in run(A, B).stdout


@pytest.mark.usefixtures("here")
def test_json_has_dates_and_outlets_by_file() -> None:
    result = run(
        A, B, "--json", "--published", "2024-05-05", "--published", f"{B}=2024-05-06", "--outlet", f"{A}=The Wire"
    )
    assert result.exit_code == 0
    told = json.loads(result.stdout)["accounts"]
    assert [account["published"] for account in told] == ["2024-05-05", "2024-05-06"]
    assert [account["outlet"] for account in told] == ["The Wire", None]


@pytest.mark.usefixtures("here")
def test_one_report_may_come_from_standard_input() -> None:
    result = run(A, "-", "--json", stdin=accounts.ARABIC)
    assert result.exit_code == 0
    assert [account["id"] for account in json.loads(result.stdout)["accounts"]] == [A, "-"]


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_html_is_one_page_without_scripts(here: Path, language: str, direction: str) -> None:
    assert run(A, B, "--language", language, "--html", "page.html").exit_code == 0
    page = (here / "page.html").read_text("utf-8")
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert '<blockquote lang="ar" dir="rtl">' in page
    assert '<blockquote lang="en" dir="ltr">' in page
    assert "<script" not in page
    assert "src=" not in page
    heads = re.findall(r'<th scope="col">', page)
    assert len(heads) == 3 * page.count("<table>")
    assert re.search(r"<mark>[^<]+</mark>", page)


def test_markup_of_a_report_is_shown_not_obeyed(here: Path) -> None:
    (here / A).write_text('<script>alert(1)</script> Russia said "<b>no\u202e</b>" to the draft.', "utf-8")
    assert run(A, B, "--html", "page.html").exit_code == 0
    page = (here / "page.html").read_text("utf-8")
    assert not [mark for mark in ("<script", "<b>", "\u202e") if mark in page]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ([A], "two reports at least"),
        ([A, A], "named twice"),
        ([A, B, "--published", "soon"], "soon"),
        ([A, B, "--published", "other.txt=2024"], "no report of that name"),
        ([A, B, "--published", f"{A}="], "nothing stands behind"),
        ([A, B, "--outlet", "Reuters"], "FILE=NAME"),
        ([A, B, "--html", "none/page.html"], "no file can be written there"),
        ([A, B, "--language", "fr"], "fr"),
    ],
)
@pytest.mark.usefixtures("here")
def test_wrong_usage_is_refused_with_a_reason(words: list[str], problem: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert problem in " ".join(result.output.split())


@pytest.mark.usefixtures("here")
def test_a_report_that_cannot_be_read_is_named_and_the_others_compared() -> None:
    result = run(A, B, "absent.txt", "--json")
    assert result.exit_code == 1
    assert "absent.txt: there is no such file" in result.output
    assert len(json.loads(result.stdout)["accounts"]) == 2
    alone = run(A, "absent.txt")
    assert alone.exit_code == 1
    assert "two reports at least" in alone.output


@pytest.mark.usefixtures("here")
def test_an_interruption_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "_told", interrupted)
    result = run(A, B)
    assert result.exit_code == 130
    assert "interrupted" in result.output
