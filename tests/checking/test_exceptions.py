"""Denied verbs that an exception takes back: لم تنضم إلا عام 2004 says that it joined then, and no other way."""

from __future__ import annotations

import pytest

from tests.held import judged, one


@pytest.mark.parametrize(
    ("published", "kind", "text", "args", "verdict"),
    [
        ("2015-03-01", "review.count", "لم تخضع إريتريا للاستعراض الدوري الشامل سوى مرتين.", {"times": 2}, "supported"),
        (
            "2015-03-01",
            "review.count",
            "لم تخضع إريتريا إلا أربع مرات للاستعراض الدوري الشامل.",
            {"times": 4},
            "refuted",
        ),
        (
            "2005-03-01",
            "treaty.party",
            "لم تنضم سوريا إلى اتفاقية مناهضة التعذيب إلا عام 2004.",
            {"status": "party", "at": "2004"},
            "supported",
        ),
        (
            "2005-03-01",
            "treaty.party",
            "ولم تصادق سوريا على اتفاقية مناهضة التعذيب إلا في عام 1999.",
            {"status": "party", "at": "1999"},
            "refuted",
        ),
        (
            "2020-03-01",
            "council.resolution",
            "لم يعتمد مجلس الأمن القرار 2401 إلا في 24 فبراير 2018.",
            {"symbol": "S/RES/2401", "at": "2018-02-24"},
            "supported",
        ),
        (
            "2012-01-01",
            "sanctions.regime",
            "لم تفرض الأمم المتحدة عقوبات على إيران إلا عام 2006.",
            {"target": "IRN", "at": "2006"},
            "supported",
        ),
        (
            "2019-10-01",
            "review.recommendations",
            "لم تقبل كوريا الشمالية سوى 132 توصية من أصل 262 توصية في الاستعراض الدوري الشامل الثالث.",
            {"accepted": 132, "received": 262},
            "supported",
        ),
    ],
)
def test_what_stands_behind_the_exception_is_told(
    published: str, kind: str, text: str, args: dict[str, object], verdict: str
) -> None:
    claim = one(text, kind, published)
    assert (claim.negated, claim.verdict) == (False, verdict)
    assert args.items() <= dict(claim.args).items()


@pytest.mark.parametrize(
    ("published", "text"),
    [
        ("2019-10-01", "لم يعقد مجلس الأمن سوى جلسة واحدة بشأن ميانمار في عام 2007."),
        ("2019-10-01", "لم يعتمد مجلس الأمن سوى قرار واحد بشأن ليبيا في عام 2011."),
        ("2019-10-01", "لم تستخدم روسيا الفيتو إلا ضد مشروع قرار بشأن سوريا في 2017."),
        ("2019-10-01", "لم يفرض مجلس الأمن عقوبات إلا على ليبيا في عام 2011."),
    ],
)
def test_the_only_one_is_not_borne_out_by_one(published: str, text: str) -> None:
    assert {claim.verdict for claim in judged(text, published)} == {"not-enough-evidence"}


@pytest.mark.parametrize(
    ("published", "text"),
    [
        ("2016-01-01", "لم تستخدم روسيا حق النقض ضد القرار 2165، إلا أنها انتقدته."),
        ("2016-01-01", "لا تعترف روسيا إلا بقرارات المنظمة، ولم تستخدم الفيتو ضد القرار 2118."),
        ("2016-01-01", "لم تستخدم روسيا حق النقض ضد القرار 2118 ولن تستخدمه إلا إذا تغير النص."),
    ],
)
def test_other_uses_leave_the_denial(published: str, text: str) -> None:
    claim = one(text, "council.veto", published)
    assert (claim.negated, claim.verdict) == (True, "supported")
