"""Statements of English reports: who says what, found in sentences written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mahdar
from mahdar.language.numbers import numbers
from mahdar.language.quotes import quotes
from mahdar.language.sentences import sentences
from mahdar.language.times import times
from mahdar.language.tokens import tokenize
from mahdar.model import Entity
from mahdar.reading.passage import Named, Passage
from mahdar.reading.reader import read_passage
from mahdar.reading.statements.english import find
from mahdar.reading.statements.values import Spoken

NAMES = {
    "Norland": ("state:NOR", "state"),
    "Sudland": ("state:SDN", "state"),
    "Westburg": ("state:WES", "capital"),
    "Security Council": ("body:un-security-council", "body"),
    "Amnesty": ("body:amnesty", "body"),
    "Ana Ruiz": ("person:ana-ruiz", "person"),
    "Ruiz": ("person:ana-ruiz", "person"),
    "Omar Hadi": ("person:omar-hadi", "person"),
    "Reuters": ("outlet:reuters", "outlet"),
    "TASS": ("outlet:tass", "outlet"),
}


def passage(text: str) -> Passage:
    """A passage with a few names of our own, so that the tests do not hang on the tables of names."""
    tokens = tokenize(text)
    found = Passage(text, "en", tokens, sentences(tokens), quotes(tokens))
    found.numbers = numbers(tokens, "en")
    found.times = times(tokens, found.numbers, "en")
    found.entities = {entity: Entity(name, principal=entity) for name, (entity, _) in NAMES.items()}
    found.named = sorted(_named(found), key=lambda n: n.i)
    return found


def _named(found: Passage) -> list[Named]:
    named: dict[int, Named] = {}
    for name in sorted(NAMES, key=len):
        at = found.text.find(name)
        while at >= 0:
            i, j = found.tokens.token_at(at), found.tokens.token_at(at + len(name) - 1) + 1
            named[i] = Named(i, j, at, at + len(name), *NAMES[name])
            at = found.text.find(name, at + 1)
    return [n for n in named.values() if not any(m.i < n.i < m.j for m in named.values())]


def read(text: str) -> list[tuple[str, str, str]]:
    """Each statement as act, speakers and content."""
    found = passage(text)
    return [(s.act, " ".join(s.speakers), found.tokens.original(s.i, s.j)) for s in find(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland says it will stay.", ("say", "state:NOR", "it will stay")),
        ("Norland said on Monday that the border was shut.", ("say", "state:NOR", "the border was shut")),
        ("The border was shut, Norland said.", ("say", "state:NOR", "The border was shut")),
        ("The border was shut, said Ana Ruiz, an adviser.", ("say", "person:ana-ruiz", "The border was shut")),
        ("“The border is shut for good,” Ana Ruiz said.", ("say", "person:ana-ruiz", "The border is shut for good")),
        ("''The border is shut for good,'' said Ana Ruiz.", ("say", "person:ana-ruiz", "The border is shut for good")),
        ("Ana Ruiz said: “No deal is better.”", ("say", "person:ana-ruiz", "No deal is better")),
        ("Ana Ruiz told Reuters that talks went on.", ("say", "person:ana-ruiz", "talks went on")),
        ("Norland urged both sides to hold fire.", ("demand", "state:NOR", "hold fire")),
        ("Amnesty called on Sudland to free them.", ("demand", "body:amnesty", "free them")),
        ("Amnesty is appealing for aid to the valley.", ("demand", "body:amnesty", "aid to the valley")),
        ("Norland warned of a long winter.", ("warn", "state:NOR", "a long winter")),
        ("Norland accused Sudland of breaking the truce.", ("accuse", "state:NOR", "Sudland of breaking the truce")),
        ("Sudland denied any part in the raid.", ("deny", "state:SDN", "any part in the raid")),
        ("Sudland rejected the offer, saying nothing more.", ("oppose", "state:SDN", "the offer")),
        ("Norland welcomed the accord.", ("support", "state:NOR", "the accord")),
        ("Norland vowed to rebuild the port.", ("promise", "state:NOR", "rebuild the port")),
        ("Norland threatened to cut the gas.", ("threaten", "state:NOR", "cut the gas")),
        ("Norland threatened Sudland with new tariffs.", ("threaten", "state:NOR", "new tariffs")),
        ("Norland announced a ban on fishing.", ("announce", "state:NOR", "a ban on fishing")),
        ("Norland expressed support for the plan.", ("support", "state:NOR", "support for the plan")),
        ("The raid was condemned by the Security Council.", ("accuse", "body:un-security-council", "The raid")),
        ("Sudland's claim that it won is old.", ("say", "state:SDN", "it won")),
        ("Sudland's objection to the draft was known.", ("oppose", "state:SDN", "the draft")),
        ("According to Amnesty, nine people died.", ("say", "body:amnesty", "nine people died")),
        ("Nine people died, according to Amnesty.", ("say", "body:amnesty", "Nine people died")),
        ("TASS quoted Omar Hadi as saying that it was late.", ("say", "person:omar-hadi", "it was late")),
        ("Norland says all parties must leave.", ("demand", "state:NOR", "all parties must leave")),
        ("Westburg: the talks will go on in spring", ("say", "state:WES", "the talks will go on in spring")),
    ],
)
def test_cue_speaker_and_content(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Norland did not say when it would leave.",
        "Norland may announce a new plan.",
        "If Norland says it agrees, talks will follow.",
        "Norland should say what it wants.",
        "Did Norland say that it had won?",
        "Those who say that it is over are wrong.",
        "The claims of the two sides differ.",
        "Snow fell over the Sudland valley for days.",
        "The United States troops left.",
    ],
)
def test_nothing_is_reported_as_said(text: str) -> None:
    assert read(text) == []


def test_no_comment() -> None:
    text = "Norland did not immediately respond to a request for comment on the raid. Ruiz declined to comment."
    assert read(text) == [
        ("no-comment", "state:NOR", "request for comment on the raid"),
        ("no-comment", "person:ana-ruiz", "comment"),
    ]


def test_a_quotation_cut_by_its_cue_makes_two_statements() -> None:
    found = read("“The gate is shut,” said Omar Hadi, “and it will stay shut for a year.”")
    assert [content for _, _, content in found] == ["The gate is shut", "and it will stay shut for a year"]
    assert {speaker for _, speaker, _ in found} == {"person:omar-hadi"}


def test_a_further_quotation_has_no_cue() -> None:
    found = passage("“We lost the vote again,” Ana Ruiz said. “We will be back next year.”")
    first, second = find(found)
    assert found.tokens.original(second.i, second.j) == "We will be back next year"
    assert second.speakers == first.speakers == ("person:ana-ruiz",)
    assert second.cue[0] == second.cue[1]


def test_a_second_verb_of_the_same_subject() -> None:
    assert read("Norland says it is ready and is calling for help.") == [
        ("say", "state:NOR", "it is ready"),
        ("demand", "state:NOR", "help"),
    ]


def test_another_speaker_behind_a_conjunction_ends_the_content() -> None:
    assert read("Norland said it won the case, but Sudland said it had lost.") == [
        ("say", "state:NOR", "it won the case"),
        ("say", "state:SDN", "it had lost"),
    ]


def test_speech_of_another_inside_indirect_speech_stands_by_itself() -> None:
    assert read("Norland said that Sudland had rejected the accord.") == [
        ("say", "state:NOR", "Sudland had rejected the accord"),
        ("oppose", "state:SDN", "the accord"),
    ]


def test_speech_inside_a_quotation_is_not_read() -> None:
    assert len(read("Ana Ruiz said: “Sudland rejected the accord and denied the raid.”")) == 1


def test_paragraphs_behind_a_colon_are_one_statement() -> None:
    text = "Omar Hadi said:\n\nWe mourn the dead. We call for calm.\n\nOur help goes on.\n\nAna Ruiz said it was late."
    assert read(text) == [
        ("say", "person:omar-hadi", "We mourn the dead. We call for calm.\n\nOur help goes on"),
        ("say", "person:ana-ruiz", "it was late"),
    ]


def test_the_turns_of_a_transcript() -> None:
    text = "QUESTION: Is it over?\n\nMR. LUND: We said it would end. It has.\n\nThe briefing ended."
    found = passage(text)
    assert [found.tokens.original(s.i, s.j) for s in find(found)] == ["Is it over?", "We said it would end. It has"]


def test_a_heading_in_capitals_speaks_for_nobody() -> None:
    assert read("UPDATE: the road is closed.\n\nSnow fell all day.") == []


def test_pronouns_take_up_the_last_speaker_or_who_opened_a_sentence() -> None:
    text = "Ana Ruiz said it was late. Omar Hadi left the hall. He said that nobody had won."
    assert [speaker for _, speaker, _ in read(text)] == ["person:ana-ruiz", "person:omar-hadi"]


def test_several_speakers() -> None:
    assert read("Norland and Sudland condemned the raid.") == [("accuse", "state:NOR state:SDN", "the raid")]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Ana Ruiz told Reuters that talks went on.", ("outlet:reuters",)),
        ("TASS quoted Ana Ruiz as saying that talks went on.", ("outlet:tass",)),
        ("Reuters, citing Ana Ruiz, said the talks went on.", ("outlet:reuters",)),
        ("Talks went on, Ana Ruiz said, according to Reuters.", ("outlet:reuters",)),
    ],
)
def test_through_whom_it_came(text: str, via: tuple[str, ...]) -> None:
    (spoken,) = find(passage(text))
    assert (spoken.speakers, spoken.via) == (("person:ana-ruiz",), via)


def test_speakers_that_no_table_knows_get_ids_of_their_own() -> None:
    found = passage("Western officials said it was over. Ada Lund, a baker, said it was not. Lund said she would stay.")
    assert [s.speakers for s in find(found)] == [
        ("body:western-officials",),
        ("person:ada-lund",),
        ("person:ada-lund",),
    ]
    assert found.entities["person:ada-lund"].name == "Ada Lund"
    assert found.entities["person:ada-lund"].principal is None


def test_an_unnamed_document_has_no_speakers() -> None:
    assert read("A leaked memo says the dam will break.") == [("say", "", "the dam will break")]


VERBS = ["said", "says", "told", "quoted", "as saying", "was condemned by", "claim", "according to"]
MARKS = ["“", "”", '"', "''", ",", ".", "?", ":", "(", ")", "—", "\n"]
SMALL = ["that", "he", "and", "but", "the", "who", "on Monday", "not", "to"]
WORDS = st.sampled_from([*NAMES, *VERBS, *MARKS, *SMALL])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_valid_spans(text: str) -> None:
    found = passage(text)
    size = len(found.tokens)
    for spoken in find(found):
        assert_valid(spoken, size)
        assert all(speaker in found.entities for speaker in spoken.speakers)


def assert_valid(spoken: Spoken, size: int) -> None:
    assert 0 <= spoken.i < spoken.j <= size
    assert 0 <= spoken.cue[0] <= spoken.cue[1] <= size


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n", "\n \n"])
def test_a_colon_at_the_very_end_introduces_nothing(end: str) -> None:
    assert not mahdar.read(f"The minister said:{end}").statements


@pytest.mark.parametrize(
    ("outlet", "principal"),
    [("US State Department", "state:USA"), ("OHCHR", "body:ohchr"), ("Reuters", None), (None, None)],
)
def test_we_in_a_release_are_its_issuer(outlet: str | None, principal: str | None) -> None:
    passage = read_passage("We welcome the truce in Taiz.", "en", None, outlet)
    assert [passage.principal(one) for one in passage.statements[0].speakers] == ([principal] if principal else [])
