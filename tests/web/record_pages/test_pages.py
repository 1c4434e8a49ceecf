"""Every page of the record in both languages: HTML, its twins, its charts, its filters, and how it fails."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from mahdar.web.opening import ThreadConnections
from mahdar.web.pages import Page
from mahdar.web.record_pages import PAGES
from mahdar.web.record_pages.chart_pages import DRAWN
from mahdar.web.state import Kept, State
from tests.web.conftest import VETO, asked

LANGUAGES = ("en", "ar")
# Charts that need to be told of what.
ASKED = {
    "parties": "treaty=iccpr",
    "council": "on=2022-05-26",
    "votes": "symbol=S/2022/431",
    "timeline": "state=PRK",
    "assembly": "state=EGY",
    "state-recommendations": "state=BHR",
}


@pytest.fixture(scope="module")
def pages(state: State, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The application over the same record, with a library of its own that has a report of a veto."""
    from mahdar.library.adding import add
    from mahdar.library.items import Dated, Item, Met
    from mahdar.library.opened import open_library

    met = Met("veto.txt", "file", "2022-05-27T00:00:00.000Z")
    item = Item("veto-story", VETO.encode(), VETO, met, title="Two vetoes on North Korea", outlet="An agency",
                dated=Dated("2022-05-27", "given", "the sample says so"))  # fmt: skip
    with open_library(str(tmp_path_factory.mktemp("record-pages") / "library.db")) as library:
        list(add(library, [item], state.record))
        with asked(replace(state, library=library, kept=Kept())) as client:
            yield client


def address(page: Page, language: str = "en", suffix: str = "") -> str:
    path = page.path if not suffix else page.twin
    for name, example in page.paths.items():
        path = re.sub(r"\{" + name + r"(:path)?\}", quote(str(example), safe="/"), path)
    return f"/{language}{path}{suffix}"


def ids(page: Page) -> str:
    return page.name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_a_page_is_whole_and_its_charts_are_well_formed(pages: TestClient, page: Page, language: str) -> None:
    found = pages.get(address(page, language))
    assert found.status_code == 200
    text = found.text
    assert text.count("<h1") == 1
    assert " style=" not in text
    assert "<style" not in text
    assert not re.search(r"<th[^>]*>\s*</th>", text), "a row or a column without a header"
    drawings = re.findall(r"<svg .*?</svg>", text, re.DOTALL)
    for drawing in drawings:
        ET.fromstring(drawing)
    names = re.findall(r' id="([^"]+)"', text)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_the_twins_tell_the_same(pages: TestClient, page: Page) -> None:
    told = pages.get(address(page, suffix=".json")).json()
    assert told["schema"].startswith("mahdar/page/")
    assert not [key for key in told["data"] if key.startswith("_")]
    if not page.columns:
        return
    rows = list(csv.reader(io.StringIO(pages.get(address(page, suffix=".csv")).content.decode("utf-8-sig"))))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    listed = told["data"].get(page.rows)
    assert listed is None or len(listed) == len(rows) - 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(DRAWN))
def test_a_chart_has_its_own_page_table_and_csv(pages: TestClient, key: str, language: str) -> None:
    query = f"?{ASKED[key]}" if key in ASKED else ""
    html = pages.get(f"/{language}/charts/{key}{query}")
    assert html.status_code == 200
    answer = pages.get(f"/{language}/charts/{key}.json{query}").json()
    told = answer["data"]
    assert re.search("[?؟]", answer["title"])
    assert told["not_shown"].strip()
    text = pages.get(f"/{language}/charts/{key}.csv{query}").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == len(told["rows"]) + 1
    assert rows[0] == list(told["rows"][0])


def test_the_csv_behind_each_chart_of_a_page_is_there(pages: TestClient) -> None:
    for path in ("/vetoes", "/states/PRK", "/agreement", "/decisions/S/2022/431", "/council?on=2022-05-26"):
        text = pages.get(f"/en{path}").text
        links = re.findall(r'href="(/en/charts/[^"]+\.csv[^"]*)"', text)
        assert links, path
        for link in links:
            assert pages.get(link.replace("&amp;", "&")).status_code == 200, link


def test_arabic_pages_run_from_right_to_left_with_the_digits_that_were_chosen(pages: TestClient) -> None:
    text = pages.get("/ar/vetoes?digits=arab").text
    assert '<html lang="ar" dir="rtl">' in text
    assert 'direction="rtl"' in text
    assert "١٩٥٠" in text
    assert "الاتحاد الروسي" in text
    assert "١٩٥٠" not in pages.get("/ar/vetoes?digits=latn").text
    pages.cookies.clear()


# -- lists
def every(client: TestClient, path: str) -> Iterator[dict[str, Any]]:
    """All pages of a list."""
    following: str | None = path
    while following:
        told = client.get(following).json()
        yield told
        following = told["next"]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "final position, counted by UPR Info"), ("ar", "الموقف النهائي بحسب إحصاء")]
)
def test_how_recommendations_were_counted_is_said_in_words(pages: TestClient, language: str, words: str) -> None:
    shown = pages.get(f"/{language}/reviews").text
    assert words in shown
    assert "upr info" not in shown


