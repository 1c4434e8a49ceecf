"""A month or a day without a year is of the year long past of which the report told, or of that of its resolution."""

from __future__ import annotations

from datetime import date

import pytest

from mahdar.checking.yearless import in_year
from mahdar.edtf import Interval
from mahdar.pipeline import read

BORNE_OUT = [
    ("2013-04-08", "The tribunal for Rwanda was set up in November 1994. In June the Security Council had passed "
     "resolution 929.", "1994-06"),
    ("2013-04-08", "In 1990 Iraq invaded Kuwait. On 29 November, in resolution 678, the Security Council authorised "
     "force by 12 votes to two.", "1990-11-29"),
    ("2019-02-04", "In 2016 the Security Council was split over Aleppo. On 8 October Russia vetoed a French text on "
     "Syria.", "2016-10-08"),
    ("2019-02-04", "Security Council resolution 1325 was adopted in October and is still cited.", "2000-10"),
    ("2013-04-08", "أنشئت محكمة رواندا في نوفمبر 1994. وفي يونيو اعتمد مجلس الأمن القرار 929.", "1994-06"),
]  # fmt: skip
OPEN = [
    ("2013-04-08", "The tribunal for Rwanda was set up in November 1994. In March the Security Council had passed "
     "resolution 929."),
    ("2019-02-04", "In 2016 the Security Council was split over Aleppo. On 9 March Russia vetoed a text on Syria."),
    ("2024-05-10", "In 2014 the Security Council was divided. Malta presided over the Council in January."),
]  # fmt: skip
CONTRADICTED = [
    ("2013-04-08", "Resolution 929 of June 2012 sent troops, the Security Council said."),
    ("2024-05-10", "Malta presided over the Security Council in January."),
    ("2024-05-10", "In 2014 the Security Council was divided. Malta presided over the Council last January."),
]


@pytest.mark.parametrize(("published", "text", "at"), BORNE_OUT)
def test_a_month_is_of_the_year_told_before(published: str, text: str, at: str) -> None:
    claims = read(text, published=published).claims
    assert at in {claim.args.get("at") for claim in claims if claim.verdict == "supported"}
    assert not {"refuted", "conflicting"} & {claim.verdict for claim in claims}


@pytest.mark.parametrize(("published", "text"), OPEN)
def test_what_holds_in_neither_year_is_left_open(published: str, text: str) -> None:
    claims = [c for c in read(text, published=published).claims if "at" in c.args or c.kind.endswith("presidency")]
    assert all(claim.verdict == "not-enough-evidence" for claim in claims)


@pytest.mark.parametrize(("published", "text"), CONTRADICTED)
def test_a_year_that_is_told_is_held_against_the_record(published: str, text: str) -> None:
    assert "refuted" in {claim.verdict for claim in read(text, published=published).claims}


def test_the_end_of_february_follows_the_year() -> None:
    assert in_year(Interval.month(2023, 2), 2024) == Interval.month(2024, 2)
    assert in_year(Interval.day(date(2024, 2, 29)), 1994) is None
    assert in_year(Interval.day(date(2023, 2, 28)), 2024) == Interval.day(date(2024, 2, 28))
    assert in_year(Interval.day(date(2024, 6, 30)), 1994) == Interval.day(date(1994, 6, 30))
