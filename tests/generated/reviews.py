"""The Universal Periodic Review: how often, which round when, how many recommendations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import Recommendations, Review
from tests.generated.made import Made, moved, other, sample
from tests.generated.words import AR, EN, counted, day, month, named, ordinal, state, word

COUNT, ROUND, RECEIVED = "review.count", "review.round", "review.recommendations"
_STATES, _ROWS, _COUNTED = 30, 50, 40
_FEMININE = ("", "الأولى", "الثانية", "الثالثة", "الرابعة")
_ORDINALS = ("", "first", "second", "third", "fourth")
_COUNTS = {
    AR: (
        "خضعت {state} للاستعراض الدوري الشامل {times} حتى الآن.",
        "خضع سجل {state} في مجال حقوق الإنسان للاستعراض الدوري الشامل {times}.",
        "قال المتحدث إن {state} استعرضت {times} في إطار الاستعراض الدوري الشامل.",
        "سبق أن مرت {state} بآلية الاستعراض الدوري الشامل {times}.",
    ),
    EN: (
        "{state} has been reviewed {times} under the Universal Periodic Review.",
        "{state} has undergone the Universal Periodic Review {times}.",
        "The spokesman said {state} had been through the Universal Periodic Review {times}.",
        "The Human Rights Council has examined {state} {times} under its Universal Periodic Review.",
    ),
}
_ROUNDS = {
    AR: (
        "خضعت {state} للاستعراض الدوري الشامل للمرة {feminine} في {month}.",
        "جرى الاستعراض الدوري الشامل {masculine} لحالة حقوق الإنسان في {state} في {day}.",
        "قال الخبير إن {state} خضعت لاستعراضها الدوري الشامل {masculine} عام {year}.",
        "في {month} استعرض مجلس حقوق الإنسان سجل {state} للمرة {feminine} ضمن الاستعراض الدوري الشامل.",
        "وكانت {state} قد استعرضت في الجولة {feminine} من الاستعراض الدوري الشامل في {month}.",
    ),
    EN: (
        "{state} faced its {ordinal} Universal Periodic Review in {month}.",
        "The {ordinal} Universal Periodic Review of {state} was held on {day}.",
        "The expert said {state} had undergone its {ordinal} Universal Periodic Review in {year}.",
        "{state} was reviewed for the {ordinal} time under the Universal Periodic Review in {month}.",
        "In {month} {state} went through the {ordinal} cycle of the Universal Periodic Review.",
    ),
}
_RECOMMENDED = {
    AR: (
        "قبلت {state} {accepted} من أصل {received} توصية في الاستعراض الدوري الشامل.",
        "تلقت {state} {received_noun} في جولة الاستعراض الدوري الشامل {masculine} وأيدت {accepted} منها.",
        "قال الدبلوماسي إن {state} وافقت على {accepted} من {received} توصية وجهت إليها في الاستعراض الدوري الشامل.",
        "من بين {received} توصية قدمت إلى {state} خلال الاستعراض الدوري الشامل قبلت {accepted}.",
    ),
    EN: (
        "{state} accepted {accepted} of the {received} recommendations of its {ordinal} Universal Periodic Review.",
        "{state} received {received} recommendations in its {ordinal} Universal Periodic Review and supported "
        "{accepted}.",
        "The diplomat said {state} had accepted {accepted} out of {received} Universal Periodic Review "
        "recommendations.",
        "Of {received} recommendations made to {state} at the Universal Periodic Review, it accepted {accepted}.",
    ),
}


def make(record: Record, random: Random) -> Iterator[Made]:
    """Counts by a day, rounds on their day and another, recommendations by one way of counting."""
    codes = sorted(code for code in record.un_members(date(2020, 1, 1)) if named((code,)))
    for n, code in enumerate(sample(random, codes, _STATES)):
        yield from _counts(record, random, code, n)
    reviews = [row for code in codes for row in record.reviews(code) if row.held and row.day_known and row.cycle < 4]
    for n, row in enumerate(sample(random, reviews, _ROWS)):
        yield from _rounds(row, n)
        wrong = moved(random, row.when.first or date.min, 500, 900)
        yield from _rounds(replace(row, when=Interval.day(wrong)), n, "at")
    known = [one for code in codes for one in record.recommendations(code) if _sayable(one)]
    for n, one in enumerate(sample(random, known, _COUNTED)):
        yield from _recommended(one, one.received or 0, one.supported or 0, n)
        yield from _recommended(one, one.received or 0, (one.supported or 0) - 5, n, "accepted")


def _counts(record: Record, random: Random, code: str, n: int) -> Iterator[Made]:
    held = [row for row in record.reviews(code) if row.held]
    published = (held[n % 3].when.last or date.min) + timedelta(100)
    right = n % 3 + 1
    for times, changed in ((right, ""), (other(random, (1, 2, 3, 4), right), "times")):
        for language, sentences in _COUNTS.items():
            english = {1: "once", 2: "twice"}.get(times, f"{word(times)} times")
            said = english if language == EN else counted(times, "times")
            text = sentences[n % len(sentences)].format(state=state(code, language), times=said)
            yield _made(text, COUNT, published, changed)


def _rounds(row: Review, n: int, changed: str = "") -> Iterator[Made]:
    when = row.when.first or date.min
    for language, sentences in _ROUNDS.items():
        text = sentences[n % len(sentences)].format(
            state=state(row.state, language),
            masculine=ordinal(row.cycle, AR),
            feminine=_FEMININE[row.cycle],
            ordinal=_ORDINALS[row.cycle],
            year=when.year,
            month=month(when, language, n),
            day=day(when, language, n),
        )
        yield _made(text, ROUND, when + timedelta(1000), changed)


def _sayable(row: Recommendations) -> bool:
    whole = row.firm and row.received and row.supported and row.received > row.supported > 10 and not row.pending
    return bool(whole) and row.cycle in (1, 2)


def _recommended(row: Recommendations, received: int, accepted: int, n: int, changed: str = "") -> Iterator[Made]:
    for language, sentences in _RECOMMENDED.items():
        text = sentences[n % len(sentences)].format(
            state=state(row.state, language),
            received=received,
            accepted=accepted,
            received_noun=f"{received} توصية",
            masculine=_FEMININE[row.cycle],
            ordinal=_ORDINALS[row.cycle],
        )
        yield _made(text, RECEIVED, date(2016, 6, 1), changed)


def _made(text: str, kind: str, published: date, changed: str) -> Made:
    return Made(text[:1].upper() + text[1:], kind, published.isoformat(), changed)