def test_a_list_goes_on_until_its_end(pages: TestClient) -> None:
    parts = list(every(pages, "/en/vetoes.json?by=CHN&limit=7"))
    symbols = [row["symbol"] for told in parts for row in told["data"]["vetoes"]]
    total = parts[0]["data"]["total"]
    assert len(parts) == -(-total // 7)
    assert len(symbols) == total
    assert all("CHN" in row["vetoed_by"] for told in parts for row in told["data"]["vetoes"])


def test_filters_by_state_take_names_in_both_languages(pages: TestClient) -> None:
    found = [pages.get("/en/vetoes.json", params={"topic": name}).json()["data"]["total"]
             for name in ("SYR", "Syria", "سوريا")]  # fmt: skip
    assert found[0] > 5
    assert found == [found[0]] * 3


def test_rows_name_their_states_in_both_languages(pages: TestClient) -> None:
    told = pages.get("/en/vetoes.json?topic=PRK&from=2022&to=2022").json()["data"]
    assert [row["symbol"] for row in told["vetoes"]] == ["S/2022/431"]
    assert told["names"]["CHN"] == {"en": "China", "ar": "الصين"}
    assert told["vetoes"][0]["publisher"]
    assert told["vetoes"][0]["link"].startswith("https://")


@pytest.mark.parametrize(
    "path",
    [
        "/en/vetoes?cursor=nonsense",
        "/en/vetoes?topic=Atlantis",
        "/en/vetoes?from=2024&to=2020",
        "/en/council?on=tomorrow",
        "/en/reviews?cycle=0",
        "/en/agreement?first=1950&last=1940",
        "/en/decisions?outcome=forgotten",
        "/en/decisions?limit=100000",
    ],
)
def test_what_cannot_be_asked_is_said(pages: TestClient, path: str) -> None:
    assert pages.get(path).status_code == 422
    twin = pages.get(path.replace("?", ".json?"))
    assert twin.status_code == 422
    assert twin.json()["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/en/states/Atlantis",
        "/en/treaties/no-such-treaty",
        "/en/charts/no-such-chart",
        "/en/charts/timeline",
        "/en/charts/votes?symbol=S/RES/99999",
        "/en/ideal-points?session=400",
        "/en/decisions/S/RES/99999",
    ],
)
def test_what_is_not_there_is_not_found(pages: TestClient, path: str) -> None:
    assert pages.get(path).status_code == 404


def test_markup_in_an_address_stays_text(pages: TestClient) -> None:
    for path in ("/en/decisions/<script>alert(1)</script>", "/en/states?words=<script>", "/en/states/<script>"):
        assert "<script>alert" not in pages.get(path).text
        assert "<script>" not in pages.get(path).text.replace("<script src=", "")


# -- the tasks
def test_a_vetoed_draft_leads_to_its_fifteen_votes_and_the_report_that_tells_of_it(pages: TestClient) -> None:
    listed = pages.get("/en/vetoes?topic=PRK").text
    assert 'href="/en/decisions/S/2022/431"' in listed
    text = pages.get("/en/decisions/S/2022/431").text
    told = pages.get("/en/decisions/S/2022/431.json").json()["data"]
    assert sum(len(states) for states in told["decided"][0]["votes"].values()) == 15
    reports = told["reports"]["rows"]
    assert "veto-story" in {row["id"] for row in reports}
    assert next(row for row in reports if row["id"] == "veto-story")["verdict"] == "supported"
    assert f"/en/reports/{next(row for row in reports if row['id'] == 'veto-story')['sha256'][:16]}" in text


def test_a_state_has_its_dossier_and_what_reports_tell_of_it(pages: TestClient) -> None:
    told = pages.get("/ar/states/PRK.json").json()["data"]
    assert told["official"]["treaties"]
    assert told["official"]["sanctions"]
    assert told["told"]["total"] >= 1
    text = pages.get("/ar/states/PRK").text
    assert "جمهورية كوريا الشعبية الديمقراطية" in text
    assert 'id="reports"' in text
    assert not re.search(r"<th[^>]*>\s*</th>", text), "a row or a column without a header"


def test_one_mechanism_of_a_dossier_alone(pages: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(pages.get("/en/states/PRK.csv?mechanism=treaties").text.lstrip("\ufeff"))))
    assert rows
    assert {row["mechanism"] for row in rows} == {"treaties"}
    assert all(row["link"] for row in rows)


def test_a_state_beside_all_others(pages: TestClient) -> None:
    told = pages.get("/en/agreement.json?state=EGY&first=2010&last=2019").json()["data"]
    shares = [row["agreement"] for row in told["rows"] if row["agreement"] is not None]
    assert len(shares) > 150
    assert shares == sorted(shares, reverse=True)
    assert pages.get("/en/agreement?state=PRK&body=council").status_code == 200


def test_states_are_found_by_letters_of_either_name(pages: TestClient) -> None:
    for words in ("bahr", "بحرين", "BHR"):
        told = pages.get("/en/states.json", params={"words": words}).json()["data"]
        assert "BHR" in {row["state"] for row in told["states"]}
    assert pages.get("/en/states.json?words=zzzz").json()["data"]["states"] == []


def test_a_page_is_made_once_and_then_handed_over(pages: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Second time nothing is worked out anew: the kept answers are asked, the record is not."""
    seen: list[str] = []
    original = ThreadConnections._connection

    def watched(self: ThreadConnections) -> Any:
        seen.append("asked")
        return original(self)

    monkeypatch.setattr(ThreadConnections, "_connection", watched)
    for path in ("/audit", "/vetoes", "/treaties", "/coverage", "/council?on=2022-05-26", "/charts/vetoes"):
        pages.get(f"/en{path}")
        seen.clear()
        assert pages.get(f"/en{path}").status_code == 200
        assert seen == [], path
