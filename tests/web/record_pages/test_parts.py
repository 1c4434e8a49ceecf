"""What pages of the record are put together from: names, lists, figures that were claimed, charts and their words."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import pytest

from mahdar.dossier.reports import ToldOf
from mahdar.dossier.shapes import Counted, Place, Voice
from mahdar.export.kept import Moment
from mahdar.web.asking import Ask, set_current, to_cursor
from mahdar.web.people.model import local
from mahdar.web.problems import Invalid
from mahdar.web.record_pages import pictures, vote_pictures
from mahdar.web.record_pages.claimed import claimed, day, who
from mahdar.web.record_pages.facts import council_day, decision, extents, votes
from mahdar.web.record_pages.lists import in_sentence, names_in, part, setting, shown, sorting
from mahdar.web.record_pages.questions import QUESTIONS, about
from mahdar.web.record_pages.words import table_title, words
from mahdar.web.showing import Show
from mahdar.web.state import State
from mahdar.web.wording import Language, translations


def an_ask(state: State, language: Language = "en", show: Show | None = None, **query: str) -> Ask:
    made = Ask(state, show or Show(language), local(), "/x", query=tuple(query.items()), values={"limit": 3})
    set_current(made)
    return made


def figure(low: float | None, high: float | None, published: str, *voices: Voice, outlet: str = "An agency") -> Counted:
    place = Place("r1", None, "0" * 64, outlet, None, "en", Moment.of(published), 0, 5, "1,592", "1,592 people.", 0)
    return Counted(low, high, None, "people", "killed", voices, (), place)


MISSION = Voice("body:mission", "Fact-finding mission", "بعثة تقصي الحقائق", None)


def told(*figures: Counted) -> ToldOf:
    return ToldOf(len(figures), (), (), (), figures, ())


# -- names
def test_a_state_in_a_sentence_has_its_article(state: State) -> None:
    ask = an_ask(state)
    assert in_sentence(ask, "RUS") == "the Russian Federation"
    assert in_sentence(ask, "RUS", begins=True) == "The Russian Federation"
    assert in_sentence(an_ask(state, "ar"), "RUS") == "الاتحاد الروسي"


def test_names_are_put_in_order_without_accents_hamzas_and_articles() -> None:
    assert sorted(["Zambia", "Côte d'Ivoire", "Cuba"], key=sorting) == ["Côte d'Ivoire", "Cuba", "Zambia"]
    assert sorted(["فرنسا", "الأردن", "أرمينيا", "بلجيكا"], key=sorting) == ["الأردن", "أرمينيا", "بلجيكا", "فرنسا"]


def test_names_of_rows_are_gathered_from_single_codes_and_lists() -> None:
    found = names_in([{"a": "FRA", "b": ["CHN", "USA"]}, {"a": None, "b": []}], "a", "b")
    assert sorted(found) == ["CHN", "FRA", "USA"]
    assert found["USA"]["ar"] == "الولايات المتحدة"


# -- lists
def test_a_part_of_a_list_says_where_it_goes_on(state: State) -> None:
    rows = [{"n": n} for n in range(7)]
    first = part(an_ask(state), rows)
    assert [row["n"] for row in first["rows"]] == [0, 1, 2]
    last = part(an_ask(state, cursor=to_cursor(after=6)), rows)
    assert [row["n"] for row in last["rows"]] == [6]
    assert (first["total"], "next" in first, "next" in last) == (7, True, False)


@pytest.mark.parametrize("after", [-1, "3", True, None])
def test_a_cursor_that_was_never_given_is_refused(state: State, after: object) -> None:
    with pytest.raises(Invalid):
        part(an_ask(state, cursor=to_cursor(after=after)), [])


def test_english_charts_keep_their_digits_whatever_was_chosen_for_arabic(state: State) -> None:
    assert setting(an_ask(state, "en", Show("en", digits="arab"))).digits == "latn"
    assert setting(an_ask(state, "ar", Show("ar", digits="arab"))).digits == "arab"


# -- words
def test_every_word_and_question_is_translated() -> None:
    arabic = translations("ar").gettext
    for group in words().values():
        for message in group.values():
            assert arabic(message) != message, message
    for pair in QUESTIONS.values():
        assert all(arabic(message) != message for message in pair)


def test_every_table_of_the_record_has_a_title_in_both_languages(state: State) -> None:
    for table in extents.tables(state.record):
        assert not table_title(table, "en").islower()
        assert any("\u0600" <= letter <= "\u06ff" for letter in table_title(table, "ar")), table["table"]


def test_a_question_names_what_it_is_asked_of(state: State) -> None:
    told_of = about(an_ask(state), "assembly", state="the Sudan")
    assert "the Sudan" in told_of.title
    with pytest.raises(KeyError):
        about(an_ask(state), "no-such-question")


# -- figures
def test_figures_say_who_claims_them_and_when(state: State) -> None:
    ask, arabic = an_ask(state), an_ask(state, "ar")
    one = figure(1592, 1592, "2012-05-26", MISSION)
    assert (who(ask, one), who(arabic, one)) == ("Fact-finding mission", "بعثة تقصي الحقائق")
    assert who(ask, figure(3, 3, "2012-05-26")) == "An agency"
    assert day(ask, one) == "26 May 2012"


def test_three_figures_of_one_thing_make_a_chart_with_their_bounds(state: State) -> None:
    ask = an_ask(state)
    rows = told(figure(100, 100, "2012-05-26", MISSION), figure(200, None, "2012-05-27"), figure(80, 120, "2012-05-28"))
    found = claimed(ask, rows)
    assert len(found) == 1
    chart = found[0]["_chart"]
    assert [row[1:4] for row in chart.rows] == [(100.0, None, None), (200.0, 200, None), (100.0, 80, 120)]
    assert chart.rows[1][4] == "or more"
    assert "Fact-finding mission" in chart.rows[0][0]
    ET.fromstring(chart.wide)


def test_fewer_figures_stand_in_a_table_alone_and_boundless_ones_nowhere(state: State) -> None:
    ask = an_ask(state)
    found = claimed(ask, told(figure(100, 100, "2012-05-26"), figure(None, None, "2012-05-27")))
    assert [(len(group["figures"]), group["_chart"]) for group in found] == [(1, None)]
    assert claimed(ask, None) == []


# -- charts
def test_the_table_of_the_council_shows_each_vote_and_who_vetoed(state: State) -> None:
    ask = an_ask(state)
    decided = decision.look_up(state.record, "S/2022/431")["decided"][0]
    chart = pictures.votes_chart(ask, setting(ask), decided)
    rows = {row[0]: row[1:] for row in chart.rows}
    assert rows["China"] == ("Against", "Veto")
    assert rows["United States"] == ("In favour", "President")
    assert sum(row[0] == "In favour" for row in rows.values()) == 13


def test_the_regional_groups_add_up_to_the_votes(state: State) -> None:
    ask = an_ask(state)
    decided = decision.look_up(state.record, "A/RES/66/253")["decided"][0]
    chart = pictures.groups_chart(ask, setting(ask), decided)
    column = chart.headers.index("Against")
    assert sum(int(row[column] or 0) for row in chart.rows) == 12


def test_the_council_of_a_day_names_its_president(state: State) -> None:
    ask = an_ask(state, "ar")
    chart = pictures.council_chart(ask, setting(ask), council_day.council_on(state.record, date(2022, 5, 26)))
    assert chart.rows[0] == ("الولايات المتحدة", "عضو دائم", "الرئاسة")
    assert len(chart.rows) == 15


def test_the_permanent_seats_stand_in_the_order_of_their_vetoes(state: State) -> None:
    ask = an_ask(state)
    chart = pictures.vetoes_chart(ask, setting(ask))
    sums = [sum(int(row[i] or 0) for row in chart.rows) for i in range(1, 6)]
    assert sums == sorted(sums, reverse=True)
    assert chart.headers[1].startswith("Russian Federation")


def test_agreement_of_a_state_with_itself_is_whole_and_withheld_pairs_are_empty(state: State) -> None:
    ask = an_ask(state)
    chart = vote_pictures.agreement_chart(ask, setting(ask), "council", votes.Years(2015, 2016), ("CHN", "RUS", "PRK"))
    assert chart.rows[0][1] == 1
    assert chart.rows[2][1:] == (None, None, None)
    assert "1994" in chart.note


def test_a_chart_leads_to_its_page_and_its_table(state: State) -> None:
    ask = an_ask(state)
    view = shown(ask, pictures.vetoes_chart(ask, setting(ask)), state="PRK")
    assert view["page"] == "/en/charts/vetoes?state=PRK"
    assert view["csv"] == "/en/charts/vetoes.csv?state=PRK"
    assert view["heads"][0] == ("Year", "")
    assert view["heads"][1][1] == "number"


def test_a_treaty_of_which_the_record_has_only_a_part_has_no_chart(state: State) -> None:
    ask = an_ask(state)
    assert pictures.parties_chart(ask, setting(ask), "genocide") is None
    chart = pictures.parties_chart(ask, setting(ask), "iccpr")
    assert chart is not None
    assert chart.rows[-1][1] == pytest.approx(176, abs=5)


def test_a_dossier_without_votes_or_reviews_has_no_such_charts(state: State) -> None:
    ask = an_ask(state)
    assert pictures.assembly_chart(ask, setting(ask), "PRK", []) is None
    assert pictures.state_reviews_chart(ask, setting(ask), "PRK", []) is None
    assert pictures.timeline_chart(ask, setting(ask), "PRK", []) is None


def test_months_are_named_as_chosen_in_the_timeline(state: State) -> None:
    from mahdar.dossier.gathering import official_record

    official = replace(official_record("PRK", state.record))
    ask = an_ask(state, "ar", Show("ar", months="maghrebi"))
    chart = pictures.timeline_chart(ask, setting(ask), "PRK", official.timeline)
    assert chart is not None
    assert any("ماي" in str(row[0]) or "جوان" in str(row[0]) for row in chart.rows)
