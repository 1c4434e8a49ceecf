"""Votes of the Security Council: tallies, unanimity, and who voted how."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import Decision
from tests.generated.made import Made, other, sample
from tests.generated.words import AR, EN, counted, day, named, plural, state, states, subject, word

KIND = "council.vote"
_ROWS = 60
_BY_TALLY: dict[str, tuple[str, ...]] = {
    AR: (
        "اعتمد مجلس الأمن القرار {number} بشأن {topic} {majority}.",
        "صوّت مجلس الأمن الدولي يوم {day} على القرار {number} الخاص بالوضع في {topic}، وجاءت النتيجة {result}.",
        "مجلس الأمن يقر القرار {number} حول {topic} {majority}",
        "قال المندوب إن القرار {number} حظي في مجلس الأمن بتأييد {yes_members} {others}.",
        "وكان القرار {number} قد اعتُمد في مجلس الأمن في {day} {majority}.",
        "ونال القرار {number} في مجلس الأمن {yes_votes} {facing}.",
        "حصل القرار {number} بشأن {topic} على {yes_votes} في مجلس الأمن {others}.",
    ),
    EN: (
        "The Security Council adopted resolution {number} on {topic} by {yes} votes to {no}, with {none}.",
        "Security Council resolution {number} on {topic} passed {dashes} on {day}.",
        "UN Security Council votes {dashes} to adopt resolution {number} on {topic}",
        "The ambassador said resolution {number} had won {yes} votes in the Security Council, with {no_word} against "
        "and {none}.",
        "By a vote of {yes} in favour to {no_word} against, with {none}, the Security Council approved resolution "
        "{number} on {day}.",
        "Resolution {number} received {yes_votes} in the Security Council, {no_word} against and {none}.",
        "The vote in the Security Council on resolution {number} was {yes} in favour, {no_word} against and {abstain} "
        "abstaining.",
    ),
}
_BY_STATE: dict[str, tuple[str, ...]] = {
    AR: (
        "امتنعت {abstainers} عن التصويت على قرار مجلس الأمن رقم {number} في {day}.",
        "اعتمد مجلس الأمن القرار {number} وسط امتناع {abstainers} عن التصويت.",
        "تبنى مجلس الأمن الدولي القرار {number} بشأن {topic}، فيما امتنعت {abstainers} عن التصويت.",
        "ذكر التقرير أن {abstainers} امتنعت عن التصويت حين اعتمد مجلس الأمن القرار {number}.",
    ),
    EN: (
        "{abstainers} abstained as the Security Council adopted resolution {number} on {topic}.",
        "Resolution {number} was adopted by the Security Council on {day}, with {abstainers} abstaining.",
        "Security Council resolution {number} passed on {day} after {abstainers} abstained.",
        "The report says that {abstainers} abstained when the Security Council voted on resolution {number}.",
    ),
}
_UNANIMOUS: dict[str, tuple[str, ...]] = {
    AR: (
        "تبنى مجلس الأمن الدولي بالإجماع القرار {number} بشأن {topic} في {day}.",
        "اعتمد مجلس الأمن بإجماع أعضائه القرار {number}.",
        "مجلس الأمن يعتمد القرار {number} بشأن {topic} بالإجماع",
        "أوضح المتحدث أن مجلس الأمن أقر القرار {number} بالإجماع في {day}.",
    ),
    EN: (
        "The Security Council unanimously adopted resolution {number} on {topic}.",
        "Resolution {number} on {topic} was adopted unanimously by the Security Council on {day}.",
        "The Security Council voted unanimously on {day} to adopt resolution {number}.",
        "She noted that the Security Council had passed resolution {number} by a unanimous vote.",
    ),
}
_DENIED: dict[str, tuple[str, ...]] = {
    AR: (
        "لم تصوت {denied} ضد القرار {number} في مجلس الأمن.",
        "لم تمتنع {denied} عن التصويت على قرار مجلس الأمن رقم {number}.",
    ),
    EN: (
        "{denied} did not vote against Security Council resolution {number}.",
        "{denied} did not abstain when the Security Council adopted resolution {number}.",
    ),
}
_FAILED: dict[str, tuple[str, ...]] = {
    AR: (
        "حصل مشروع القرار بشأن {topic} على {yes_votes} في مجلس الأمن يوم {day} {others}.",
        "سقط في مجلس الأمن يوم {day} مشروع القرار حول {topic} رغم نيله {yes_votes}، وذلك بسبب الفيتو.",
    ),
    EN: (
        "The draft resolution on {topic} received {yes_votes} in favour, {no_word} against and {none} in the Security "
        "Council on {day}.",
        "The Security Council voted {dashes} on {day} on the draft resolution on {topic}, which was vetoed.",
    ),
}


def make(record: Record, random: Random) -> Iterator[Made]:
    """Tallies, who abstained, unanimity, denials, and failed drafts; each row true and with one argument changed."""
    rows = [row for row in record.decisions() if _sayable(record, row)]
    split = [row for row in rows if row.no or row.abstain]
    for n, row in enumerate(sample(random, split, _ROWS)):
        yield from _pair(row, _BY_TALLY, n, "yes", lambda row: _miscounted(random, row))
    full = [row for row in split if 1 <= len(_who(row, "abstain")) <= 3 and len(row.votes) >= 14]
    for n, row in enumerate(sample(random, [row for row in full if named(tuple(row.votes))], _ROWS)):
        yield from _pair(row, _BY_STATE, n, "states", lambda row: _other_voter(random, row))
    for n, row in enumerate(sample(random, [row for row in rows if row.yes == 15], _ROWS // 2)):
        yield from _say(row, _UNANIMOUS, n)
    for n, row in enumerate(sample(random, split, _ROWS // 2)):
        yield from _say(row, _UNANIMOUS, n, "no")
    for n, row in enumerate(sample(random, [row for row in full if named(tuple(row.votes))], _ROWS // 4)):
        yield from _denials(row, n)
    failed = [row for row in record.vetoes() if _on_one(row) and row.tally and not record.rivals(row)]
    for n, row in enumerate(sample(random, [r for r in failed if _lone(record, r)], _ROWS // 3)):
        yield from _pair(row, _FAILED, n, "yes", lambda row: _miscounted(random, row))


def _on_one(row: Decision) -> bool:
    one = len(row.topic_states) == 1 and named(row.topic_states) and not {"GBR", "USA", "FRA"} & set(row.topic_states)
    return one and row.firm and row.date.year >= 1966


def _sayable(record: Record, row: Decision) -> bool:
    whole = row.outcome == "adopted" and row.tally is not None and not record.rivals(row)
    return whole and _on_one(row) and row.symbol.startswith("S/RES/")


def _lone(record: Record, row: Decision) -> bool:
    return sum(other.date == row.date for other in record.decisions()) == 1


def _pair(
    row: Decision, templates: dict[str, tuple[str, ...]], n: int, changed: str, change: Callable[[Decision], Decision]
) -> Iterator[Made]:
    yield from _say(row, templates, n)
    yield from _say(change(row), templates, n, changed)


def _say(row: Decision, templates: dict[str, tuple[str, ...]], n: int, changed: str = "") -> Iterator[Made]:
    for language, sentences in templates.items():
        text = sentences[n % len(sentences)].format(**_blanks(row, language, n))
        yield Made(text[:1].upper() + text[1:], KIND, (row.date + timedelta(12)).isoformat(), changed)


def _blanks(row: Decision, language: str, n: int) -> dict[str, object]:
    number = row.symbol.removeprefix("S/RES/").partition(" ")[0]
    blanks: dict[str, object] = {
        "number": number,
        "topic": state(row.topic_states[0], language),
        "day": day(row.date, language, n),
        "abstainers": _abstainers(row, language),
    }
    yes, no, none = row.tally or (0, 0, 0)
    if language == EN:
        return blanks | {
            "yes": yes,
            "no": no,
            "abstain": none,
            "no_word": word(no) if no else "none",
            "none": plural(none, "abstention"),
            "yes_votes": plural(yes, "vote"),
            "dashes": f"{yes}-{no}-{none}",
        }
    return blanks | {
        "majority": _majority(yes, no, none),
        "result": _result(yes, no, none),
        "yes_members": counted(yes, "members"),
        "yes_votes": counted(yes, "votes"),
        "others": _others(no, none),
        "facing": _facing(no, none),
    }


def _abstainers(row: Decision, language: str) -> str:
    who = _who(row, "abstain")
    return states(who, language) if who and named(who) else ""


def _majority(yes: int, no: int, none: int) -> str:
    against = f" مقابل {counted(no, 'votes')}" if no else ""
    abstained = f" وامتناع {counted(none, 'states')} عن التصويت" if none else " دون امتناع أي عضو عن التصويت"
    return f"بأغلبية {counted(yes, 'votes')}{against}{abstained}"


def _result(yes: int, no: int, none: int) -> str:
    against = f" مقابل {counted(no, 'votes')} ضده" if no else " دون أي صوت معارض"
    abstained = f" وامتناع {counted(none, 'members')}" if none else ""
    return f"{counted(yes, 'votes')} لصالحه{against}{abstained}"


def _others(no: int, none: int) -> str:
    against = f"ومعارضة {counted(no, 'members')}" if no else "دون معارضة"
    return f"{against} وامتناع {counted(none, 'members')} عن التصويت" if none else f"{against} ودون امتناع"


def _facing(no: int, none: int) -> str:
    against = f"مقابل {counted(no, 'votes')}" if no else "دون اعتراض"
    return f"{against}، فيما امتنعت {subject(none, 'states')} عن التصويت" if none else f"{against} ودون امتناع"


def _who(row: Decision, how: str) -> tuple[str, ...]:
    return tuple(code for code, vote in row.votes.items() if vote == how)


# -- falsified in one argument
def _miscounted(random: Random, row: Decision) -> Decision:
    """One of those who abstained or voted against, and in fact two, counted as if they had voted for, or less."""
    yes = row.yes or 0
    return replace(row, yes=other(random, range(max(1, yes - 3), min(15, yes + 3) + 1), yes))


def _other_voter(random: Random, row: Decision) -> Decision:
    """The abstention of somebody who voted for."""
    yes = [code for code, vote in row.votes.items() if vote == "yes"]
    changed = dict.fromkeys(_who(row, "abstain"), "yes") | {random.choice(yes): "abstain"}
    return replace(row, votes={**row.votes, **changed})


def _denials(row: Decision, n: int) -> Iterator[Made]:
    """ "Did not vote against" of one who abstained is true; "did not abstain" of the same is false."""
    abstained = _who(row, "abstain")[0]
    for language, sentences in _DENIED.items():
        for sentence, changed in zip(sentences, ("", "states"), strict=True):
            blanks = _blanks(row, language, n) | {"denied": state(abstained, language)}
            text = sentence.format(**blanks)
            yield Made(text[:1].upper() + text[1:], KIND, (row.date + timedelta(12)).isoformat(), changed)
