"""axe-core finds nothing to complain of on any page, in both languages, by day and by night, wide and narrow."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import LANGUAGES, Opened, Site, told

if TYPE_CHECKING:
    from playwright.sync_api import Page

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Long lists in a short form: axe-core looks at every cell, and each looks like the next.
_SHORT = {
    "/ideal-points": "/charts/ideal-points",
    "/agreement": "/agreement?body=council",
    "/sanctions": "/sanctions?state=PRK&limit=10",
    "/states": "/states?words=korea",
    "/vetoes": "/vetoes?topic=SYR",
    "/treaties/iccpr": "/treaties/iccpr?standing=withdrawn",
    "/states/PRK": "/states/PRK?lines=10&mechanism=sanctions",
    "/decisions": "/decisions?limit=10",
    "/reviews": "/reviews?limit=10",
    "/arria": "/arria?limit=10",
    "/audit": "/audit?limit=10",
}
_AXE = str(files("axe_core_python") / "axe.min.js")
_RUN = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"


def violations(page: Page) -> list[str]:
    """What axe-core finds: the rule, how often, and the first place."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.add_script_tag(path=_AXE)
    found: list[dict[str, Any]] = page.evaluate(_RUN, _RULES)["violations"]
    return [
        f"{each['id']} ({len(each['nodes'])}): {each['nodes'][0]['html'][:160]} – "
        f"{each['nodes'][0]['failureSummary'][:200]}"
        for each in found
    ]


def test_axe_sees_what_is_wrong(opened: Opened) -> None:
    page = opened("/en/method", bypass_csp=True)
    page.set_content("<img src='/static/mark.svg'><p style='color:#aaa;background:#fff'>pale</p>")
    assert {each.split(" ")[0] for each in violations(page)} >= {"image-alt", "color-contrast", "html-has-lang"}


def everywhere(page: Page, base: str, paths: list[str]) -> list[str]:
    """What axe-core finds on each of the pages, which bring it along: a tag put into each costs a fifth more."""
    page.add_init_script(path=_AXE)
    found = []
    for path in paths:
        page.goto(base + path, wait_until="domcontentloaded")
        found += [f"{path}: {each}" for each in violations(page)]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_violation(opened: Opened, site: Site, language: str) -> None:
    page = opened(f"/{language}/", bypass_csp=True)
    paths = [f"/{language}{_SHORT.get(path, path)}" for path in site.paths if not path.startswith("/no-such")]
    assert everywhere(page, site.base, list(dict.fromkeys(paths))) == []


def test_by_night_on_a_phone_there_is_none_either(opened: Opened, site: Site) -> None:
    page = opened("/ar/", bypass_csp=True, width=390, color_scheme="dark")
    compared = next(path for path in site.paths if path.startswith("/compare?"))
    paths = [site.reports["en-wire"], compared, "/", "/search?words=sanctions", "/review", "/decisions/S/2022/431",
             "/council", "/decisions?topic=PRK&outcome=vetoed", "/vetoes?topic=SYR", "/method"]  # fmt: skip
    assert everywhere(page, site.base, [f"/ar{path}" for path in paths]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_forms_answer_has_no_violation_either(opened: Opened, language: str) -> None:
    page = opened(f"/{language}/", bypass_csp=True)
    page.fill("#text", told("en-moscow"))
    page.uncheck("#keep")
    page.click("button.first")
    assert violations(page) == []
