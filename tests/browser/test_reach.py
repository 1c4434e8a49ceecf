"""Everybody reaches everything: by keyboard, on a phone, without scripts."""

from __future__ import annotations

import pytest

from mahdar.web.catalogue import all_pages
from tests.browser.conftest import LANGUAGES, Opened, Site, follow

_FOCUS = "document.activeElement.id || document.activeElement.className"
_OUTLINE = "getComputedStyle(document.activeElement).outlineStyle"
_CUT = "[...document.querySelectorAll('.stack .wide')].some(each => each.scrollWidth > each.clientWidth)"
_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
everywhere = pytest.mark.parametrize("language", LANGUAGES)


@everywhere
def test_the_keyboard_skips_to_the_content_and_reads_a_report(opened: Opened, language: str) -> None:
    page = opened(f"/{language}/")
    page.keyboard.press("Tab")
    assert page.evaluate(_FOCUS) == "skip"
    assert page.locator("a.skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(_FOCUS) == "text"
    page.keyboard.type("The Security Council adopted resolution 2397 (2017) unanimously.")
    reached: list[str] = []
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate(_OUTLINE) != "none", reached
        reached.append(page.evaluate(_FOCUS))
        if reached[-1] == "keep":
            page.keyboard.press("Space")
        if reached[-1] == "first":
            break
    assert reached[:2] == ["outlet", "published"]
    assert reached[-2:] == ["keep", "first"]
    page.keyboard.press("Enter")
    page.locator("#c1").wait_for()
    assert page.locator("#c1 a.symbol").inner_text() == "S/RES/2397 (2017)"


@everywhere
def test_no_page_is_wider_than_a_phone(opened: Opened, site: Site, language: str) -> None:
    page = opened(f"/{language}/", width=390)
    wide = []
    for path in [*site.paths, "/states/EGY"]:
        if not path.startswith("/no-such"):
            page.goto(f"{site.base}/{language}{path}", wait_until="domcontentloaded")
            if page.evaluate(_WIDER) > 0 or page.evaluate(_CUT):
                wide.append(path)
    assert wide == []


@everywhere
def test_a_long_name_of_an_outlet_stays_in_its_column(opened: Opened, site: Site, language: str) -> None:
    page = opened(f"/{language}{next(path for path in site.paths if path.startswith('/compare?'))}")
    wider = page.evaluate(
        """() => [...document.querySelectorAll('.sides thead th')].map(head => {
            (head.lastElementChild || head).textContent = 'The Evening Courier of the Northern Harbours '.repeat(4);
            return head.scrollWidth > head.clientWidth;
        })"""
    )
    assert len(wider) > 1
    assert not any(wider)


@everywhere
def test_digits_and_months_are_chosen_without_scripts(opened: Opened, site: Site, language: str) -> None:
    page = opened(f"/{language}{site.reports['ar-wire']}", scripts=False)
    chosen = page.locator("form.shown")
    assert chosen.count() == (1 if language == "ar" else 0)
    if language == "ar":
        chosen.locator("[name=months]").select_option("levantine")
        chosen.locator("[name=digits]").select_option("arab")
        follow(chosen.locator("button"))
        assert "٢٦ أيار ٢٠٢٢" in page.locator("main").inner_text()


@everywhere
def test_filters_apply_as_they_are_chosen_and_by_their_button_without_scripts(
    opened: Opened, site: Site, language: str
) -> None:
    for scripts in (True, False):
        page = opened(f"/{language}{site.reports['en-wire']}", scripts=scripts)
        assert page.locator(".statement-card").count() > 0
        page.locator("input[name=kinds][value=statement]").uncheck()
        if not scripts:
            follow(page.locator("form.filters button"))
        page.wait_for_url("**kinds=claim**")
        assert page.locator(".statement-card").count() == 0
        assert page.locator(".claim-card").count() > 0


@everywhere
def test_every_page_of_the_sections_is_reached_by_links(opened: Opened, site: Site, language: str) -> None:
    page = opened(f"/{language}/")
    found = {a.get_attribute("href") for a in page.locator(".main-nav a").all()}
    for section in sorted(filter(None, found)):
        page.goto(site.base + section)
        found |= {a.get_attribute("href") for a in page.locator(".sub-nav a").all()}
    wanted = {"/"} | {page.path for page in all_pages() if page.nav}
    assert {f"/{language}{path}" for path in wanted} - found == set()
