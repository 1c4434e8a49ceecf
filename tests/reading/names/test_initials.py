"""The letters that a report gives to a body in brackets name it from there on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mahdar.reading.passage import Passage

Read = Callable[[str], Passage]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Norwegian Refugee Council (NRC) left. NRC spoke.", 3),
        ("غادر المجلس النرويجي للاجئين (NRC) المدينة. وأضاف NRC أن التمويل نفد.", 3),
        ("NRC spoke. The Norwegian Refugee Council (NRC) left.", 3),
        ("The Norwegian Refugee Council (NRC) left. The nrc spoke.", 2),
        ("The Norwegian Refugee Council (XRC) left. XRC spoke.", 1),
        ("The Norwegian Refugee Council (N) left. N spoke.", 1),
        ("The Norwegian Refugee Council, NRC, left.", 1),
    ],
)
def test_letters_in_brackets_name_the_body(read: Read, text: str, wanted: int) -> None:
    named = [n for n in read(text).named if n.entity == "body:norwegian-refugee-council"]
    assert len(named) == wanted


def test_letters_of_a_table_keep_their_meaning(read: Read) -> None:
    passage = read("The Danish Refugee Council (DRC) left. The DRC spoke.")
    assert [n.entity for n in passage.named][-1] == "state:COD"
