"""*Accounts side by side*: who speaks, what is told alike, differently, or left out."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.engine import Connection

from mahdar.accounts.compare import compare
from mahdar.accounts.telling import Telling, told
from mahdar.export.compare_labels import CompareLabels, compare_labels
from mahdar.export.compare_view import compare_view
from mahdar.export.view import SIGNS
from mahdar.library.asking import find
from mahdar.library.reviewed import reviewed_reports
from mahdar.library.schema import reports
from mahdar.web.asking import Ask
from mahdar.web.pages import Data, page
from mahdar.web.parameters import Param
from mahdar.web.problems import Invalid
from mahdar.web.report_pages.read import latest
from mahdar.web.report_pages.shown_labels import shown_labels
from mahdar.web.wording import N_

_MOST = 6  # accounts: more do not fit beside one another
_OFFERED = 30  # reports to choose from


@dataclass(frozen=True, slots=True)
class _Account:
    digest: str
    telling: Telling


@page(
    "/compare",
    title=N_("Accounts side by side"),
    template="reports/compare.html",
    section="library",
    nav=30,
    follows=True,
    params=(Param("report", about="A report, by id or the beginning of its SHA-256; two to six.", many=True,
                  example="9f2c41d07be85a63"),),
    about="Accounts of one story beside one another: voices, mechanisms, times, figures, claims, terms.",
    example={"comparison": {"schema": "mahdar/comparison/1", "accounts": [], "voices": []}},
)  # fmt: skip
def compare_page(ask: Ask) -> Data:
    """The comparison of the reports that are named; without two of them, a list to choose from."""
    named = list(dict.fromkeys(ask["report"]))
    if len(named) > _MOST:
        raise Invalid(ask.say(N_("Choose %(most)s reports at most."), most=_MOST))
    if len(named) < 2:
        return {"comparison": None, "_offered": latest(ask, _OFFERED), "_chosen": named}
    with ask.reading() as connection:
        found = [_account(ask, connection, name) for name in named]
    tellings = [each.telling for each in found]
    comparison = compare(tellings)
    seen = compare_view(comparison, [each.text for each in tellings], labels=_labels(ask))
    return {
        "comparison": comparison.to_dict(),
        "_seen": seen,
        "_signs": SIGNS,
        "_digests": [each.digest for each in found],
    }


def _labels(ask: Ask) -> CompareLabels:
    return CompareLabels(shown_labels(ask.show), compare_labels(ask.language).words)


def _account(ask: Ask, connection: Connection, id: str) -> _Account:
    """A report as corrected, ready to be compared."""
    import sqlalchemy as sa

    from mahdar.library.restored import restored

    key = find(connection, id)
    if key is None:
        raise ask.missing(ask.say(N_("There is no such report in the library.")))
    row = connection.execute(sa.select(reports.c.id, reports.c.sha256).where(reports.c.key == key)).one()
    read = list(reviewed_reports(connection, [row.id]))
    if not read:
        raise ask.missing(ask.say(N_("This report was never read; `mahdar library read` reads it.")))
    found = read[0]
    bare = {
        name: [{key: value for key, value in each.items() if key != "reviews"} for each in found["reading"][name]]
        for name in ("statements", "claims")
    }
    return _Account(row.sha256[:16], told(restored({**found["reading"], **bare}), found["text"]))


PAGES = [compare_page]
