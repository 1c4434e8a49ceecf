"""Stories of written reports: grouped, explained, corrected, and the same whatever the order."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.accounts import Stories, Story, stories, tell
from tests.accounts.samples import SAMPLES, all_tellings, telling, wanted

VOTES = ["vote-ahead-1", "vote-held-1", "vote-held-2", "vote-reaction-1", "vote-reaction-2", "vote-held-3"]


def as_sets(found: list[Story]) -> set[frozenset[str]]:
    return {frozenset(story.reports) for story in found}


def of(*names: str) -> Stories:
    return Stories(map(telling, names))


@pytest.fixture(scope="module")
def found() -> Stories:
    return Stories(all_tellings())


def test_every_written_story_is_found_and_none_is_mixed(found: Stories) -> None:
    assert as_sets(found.stories()) == wanted()


def test_a_vote_that_is_announced_is_not_the_vote_that_is_held(found: Stories) -> None:
    assert "vote-held-1" not in found.story_of("vote-ahead-1").reports
    assert set(found.story_of("vote-held-1").reports) == {"vote-held-1", "vote-held-2", "vote-held-3"}


def test_a_decision_is_not_what_another_says_of_it(found: Stories) -> None:
    assert set(found.story_of("vote-reaction-1").reports) == {"vote-reaction-1", "vote-reaction-2"}


def test_accounts_in_two_languages_are_tied_by_names_and_figures(found: Stories) -> None:
    english = next(m for m in found.story_of("toll-may-1").members if m.id == "toll-may-3")
    kinds = {(tie.kind, tie.value) for tie in english.ties}
    assert ("name", "state:SOM") in kinds
    assert ("figure", "487") in kinds
    assert not any(tie.kind == "word" for tie in english.ties)


def test_a_copy_is_told_from_an_independent_report(found: Stories) -> None:
    story = found.story_of("toll-may-1")
    assert {member.id: member.copy_of for member in story.members} == {
        "toll-may-1": None,
        "toll-may-2": "toll-may-1",
        "toll-may-3": None,
    }
    assert story.independent == ("toll-may-1", "toll-may-3")


def test_ties_name_the_others_that_have_them_and_show_words_as_printed(found: Stories) -> None:
    story = found.story_of("camp-1")
    ties = {tie.value: tie for tie in story.members[0].ties if tie.kind == "word"}
    assert ties["سرمدا"].reports == ("camp-2",)
    assert all(tie.weight > 0 for tie in ties.values())


def test_members_stand_by_their_days_and_the_first_names_the_story(found: Stories) -> None:
    story = found.story_of("vote-held-2")
    assert story.id == "vote-held-1"
    assert story.reports[-1] == "vote-held-2"
    assert story.to_dict()["story"] == "vote-held-1"
    assert story.to_dict()["reports"] == list(story.reports)


def test_stories_come_by_the_day_of_their_first_report(found: Stories) -> None:
    days = [SAMPLES[story.id]["published"] for story in found.stories()]
    assert days == sorted(days)


@given(st.randoms(use_true_random=False))
@settings(max_examples=5, deadline=None)
def test_the_order_in_which_reports_come_makes_no_difference(rnd: random.Random) -> None:
    shuffled = all_tellings()
    rnd.shuffle(shuffled)
    assert [story.reports for story in stories(shuffled)] == [story.reports for story in stories(all_tellings())]


@given(st.permutations(VOTES))
@settings(max_examples=20, deadline=None)
def test_adding_one_by_one_and_settling_is_grouping_at_once(order: list[str]) -> None:
    collection = Stories()
    for name in order:
        assert name in collection.add(telling(name)).reports
    collection.settle()
    assert as_sets(collection.stories()) == as_sets(of(*VOTES).stories())


def test_adding_one_by_one_finds_the_written_stories() -> None:
    collection = Stories()
    for one in all_tellings():
        collection.add(one)
    assert as_sets(collection.stories()) == wanted()


def test_adding_a_report_again_changes_nothing() -> None:
    collection = of("camp-1", "camp-2")
    before = collection.stories()
    collection.add(telling("camp-2"))
    assert collection.stories() == before
    assert len(collection) == 2
    assert "camp-2" in collection


def test_settling_twice_changes_nothing(found: Stories) -> None:
    before = found.stories()
    found.settle()
    assert found.stories() == before


def test_a_person_holds_two_reports_together() -> None:
    collection = of("vote-ahead-1", "vote-held-1", "camp-1")
    collection.together("vote-held-1", "vote-ahead-1")
    story = collection.story_of("vote-held-1")
    assert story.reports == ("vote-ahead-1", "vote-held-1")
    assert all(member.by_person for member in story.members)


def test_a_person_holds_two_reports_apart_and_it_lasts() -> None:
    collection = of("camp-1", "camp-2")
    collection.apart("camp-1", "camp-2")
    collection.settle()
    assert as_sets(collection.stories()) == {frozenset({"camp-1"}), frozenset({"camp-2"})}
    collection.together("camp-1", "camp-2")
    assert len(collection.stories()) == 1


def test_a_person_moves_a_report() -> None:
    collection = of(*VOTES)
    story = collection.move("vote-reaction-2", "vote-held-1")
    assert {"vote-reaction-2", "vote-held-1"} <= set(story.reports)
    assert collection.story_of("vote-reaction-1").reports == ("vote-reaction-1",)
    collection.settle()
    assert "vote-reaction-2" in collection.story_of("vote-held-1").reports


def test_a_correction_outlives_what_comes_later() -> None:
    collection = of("vote-held-1", "vote-reaction-1")
    collection.together("vote-held-1", "vote-reaction-1")
    for name in ("vote-held-2", "vote-reaction-2", "camp-1", "camp-2"):
        collection.add(telling(name))
    assert "vote-reaction-1" in collection.story_of("vote-held-1").reports


def test_unknown_reports_cannot_be_corrected() -> None:
    collection = of("camp-1")
    with pytest.raises(KeyError):
        collection.together("camp-1", "nowhere")
    with pytest.raises(ValueError, match="itself"):
        collection.apart("camp-1", "camp-1")


def test_no_reports_are_no_stories() -> None:
    assert stories([]) == []
    assert len(Stories()) == 0


def test_reports_without_days_words_or_language_stand_alone() -> None:
    odd = [
        tell("empty", ""),
        tell("marks", "… 12 !"),
        tell("french", "Le Conseil de sécurité se réunit lundi à New York."),
    ]
    assert as_sets(stories(odd)) == {frozenset({"empty"}), frozenset({"marks"}), frozenset({"french"})}


def test_undated_reports_are_grouped_by_what_they_tell() -> None:
    one, other = (tell(name, SAMPLES[name]["text"]) for name in ("camp-1", "camp-2"))
    assert len(stories([one, other, telling("yemen-1")])) == 2


def test_the_same_words_weeks_later_are_another_story() -> None:
    text = SAMPLES["camp-1"]["text"]
    one, other = tell("now", text, published="2020-02-18"), tell("later", text, published="2020-04-18")
    assert len(stories([one, other])) == 2
