"""Which states stand in one list, and who is named only to say that another did it."""

from __future__ import annotations

import pytest

from mahdar.checking.scene import codes
from tests.held import scene


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("Unlike China, Russia left.", [["RUS"]]),
        ("Russia stayed, but unlike China, Kenya and Ghana left.", [["RUS"], ["KEN", "GHA"]]),
        ("After talks with France, Britain and Germany, Iran left.", [["FRA"], ["GBR", "DEU"], ["IRN"]]),
        ("After China, Russia and India left, talks ended.", [["CHN", "RUS", "IND"]]),
        ("Alongside Britain, Switzerland left.", [["GBR", "CHE"]]),
        ("Russia, China leave talks", [["RUS", "CHN"]]),
        ("Kenya, Ghana, and Togo left.", [["KEN", "GHA", "TGO"]]),
        ("Bolivia sided with Russia, and China, Kenya and Ghana left.", [["BOL"], ["RUS", "CHN", "KEN", "GHA"]]),
        ("خلافا للصين، روسيا انسحبت.", [["RUS"]]),
        ("With China, Russia left.", [["CHN", "RUS"]]),
        ("Having failed to persuade Britain, Russia left.", [["GBR"], ["RUS"]]),
        ("طلبت قبرص من كندا وفنلندا الرحيل.", [["CYP"], ["CAN", "FIN"]]),
        ("رحلت كل من كندا وفنلندا.", [["CAN", "FIN"]]),
        ("انسحبت الصين، وروسيا، والهند.", [["CHN", "RUS", "IND"]]),
    ],
)
def test_where_a_list_ends(text: str, lists: list[list[str]]) -> None:
    whole = scene(text)
    assert [codes(group) for group in whole.groups(0, len(whole.forms))] == lists


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("Russia, not China, left.", ["RUS"]),
        ("Russia and not China left.", ["RUS"]),
        ("Not China but Russia left.", ["RUS"]),
        ("Russia rather than China left.", ["RUS"]),
        ("Russia, unlike China and India, left.", ["RUS"]),
        ("انسحبت روسيا على عكس الصين والهند.", ["RUS"]),
        ("It was not China that left.", ["CHN"]),
        ("China did not leave.", ["CHN"]),
        ("روسيا، وليس الصين، هي التي انسحبت.", ["RUS"]),
        ("ليس لبنان عضوا.", ["LBN"]),
    ],
)
def test_who_is_only_contrasted(text: str, acting: list[str]) -> None:
    whole = scene(text)
    assert [code for s in whole.states_in(0, len(whole.forms)) for code in s.codes] == acting
