"""Sentences of news in which nobody says anything: hardly a statement is read out of them.

`python -m tests.generated.silent` fills the frames anew, with other seeds and as often as wanted.
"""

from __future__ import annotations

import pytest

from tests.generated.silent.filling import frames, silent
from tests.generated.words import AR, EN
from tests.held import passage

_SEED, _TIMES = 3, 2
_SPEAKING = {AR: 0.02, EN: 0.1}  # the share out of which a statement is read: it only falls


@pytest.mark.parametrize("language", [AR, EN])
def test_hardly_anybody_speaks_where_nobody_does(language: str) -> None:
    made = list(silent(language, _SEED, _TIMES))
    wrong = [one.text for one in made if passage(one.text, "2024-05-03").statements]
    assert len(wrong) <= _SPEAKING[language] * len(made), "\n".join(wrong)


@pytest.mark.parametrize("language", [AR, EN])
def test_the_frames_are_many_and_no_two_alike(language: str) -> None:
    assert len(frames(language)) == len(set(frames(language))) >= 200
