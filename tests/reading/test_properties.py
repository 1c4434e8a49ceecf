"""What holds of every reading of every text: offsets, sameness, independence of paragraphs, no failure, linear cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mahdar
from mahdar.model import Reading
from tests.cost import calls
from tests.reading.adversarial import ODD, UNITS, grown, jumbled, ratio, spans

_PUBLISHED = "2024-03-06"
_KINDS = [(language, name) for language, units in UNITS.items() for name in units]
# Long enough that a sentence without an end has been cut, so that what is asked of a sentence has its full cost.
_LENGTH = 1000
_LINEAR, _BOUND = 4, 6

_PIECES = st.sampled_from(
    [unit for units in UNITS.values() for unit in units.values()]
    + ["قال الوزير إن ", "في 5 مايو 2019 ", "\n\n", ". ", "؟ ", "said the minister. ", "vetoed ", "15 members ", "لم "]
)
_ANYTHING = st.text(st.characters(exclude_categories=()), max_size=8)
_TEXTS = st.lists(st.one_of(_PIECES, _PIECES, _ANYTHING), max_size=25).map("".join)

PARAGRAPHS = {
    "ar": [
        "قالت وزارة الخارجية التركية إن المحادثات ستستأنف في جنيف. وأضافت أن الوفد وصل مساء الثلاثاء.",
        "واتهمت أرمينيا جارتها أذربيجان بخرق الهدنة ثلاث مرات.",
        "وقصف الجيش مواقع في شرق المدينة، فيما نزح نحو 400 شخص.",
        "«لن نقبل بأقل من هذا»، قال المبعوث النرويجي للصحافيين.",
        "ونقلت وكالة الأنباء عن مسؤول لم تسمه قوله إن المعبر سيفتح في 12 أبريل 2024.",
        "وطالبت البرازيل مجلس الأمن بعقد جلسة طارئة بشأن السودان.",
        "وكان المجلس قد صوت على القرار 2728 في مارس 2024 بأغلبية 14 صوتا.",
    ],
    "en": [
        "The Turkish foreign ministry said the talks would resume in Geneva. It added that its delegation had arrived.",
        "Armenia accused neighbouring Azerbaijan of breaking the truce three times.",
        "The army shelled positions east of the city while some 400 people fled.",
        "“We will accept nothing less,” the Norwegian envoy told reporters.",
        "The news agency quoted an unnamed official as saying the crossing would open on 12 April 2024.",
        "Brazil urged the Security Council to hold an emergency meeting on Sudan.",
        "The Council adopted resolution 2728 in March 2024 by 14 votes.",
    ],
}


def holds(text: str, reading: Reading) -> None:
    """Every span quotes the text and every entity that is used is known."""
    for span in spans(reading):
        assert 0 <= span.start < span.end <= len(text), span
        assert text[span.start : span.end] == span.text, span
    used = [mention.entity for mention in reading.mentions]
    for statement in reading.statements:
        used += [*statement.speakers, *statement.via]
    for event in reading.events:
        used += [*event.actors, *event.recipients, *event.reported_by]
    assert set(used) <= set(reading.entities)


@settings(max_examples=60, deadline=None)
@given(_TEXTS)
def test_any_text_is_read_and_its_spans_quote_it(text: str) -> None:
    holds(text, mahdar.read(text, published=_PUBLISHED))


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("lead", ["", "قال الوزير إن الدول ", "The minister said that the states "])
def test_odd_characters_are_read(name: str, lead: str) -> None:
    for text in (lead + ODD[name], ODD[name] + lead, lead + ODD[name] + lead):
        holds(text, mahdar.read(text, published=_PUBLISHED))
        holds(text, mahdar.read(text))


@pytest.mark.parametrize(("language", "name"), _KINDS)
def test_endless_repetition_is_read(language: str, name: str) -> None:
    text = grown(language, name, _LENGTH)
    holds(text, mahdar.read(text))


@pytest.mark.parametrize("start", range(0, 120, 20))
def test_the_words_of_the_tables_are_read_in_any_order(start: int) -> None:
    for seed in range(start, start + 20):
        text = jumbled(seed)
        holds(text, mahdar.read(text, published=(None, _PUBLISHED)[seed % 2]))


@settings(max_examples=20, deadline=None)
@given(_TEXTS)
def test_the_same_text_is_read_the_same_twice(text: str) -> None:
    assert mahdar.read(text).to_dict() == mahdar.read(text).to_dict()


def _in_a_new_process(text: str, seed: str) -> str:
    program = "import json, sys, mahdar; print(json.dumps(mahdar.read(json.load(sys.stdin)).to_dict()))"
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps(text),
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return done.stdout


def test_the_order_of_hashes_changes_nothing() -> None:
    text = "\n\n".join(PARAGRAPHS["ar"]) + "\n\n" + "\n\n".join(PARAGRAPHS["en"])
    assert json.loads(_in_a_new_process(text, "1")) == json.loads(_in_a_new_process(text, "4711"))
    assert json.loads(_in_a_new_process(text, "2")) == mahdar.read(text).to_dict()


def _contents(reading: Reading, shift: int = 0) -> list[tuple[int, int, str, bool, str]]:
    """The statements without their speakers, which a half may not know."""
    return [(s.start + shift, s.end + shift, s.act, s.quoted, s.cue) for s in reading.statements]


def _halves(language: str, first: Iterable[int], second: Iterable[int]) -> tuple[str, str]:
    pool = PARAGRAPHS[language]
    return "\n\n".join(pool[k] for k in first), "\n\n".join(pool[k] for k in second)


_ORDER = st.lists(st.integers(0, 6), min_size=1, max_size=5)


@pytest.mark.parametrize("language", ["ar", "en"])
@settings(max_examples=25, deadline=None)
@given(first=_ORDER, second=_ORDER)
def test_statements_of_a_paragraph_do_not_depend_on_the_others(
    language: str, first: list[int], second: list[int]
) -> None:
    one, other = _halves(language, first, second)
    whole = mahdar.read(f"{one}\n\n{other}", published=_PUBLISHED)
    apart = [mahdar.read(text, published=_PUBLISHED) for text in (one, other)]
    assert _contents(whole) == _contents(apart[0]) + _contents(apart[1], len(one) + 2)


@pytest.mark.parametrize(("language", "name"), _KINDS)
def test_the_work_grows_with_the_text_and_not_faster(language: str, name: str) -> None:
    def work(text: str) -> int:
        return calls(lambda: mahdar.read(text))

    mahdar.read(grown(language, name, _LENGTH // 4))  # tables are read and records opened once
    assert ratio(work, language, name, _LENGTH) < _BOUND


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", ["quotes never closed", "digits and commas", "names joined", "vetoes", "and"])
def test_the_time_grows_with_the_text_and_not_faster(language: str, name: str) -> None:
    """Calls do not see what one call does with a long list; time does. A ratio of 16 would be quadratic."""

    def work(text: str) -> float:
        return min(_seconds(text) for _ in range(2))

    assert ratio(work, language, name, 12 * _LENGTH) < 2 * _LINEAR


def _seconds(text: str) -> float:
    start = time.process_time()
    mahdar.read(text)
    return time.process_time() - start
