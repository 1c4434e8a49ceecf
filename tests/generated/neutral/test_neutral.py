"""Sentences that name a state beside the words of claims and assert nothing of it: none is refuted.

`python -m tests.generated.neutral` fills the frames anew, with other seeds and as often as wanted.
"""

from __future__ import annotations

import pytest

from tests.generated.neutral.filling import frames, neutral
from tests.generated.neutral.held import contradicted
from tests.generated.words import AR, EN

_SEED, _TIMES = 1, 3
_IN_A_THOUSAND = 1  # sentences made of two frames may be contradicted, the joints of which are not always natural


@pytest.mark.parametrize("language", [AR, EN])
def test_nothing_is_contradicted_where_nothing_is_asserted(language: str) -> None:
    wrong = [one.text for one in neutral(language, _SEED, _TIMES) if contradicted(one)]
    assert not wrong


@pytest.mark.parametrize("language", [AR, EN])
def test_hardly_anything_is_contradicted_where_two_such_sentences_are_joined(language: str) -> None:
    wrong = [one.text for one in neutral(language, _SEED, _TIMES, joined=True) if contradicted(one)]
    assert 1000 * len(wrong) <= _IN_A_THOUSAND * _TIMES * len(frames(language)), "\n".join(wrong)


@pytest.mark.parametrize("language", [AR, EN])
def test_the_frames_are_many_and_no_two_alike(language: str) -> None:
    assert len(frames(language)) == len(set(frames(language))) >= 400
    assert all("{S}" in frame and not frame.endswith(".") for frame in frames(language))
