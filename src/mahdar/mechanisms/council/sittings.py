"""Checks of claims on meetings of the Council and on what it has discussed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from mahdar.checking import policy
from mahdar.checking.concern import OPEN, on_subject
from mahdar.checking.protocol import Case, Found
from mahdar.checking.themes import is_theme, with_theme
from mahdar.checking.topics import near
from mahdar.checking.wording import Pair, day, states
from mahdar.edtf import Interval
from mahdar.mechanisms.council.words import words
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import ArriaMeeting, Meeting

_TABLE = "council_meetings"
_FEW_DAYS = 62
_SOON = timedelta(7)


def check_meeting(case: Case, record: Record) -> Verdict:
    """A meeting of that form on the topic at the time; who convened it, for informal ones."""
    if case.at is None and case.found.tense == "future":
        case = replace(case, at=_soon(case))
    if case.text("format") == "arria":
        return _check_arria(case, record)
    if case.texts("convened_by") and case.text("format") is None and case.at is not None:
        informal = _check_arria(case, record)
        if informal.label == "supported":
            return informal
    form = case.text("format")
    rows = [row for row in _meetings(case, record) if _has_form(row, form)]
    row = rows[-1] if rows else None
    if row is not None and (case.found.low, case.found.high) != (None, None):
        return _check_count(case, record, rows)
    if row is None or case.at is None:
        return _nearest(case, record)
    on = day(row.date)
    why = Pair(
        f"The Council met on {on.en}: {row.title} ({row.symbol}).", f"عقد مجلس الأمن جلسة في {on.ar} ({row.symbol})."
    )
    return policy.supported(why, [row]) if _on_topic(case, row) else _left_open(why, [row])


def _on_topic(case: Case, row: Meeting) -> bool:
    """Whether the record shows that a meeting was on the topic that the text itself names, be it under the item of a
    whole region: meetings have no finer subject.
    """
    named = (*row.topic_states, *row.maybe_states)
    return not case.firm("topic") or bool(on_subject(case.text("topic"), row.title, named, ()))


def _left_open(why: Pair, rows: Sequence[Meeting]) -> Verdict:
    return policy.unknown(Pair(why.en + OPEN.en, why.ar + OPEN.ar), rows)


def _check_count(case: Case, record: Record, rows: Sequence[Meeting]) -> Verdict:
    """So many meetings: borne out by as many formal ones. Members also meet informally, so that another number is only
    in doubt.
    """
    on = [row for row in rows if _on_topic(case, row)]
    why = Pair(
        f"The record has {len(on)} formal meetings on it in that time.",
        f"عدد الجلسات الرسمية في هذا الموضوع في السجل خلال تلك المدة: {len(on)}.",
    )
    low, high = case.found.low, case.found.high
    fits = (low is None or low <= len(on)) and (high is None or _most(case, record, on) <= high)
    return policy.supported(why, on[-2:]) if fits and case.at is not None and on else policy.unknown(why, on[-2:])


def _most(case: Case, record: Record, on: Sequence[Meeting]) -> int:
    """How many meetings there were with those under the item of a whole region."""
    about = case.text("topic")
    if about is None or is_theme(about):
        return len(on)
    rows = policy.known(case, record.meetings(about, policy.until(case), certain=False))
    return len({row.symbol for row in (*on, *(row for row in rows if about in row.maybe_states))})


def _soon(case: Case) -> Interval | None:
    """The days in which a meeting that is asked for or announced without a day may come about."""
    if case.published is None or not policy.day_level(case.published) or case.published.last is None:
        return None
    return Interval(case.published.first, case.published.last + _SOON)


def _has_form(row: Meeting, form: str | None) -> bool:
    return form != "closed" or row.form in ("closed", "")


def _meetings(case: Case, record: Record) -> list[Meeting]:
    """The meetings on the topic at the time, in order of time."""
    at, about = policy.until(case), case.text("topic")
    if about is not None and is_theme(about):
        return with_theme(about, policy.known(case, record.meetings(None, at)))
    rows = policy.known(case, record.meetings(about, at))
    if not rows and near(about):
        rows = policy.known(case, record.meetings(near(about), at))
    short = at is not None and (at.days() or 9999) <= _FEW_DAYS
    if not rows and case.text("format") is None and short and about:
        rows = policy.known(case, record.meetings(about, at, certain=False))
    return rows


def _check_arria(case: Case, record: Record) -> Verdict:
    rows = policy.known(case, record.arria(case.text("topic"), case.at))
    by = set(case.texts("convened_by"))
    if not rows and by and policy.day_level(case.at):  # a theme of no one state may be told with one
        rows = [row for row in policy.known(case, record.arria(None, case.at)) if not row.topic_states]
    whole = [row for row in rows if by <= {*row.conveners, *row.co_hosts}]
    if whole:
        return policy.supported(_arria(whole[-1]), whole[-1:])
    if rows and policy.day_level(case.at) and case.firm("topic"):
        return policy.conflicting(_arria(rows[-1]), rows[-1:])
    return policy.silent(case, "arria_meetings")


def _arria(row: ArriaMeeting) -> Pair:
    by, on = states(row.conveners), day(row.when)
    return Pair(
        f"An Arria-formula meeting, {on.en}: {row.title}; convened by {by.en}.",
        f"اجتماع بصيغة آريا في {on.ar}، دعت إليه {by.ar}.",
    )


def meeting_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days of the informal meetings on the topic by these conveners; formal ones are too many to date a report."""
    if found.args.get("format") != "arria":
        return []
    by = found.args.get("convened_by")
    about = found.args.get("topic")
    rows = record.arria(str(about) if about else None)
    wanted = set(by) if isinstance(by, list) else set()
    return [row.when for row in rows if wanted <= {*row.conveners, *row.co_hosts}]


