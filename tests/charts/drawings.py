"""One chart of each kind, with invented data."""

from __future__ import annotations

from datetime import date

from mahdar.charts.bars import Series, bars
from mahdar.charts.chart import About, Chart
from mahdar.charts.dots import Dot, dots
from mahdar.charts.horseshoe import Seat, horseshoe
from mahdar.charts.lines import Line, lines
from mahdar.charts.matrix import matrix
from mahdar.charts.places import Place, places
from mahdar.charts.setting import Setting
from mahdar.charts.shares import shares
from mahdar.charts.spans import Extent, Span, spans
from mahdar.charts.timeline import Moment, timeline

ENGLISH, ARABIC = Setting("en"), Setting("ar", "arab")
ABOUT = About("sample", "Who did what & when?", "Anything <else>.")
MEMBERS = ("Albania", "Brazil", "China", "France", "Gabon", "Ghana", "India", "Ireland", "Kenya", "Mexico", "Norway",
           "Russian Federation", "United Arab Emirates", "United Kingdom", "United States")  # fmt: skip


def every(setting: Setting) -> dict[str, Chart]:
    """All kinds by name."""
    return {
        "bars": bars(ABOUT, ["2020", "2021"], [Series("A", [2, 3]), Series("B", [0, 4])], setting, axes=("Year", "N")),
        "shares": shares(ABOUT, ["North", "South"], [Series("A", [20, 3]), Series("B", [5, 4])], setting, name="Side"),
        "lines": lines(ABOUT, [Line("A", [(1990, 0.5), (1991, None), (1992, 0.25), (1993, 0.75)]),
                               Line("B", [(1990, 0.1), (1991, 0.2)])], setting, axes=("Year", "Share")),
        "dots": dots(ABOUT, [Dot("A", -1.5, -2.0, -1.0), Dot("B", 1.0, group=1), Dot("C", None, remark="withheld")],
                     ("State", "Point", "Low", "High", "Remark"), setting, groups=["G", "H"]),
        "matrix": matrix(ABOUT, [("Aland", "AAA"), ("Bland", "BBB")], [[1.0, 0.25], [0.25, None]], setting),
        "places": places(ABOUT, [Place("Aland", "AAA", 0, 0, 0, True), Place("Bland", "BBB", 2, 1, 1)], ["G", "H"],
                         ("State", "Group", "X", "Y"), setting),
        "timeline": timeline(ABOUT, [
            Moment("Votes", date(2001, 3, 5), date(2001, 3, 5), "5 March 2001", "voted"),
            Moment("Votes", date(2002, 1, 1), date(2002, 12, 31), "2002", "voted at some time"),
            Moment("Seats", date(1999, 1, 1), None, "since 1999", "member", True),
            Moment("Seats", None, date(1996, 1, 1), "until 1996", "member", True),
        ], ("When", "Lane", "What"), setting),
        "spans": spans(ABOUT, [Extent("Votes", [Span(date(1946, 1, 1), date(2000, 1, 1), True, "all"),
                                                Span(date(2000, 1, 2), date(2020, 1, 1), False)], "12")],
                       ("complete", "partial"), ("Table", "From", "To", "Claim", "Remark"), setting),
        "horseshoe": horseshoe(ABOUT, [Seat(name, i % 2, i == 0, "President" if i == 0 else "")
                                       for i, name in enumerate(MEMBERS)], ["For", "Against"],
                               ("Member", "Vote", "Remark"), setting, inside=["13–2–0"]),
    }  # fmt: skip
