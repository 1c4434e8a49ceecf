"""The rules of the General Assembly as code: Article 18 of the Charter, rule 86 of the rules of procedure."""

from __future__ import annotations

from mahdar.checking.rulebook import Provision

ARTICLE_18 = Provision("Charter of the United Nations, Article 18", "Charter of the United Nations")


def carried(yes: int, no: int, *, important: bool = False) -> bool:
    """Whether a text is adopted: a majority of those present and voting, two thirds on important questions.

    Members who abstain count as not voting (rule 86).
    """
    return 3 * yes >= 2 * (yes + no) and yes > 0 if important else yes > no


def session(year: int, month: int) -> int:
    """The regular session that runs in this month: the first opened in 1946; since the fourth each opens in
    September.
    """
    return year - 1945 if month >= 9 else year - 1946
