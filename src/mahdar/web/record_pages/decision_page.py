"""The page of one document: how it was decided, who voted how, every source, and the reports that speak of it."""

from __future__ import annotations

from typing import Any

from mahdar.web.asking import Ask
from mahdar.web.pages import Data, page
from mahdar.web.record_pages import pictures
from mahdar.web.record_pages.facts import decision as facts
from mahdar.web.record_pages.facts.sourced import named
from mahdar.web.record_pages.lists import drawn, name, shown, sorting
from mahdar.web.record_pages.speaking import reports_on
from mahdar.web.record_pages.words import words
from mahdar.web.wording import N_

_COLUMNS = ("role", "table", "symbol", "says", "standing", "confidence", "known_since", "publisher", "publication",
            "retrieved", "link")  # fmt: skip


@page(
    "/decisions/{symbol:path}",
    title=N_("A decision"),
    template="record/decision.html",
    section="record",
    rows="sources",
    columns=_COLUMNS,
    paths={"symbol": "S/2022/431"},
    about="Everything that the record has under a symbol, and the reports of the library that speak of it.",
    example={"symbol": "S/2022/431", "decided": [{"outcome": "vetoed", "yes": 13, "no": 2, "abstain": 0}]},
)
def decision(ask: Ask) -> Data:
    """A document by its symbol in any usual spelling; 404 with the symbols that may be meant where there is none."""
    symbol = ask.path["symbol"].strip()
    if not symbol:
        raise ask.missing()
    told: Data = dict(facts.look_up(ask.record, symbol[:80]))
    told["_words"] = words()
    if not told["found"]:
        return told | {"status": 404, "title": ask.say(N_("Not in the record: %(symbol)s"), symbol=told["symbol"])}
    charts = {i: _chart(ask, one) for i, one in enumerate(told["decided"]) if one["votes"]}
    names = [code for one in told["decided"] for codes in one["votes"].values() for code in codes]
    names += [code for one in told["decided"] for code in (*one["topic_states"], *one["vetoed_by"])]
    return told | {
        "reports": reports_on(ask, told),
        "names": named(names),
        "title": told["symbol"],
        "_charts": charts,
        "_by_name": lambda codes: sorted(codes, key=lambda code: sorting(name(ask, code))),
    }


def _chart(ask: Ask, decided: dict[str, Any]) -> dict[str, Any]:
    key = (decided["symbol"], decided["when"])
    draw = pictures.votes_chart if decided.get("table") else pictures.groups_chart
    chart = drawn(ask, "votes", lambda a, s: draw(a, s, decided), key)
    return shown(ask, chart, symbol=decided["symbol"])


PAGES = [decision]
