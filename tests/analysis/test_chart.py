"""Charts: whole XML, nothing that runs, nothing that cannot be told apart, values where they belong."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.analysis.chart import MOST_LINES, WIDTH, Line, Mark, bars, dots, lines

SVG = "{http://www.w3.org/2000/svg}"
NOTES = ("Method: counting.", "Does not show: reasons & <causes>.")
MARKS = [
    Mark("CHN", 0.75, 0.1, "0.750"),
    Mark("KIR", None, tail="withheld: few votes"),
    Mark("USA", 0.25, 0.05, "0.250"),
]
LINE = Line("eu", [(1990, 0.5), (1991, 0.6), (1992, None), (1993, 0.7), (1995, 0.8)])


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def words(svg: str) -> list[str]:
    return [element.text or "" for element in parsed(svg).iter(f"{SVG}text")]


CHARTS = {
    "bars": bars("Who voted alike?", "share", MARKS, NOTES),
    "dots": dots("Where do they stand?", "point", MARKS, NOTES),
    "lines": lines("How far?", "index", [LINE, Line("p5", [(1990, 0.2), (1991, 0.1)])], NOTES, unit=True),
}


@pytest.mark.parametrize("svg", CHARTS.values(), ids=CHARTS)
def test_a_chart_says_what_it_answers_and_what_it_does_not_show(svg: str) -> None:
    root = parsed(svg)
    title = root.findtext(f"{SVG}title")
    assert title is not None
    assert title.endswith("?")
    assert title in " ".join(words(svg))
    assert "Does not show: reasons & <causes>." in words(svg)
    assert "Does not show: reasons & <causes>." in (root.findtext(f"{SVG}desc") or "")
    assert root.get("role") == "img"


@pytest.mark.parametrize("svg", CHARTS.values(), ids=CHARTS)
def test_a_chart_runs_nothing_loads_nothing_and_brings_its_own_paper(svg: str) -> None:
    names = {element.tag.removeprefix(SVG) for element in parsed(svg).iter()}
    assert names <= {"svg", "title", "desc", "rect", "path", "circle", "text"}
    assert not re.search(r"href|onload|url\(|<style", svg)
    paper = next(parsed(svg).iter(f"{SVG}rect"))
    assert (paper.get("fill"), paper.get("width")) == ("#ffffff", "100%")


@pytest.mark.parametrize("svg", CHARTS.values(), ids=CHARTS)
def test_all_that_is_drawn_lies_on_the_paper(svg: str) -> None:
    root = parsed(svg)
    height = float(root.get("height") or 0)
    for element in root.iter(f"{SVG}text"):
        assert 0 <= float(element.get("x") or 0) <= WIDTH
        assert 0 <= float(element.get("y") or 0) <= height


def test_bars_are_as_long_as_their_values_and_withheld_ones_have_none() -> None:
    wide = [float(rect.get("width") or 0) for rect in list(parsed(CHARTS["bars"]).iter(f"{SVG}rect"))[1:]]
    assert len(wide) == 2
    assert wide[0] == pytest.approx(3 * wide[1])
    assert "withheld: few votes" in words(CHARTS["bars"])


def test_dots_stand_in_the_middle_of_their_bars() -> None:
    root = parsed(CHARTS["dots"])
    centres = [float(circle.get("cx") or 0) for circle in root.iter(f"{SVG}circle")]
    ends = [re.match(r"M([\d.]+) [\d.]+H([\d.]+)$", path.get("d") or "") for path in root.iter(f"{SVG}path")]
    spans = [(float(end[1]), float(end[2])) for end in ends if end]
    assert len(centres) == len(spans) == 2
    for centre, (left, right) in zip(centres, spans, strict=True):
        assert centre == pytest.approx((left + right) / 2, abs=0.02)


def test_a_line_breaks_where_a_year_is_withheld_or_missing() -> None:
    (path,) = [
        p.get("d") or "" for p in parsed(CHARTS["lines"]).iter(f"{SVG}path") if (p.get("d") or "").count("M") > 1
    ]
    assert re.sub(r"[\d. ]+", "", path) == "MLMM"


def test_lines_differ_by_dash_and_mark_and_not_by_colour_alone() -> None:
    drawn = [Line(f"L{i}", [(1, i), (2, i)]) for i in range(MOST_LINES)]
    paths = [
        p for p in parsed(lines("What?", "y", drawn, NOTES)).iter(f"{SVG}path") if p.get("stroke-dasharray") is not None
    ]
    styles = {(p.get("stroke"), p.get("stroke-dasharray")) for p in paths}
    assert len(styles) == MOST_LINES
    assert len({stroke for stroke, _ in styles}) == MOST_LINES
    assert len({dash for _, dash in styles}) > 3


def test_more_lines_than_can_be_told_apart_are_refused() -> None:
    with pytest.raises(ValueError, match="at most 8 lines"):
        lines("What?", "y", [Line(str(i), [(1, 1)]) for i in range(MOST_LINES + 1)], NOTES)


@pytest.mark.parametrize("svg", [bars("a?", "x", [], ()), dots("a?", "x", [], ()), lines("a?", "x", [], ())])
def test_nothing_to_draw_is_still_a_chart(svg: str) -> None:
    assert parsed(svg).findtext(f"{SVG}title") == "a?"


def test_a_long_name_in_the_key_is_cut_and_marked() -> None:
    drawn = lines("a?", "x", [Line("United States of America and more", [(1, 1)])], ())
    assert "United States of America…" in words(drawn)


@given(label=st.text(), value=st.floats(-1e6, 1e6), error=st.floats(0, 1e3))
@settings(max_examples=60, deadline=None)
def test_any_text_and_value_gives_whole_xml(label: str, value: float, error: float) -> None:
    for svg in (
        dots(label, label, [Mark(label, value, error, label)], [label]),
        lines(label, label, [Line(label, [(1, value)])], []),
    ):
        assert parsed(svg).tag == f"{SVG}svg"