def _on_theme(rows: list[Meeting], theme: str) -> list[Meeting]:
    """The meetings on a side of a topic: human rights stand under "the situation in" a state, not under its weapons."""
    if not theme:
        return rows
    sides = words("other_sides")
    return [row for row in rows if not any(side in row.title.lower() for side in sides)]


def check_discussed(case: Case, record: Record) -> Verdict:
    """Formal meetings on the topic within the time meant."""
    rows = _on_theme(_meetings(case, record), case.found.theme)
    since = case.at.first if case.at is not None and case.at.last is None else None
    if since is not None and (not rows or _year_late(rows[0].date, since)):
        rows = policy.known(case, record.meetings(case.text("topic"), policy.until(case), certain=False))
        rows = _on_theme(list(rows), case.found.theme)
    if not rows:
        return _nearest(case, record)
    first, last = rows[0], rows[-1]
    start, end = day(first.date), day(last.date)
    under = Pair("on it", "في هذا الموضوع")
    if not first.concerns(case.text("topic") or ""):
        under = Pair("under agenda items that may cover it", "تحت بنود قد تشمل هذا الموضوع")
    why = Pair(
        f"{len(rows)} formal meetings {under.en} are on record, the first on {start.en}, the latest on {end.en}.",
        f"عدد الجلسات الرسمية {under.ar} في السجل: {len(rows)}، أولاها في {start.ar} وآخرها في {end.ar}.",
    )
    if len(rows) == 1:
        why = Pair(
            f"One formal meeting {under.en} is on record, on {start.en}.",
            f"في السجل جلسة رسمية واحدة {under.ar}، في {start.ar}.",
        )
    if (since is not None and _year_late(first.date, since)) or not any(_on_topic(case, row) for row in rows):
        return policy.unknown(why, [first])
    return policy.supported(why, [first, last])


def _nearest(case: Case, record: Record) -> Verdict:
    """Silent on the claim, since members also meet without a formal meeting, but naming the meetings on the topic that
    lie nearest before and after.
    """
    about, at = case.text("topic"), case.at
    if about is None or at is None or at.first is None or at.last is None:
        return policy.silent(case, _TABLE)
    rows = _on_theme(_all_on(case, record, about), case.found.theme)
    before, after = bisect_left(rows, at.first, key=_day), bisect_right(rows, at.last, key=_day)
    near_by = [*rows[max(0, before - 1) : before], *rows[before:after][:1], *rows[after : after + 1]]
    if not near_by:
        return policy.silent(case, _TABLE)
    days = [day(row.date) for row in near_by]
    why = Pair(
        f"The formal meetings on it nearest to that in the record: {' and '.join(d.en for d in days)}.",
        f"أقرب الجلسات الرسمية في هذا الموضوع في السجل: {' و'.join(d.ar for d in days)}.",
    )
    return policy.unknown(why, near_by)


def _day(row: Meeting) -> date:
    return row.date


def _all_on(case: Case, record: Record, about: str) -> list[Meeting]:
    """All meetings on a state, or on a theme, in order of time."""
    if is_theme(about):
        return with_theme(about, policy.known(case, record.meetings()))
    rows = record.meetings(about) or record.meetings(near(about) or about)
    return sorted(policy.known(case, rows), key=_day)


def _year_late(first: date, since: date) -> bool:
    return (first - since).days > 730
