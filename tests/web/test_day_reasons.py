"""Why a report has its day, and what a library does not have: told in the language of the page."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import csrf, kept

TEXT = (
    "NEW YORK - The General Assembly on Thursday discussed the death penalty.\n"
    "“It belongs to the past,” the Norwegian delegate said.\n"
)
DATED = "NEW YORK, 27 May 2022 - The Security Council met on Mali, and the French ambassador said that it was late.\n"
LATIN = re.compile(r"[A-Za-z]{4,}")


def reason(client: TestClient, path: str, language: str) -> str:
    page = client.get(path.replace("/en/", f"/{language}/")).text
    title = {"en": "Why this day", "ar": "سبب هذا التاريخ"}[language]
    found = re.search(rf"<dt>{title}</dt><dd>(.*?)</dd>", page)
    assert found is not None
    return re.sub(r"<[^>]+>", "", found[1])


def test_a_day_that_was_given(client: TestClient) -> None:
    path = kept(client, TEXT + "Given.\n", published="2022-05-27")
    assert reason(client, path, "en") == "given with the report"
    assert reason(client, path, "ar") == "أُعطي مع التقرير"


def test_a_day_of_the_text(client: TestClient) -> None:
    path = kept(client, DATED)
    assert reason(client, path, "en") in {
        "the dateline of the report",
        "inferred from what the report says of the record",
    }
    assert not LATIN.search(reason(client, path, "ar"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_day_of_a_page(client: TestClient, language: str) -> None:
    head = '<meta property="article:published_time" content="2022-05-27T08:00:00Z">'
    page = f"<html><head><title>The vote</title>{head}</head><body><article><p>{TEXT} {language}</p></article></body>"
    sent = {"csrf": csrf(client, "/en/"), "keep": "1"}
    answer = client.post("/en/read", data=sent, files={"files": ("day.html", page.encode())})
    told = reason(client, answer.headers["location"], language)
    assert "article:published_time" in told
    assert ("of the page says" in told) == (language == "en")


def test_a_name_that_the_library_does_not_have_is_met_with_those_that_it_has(client: TestClient) -> None:
    kept(client, TEXT + "Of an outlet.\n", outlet="The Evening Post")
    page = client.get("/en/search?outlet=The+Evening+Pots").text
    assert "No report of this library is of the outlet" in page
    assert 'href="/en/search?outlet=The+Evening+Post"' in page
    told = client.get("/ar/search.json?outlet=The+Evening+Pots").json()["data"]["unmet"]
    assert told == [{"asked": "outlet", "name": "The Evening Pots", "near": ["The Evening Post"]}]
