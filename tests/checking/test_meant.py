"""Which state a pronoun, "the country" or a verb without a subject means, and whether anybody else may be meant."""

from __future__ import annotations

import pytest

from mahdar.checking.meant import state_meant
from tests.held import scene


@pytest.mark.parametrize(
    ("text", "state", "sure"),
    [
        ("Kenya held elections. It joined the United Nations in 1963.", "KEN", True),
        ("Last week Kenya held elections. The country joined the United Nations in 1963.", "KEN", True),
        ("Kenya held elections. Voters queued. In 1963 it joined the United Nations.", "KEN", True),
        ("أجرت كينيا انتخابات. وقد انضمت إلى الأمم المتحدة عام 1963.", "KEN", True),
        ("أجرت كينيا انتخابات. والبلاد انضمت إلى الأمم المتحدة عام 1963.", "KEN", True),
        ("كينيا دولة أفريقية، وقد انضمت إلى الأمم المتحدة عام 1963.", "KEN", True),
        ("Kenya signed a deal in Uganda. It joined the United Nations in 1963.", "KEN", False),
        ("Kenya wrote to the General Assembly. It joined the United Nations in 1963.", "KEN", False),
        ("The African Union lauded Kenya. It joined the United Nations in 1963.", "KEN", False),
        ("Talks were held in Kenya. It joined the United Nations in 1963.", "KEN", False),
        ("Kenya grew. Uganda worried about Kenya. The country joined the United Nations in 1963.", "KEN", False),
        ("Kenya supports Uganda. It joined the United Nations in 1963.", "KEN", False),
        ("Kenya, Uganda and Rwanda met. It joined the United Nations in 1963.", "KEN", False),
        ("Kenya held elections. Uganda joined the United Nations in 1962.", None, None),
        ("أجرت كينيا انتخابات. وانضمت أوغندا إلى الأمم المتحدة عام 1962.", None, None),
        ("أجرت كينيا انتخابات. وانضمت الألمانيتان إلى الأمم المتحدة عام 1973.", None, None),
        ("أجرت كينيا انتخابات. وانضمت البلاد إلى الأمم المتحدة عام 1963.", "KEN", True),
        ("جرت محادثات في كينيا. وقد انضمت إلى الأمم المتحدة عام 1963.", "KEN", False),
        ("Kenya held elections. On 16 December 1963 it joined the United Nations.", "KEN", True),
        ("Kenya held elections. After Uganda had left, on Monday it joined the United Nations.", None, None),
        ("The weather was fine. It joined the United Nations in 1963.", None, None),
    ],
)
def test_whom_a_verb_without_a_name_tells_of(text: str, state: str | None, sure: bool | None) -> None:
    said = scene(text)
    cue = said.all("un.joins")[-1]
    meant = state_meant(said, cue)
    assert (meant.state.codes[0] if meant else None, meant.sure if meant else None) == (state, sure)
