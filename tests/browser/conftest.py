"""A real server with reports of ours, and a real browser that looks at it. Without a Chromium the tests are skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tools.screenshots import chromium
from tools.web_served import addresses, keep, served, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Locator, Page

REPORTS = Path(__file__).parent / "reports"
LANGUAGES = ("ar", "en")
Opened = Callable[..., "Page"]


@dataclass(frozen=True)
class Site:
    """The address of a server, the page of each report in its library, and an address for each page."""

    base: str
    reports: dict[str, str]
    paths: list[str]


def told(name: str) -> str:
    """The text of one of the reports."""
    return (REPORTS / f"{name}.txt").read_text(encoding="utf-8")


def follow(link: Locator) -> None:
    """Clicks, and waits until all of the page it leads to is there: a click alone returns when its first bytes are."""
    with link.page.expect_navigation():
        link.click()


@pytest.fixture(scope="package")
def chromium_path() -> str:
    """Where Chromium is; else the tests that want one are skipped, and say why."""
    try:
        return chromium()
    except RuntimeError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="package")
def site(chromium_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One server for all tests, with a story told by two outlets and in two languages."""
    library = tmp_path_factory.mktemp("browser") / "library.db"
    with served("--library", str(library), "--rate", "100000") as (base, _):
        kept = {
            "ar-wire": keep(base, told("ar-wire"), outlet="وكالة الشرق"),
            "en-wire": keep(base, told("en-wire"), outlet="Harbour Wire"),
            "en-moscow": keep(base, told("en-moscow"), outlet="Moscow Courier"),
        }
        assert settled(base, 2)
        yield Site(base, {name: f"/reports/{digest}" for name, digest in kept.items()}, addresses(base))


@pytest.fixture(scope="package")
def browser(chromium_path: str) -> Iterator[Browser]:
    """One Chromium for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(site: Site, browser: Browser) -> Iterator[Opened]:
    """Opens an address in a window of its own: `opened("/en/", scripts=False, width=390)`.

    What the browser complains of (scripts that the policy stops, things that are not found) fails the test, and so
    does every dialog, because no page has one.
    """
    troubles: list[str] = []
    contexts = []

    def closed(dialog: Dialog) -> None:
        troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open_page(path: str, *, scripts: bool = True, width: int = 1280, **more: Any) -> Page:
        size = {"width": width, "height": 844}
        context = browser.new_context(java_script_enabled=scripts, viewport=size, **more)  # type: ignore[arg-type]
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", closed)
        page.goto(site.base + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []
