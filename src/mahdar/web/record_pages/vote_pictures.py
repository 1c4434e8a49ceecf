"""Charts of recorded votes: agreement as a matrix, states on a plane, ideal points with their intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mahdar.charts.chart import Chart
from mahdar.charts.dots import Dot, dots
from mahdar.charts.matrix import matrix
from mahdar.charts.places import Place, places
from mahdar.charts.setting import Setting
from mahdar.web.record_pages.facts import votes
from mahdar.web.record_pages.lists import name
from mahdar.web.record_pages.questions import about
from mahdar.web.record_pages.words import BODIES, GROUPS
from mahdar.web.wording import N_

if TYPE_CHECKING:
    from mahdar.web.asking import Ask
    from mahdar.web.record_pages.facts.votes import Years

_INTERVAL = 1.96  # standard errors on either side that hold 95 % of a normal distribution
_REGIONS = (*votes.REGIONS, "")
_COUNCIL_ONLY = N_("Of the Council the record has every member's vote since 1994 alone.")


def agreement_chart(ask: Ask, setting: Setting, body: str, span: Years, states: Sequence[str]) -> Chart:
    """How often some states voted alike with each other."""
    square = votes.square(ask.record, body, span, states)
    known = [value for row in square for value in row if value is not None]
    plain = ask.show.plain
    words = about(
        ask,
        "agreement",
        body=ask.say(BODIES[body]),
        first=plain(span.first),
        last=plain(span.last),
        least=plain(votes.LEAST_SHARED[body]),
        coverage=ask.say(_COUNCIL_ONLY) if body == "council" else "",
    )
    labels = [(name(ask, code), code) for code in states]
    low = int(min(known, default=0.0) * 10) / 10
    return matrix(words, labels, square, setting, ends=(min(low, 0.9), 1.0))


def map_chart(ask: Ask, setting: Setting, span: Years) -> Chart:
    """States on a plane by how alike they voted in the Assembly."""
    spots, share = votes.plane_of(ask.record, "assembly", span)
    plain = ask.show.plain
    told = {"first": plain(span.first), "last": plain(span.last), "share": ask.show.percent(share, 1)}
    points = [
        Place(name(ask, s.state), s.state, s.x, s.y, _REGIONS.index(s.region), s.state in votes.PERMANENT)
        for s in spots
    ]
    headers = (ask.say(N_("State")), ask.say(N_("Regional group")), ask.say(N_("Across")), ask.say(N_("Up")))
    return places(about(ask, "map", **told), points, [ask.say(GROUPS[region]) for region in _REGIONS], headers, setting)


def points_chart(ask: Ask, setting: Setting, session: int, states: Sequence[str]) -> Chart:
    """Ideal points of some states in a session, from the lowest to the highest."""
    regions = votes.region_of(ask.record)
    rows = [row for row in votes.ideal_points(ask.record, session).rows if row["state"] in states]
    drawn = []
    for row in rows:
        point, error = row["point"], row["standard_error"]
        group = _REGIONS.index(regions.get(str(row["state"]), ""))
        label = name(ask, str(row["state"]))
        if isinstance(point, float) and isinstance(error, float):
            drawn.append(Dot(label, point, point - _INTERVAL * error, point + _INTERVAL * error, group))
        else:
            drawn.append(Dot(label, None, group=group, remark=ask.say(N_("withheld: too few votes"))))
    headers = (
        ask.say(N_("State")),
        ask.say(N_("Ideal point")),
        ask.say(N_("Lower end")),
        ask.say(N_("Upper end")),
        ask.say(N_("Remark")),
    )
    groups = [ask.say(GROUPS[region]) for region in _REGIONS]
    return dots(about(ask, "ideal-points", session=ask.show.plain(session)), drawn, headers, setting, groups=groups)
