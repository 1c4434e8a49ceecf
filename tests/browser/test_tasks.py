"""The four people of the design at their work, in both languages, with scripts and without."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import LANGUAGES, Opened, Site, follow, told

if TYPE_CHECKING:
    from playwright.sync_api import Page

VETOED = "S/2022/431"
FIFTEEN = 15
# Word for word what a person of this language looks for and clicks.
WORDS = {
    "ar": {
        "read": "اقرأه",
        "korea": "جمهورية كوريا الشعبية الديمقراطية",
        "russia": "الاتحاد الروسي",
        "veto": "نقض",
        "statements": "العقوبات",
    },
    "en": {
        "read": "Read it",
        "korea": "Democratic People's Republic of Korea",
        "russia": "Russian Federation",
        "veto": "veto",
        "statements": "sanctions",
    },
}
everywhere = pytest.mark.parametrize("language", LANGUAGES)
either_way = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])


def path(page: Page) -> str:
    """The path of the address that is shown, without its language."""
    return "/" + page.url.split("/", 4)[4]


def rows(page: Page, address: str) -> list[dict[str, str]]:
    """The rows of a CSV address."""
    answer = page.request.get(address)
    assert answer.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.body().decode("utf-8-sig"))))


def csv_of(page: Page) -> list[dict[str, str]]:
    """The rows behind the link at the foot of a page."""
    address = page.locator("footer a", has_text="CSV").get_attribute("href")
    assert address is not None
    return rows(page, page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + address)


# -- the fact-checker
@everywhere
@either_way
def test_a_pasted_report_gives_document_symbols(opened: Opened, language: str, scripts: bool) -> None:
    page = opened(f"/{language}/", scripts=scripts, width=390)
    page.fill("#text", told("ar-wire" if language == "ar" else "en-wire"))
    page.uncheck("#keep")
    follow(page.get_by_role("button", name=WORDS[language]["read"]))
    symbols = page.locator(".claim-card a.symbol").all_inner_texts()
    assert {VETOED, "S/RES/2397 (2017)"} <= set(symbols)
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    follow(page.locator("a#at-c1"))
    assert page.url.endswith("#c1")
    card = page.locator("#c1")
    assert "supported" in (card.get_attribute("class") or "")
    follow(card.locator("a.number"))
    assert page.url.endswith("#at-c1")


@everywhere
def test_several_files_are_a_job_that_ends_by_itself(opened: Opened, language: str) -> None:
    page = opened(f"/{language}/")
    page.locator("summary").click()
    texts = [("one.txt", told("en-wire")), ("two.txt", told("en-moscow"))]
    files = [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in texts]
    page.set_input_files("#files", files)  # type: ignore[arg-type]
    follow(page.get_by_role("button", name=WORDS[language]["read"]))
    assert "/jobs/" in page.url
    page.locator("td a").nth(1).wait_for()
    assert page.locator("td a").all_inner_texts() == ["one.txt", "two.txt"]


@everywhere
@either_way
def test_from_the_veto_sentence_to_its_fifteen_votes_and_the_rival_account(
    opened: Opened, site: Site, language: str, scripts: bool
) -> None:
    page = opened(f"/{language}{site.reports['en-wire']}", scripts=scripts)
    follow(page.locator("a.claim-badge").first)
    follow(page.locator("#c1 a.symbol"))
    assert path(page) == f"/decisions/{VETOED}"
    voted = page.locator(".way .names li")
    assert voted.count() == FIFTEEN
    against = page.locator(".way.no li").all_inner_texts()
    assert len(against) == 2
    assert any(WORDS[language]["russia"] in each and WORDS[language]["veto"] in each for each in against)
    follow(page.locator("table a", has_text="Moscow: pressure on Pyongyang"))
    assert path(page) == site.reports["en-moscow"]
    follow(page.locator("#others ~ p a.button"))
    assert path(page).startswith("/compare?")
    assert page.locator("ol.accounts > li").count() >= 2


# -- the desk researcher
@everywhere
@either_way
def test_a_dossier_on_a_state_across_mechanisms(opened: Opened, language: str, scripts: bool) -> None:
    page = opened(f"/{language}/states", scripts=scripts)
    follow(page.locator("main").get_by_role("link", name=WORDS[language]["korea"], exact=True).first)
    assert path(page).startswith("/states/PRK")
    dossier = page.locator("main")
    for symbol in ("S/RES/1718 (2006)", VETOED):
        assert dossier.locator(f'a[href*="{symbol.split(" ")[0]}"]').count() > 0, symbol
    assert page.locator("main svg").count() > 0
    listed = csv_of(page)
    assert len(listed) > 20
    assert any("1718" in str(row) for row in listed)


@everywhere
def test_treaties_and_reviews_of_a_state_are_found(opened: Opened, language: str) -> None:
    page = opened(f"/{language}/reviews?state=PRK")
    assert len(csv_of(page)) >= 3
    page.goto(page.url.replace("/reviews?state=PRK", "/treaties/iccpr"))
    assert any("PRK" in row.values() for row in csv_of(page))


# -- the political scientist
@everywhere
def test_votes_and_statements_as_tables(opened: Opened, language: str) -> None:
    page = opened(f"/{language}/decisions?state=CHN&way=no&topic=PRK")
    listed = csv_of(page)
    assert VETOED in {row["symbol"] for row in listed}
    assert page.locator("main table tbody tr").count() == len(listed)
    page.goto(re.sub(r"/decisions.*", "/agreement?first=2015&last=2020", page.url))
    assert len(csv_of(page)) > 10
    page.goto(re.sub(r"/agreement.*", f"/search?in=statements&words={WORDS[language]['statements']}", page.url))
    said = csv_of(page)
    assert said
    assert all(row["text"] and row["sha256"] and int(row["end"]) > int(row["start"]) for row in said)


# -- the diplomat's analyst
@everywhere
@either_way
def test_who_opposed_what_when_and_in_which_words(opened: Opened, site: Site, language: str, scripts: bool) -> None:
    page = opened(f"/{language}/vetoes?by=RUS&topic=PRK", scripts=scripts)
    follow(page.locator("main table a.symbol", has_text=VETOED).first)
    assert path(page) == f"/decisions/{VETOED}"
    page.goto(f"{site.base}/{language}/search?in=statements&principal=state:RUS")
    said = page.locator("article.line", has_text="stopped no missile")
    assert ("2022" in said.inner_text(), "Moscow Courier" in said.inner_text()) == (True, True)
    follow(said.get_by_role("link").last)
    assert page.locator("h1").inner_text().startswith("Moscow: pressure on Pyongyang")


@everywhere
def test_the_council_on_the_day_of_a_vote(opened: Opened, language: str) -> None:
    page = opened(f"/{language}/decisions/{VETOED}")
    follow(page.locator('main a[href*="/council?on=2022-05-26"]').first)
    assert page.locator("main svg").count() > 0
    assert page.locator(f'main a[href*="{VETOED}"]').count() > 0


def test_a_page_leads_to_itself_in_the_other_language(opened: Opened) -> None:
    page = opened("/en/vetoes?topic=SYR")
    follow(page.locator(".who a[hreflang=ar]"))
    assert page.url.endswith("/ar/vetoes?topic=SYR")
    follow(page.locator(".who a[hreflang=en]"))
    assert page.url.endswith("/en/vetoes?topic=SYR")
