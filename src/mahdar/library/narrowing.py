"""What a question narrows search to, beside its words: masks over all reports or statements."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.language.folding import fold_word
from mahdar.library import terms
from mahdar.library.columns import Columns, Mask
from mahdar.library.schema import entities
from mahdar.library.surnames import person_of
from mahdar.library.terms import Term
from mahdar.tables import read_rows, values

_KINDS = ("person", "body", "outlet")
_READING = "mahdar.reading"


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for. `words` as a person writes them; days ISO; `state` ISO alpha-3.

    `speaker` and `principal` are an id or a name: who speaks, and the state or body for which somebody speaks.
    `mechanism` is the folder of the package that checks a claim (`council`), `language` that of the report, BCP 47.
    `first` and `last` bound the day of publication, which may be an interval: it must meet them.
    """

    words: str = ""
    outlet: str | None = None
    first: str | None = None
    last: str | None = None
    state: str | None = None
    speaker: str | None = None
    act: str | None = None
    verdict: str | None = None
    principal: str | None = None
    mechanism: str | None = None
    language: str | None = None

    def terms(self) -> list[Term]:
        """Raises ValueError where there are words but none to look for."""
        return terms.question(self.words) if self.words.strip() else []


def reports(connection: Connection, columns: Columns, question: Question) -> Mask:
    """Reports, by key. Act, speaker and principal must be of one statement, verdict and mechanism of one claim."""
    found = _of_the_report(columns, question)
    said = _said(connection, columns, question)
    if said is not None:
        found &= _reports_of(columns, said)
    for numbers in (_judged(columns, question), _state(columns, question, "state")):
        if numbers is not None:
            found &= columns.of_reports.having(numbers, len(found))
    return found


def statements(connection: Connection, columns: Columns, question: Question) -> Mask:
    """Statements, by key. A state is that for which somebody speaks; verdict and mechanism are of a claim within."""
    of_reports = _of_the_report(columns, question)
    found: Mask = of_reports[columns.report_of]
    said = _said(connection, columns, question)
    if said is not None:
        found &= said
    for numbers in (_judged(columns, question), _state(columns, question, "principal")):
        if numbers is not None:
            found &= columns.of_statements.having(numbers, len(found))
    return found


def _of_the_report(columns: Columns, question: Question) -> Mask:
    """Conditions on the report itself. A report without a day is in no span of days."""
    found = columns.there.copy()
    if question.outlet:
        low = question.outlet.lower()
        same = [number for value, number in columns.numbers.get("outlet", {}).items() if value.lower() == low]
        found &= columns.of_reports.having(same, len(found))
    if question.language:
        found &= columns.of_reports.having(_numbers(columns, "language", [question.language]), len(found))
    if question.first or question.last:
        found &= (columns.first > 0) | (columns.last > 0)
    if question.first:
        last = np.where(columns.last > 0, columns.last, columns.first)
        found &= last >= date.fromisoformat(question.first).toordinal()
    if question.last:
        first = np.where(columns.first > 0, columns.first, columns.last)
        found &= first <= date.fromisoformat(question.last).toordinal()
    return found


def _said(connection: Connection, columns: Columns, question: Question) -> Mask | None:
    """Statements that meet the conditions on what is said; None where there are none."""
    wanted = []
    if question.act:
        wanted.append(_numbers(columns, "act", [question.act]))
    for name, who in (("speaker", question.speaker), ("principal", question.principal)):
        if who:
            wanted.append(_numbers(columns, name, ids_of(connection, who)))
    if not wanted:
        return None
    found = columns.report_of > 0
    for numbers in wanted:
        found &= columns.of_statements.having(numbers, len(found))
    return found


def _reports_of(columns: Columns, said: Mask) -> Mask:
    found = np.zeros(len(columns.there), dtype=np.bool_)
    found[columns.report_of[said]] = True
    return found


def _judged(columns: Columns, question: Question) -> list[int] | None:
    """What is so of a claim; None where nothing is asked of claims."""
    if question.verdict and question.mechanism:
        return _numbers(columns, "claim", [f"{question.mechanism} {question.verdict}"])
    if question.verdict:
        return _numbers(columns, "verdict", [question.verdict])
    return _numbers(columns, "mechanism", [question.mechanism]) if question.mechanism else None


def _state(columns: Columns, question: Question, name: str) -> list[int] | None:
    return _numbers(columns, name, [f"state:{question.state}"]) if question.state else None


def _numbers(columns: Columns, name: str, wanted: list[str]) -> list[int]:
    known = columns.numbers.get(name, {})
    return [known[value] for value in wanted if value in known]


def ids_of(connection: Connection, who: str) -> list[str]:
    """The ids that may be meant by an id, by a name in either language in any spelling, or by one person's surname."""
    folded = fold_word(" ".join(who.split()))
    known = sa.or_(entities.c.folded == folded, entities.c.folded_ar == folded)
    slug = folded.replace(" ", "-")
    ids = {who.strip(), *connection.scalars(sa.select(entities.c.entity).where(known)), *_called().get(folded, ())}
    if ids == {who.strip()} and (person := person_of(connection, folded)):
        ids.add(person)
    return sorted(ids | {f"{kind}:{slug}" for kind in _KINDS})


@cache
def _called() -> dict[str, set[str]]:
    """Folded names of states, bodies and outlets, in every spelling that the reader knows, and the ids meant."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_rows(_READING, "state_names.csv"):
        found[fold_word(row["name"])].add(f"state:{row['code']}")
    for table, kind in (("bodies.csv", "body"), ("outlets.csv", "outlet")):
        for row in read_rows(_READING, table):
            for name in (row["name"], row["name_ar"], *values(row["ar"]), *values(row["en"])):
                found[fold_word(name)].add(f"{kind}:{row['id']}")
    return found
