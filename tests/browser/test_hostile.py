"""What a hostile report brings along does nothing in a real browser: no dialog opens, nothing is asked of elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from tests.browser.conftest import LANGUAGES, Opened, Site, follow, told
from tools.web_served import keep, served, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea></title><svg onload=alert(1)>",
    "' onmouseover='alert(1)' autofocus onfocus='alert(1)",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<a href=javascript:alert(1)>x</a>",
    "<base href=//elsewhere.example/><form action=//elsewhere.example/>",
    "<details open ontoggle=alert(1)>{{7*7}}${alert(1)}",
)
ALL = " ".join(ATTACKS)


@pytest.fixture(scope="module")
def attacked(chromium_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server whose library holds a story of two reports, each full of attacks."""
    library = tmp_path_factory.mktemp("hostile") / "library.db"
    with served("--library", str(library), "--rate", "100000") as (base, _):
        digests = [
            keep(base, f"{told(name)}\n“We {ALL} agree,” the envoy {ALL} said.\n", outlet=ALL[:190], title=ALL)
            for name in ("en-wire", "en-moscow")
        ]
        assert settled(base, 2)
        one, other = digests
        paths = [
            "/", "/search", "/search?words=agree", "/search?in=statements", "/stories", "/review", "/watch", "/log",
            f"/reports/{one}", f"/reports/{other}/review?at=s1", f"/compare?report={one}&report={other}", "/compare",
            "/decisions/S/2022/431", "/states/PRK",
        ]  # fmt: skip
        yield Site(base, {"one": f"/reports/{one}"}, paths)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_a_hostile_report_runs(opened: Opened, attacked: Site, language: str) -> None:
    page = opened("/en/method", bypass_csp=language == "ar")  # nor without the policy: what is escaped does not run
    elsewhere: list[str] = []
    page.on("request", lambda asked: None if asked.url.startswith("http://127.0.0.1:") else elsewhere.append(asked.url))
    page.goto(f"{attacked.base}/{language}{attacked.reports['one']}")
    page.fill("#note", f"note {ALL}")
    follow(page.locator("form", has=page.locator("#note")).locator("button"))
    assert "onerror=alert(1)" in page.locator("main").inner_text()
    for path in attacked.paths:
        page.goto(f"{attacked.base}/{language}{path}")
        page.locator("main").hover()
        assert page.locator("main img, iframe, base, main script, [onload], [onerror], [onfocus]").count() == 0, path
        assert page.locator('a[href^="javascript"]').count() == 0, path
    assert elsewhere == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_a_query_runs(opened: Opened, site: Site, attack: str) -> None:
    page = opened("/en/method", bypass_csp=True)
    for path, name in (("/search", "words"), ("/decisions", "words"), ("/sign-in", "next"), ("/search", "outlet")):
        page.goto(f"{site.base}/ar{path}?{urlencode({name: attack})}")
        assert page.locator("main img, iframe, base, main script").count() == 0, path


def test_the_policy_stops_a_script_that_came_in_all_the_same(site: Site, browser: Browser) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda each: said.append(each.text))
    page.goto(f"{site.base}/en/method")
    page.evaluate(
        "() => { const script = document.createElement('script'); script.textContent = 'window.came = 1';"
        " document.body.append(script) }"
    )
    assert page.evaluate("window.came === undefined")
    assert any("Content Security Policy" in each for each in said)
    page.close()
