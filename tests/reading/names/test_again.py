"""A post that is named again with its state is whoever the report named by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mahdar.reading.passage import Passage

Read = Callable[[str], Passage]


@pytest.mark.parametrize(
    ("again", "wanted"),
    [
        ("The Estonian prime minister", "person:kaja-tamm"),
        ("Estonia's prime minister", "person:kaja-tamm"),
        ("The Estonian leader", "person:kaja-tamm"),
        ("The Finnish prime minister", "person:prime-minister-of-fin"),
        ("The former Estonian prime minister", "person:prime-minister-of-est"),
        ("The Estonian president", "person:president-of-est"),
    ],
)
def test_a_post_is_taken_up(read: Read, again: str, wanted: str) -> None:
    passage = read(f"Estonia's prime minister Kaja Tamm spoke. {again} left.")
    assert passage.named[-1].entity == wanted


def test_of_two_holders_neither_is_meant(read: Read) -> None:
    text = "Estonia's prime minister Kaja Tamm met Estonia's prime minister Ülo Saar. The Estonian prime minister left."
    assert read(text).named[-1].entity == "person:prime-minister-of-est"


def test_a_holder_of_the_past_is_not_meant(read: Read) -> None:
    text = "Former Estonian prime minister Kaja Tamm spoke. The Estonian prime minister left."
    assert read(text).named[-1].entity == "person:prime-minister-of-est"


def test_a_holder_of_the_table_is_taken_up(read: Read) -> None:
    assert (
        read("Volodymyr Zelensky spoke. The Ukrainian president left.").named[-1].entity == "person:volodymyr-zelenskyy"
    )
    assert read("Barack Obama spoke. The US president left.").named[-1].entity == "person:president-of-usa"
