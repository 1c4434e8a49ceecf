"""Protocols are told apart from the treaties that they belong to, and a time belongs to the act beside it."""

from __future__ import annotations

import pytest

from tests.held import judged

_PUBLISHED = "2022-06-14"


def told(text: str) -> set[tuple[object, object, object, object, str]]:
    """State, treaty, status, time and verdict of every claim on treaties."""
    found = [claim for claim in judged(text, _PUBLISHED) if claim.kind == "treaty.party"]
    return {(c.args["state"], c.args.get("treaty"), c.args["status"], c.args.get("at"), c.verdict) for c in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "انضمت موريتانيا إلى البروتوكول الاختياري الملحق بالاتفاقية الدولية لمناهضة التعذيب في 2012.",
            {("MRT", "opcat", "party", "2012", "supported")},
        ),
        (
            "صادق لبنان على البروتوكول الاختياري لمناهضة التعذيب سنة 2008.",
            {("LBN", "opcat", "party", "2008", "supported")},
        ),
        (
            "صادقت تركيا على البروتوكول الثاني الملحق بالعهد الدولي الخاص بالحقوق المدنية والسياسية عام 2006.",
            {("TUR", "iccpr-op2", "party", "2006", "supported")},
        ),
        (
            "انضمت منغوليا عام 2012 إلى البروتوكول الثاني الهادف إلى إلغاء عقوبة الإعدام.",
            {("MNG", "iccpr-op2", "party", "2012", "supported")},
        ),
        (
            "انضمت ليبيا إلى البروتوكول الأول للعهد الدولي للحقوق المدنية والسياسية عام 1989.",
            {("LBY", "iccpr-op1", "party", "1989", "supported")},
        ),
        (
            "صادق الأردن على البروتوكول الاختياري لاتفاقية الطفل بشأن اشتراك الأطفال في النزاعات المسلحة عام 2007.",
            {("JOR", "crc-opac", "party", "2007", "supported")},
        ),
        (
            "صادقت تونس على البروتوكول الاختياري الثالث لاتفاقية حقوق الطفل عام 2018.",
            {("TUN", "crc-opic", "party", "2018", "supported")},
        ),
        (
            "صادقت الكويت على البروتوكولين الاختياريين الملحقين باتفاقية حقوق الطفل عام 2004.",
            {("KWT", "crc-opac", "party", "2004", "supported"), ("KWT", "crc-opsc", "party", "2004", "supported")},
        ),
        (
            "انضم العراق إلى اتفاقية مناهضة التعذيب في 2011، ولم ينضم إلى البروتوكول الاختياري الملحق بها.",
            {
                ("IRQ", "cat", "party", "2011", "supported"),
                ("IRQ", "opcat", "not-party", _PUBLISHED, "supported"),
            },
        ),
        (
            "Morocco acceded to the Optional Protocol to the UN Convention against Torture in 2014.",
            {("MAR", "opcat", "party", "2014", "supported")},
        ),
        (
            "Sri Lanka joined the optional protocol of the torture convention in December 2017.",
            {("LKA", "opcat", "party", "2017-12", "supported")},
        ),
        (
            "Germany ratified the CRC's optional protocol on a communications procedure in 2013.",
            {("DEU", "crc-opic", "party", "2013", "supported")},
        ),
        (
            "Canada acceded to the CRPD Optional Protocol in 2018.",
            {("CAN", "crpd-op", "party", "2018", "supported")},
        ),
        (
            "Gambia ratified the Second Optional Protocol, aiming at the abolition of the death penalty, in 2018.",
            {("GMB", "iccpr-op2", "party", "2018", "supported")},
        ),
        (
            "Spain ratified the Optional Protocol to the ICESCR in 1996.",
            {("ESP", "icescr-op", "party", "1996", "refuted")},
        ),
        (
            "Tunisia ratified the Convention against Torture in 1988. It acceded to the Optional Protocol in 2011.",
            {("TUN", "cat", "party", "1988", "supported"), ("TUN", "opcat", "party", "2011", "supported")},
        ),
        (
            "Jordan ratified CEDAW in 1992 but has not ratified its Optional Protocol.",
            {("JOR", "cedaw", "party", "1992", "supported"), ("JOR", "cedaw-op", "not-party", _PUBLISHED, "supported")},
        ),
    ],
)
def test_a_protocol_is_not_its_treaty(text: str, found: set[tuple[object, object, object, object, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "صادقت تونس على اتفاقية مناهضة التعذيب وعلى بروتوكولها الاختياري عام 2011.",
            {
                ("TUN", "cat", "party", "2011", "not-enough-evidence"),
                ("TUN", "opcat", "party", "2011", "supported"),
            },
        ),
        (
            "Turkey ratified the Convention on the Rights of the Child and its protocol on child prostitution in 2002.",
            {
                ("TUR", "crc", "party", "2002", "not-enough-evidence"),
                ("TUR", "crc-opsc", "party", "2002", "supported"),
            },
        ),
        (
            "Norway ratified the Optional Protocol to the ICCPR in 1991.",
            {("NOR", "iccpr-op1", "party", "1991", "not-enough-evidence")},
        ),
    ],
)
def test_a_time_that_may_be_that_of_the_protocol_contradicts_nothing(
    text: str, found: set[tuple[object, object, object, object, str]]
) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "صادقت سوريا على البروتوكول الاختياري الملحق باتفاقية حقوق الطفل عام 2003.",
        "وقعت إيران على البروتوكول الإضافي لمعاهدة حظر الانتشار النووي عام 2003.",
        "The United States withdrew from the Optional Protocol to the Vienna Convention in 2018.",
        "Poland ratified an optional protocol to the Convention on the Rights of the Child in 2005.",
        "Ukraine ratified Protocol No. 13 to the European Convention on Human Rights in 2003.",
        "Argentina ratified the Inter-American Convention against Torture in 1989.",
        "صادقت الأرجنتين على اتفاقية مناهضة التعذيب الأمريكية عام 1989.",
    ],
)
def test_a_protocol_that_nothing_tells_from_others_is_no_claim(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Oman acceded to CEDAW and amended its nationality law in 2014.",
            {("OMN", "cedaw", "party", None, "supported")},
        ),
        (
            "France welcomed Qatar's ratification of the two International Covenants and noted progress since 2014.",
            {("QAT", "iccpr", "party", None, "supported"), ("QAT", "icescr", "party", None, "supported")},
        ),
        (
            "صادقت مصر على اتفاقية حقوق الطفل وعدلت قانون العمل في عام 2015.",
            {("EGY", "crc", "party", None, "supported")},
        ),
        (
            "صادقت مصر على اتفاقية حقوق الطفل وذلك في عام 1990.",
            {("EGY", "crc", "party", "1990", "supported")},
        ),
        (
            "صادقت مصر على اتفاقية حقوق الطفل في عام 2015.",
            {("EGY", "crc", "party", "2015", "refuted")},
        ),
    ],
)
def test_the_time_of_another_deed_is_not_that_of_the_act(
    text: str, found: set[tuple[object, object, object, object, str]]
) -> None:
    assert told(text) == found
