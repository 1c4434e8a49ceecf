"""Lines of a page that lead elsewhere are no part of the report; lines of the report are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.furniture import without_furniture
from mahdar.pipeline import read


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Russia vetoes a draft on Syria",
        "ALSO READ | Iran says sanctions must end",
        "[Related] Iran says sanctions must end",
        "Advertisement",
        "You may also like\nIran says sanctions must end",
        "اقرأ أيضًا: روسيا تنقض مشروع قرار بشأن سوريا",
        "إقرأ ايضا | روسيا تنقض مشروع قرار بشأن سوريا",
        "» مواضيع ذات صلة",
        "مقالات ذات صلة:\n\nروسيا تنقض مشروع قرار بشأن سوريا",
        "إعلان",
    ],
)
def test_lines_that_lead_elsewhere_are_blank(line: str) -> None:
    before, behind = "The envoy said that talks went on.\n", "\nHe added that nobody had left."
    blank = "\n".join(" " * len(part) for part in line.split("\n"))
    assert without_furniture(before + line + behind) == before + blank + behind


@pytest.mark.parametrize(
    "line",
    [
        "Related documents were seized by the police.",
        "Read the letter: it names nobody.",
        "More than 40 people fled.",
        "Advertisements were banned: the court said so.",
        "إعلان وقف النار: نص الاتفاق",
        "المزيد من القتلى سقطوا في الشمال.",
        "مقالات ذات صلة:\nوأضاف أن القتال مستمر.",
        "You may also like\nThe office said that fighting went on.",
    ],
)
def test_the_last_line_of_the_report_stays(line: str) -> None:
    text = f"The envoy spoke.\n{line}"
    assert without_furniture(text).endswith(line.split("\n")[-1])


def test_who_speaks_in_a_link_is_not_who_goes_on_behind_it() -> None:
    text = (
        "The French minister said that talks went on.\nRead also: China's envoy says no\nHe added that nobody had left."
    )
    assert {speaker for said in read(text).statements for speaker in said.speakers} == {"person:minister-of-fra"}


@given(st.lists(st.sampled_from(["Related", "إعلان", "see also:", "a", "ا", " ", "", "- Read more | b"]), max_size=8))
def test_lines_keep_their_places(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = without_furniture(text)
    assert len(kept) == len(text)
    assert all(line in (given, " " * len(given)) for line, given in zip(kept.split("\n"), lines, strict=bool(lines)))
