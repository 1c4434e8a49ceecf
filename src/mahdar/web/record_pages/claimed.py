"""Figures that reports give of a state: who claimed which, when, as a chart for each thing that was counted."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from mahdar.charts.chart import Chart
from mahdar.charts.dots import Dot, dots
from mahdar.export.compare_labels import compare_labels
from mahdar.web.record_pages.lists import setting
from mahdar.web.record_pages.questions import about
from mahdar.web.wording import N_

if TYPE_CHECKING:
    from mahdar.dossier.reports import ToldOf
    from mahdar.dossier.shapes import Counted
    from mahdar.web.asking import Ask

_LEAST, _MOST_CHARTS, _MOST_ROWS = 3, 3, 40


def claimed(ask: Ask, told: ToldOf | None) -> list[dict[str, Any]]:
    """What was counted, the most often first: `what` in words, its figures by day, and a chart where there are three.

    Figures without any bound are left out.
    """
    groups: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for one in told.counted if told else ():
        if one.low is not None or one.high is not None:
            groups[one.what, one.deed].append(one)
    labels = compare_labels(ask.language)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    found = []
    for index, ((what, deed), figures) in enumerate(ordered):
        words = " · ".join(
            filter(None, (labels.unit(what, (one.unit for one in figures)), labels.deed(deed) if deed else ""))
        )
        charted = index < _MOST_CHARTS and len(figures) >= _LEAST and bool(what)
        chart = _chart(ask, index, words, figures[:_MOST_ROWS]) if charted else None
        found.append({"what": words, "figures": figures, "_chart": chart})
    return found


def _chart(ask: Ask, index: int, what: str, figures: list[Counted]) -> Chart:
    told = about(ask, "claimed", what=what)
    told = type(told)(f"claimed-{index}", told.title, told.note)
    headers = (
        ask.say(N_("Who, and when")),
        ask.say(N_("Figure")),
        ask.say(N_("At least")),
        ask.say(N_("At most")),
        ask.say(N_("Remark")),
    )
    return dots(told, [_dot(ask, one) for one in figures], headers, setting(ask))


def _dot(ask: Ask, one: Counted) -> Dot:
    low, high = one.low, one.high
    known = [value for value in (low, high) if value is not None]
    value = sum(known) / len(known)
    remark = (
        ""
        if low == high
        else ask.say(N_("or more"))
        if high is None
        else ask.say(N_("or fewer"))
        if low is None
        else ""
    )
    exact = low == high
    return Dot(f"{who(ask, one)} · {day(ask, one)}", float(value), None if exact else low, None if exact else high,
               remark=remark)  # fmt: skip


def who(ask: Ask, one: Counted) -> str:
    """Who claims a figure: those in whose words it stands, else the outlet in its own voice."""
    arabic = ask.language == "ar"
    names = [(voice.name_ar if arabic and voice.name_ar else voice.name) for voice in one.claimed_by]
    return ", ".join(names) or one.place.outlet or ask.say(N_("the report"))


def day(ask: Ask, one: Counted) -> str:
    """The day on which the report came out."""
    published = one.place.published
    return ask.show.when(published.edtf) if published else ask.say(N_("day not known"))
