"""Vetoes: who casts one, in which words; how many there were; what is no veto."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.mechanisms.council.casters import cast
from tests.held import judged, kinds, one, scene

_RUS_2018 = "2018-04-12"


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("On 10 April 2018 a Security Council text concerning Syria was blocked by a veto from Russia.", ["RUS"]),
        ("The Security Council text on Syria was vetoed on Tuesday by Russia.", ["RUS"]),
        ("The draft fell in the Security Council to a veto cast by Russia on 10 April 2018.", ["RUS"]),
        ("Russia on Tuesday again vetoed a Security Council draft on Syria.", ["RUS"]),
        ("Russia blocked the Security Council draft on Syria with its veto on 10 April 2018.", ["RUS"]),
        ("The Security Council failed to act on Syria on 10 April 2018 because of a Russian veto.", ["RUS"]),
        ("سقط مشروع القرار الخاص بسوريا في مجلس الأمن يوم 10 نيسان/أبريل 2018 بعد أن نقضته روسيا.", ["RUS"]),
        ("أحبطت روسيا في 10 أبريل 2018 مشروع قرار حول سوريا في مجلس الأمن باستخدامها حق النقض (الفيتو).", ["RUS"]),
        ("اصطدم مشروع قرار بشأن سوريا بفيتو روسي في مجلس الأمن في 10 أبريل 2018.", ["RUS"]),
        ("لجأت روسيا إلى الفيتو في مجلس الأمن في 10 أبريل 2018 ضد مشروع قرار بشأن سوريا.", ["RUS"]),
        ("أعربت بريطانيا عن أسفها لاستخدام روسيا الفيتو بشأن سوريا في مجلس الأمن في 10 أبريل 2018.", ["RUS"]),
        ("استخدمت روسيا حق النقض في 10 نيسان/أبريل 2018", ["RUS"]),
    ],
)
def test_who_casts_it(sentence: str, by: list[str]) -> None:
    claim = one(sentence, "council.veto", _RUS_2018)
    assert (claim.args["by"], claim.verdict) == (by, "supported")


@pytest.mark.parametrize(
    "sentence",
    [
        "روسيا والصين تعرقلان بفيتو مزدوج قرارا في مجلس الأمن بشأن سوريا",
        "فيتو روسي صيني مزدوج يسقط مشروع قرار بشأن سوريا في مجلس الأمن",
        "Security Council: Russia and China block Syria text with double veto",
        "Veto by Russia and China sinks Security Council draft on Syria",
    ],
)
def test_headlines(sentence: str) -> None:
    claim = one(sentence, "council.veto", "2020-07-12")
    by = claim.args["by"]
    assert isinstance(by, list)
    assert set(by) == {"RUS", "CHN"}
    assert claim.verdict == "supported"


@pytest.mark.parametrize(
    "sentence",
    [
        "Syria thanked Russia for its veto in the Security Council.",
        "Critics say the veto power of the five permanent members has paralysed the Security Council on Syria.",
        "طالبت فرنسا بتقييد استخدام حق النقض في مجلس الأمن في حالات الفظائع في سوريا.",
        "The Council could not act on Syria because Russia might use its veto.",
        "Germany and Japan want a veto in the Security Council.",
        "If Russia vetoes the draft in the Security Council, Ukraine will turn to the General Assembly.",
        "Russia spoke under threat of a veto by France in the Security Council.",
    ],
)
def test_what_is_no_veto(sentence: str) -> None:
    assert not [c for c in judged(sentence, _RUS_2018) if c.verdict == "refuted" or c.kind == "council.veto"]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("لم تستخدم الصين حق النقض في مجلس الأمن ضد مشروع القرار بشأن سوريا في 10 نيسان/أبريل 2018.", "supported"),
        ("قال السفير إن الصين لم تنقض مشروع القرار بشأن سوريا الذي صوت عليه مجلس الأمن في 10 أبريل 2018.", "supported"),
        ("Russia did not veto the Security Council draft on Syria on 10 April 2018.", "refuted"),
    ],
)
def test_denials(sentence: str, verdict: str) -> None:
    claim = one(sentence, "council.veto", _RUS_2018)
    assert (claim.negated, claim.verdict) == (True, verdict)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Russia has vetoed 12 Security Council draft resolutions on Syria since 2011.", 12),
        ("It was the 12th veto cast by Russia in the Security Council on Syria since 2011.", 12),
        ("It was the 12th time since 2011 that Russia had used its veto in the Security Council on Syria.", 12),
        ("هذا هو الفيتو الثاني عشر الذي تستخدمه روسيا في مجلس الأمن بشأن سوريا منذ عام 2011.", 12),
        ("وهذه هي المرة الثانية عشرة التي تستخدم فيها روسيا حق النقض في مجلس الأمن بشأن سوريا منذ عام 2011.", 12),
        ("منذ عام 2011 نقضت روسيا 12 مشروع قرار في مجلس الأمن بشأن سوريا.", 12),
        ("Russia has blocked 12 Security Council resolutions on Syria with its veto since 2011.", 12),
        ("Russia has cast about 12 vetoes in the Security Council on Syria since 2011.", 12),
        ("استخدمت روسيا الفيتو أكثر من 10 مرات في مجلس الأمن بشأن سوريا منذ عام 2011.", 10),
    ],
)
def test_numbers_of_vetoes(sentence: str, count: int) -> None:
    claim = one(sentence, "council.veto_count", _RUS_2018)
    assert (claim.args["count"], claim.verdict) == (count, "supported")


def test_an_ordinal_tells_of_this_veto_too() -> None:
    text = "استخدمت روسيا الثلاثاء حق النقض للمرة الثانية عشرة ضد مشروع قرار بشأن سوريا في مجلس الأمن."
    assert kinds(text, _RUS_2018) == {"council.veto", "council.veto_count"}


def test_a_veto_of_that_day_on_another_matter_is_offered_but_bears_nothing_out() -> None:
    claim = one("Russia vetoed a Security Council draft on Yemen on 10 April 2018.", "council.veto", _RUS_2018)
    assert claim.verdict == "not-enough-evidence"
    assert claim.citations[0].symbol == "S/2018/321"


def test_a_state_without_a_veto_is_told_so_only_where_the_text_plainly_says_it() -> None:
    claim = one("Germany vetoed a Security Council draft on Peru.", "council.veto", _RUS_2018)
    assert claim.verdict == "refuted"
    assert "ليس لدى ألمانيا" in claim.why.ar


@given(st.lists(st.sampled_from(["Russia", "vetoed", "by", "a", "veto", "the", "Security Council", "Syria", "on"])))
def test_words_in_any_order_are_read(words: list[str]) -> None:
    read = scene(" ".join(words) + ".")
    for cue in read.any_of(("veto", "veto_verb"), 0, len(read.forms)):
        found = cast(read, cue)
        assert found is None or found.group


@pytest.mark.parametrize(
    "sentence",
    ["لم تستخدم فرنسا حق النقض في مجلس الأمن منذ عام 1989.", "France and Britain have not used their veto since 1989."],
)
def test_a_denial_since_a_year_is_borne_out_by_the_last_veto_in_that_year(sentence: str) -> None:
    claim = one(sentence, "council.veto", "2024-02-21")
    assert (claim.negated, claim.verdict) == (True, "supported")
    assert claim.citations[0].date == "1989-12-23"


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("France has not used its veto in the Security Council since 2000.", "supported"),
        ("France did not cast a single veto in the Security Council between 2004 and 2020.", "supported"),
        ("لم تستخدم فرنسا الفيتو في مجلس الأمن بين عامي 2004 و2020.", "supported"),
        ("Russia did not cast a single veto in the Security Council between 2004 and 2020.", "refuted"),
        (
            "France has not used its veto in the Security Council since 1992.",
            "not-enough-evidence",
        ),  # not all are listed
        ("France vetoed a Security Council resolution between 2004 and 2012.", "not-enough-evidence"),
    ],
)
def test_a_denial_of_long_times_is_held_against_the_list_of_vetoes(sentence: str, verdict: str) -> None:
    assert one(sentence, "council.veto", "2024-02-21").verdict == verdict


def test_a_denial_since_a_year_is_refuted_by_a_later_veto() -> None:
    claim = one("Russia has not used its veto in the Security Council since 2011.", "council.veto", "2024-02-21")
    assert claim.verdict == "refuted"


@pytest.mark.parametrize(
    ("sentence", "symbol"),
    [
        ("Russia vetoed resolution 1973.", "S/RES/1973"),
        ("France used its veto to block resolution 1441 on Iraq.", "S/RES/1441"),
        ("The US cast a veto against UN Security Council resolution 2334.", "S/RES/2334"),
        ("Resolution 1973 was vetoed by Russia in the Security Council.", "S/RES/1973"),
        ("Security Council resolution 2334, which the United States vetoed, condemned the settlements.", "S/RES/2334"),
        ("استخدمت روسيا حق النقض ضد القرار 1973 بشأن ليبيا.", "S/RES/1973"),
        ("نقضت روسيا القرار 2728 في مجلس الأمن.", "S/RES/2728"),
        ("استخدمت الولايات المتحدة الفيتو لإسقاط القرار 2334.", "S/RES/2334"),
    ],
)
def test_a_resolution_that_was_adopted_was_vetoed_by_nobody(sentence: str, symbol: str) -> None:
    claim = one(sentence, "council.veto", None)
    assert (claim.args["symbol"], claim.verdict) == (symbol, "refuted")


@pytest.mark.parametrize(
    "sentence",
    ["Russia did not veto resolution 1973.", "لم تستخدم روسيا الفيتو ضد القرار 1973."],
)
def test_the_denied_veto_of_a_resolution_that_was_adopted_is_borne_out(sentence: str) -> None:
    assert one(sentence, "council.veto", None).verdict == "supported"


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia vetoed a draft renewing resolution 2165 on 11 July 2023.",
        "Russia vetoed the extension of resolution 2504 in July 2020.",
        "Russia vetoed resolution 2165's renewal in 2020.",
        "نقضت روسيا تمديد العمل بالقرار 2504 في تموز 2020.",
        "استخدمت روسيا الفيتو ضد تجديد القرار 2165 في 2020.",
    ],
)
def test_a_resolution_that_the_vetoed_draft_renews_is_neither_vetoed_nor_of_that_day(sentence: str) -> None:
    told = {claim.kind: claim for claim in judged(sentence, None)}
    assert told["council.veto"].verdict == "supported"
    assert "symbol" not in told["council.veto"].args
    assert "at" not in told["council.resolution"].args


def test_a_resolution_that_the_record_does_not_have_is_borne_out_by_no_other_veto() -> None:
    assert one("Russia vetoed resolution 3999.", "council.veto", None).verdict == "not-enough-evidence"


@pytest.mark.parametrize(
    "sentence",
    [
        "All five permanent members vetoed the draft on Syria on 12 April 2017.",
        "استخدمت الدول الخمس الدائمة العضوية الفيتو ضد مشروع القرار بشأن سوريا في 12 نيسان/أبريل 2017.",
    ],
)
def test_all_five_did_not_veto_what_one_of_them_did(sentence: str) -> None:
    assert one(sentence, "council.veto", None).verdict == "refuted"
    pair = "China and Russia vetoed the draft on Syria on 12 April 2017."
    assert one(pair, "council.veto", None).verdict == "conflicting"


def test_a_draft_without_a_symbol_leaves_no_gap() -> None:
    claim = one("Russia vetoed a draft on 7 April 2026.", "council.veto", "2026-04-20")
    assert claim.verdict == "supported"
    assert "vetoed a draft resolution on 7 April 2026" in claim.why.en
    assert "نُقض مشروع قرار في" in claim.why.ar
    assert "  " not in claim.why.en + claim.why.ar


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        (
            "The United States has used its veto in the Security Council 90 times, Britain 29 times, China 19 times.",
            {"USA": 90, "GBR": 29, "CHN": 19},
        ),
        (
            "استخدمت روسيا الفيتو في مجلس الأمن 18 مرة بشأن سوريا منذ 2011، والصين عشر مرات.",
            {"RUS": 18, "CHN": 10},
        ),
        ("استخدمت الولايات المتحدة حق النقض 90 مرة في مجلس الأمن، تليها بريطانيا بـ29 مرة.", {"USA": 90, "GBR": 29}),
    ],
)
def test_each_state_has_its_own_count_of_vetoes(sentence: str, counts: dict[str, int]) -> None:
    told = [claim for claim in judged(sentence, "2025-12-30") if claim.kind == "council.veto_count"]
    borne_out = [claim for claim in told if claim.verdict == "supported"]
    assert [(claim.args["by"], claim.args["count"]) for claim in borne_out] == [([by], n) for by, n in counts.items()]


def test_a_count_that_is_another_state_s_is_not_borne_out() -> None:
    text = "استخدمت الولايات المتحدة حق النقض 90 مرة في مجلس الأمن، تليها بريطانيا بـ59 مرة."
    told = [(claim.args["by"], claim.verdict) for claim in judged(text, "2025-12-30")]
    assert told == [(["USA"], "supported"), (["GBR"], "not-enough-evidence")]
