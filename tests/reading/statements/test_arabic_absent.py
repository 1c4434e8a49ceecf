"""A verb that names nobody, at the very end of a text and elsewhere."""

from __future__ import annotations

import pytest

from mahdar import read


@pytest.mark.parametrize("text", ["امتنعت", "قالت", "نفى", "وأضاف", "ذكر أن"])
def test_a_verb_that_is_the_whole_text_says_nothing(text: str) -> None:
    assert read(text).statements == ()
