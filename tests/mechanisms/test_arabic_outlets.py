"""Claims as Arabic outlets word them, kind by kind: each text with the arguments and the verdict that it has to have."""

from __future__ import annotations

import pytest

from tests.held import judged

VOTES = [
    (
        "2010-06-10",
        "صوت لبنان بالامتناع وعارضت تركيا والبرازيل القرار 1929 بشأن إيران في مجلس الأمن الأربعاء.",
        {"states": {"LBN": "abstain"}, "symbol": "S/RES/1929"},
        "supported",
    ),
    (
        "2011-03-18",
        "صوتت فرنسا بالامتناع على القرار 1973 في مجلس الأمن.",
        {"states": {"FRA": "abstain"}, "symbol": "S/RES/1973"},
        "refuted",
    ),
    (
        "2011-03-18",
        "وصوتت روسيا والصين بالامتناع عن التصويت على القرار 1973 في مجلس الأمن.",
        {"states": {"RUS": "abstain", "CHN": "abstain"}},
        "supported",
    ),
]
ASSEMBLY_VOTES = [
    (
        "2022-03-03",
        "صوتت روسيا وبيلاروسيا وسوريا بالرفض على القرار بشأن أوكرانيا في الجمعية العامة أمس الأربعاء.",
        {"states": {"RUS": "no", "BLR": "no", "SYR": "no"}, "topic": "UKR"},
        "supported",
    ),
    (
        "2021-06-19",
        "كانت بيلاروسيا الدولة الوحيدة التي صوتت ضد قرار ميانمار في الجمعية العامة أمس الجمعة.",
        {"states": {"BLR": "no"}, "topic": "MMR"},
        "supported",
    ),
    (
        "2021-06-19",
        "وصوتت ضد قرار ميانمار دولة واحدة هي بيلاروسيا في الجمعية العامة أمس الجمعة.",
        {"states": {"BLR": "no"}, "topic": "MMR"},
        "supported",
    ),
]
CASES = {
    "council.vote": VOTES,
    "assembly.vote": ASSEMBLY_VOTES,
}


@pytest.mark.parametrize(
    ("kind", "published", "text", "args", "verdict"),
    [(kind, *case) for kind, cases in CASES.items() for case in cases],
)
def test_claims_in_the_words_of_arabic_outlets(
    kind: str, published: str, text: str, args: dict[str, object], verdict: str
) -> None:
    found = [c for c in judged(text, published) if c.kind == kind and args.items() <= dict(c.args).items()]
    assert [c.verdict for c in found] == [verdict]
