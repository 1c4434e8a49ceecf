"""Pages of the record: decisions, states, the Council on a day, vetoes, sanctions, reviews, treaties, audit."""

from __future__ import annotations

from mahdar.web.pages import Form, Page
from mahdar.web.record_pages import body_pages, chart_pages, council_pages, decision_page, state_pages, vote_pages

PAGES: list[Page] = [
    *state_pages.PAGES,
    *council_pages.PAGES,
    *decision_page.PAGES,
    *body_pages.PAGES,
    *vote_pages.PAGES,
    *chart_pages.PAGES,
]
FORMS: list[Form] = []
