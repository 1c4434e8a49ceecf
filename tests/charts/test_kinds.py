"""What each kind of chart draws for its values, and what it refuses."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date

import numpy as np
import pytest

from mahdar.charts.bars import Series, bars
from mahdar.charts.dots import Dot, dots
from mahdar.charts.embedding import plane
from mahdar.charts.horseshoe import Seat, horseshoe
from mahdar.charts.lines import Line, lines
from mahdar.charts.matrix import matrix
from mahdar.charts.places import Place, places
from mahdar.charts.shares import shares
from mahdar.charts.timeline import Moment, timeline
from tests.charts.drawings import ABOUT, ENGLISH, MEMBERS, every

SVG = "{http://www.w3.org/2000/svg}"


def tipped(svg: str, name: str) -> dict[str, ET.Element]:
    """The marks that say what they are when pointed at, by those words."""
    found = {}
    for element in ET.fromstring(svg).iter(f"{SVG}{name}"):
        title = element.find(f"{SVG}title")
        if title is not None and title.text:
            found[title.text] = element
    return found


def test_bars_are_as_high_as_their_counts_and_stand_on_one_another() -> None:
    chart = bars(ABOUT, ["2020", "2021"], [Series("A", [2, 4]), Series("B", [6, 0])], ENGLISH)
    found = tipped(chart.wide, "rect")
    assert set(found) == {"2020 · A: 2", "2021 · A: 4", "2020 · B: 6"}
    low, high = found["2020 · A: 2"].attrib, found["2020 · B: 6"].attrib
    assert float(high["height"]) == pytest.approx(3 * float(low["height"]), abs=0.02)
    assert float(high["y"]) + float(high["height"]) == pytest.approx(float(low["y"]), abs=0.02)
    assert chart.rows == (("2020", 2, 6), ("2021", 4, 0))


@pytest.mark.parametrize(
    ("series", "problem"),
    [
        ([Series("A", [1])], "one count"),
        ([Series("A", [1, -1])], "less than nothing"),
        ([Series(str(i), [1, 1]) for i in range(9)], "at most 8"),
    ],
)
def test_bars_that_cannot_be_drawn_are_refused(series: list[Series], problem: str) -> None:
    for kind in (bars, shares):
        with pytest.raises(ValueError, match=problem):
            kind(ABOUT, ["a", "b"], series)


def test_lying_bars_are_as_long_as_their_counts() -> None:
    chart = shares(ABOUT, ["North"], [Series("A", [10]), Series("B", [30])], ENGLISH)
    found = tipped(chart.narrow, "rect")
    widths = [float(found[key].attrib["width"]) for key in ("North · A: 10", "North · B: 30")]
    assert widths[1] == pytest.approx(3 * widths[0], abs=0.05)


def test_a_line_breaks_where_a_value_is_missing() -> None:
    whole = lines(ABOUT, [Line("A", [(1, 0.1), (2, 0.2), (3, 0.3), (4, 0.4)])], ENGLISH)
    gap = lines(ABOUT, [Line("A", [(1, 0.1), (2, 0.2), (3, None), (4, 0.4), (5, 0.5)])], ENGLISH)
    left_out = lines(ABOUT, [Line("A", [(1, 0.1), (2, 0.2), (4, 0.4), (5, 0.5)])], ENGLISH)
    drawn = [len(re.findall(r'fill="none" stroke="#0072b2"', chart.wide)) for chart in (whole, gap, left_out)]
    assert drawn == [1, 2, 2]
    assert gap.rows[2] == ("3", None)


def test_nine_lines_cannot_be_told_apart() -> None:
    with pytest.raises(ValueError, match="at most 8"):
        lines(ABOUT, [Line(str(i), [(1, 0.5)]) for i in range(9)])


def test_an_interval_reaches_from_its_lower_to_its_upper_end() -> None:
    chart = dots(ABOUT, [Dot("A", 1.0, 0.0, 2.0), Dot("B", 0.0), Dot("C", None, remark="few votes")],
                 ("S", "P", "L", "U", "R"), ENGLISH)  # fmt: skip
    assert set(tipped(chart.wide, "circle")) == {"A: 1.00", "B: 0.00"}
    assert "few votes" in chart.wide
    ends = re.search(r'd="M([\d.]+) [\d.]+L([\d.]+) [\d.]+" stroke="#0072b2" stroke-width="2.5"', chart.wide)
    assert ends is not None
    dot = float(tipped(chart.wide, "circle")["A: 1.00"].attrib["cx"])
    assert (float(ends[1]) + float(ends[2])) / 2 == pytest.approx(dot, abs=0.02)


def test_a_group_without_a_name_is_refused() -> None:
    with pytest.raises(ValueError, match="no name"):
        dots(ABOUT, [Dot("A", 1.0, group=1)], ("S", "P", "L", "U", "R"), groups=["one"])
    with pytest.raises(ValueError, match="no name"):
        places(ABOUT, [Place("A", "A", 0, 0, 2)], ["one"], ("s", "g", "x", "y"))
    with pytest.raises(ValueError, match="no name"):
        horseshoe(ABOUT, [Seat("A", 1)], ["one"], ("m", "k", "r"))


def test_a_cell_of_the_matrix_says_its_share_and_is_dark_where_it_is_high() -> None:
    chart = every(ENGLISH)["matrix"]
    found = tipped(chart.wide, "rect")
    assert found["Aland · Bland: 25%"].attrib["fill"] != found["Aland · Aland: 100%"].attrib["fill"]
    assert "Bland · Bland: –" in found
    with pytest.raises(ValueError, match="square"):
        matrix(ABOUT, [("A", "A")], [[1.0, 1.0]])
    with pytest.raises(ValueError, match="at most 24"):
        matrix(ABOUT, [("A", "A")] * 25, [[1.0] * 25] * 25)


def test_labels_on_the_plane_do_not_hide_one_another() -> None:
    crowd = [Place(f"State {i}", f"S{i:02}", (i * 37 % 100) / 100, (i * 61 % 100) / 100) for i in range(100)]
    chart = places(ABOUT, crowd, ["G"], ("s", "g", "x", "y"), ENGLISH)
    boxes = []
    for text in ET.fromstring(chart.wide).iter(f"{SVG}text"):
        x, y, anchor = float(text.attrib["x"]), float(text.attrib["y"]), text.get("text-anchor", "start")
        wide = 0.57 * 11.5 * len(text.text or "")
        start = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        boxes.append((start, y - 8, start + wide, y))
    overlaps = sum(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
                   for i, a in enumerate(boxes) for b in boxes[:i])  # fmt: skip
    assert len(boxes) > 30
    assert overlaps == 0
    assert len(tipped(chart.wide, "circle")) == 100


def test_a_plane_keeps_the_distances_of_points_on_a_plane() -> None:
    points = np.array([[0, 0], [3, 0], [0, 4], [2, 2], [-1, 5]], float)
    distances = np.linalg.norm(points[:, None] - points[None], axis=2)
    found = plane(distances, 1)
    again = np.linalg.norm(found.coordinates[:, None] - found.coordinates[None], axis=2)
    assert again == pytest.approx(distances, abs=1e-9)
    assert found.shown == pytest.approx(1)
    assert (found.coordinates[1] >= 0).all()


def test_distances_with_a_gap_are_refused_and_none_at_all_are_empty() -> None:
    with pytest.raises(ValueError, match="without gaps"):
        plane(np.array([[0, np.nan], [np.nan, 0]]))
    assert plane(np.zeros((0, 0))).coordinates.shape == (0, 2)


def test_a_day_is_a_mark_a_year_a_dashed_range_and_a_term_a_full_bar() -> None:
    svg = every(ENGLISH)["timeline"].wide
    year = tipped(svg, "rect")["2002 · voted at some time"]
    term = tipped(svg, "rect")["since 1999 · member"]
    assert year.get("stroke-dasharray") == "3 2"
    assert term.get("stroke-dasharray") is None
    assert float(term.attrib["width"]) > float(year.attrib["width"]) > 20
    assert {"5 March 2001 · voted"} <= set(tipped(svg, "path")) | set(tipped(svg, "circle"))


def test_open_ends_have_arrows() -> None:
    other = Moment("L", date(1990, 1, 1), date(2020, 1, 1), "w", "y", True)

    def arrows(first: date | None, last: date | None) -> int:
        moments = [Moment("L", first, last, "w", "x", True), other]
        return timeline(ABOUT, moments, ("a", "b", "c"), ENGLISH).wide.count('Z" fill=')

    closed = arrows(date(2000, 1, 1), date(2001, 1, 1))
    assert arrows(date(2000, 1, 1), None) == closed + 1
    assert arrows(None, date(2001, 1, 1)) == closed + 1


def test_a_timeline_without_any_day_is_still_drawn() -> None:
    chart = timeline(ABOUT, [Moment("L", None, None, "", "x")], ("a", "b", "c"), ENGLISH)
    ET.fromstring(chart.wide)


def test_the_president_sits_at_the_head_and_the_next_member_clockwise() -> None:
    seats = [Seat(name, 0, i == 0) for i, name in enumerate(MEMBERS)]
    chart = horseshoe(ABOUT, seats, ["Member"], ("m", "k", "r"), ENGLISH)
    marks = tipped(chart.wide, "circle")
    at = {name: (float(e.attrib["cx"]), float(e.attrib["cy"])) for name, e in marks.items()}
    assert len(at) == 15
    head = at["Albania"]
    assert head[0] == 320
    assert all(head[1] < y for name, (_, y) in at.items() if name != "Albania")
    assert at["Brazil"][0] > 320 > at["United States"][0]
    rights = [at[name][1] for name in MEMBERS[1:8]]
    lefts = [at[name][1] for name in MEMBERS[8:]]
    assert rights == sorted(rights)
    assert lefts == sorted(lefts, reverse=True)


def test_what_stands_within_the_table_is_not_cut() -> None:
    seats = [Seat(name, 0, i == 0) for i, name in enumerate(MEMBERS)]
    inside = ["26 أيار/مايو 2022", "يُتخذ القرار بأغلبية 9 من 15"]
    chart = horseshoe(ABOUT, seats, ["Member"], ("m", "k", "r"), ENGLISH, inside=inside)
    for svg in (chart.wide, chart.narrow):
        told = [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]
        assert not any("…" in line for line in told)
        assert all(word in " ".join(told).split() for words in inside for word in words.split())
