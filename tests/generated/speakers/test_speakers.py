"""Who speaks, whoever stands near: made texts are read as they were made.

`python -m tests.generated.speakers` fills the containers anew, with other seeds and as often as wanted.
"""

from __future__ import annotations

import pytest

from tests.generated.speakers.filling import containers, said
from tests.generated.speakers.held import faults
from tests.generated.words import AR, EN

_SEED, _TIMES = 3, 3
_READ = {AR: 0.95, EN: 0.94}  # the share that is read as it was made: it only rises


@pytest.mark.parametrize("language", [AR, EN])
def test_the_speaker_stays_the_speaker(language: str) -> None:
    made = [(one.text, faults(one)) for one in said(language, _SEED, _TIMES)]
    wrong = [f"{text}\n    {'; '.join(found)}" for text, found in made if found]
    assert len(wrong) <= (1 - _READ[language]) * len(made), "\n".join(wrong)


@pytest.mark.parametrize("language", [AR, EN])
def test_the_containers_are_many_and_no_two_alike(language: str) -> None:
    assert len(containers(language)) == len(set(containers(language))) >= 120
    assert all("[Q]" in one or "[QR]" in one for one in containers(language))
