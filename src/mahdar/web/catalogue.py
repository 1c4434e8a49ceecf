"""Every page and form of the application."""

from __future__ import annotations

from typing import Any

from mahdar.web import people_pages, record_pages, report_pages
from mahdar.web.pages import Form, Page


def all_pages() -> list[Page]:
    """Every page of the application, in the order in which addresses are tried."""
    return _by_path([*report_pages.PAGES, *record_pages.PAGES, *people_pages.PAGES])


def all_forms() -> list[Form]:
    """Every form of the application."""
    return _by_path([*report_pages.FORMS, *record_pages.FORMS, *people_pages.FORMS])


def _by_path(found: list[Any]) -> list[Any]:
    """Paths without names in them first: `/decisions/totals` before `/decisions/{symbol}`."""
    return sorted(found, key=lambda each: (each.path.count("{"), -len(each.path)))
