"""The tools as assistants see them: names, descriptions, and what is given. What they do stands in the other modules.

A tool's docstring is its description; arguments that several tools share are described in `arguments`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import Field

from mahdar.assistant import comparing, council, documents, given, reading, searching, states
from mahdar.assistant.answers import (
    CheckAnswer,
    CompareAnswer,
    CouncilAnswer,
    DocumentAnswer,
    ReadAnswer,
    SearchAnswer,
    StateAnswer,
    TimelineAnswer,
    VetoesAnswer,
)
from mahdar.assistant.arguments import Day, First, Last, Mechanism, Name, Offset, OfState, Published, Rows, State, text
from mahdar.assistant.comparing import Account
from mahdar.assistant.desk import Desk
from mahdar.assistant.searching import Of, Sought
from mahdar.assistant.states import Section
from mahdar.model import Act, VerdictLabel

Tool = Callable[..., Any]


def tools(desk: Desk) -> list[Tool]:
    """The tools over an open desk; those that search the library only where there is one."""
    found = [*_reading(desk), *_looking_up(desk), *_states(desk)]
    return found + _searching(desk) if desk.library is not None else found


def _reading(desk: Desk) -> list[Tool]:
    def read_report(
        text: Annotated[str, text("The report, in Arabic or English.", given.REPORT, "NEW YORK - Russia vetoed …")],
        title: Name = None,
        outlet: Name = None,
        published: Published = None,
        as_of: Day = None,
        limit: Rows = given.ROWS,
    ) -> ReadAnswer:
        """Read a news report about the United Nations: who is reported to have said what (statements), which clauses
        the official record bears out or contradicts (claims with verdict, explanation in English and Arabic, and
        citations), times and figures. Every item has start, end and text: code points of the text given. Nothing is
        kept. Use check_sentence for one sentence, compare_reports for several reports of one story."""
        return reading.read_report(desk, text, title=title, outlet=outlet, published=published, as_of=as_of, rows=limit)

    def check_sentence(
        sentence: Annotated[
            str,
            text("One sentence, as exact as can be: who, what, when.", given.SENTENCE, "Egypt is a party to the ICCPR"),
        ],
        published: Published = None,
        as_of: Day = None,
        certificate: Annotated[
            bool, Field(description="Also say what was searched: questions put to the record, tables, coverage.")
        ] = False,
    ) -> CheckAnswer:
        """Hold one sentence, in Arabic or English, against the official record: votes, vetoes, members and meetings
        of the Security Council, General Assembly and Human Rights Council decisions, sanctions, reviews, mandates,
        treaties, membership. Verdicts: supported, refuted, not-enough-evidence (the record does not decide it, which
        does not mean that it is false), conflicting (sources differ). Each has citations and says why, in both
        languages. A sentence without claims is of no kind that the record can decide."""
        return reading.check_sentence(desk, sentence, published=published, as_of=as_of, certified=certificate)

    def compare_reports(
        reports: Annotated[
            list[Account],
            Field(
                description="Reports of one story, in the order in which they are to stand side by side.",
                json_schema_extra={"minItems": 2, "maxItems": given.ACCOUNTS},
            ),
        ],
        as_of: Day = None,
        limit: Annotated[int, Field(ge=1, le=given.ROWS, description="The most rows of each part.")] = 40,
    ) -> CompareAnswer:
        """Lay two or more reports of one story side by side: who speaks in each, which claims, figures, times, UN
        mechanisms and wording they have in common, tell differently or leave out. Every cell has the words, their
        place (code points) and their sentence; claims have verdicts with citations. It does not say who is right."""
        return comparing.compare_reports(desk, reports, as_of=as_of, rows=limit)

    return [read_report, check_sentence, compare_reports]


def _looking_up(desk: Desk) -> list[Tool]:
    def look_up_document(
        symbol: Annotated[
            str,
            text(
                "A UN document symbol, its number (2397, 77/226), a treaty's slug (iccpr) or an entry of the sanctions"
                " list.",
                given.NAME,
                "S/RES/2397 (2017)",
            ),
        ],
        as_of: Day = None,
        limit: Rows = 30,
        offset: Offset = 0,
    ) -> DocumentAnswer:
        """Everything that the official record has under one UN document symbol: the decision with its tally and who
        voted how by state, the rows of every source side by side, the meeting, sanctions or mandates that it founded.
        Each row has its citation (symbol, title, address). Where there is nothing it says what may have been meant and
        whether absence proves anything."""
        return documents.look_up_document(desk, symbol, as_of=as_of, limit=limit, offset=offset)

    def council_on(
        day: Annotated[str, text("A day since 1946-01-17.", 10, "2022-05-26")], as_of: Day = None, limit: Rows = 50
    ) -> CouncilAnswer:
        """The Security Council on a day: who sat, who presided, its size and the majority needed, what was decided
        (with votes by state) and met on that day, and the last decision before it; each with its citation."""
        return council.council_on(desk, day, as_of=as_of, rows=limit)

    def find_vetoes(
        by: Annotated[OfState, Field(description="The member that cast it; RUS finds those of the USSR too.")] = None,
        topic: Annotated[OfState, Field(description="The state that the draft was about.")] = None,
        first: First = None,
        last: Last = None,
        limit: Rows = 20,
        offset: Offset = 0,
    ) -> VetoesAnswer:
        """Vetoed drafts of the Security Council by member, topic and time, the newest first, with votes by state and
        citations; counts by member of all that were found. Without arguments: all vetoes since 1946."""
        return council.find_vetoes(desk, by=by, topic=topic, first=first, last=last, limit=limit, offset=offset)

    return [look_up_document, council_on, find_vetoes]


def _states(desk: Desk) -> list[Tool]:
    def look_up_state(
        state: State,
        sections: Annotated[
            list[Section] | None,
            Field(description=f"Which parts to show; if not given: {', '.join(states.SUMMARY)}."),
        ] = None,
        limit: Rows = 5,
    ) -> StateAnswer:
        """A summary of what the official record has on a state: how much of each kind (totals), its votes in the
        Security Council, and the newest items of the sections asked for (seats, decisions on it, vetoes cast,
        sanctions, reviews and recommendations, treaties, mandates …), each with its citation; and for which time each
        table is complete."""
        return states.look_up_state(desk, state, sections=sections, limit=limit)

    def state_timeline(
        state: State,
        mechanism: Annotated[Mechanism | None, Field(description="Lines of one mechanism alone.")] = None,
        first: First = None,
        last: Last = None,
        as_of: Day = None,
        limit: Rows = 50,
        offset: Offset = 0,
    ) -> TimelineAnswer:
        """What the record has on a state in order of time, one sentence a line in English and Arabic with its
        citation; of one mechanism, of a time, or as it was public on a day. Times are EDTF, as imprecise as the record
        has them."""
        return states.state_timeline(
            desk, state, mechanism=mechanism, first=first, last=last, as_of=as_of, limit=limit, offset=offset
        )

    return [look_up_state, state_timeline]


def _searching(desk: Desk) -> list[Tool]:
    def search_library(
        words: Annotated[
            str | None,
            text("What the text must hold; words between quotation marks stand together.", given.NAME, '"حق النقض"'),
        ] = None,
        of: Annotated[Of, Field(description="Find reports, or statements in them.")] = "reports",
        state: Annotated[OfState, Field(description="A state that is named, or that a speaker speaks for.")] = None,
        speaker: Annotated[Name, Field(description="Who speaks: person:kim-yo-jong, or a name.")] = None,
        principal: Annotated[Name, Field(description="For whom somebody speaks: state:PRK, or a name.")] = None,
        act: Annotated[Act | None, Field(description="With a statement that is this act.")] = None,
        verdict: Annotated[VerdictLabel | None, Field(description="With a claim of this verdict.")] = None,
        mechanism: Annotated[Mechanism | None, Field(description="With a claim that it checks.")] = None,
        outlet: Name = None,
        first: First = None,
        last: Last = None,
        limit: Rows = 10,
        offset: Offset = 0,
    ) -> SearchAnswer:
        """Search the reports that are kept in the library by words and by what was read in them; all conditions must
        hold. Rows have the report's id, outlet, title, address and day, with excerpts or the statement's own span.
        read_kept_report gives the reading of one of them."""
        sought = Sought(words, state, speaker, principal, act, verdict, mechanism, outlet, first, last)
        return searching.search_library(desk, sought, of=of, limit=limit, offset=offset)

    def read_kept_report(
        report: Annotated[str, text("The id of a report, as search_library gives it.", given.NAME, "reuters.txt")],
        limit: Rows = given.ROWS,
    ) -> ReadAnswer:
        """The reading of one report of the library, with the decisions of reviewers laid over it, as read_report
        gives it; spans count code points of the report's text as it is kept."""
        return reading.read_kept(desk, report, rows=limit)

    return [search_library, read_kept_report]
