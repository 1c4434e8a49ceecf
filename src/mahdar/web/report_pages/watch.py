"""*Watch*: what is watched, when it was asked last, and what came of it."""

from __future__ import annotations

from dataclasses import replace

from mahdar.watch.state import Notice, notice_count, notices, receivers, rules, sources
from mahdar.web.asking import Ask, to_cursor
from mahdar.web.pages import Data, page
from mahdar.web.parameters import Param
from mahdar.web.problems import Invalid
from mahdar.web.report_pages.report import address
from mahdar.web.wording import N_

_ON_A_PAGE = 20


@page(
    "/watch",
    title=N_("Watch"),
    template="reports/watch.html",
    section="work",
    nav=20,
    params=(
        Param("rule", about="Notices of this rule alone."),
        Param("cursor", about="Where the list goes on: `next` of the answer before."),
    ),
    rows="notices",
    columns=(
        "at",
        "rule",
        "about",
        "report",
        "outlet",
        "url",
        "title_en",
        "title_ar",
        "text_en",
        "text_ar",
        "sentence",
    ),
    about="Notices, the newest first; feeds, pages and folders that are watched; rules and receivers.",
    example={"total": 0, "notices": [], "sources": [], "rules": [], "receivers": []},
)
def watch_page(ask: Ask) -> Data:
    """A page of notices, and the state of watching."""
    offset = ask.cursor().get("offset", 0)
    if not isinstance(offset, int) or not 0 <= offset <= 1_000_000:
        raise Invalid(ask.say(N_("cursor: take it from the answer before")))
    with ask.reading() as connection:
        total = notice_count(connection, rule=ask["rule"])
        found = notices(connection, limit=_ON_A_PAGE, offset=offset, rule=ask["rule"])
        told = {
            "total": total,
            "notices": [_shown(each) for each in found],
            "sources": sources(connection),
            "rules": rules(connection),
            "receivers": receivers(connection),
        }
        digests = {each.report: address(connection, each.report) for each in found}
    goes_on = offset + _ON_A_PAGE < total
    return {**told, "next": to_cursor(offset=offset + _ON_A_PAGE) if goes_on else None, "_offset": offset,
            "_digests": digests}  # fmt: skip


def _shown(notice: Notice) -> Notice:
    """Addresses that a browser may follow, and no others."""
    follows = (notice.url or "").startswith(("https://", "http://"))
    return notice if follows else replace(notice, url=None)


PAGES = [watch_page]
