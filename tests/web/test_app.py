"""Routes of the application: twins, languages, errors, static files, health."""

from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

from mahdar.web.catalogue import all_pages
from mahdar.web.pages import Page
from tests.web.conftest import ARABIC, VETO, kept

PLAIN = [page for page in all_pages() if "{" not in page.path and page.path not in {"/account", "/invitation"}]


@pytest.mark.parametrize("page", PLAIN, ids=lambda page: page.path)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_answers_in_both_languages(client: TestClient, page: Page, language: str) -> None:
    answer = client.get(f"/{language}{page.path}")
    assert answer.status_code == 200, answer.text[:500]
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in answer.text
    assert answer.text.count("<h1") == 1
    assert 'style="' not in answer.text
    assert "<style" not in answer.text


@pytest.mark.parametrize("page", PLAIN, ids=lambda page: page.path)
def test_every_page_has_its_twin(client: TestClient, page: Page) -> None:
    told = client.get(f"/en{page.twin}.json")
    assert told.status_code == 200
    assert told.headers["content-type"] == "application/json"
    assert told.json()["schema"] == f"mahdar/page/{page.name}/1"
    assert not any(key.startswith("_") for key in told.json()["data"])
    if page.columns:
        listed = client.get(f"/en{page.twin}.csv")
        assert listed.headers["content-type"].startswith("text/csv")
        assert listed.text.lstrip("\ufeff").splitlines()[0] == ",".join(page.columns)


def test_names_of_pages_are_their_own() -> None:
    names = [page.name for page in all_pages()]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_the_first_address_leads_to_the_language_of_the_browser(client: TestClient) -> None:
    assert client.get("/", headers={"accept-language": "en-GB,en;q=0.8"}).headers["location"] == "/en/"
    assert client.get("/", headers={"accept-language": "fr"}).headers["location"] == "/ar/"
    assert client.get("/en").headers["location"] == "/en/"


def test_what_did_not_change_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/en/method")
    again = client.get("/en/method", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/ar/method", headers={"if-none-match": first.headers["etag"]}).status_code == 200


@pytest.mark.parametrize("path", ["/en/nothing.json", "/api/nothing", "/en/reports/nothing.json", "/nothing"])
def test_programs_get_problems(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(answer.json()) == {"type", "title", "status", "detail", "instance"}


def test_people_get_pages_that_say_what_is_wrong(client: TestClient) -> None:
    missing = client.get("/ar/nothing")
    assert (missing.status_code, "لا شيء في هذا العنوان" in missing.text) == (404, True)
    wrong = client.get("/en/search?state=Atlantis")
    assert (wrong.status_code, "no state is called “Atlantis”" in wrong.text) == (422, True)
    assert client.post("/en/method").status_code == 405


def test_a_fault_is_told_without_its_trace(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from mahdar.web.report_pages import read

    def broken(*_: object) -> None:
        raise RuntimeError("a secret path")

    monkeypatch.setattr(read, "latest", broken)
    careful = TestClient(client.app, base_url=str(client.base_url), raise_server_exceptions=False)
    answer = careful.get("/en/")
    assert (answer.status_code, "a secret path" in answer.text) == (500, False)
    assert "Something went wrong here" in answer.text
    assert careful.get("/en/home.json").json()["status"] == 500


def test_months_and_digits_are_chosen_and_remembered(client: TestClient) -> None:
    path = kept(client, VETO, published="2024-01-05").replace("/en/", "/ar/")
    assert "كانون الثاني/يناير 2024" in client.get(path).text
    chosen = client.get(path + "?months=levantine&digits=arab")
    assert "٥ كانون الثاني ٢٠٢٤" in chosen.text
    assert "٥ كانون الثاني ٢٠٢٤" in client.get(path).text
    assert "2024-01-05" in client.get(path + ".json").text
    client.cookies.clear()


def test_plural_forms_follow_the_language(client: TestClient) -> None:
    from mahdar.web.wording import translations

    said = [translations("ar").ngettext("%(shown)s report", "%(shown)s reports", n) for n in (0, 1, 2, 3, 11, 83, 100)]
    assert said == [
        "لا تقارير", "تقرير واحد", "تقريران", "%(shown)s تقارير",
        "%(shown)s تقريرا", "%(shown)s تقريرا", "%(shown)s تقرير",
    ]  # fmt: skip


def test_health_readiness_figures_and_static_files(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/ready").json() == {"status": "ok"}
    client.get("/en/method")
    assert 'mahdar_requests_total{method="GET",route="/method",status="200"}' in client.get("/metrics").text
    assert client.get("/static/style.css").headers["content-type"].startswith("text/css")
    assert client.get("/static/..%2Fapp.py").status_code == 404


def test_openapi_describes_every_page_with_an_example(client: TestClient) -> None:
    told = client.get("/api/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    for page in all_pages():
        path = "/{language}" + page.twin.replace(":path", "") + ".json"
        answer = told["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
        assert answer["example"]["schema"] == f"mahdar/page/{page.name}/1"
    ids = [each["operationId"] for path in told["paths"].values() for each in path.values()]
    assert len(ids) == len(set(ids))
    assert {"/api/read", "/api/reports", "/api/reviews", "/api/notes"} <= set(told["paths"])
    json.dumps(told)


def test_lists_go_on_at_the_cursor(client: TestClient) -> None:
    for number in range(22):
        kept(client, f"{ARABIC}Number {number} of the envoys' wordings.\n")
    first = client.get("/en/search.json?words=wordings").json()
    assert (first["data"]["total"], len(first["data"]["rows"])) == (22, 20)
    second = client.get(first["next"]).json()
    assert (len(second["data"]["rows"]), second["next"]) == (2, None)
    assert client.get("/en/search.json?cursor=%00").status_code == 422


def test_what_depends_on_the_library_is_made_anew_when_it_grows(client: TestClient) -> None:
    path = "/en/search.json?words=zeitgeist"
    assert [client.get(path).json()["data"]["total"] for _ in range(2)] == [0, 0]
    kept(client, f"{VETO}The zeitgeist, said an envoy.\n")
    assert client.get(path).json()["data"]["total"] == 1
