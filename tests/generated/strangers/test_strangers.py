"""True deeds of one state, told where another is named that has no part in them: hardly any is contradicted.

`python -m tests.generated.strangers` fills the containers anew, with other seeds and as often as wanted.
"""

from __future__ import annotations

import pytest

from tests.generated.strangers.filling import containers, told
from tests.generated.words import AR, EN
from tests.held import judged, record

_SEED, _TIMES = 1, 5
_IN_A_THOUSAND = 4  # as many may be contradicted; most sentences bear their deed out
_BORNE_OUT = 0.75


@pytest.mark.parametrize("language", [AR, EN])
def test_hardly_anything_true_is_contradicted_beside_a_stranger(language: str) -> None:
    made = list(told(language, record(), _SEED, _TIMES))
    verdicts = [{claim.verdict for claim in judged(one.text, one.published)} for one in made]
    wrong = [one.text for one, found in zip(made, verdicts, strict=True) if found & {"refuted", "conflicting"}]
    assert 1000 * len(wrong) <= _IN_A_THOUSAND * len(made), "\n".join(wrong)
    assert sum("supported" in found for found in verdicts) >= _BORNE_OUT * len(made)


@pytest.mark.parametrize("language", [AR, EN])
def test_the_containers_are_many_and_no_two_alike(language: str) -> None:
    assert len(containers(language)) == len(set(containers(language))) >= 80
    assert all("[S]" in one and "[P" in one and not one.endswith(".") for one in containers(language))
