"""What every chart keeps, whatever its kind: well-formed, without script or style, mirrored, with its table."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from mahdar.charts.chart import Chart
from mahdar.charts.setting import Setting
from tests.charts.drawings import ABOUT, ARABIC, ENGLISH, every

SVG = "{http://www.w3.org/2000/svg}"
KINDS = sorted(every(ENGLISH))
DRAWN = {"en": every(ENGLISH), "ar": every(ARABIC)}


def drawings(chart: Chart) -> list[ET.Element]:
    return [ET.fromstring(text) for text in (chart.wide, chart.narrow, chart.file())]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_drawing_is_well_formed_named_and_harmless(kind: str, language: str) -> None:
    chart = DRAWN[language][kind]
    for root in drawings(chart)[:2]:
        assert root.get("role") == "img"
        assert root.get("direction") == ("rtl" if language == "ar" else "ltr")
        title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        assert title is not None
        assert title.text == ABOUT.title
        assert desc is not None
        assert desc.text == ABOUT.note
        assert root.get("aria-labelledby") == title.get("id")
    for root in drawings(chart):
        for element in root.iter():
            assert element.tag.removeprefix(SVG) in {
                *("svg", "title", "desc", "defs", "pattern", "rect", "path", "circle", "text"),
            }
            assert "style" not in element.attrib
            assert not any(name.startswith("on") for name in element.attrib)


@pytest.mark.parametrize("kind", KINDS)
def test_the_identifiers_of_the_two_drawings_differ_and_references_resolve(kind: str) -> None:
    chart = DRAWN["en"][kind]
    names = [set(re.findall(r' id="([^"]+)"', text)) for text in (chart.wide, chart.narrow)]
    assert not names[0] & names[1]
    for text, known in zip((chart.wide, chart.narrow), names, strict=True):
        assert set(re.findall(r"url\(#([^)]+)\)", text)) <= known


@pytest.mark.parametrize("kind", KINDS)
def test_everything_lies_on_the_sheet(kind: str) -> None:
    for language in ("en", "ar"):
        for root in drawings(DRAWN[language][kind])[:2]:
            width, height = (float(part) for part in root.attrib["viewBox"].split()[2:])
            for element in root.iter(f"{SVG}text"):
                assert -1 <= float(element.attrib["x"]) <= width + 1
                assert 0 <= float(element.attrib["y"]) <= height


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "horseshoe"])
def test_arabic_is_the_mirror_image_of_english(kind: str) -> None:
    """The same marks from the other edge; the words are as long in both, since they are the same."""
    plain = every(Setting("en"))[kind]
    turned = every(Setting("ar"))[kind]
    for one, other in zip(drawings(plain)[:2], drawings(turned)[:2], strict=True):
        width = float(one.attrib["viewBox"].split()[2])
        xs = [float(e.attrib["x"]) for e in one.iter(f"{SVG}text")]
        mirrored = [width - float(e.attrib["x"]) for e in other.iter(f"{SVG}text")]
        assert xs == pytest.approx(mirrored, abs=0.02)


def test_the_table_round_the_council_is_no_line_of_text_and_stays_as_it_stands() -> None:
    places = [
        [(c.get("cx"), c.get("cy")) for c in ET.fromstring(DRAWN[language]["horseshoe"].wide).iter(f"{SVG}circle")][-5:]
        for language in ("en", "ar")
    ]
    assert places[0] == places[1]


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_says_what_the_drawing_shows(kind: str) -> None:
    chart = DRAWN["en"][kind]
    assert chart.rows
    assert all(len(row) == len(chart.headers) for row in chart.rows)
    told = chart.to_dict()
    assert told["title"] == ABOUT.title
    assert told["not_shown"] == ABOUT.note
    assert len(told["rows"]) == len(chart.rows)
    assert len(chart.csv().splitlines()) == len(chart.rows) + 1


def test_digits_are_those_that_were_chosen() -> None:
    assert "٢٠٢٠" in DRAWN["ar"]["bars"].wide
    assert ">2020<" not in DRAWN["ar"]["bars"].wide
    assert ">2020<" in DRAWN["en"]["bars"].wide
