"""Claims on the Council's resolutions and votes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mahdar.checking import policy
from mahdar.checking.adopted import resolution_claim, vote_claim
from mahdar.checking.decisions import decided
from mahdar.checking.protocol import Case, Found
from mahdar.checking.scene import Scene
from mahdar.checking.tally import Match, match, told
from mahdar.checking.topics import near
from mahdar.checking.votes import ballots
from mahdar.checking.wording import Pair, day, state, tally
from mahdar.edtf import Interval
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Decision, ProceduralVote

_TABLE = "council_decisions"
Vote = Decision | ProceduralVote


def find(scene: Scene) -> Iterator[Found]:
    """Resolutions of the Council that the text mentions, and votes in it."""
    for mention in decided(scene):
        if mention.body == "council" and not mention.negated:
            yield resolution_claim(scene, "council.resolution", mention)
    for ballot in ballots(scene):
        if ballot.body == "council":
            yield vote_claim(scene, "council.vote", ballot)


# -- resolutions
def check_resolution(case: Case, record: Record) -> Verdict:
    """A resolution by its number, or one on a subject within a time."""
    symbol = case.text("symbol")
    return _check_symbol(case, record, symbol) if symbol else _check_subject(case, record)


def _check_symbol(case: Case, record: Record, symbol: str) -> Verdict:
    row = record.decision(symbol)
    if row is None or not policy.known(case, [row]):
        return policy.silent(case, _TABLE)
    about, when = case.text("topic"), day(row.date)
    fits_topic = (
        about is None
        or row.may_concern(about)
        or row.may_concern(near(about) or about)
        or not row.topic_states
        or not case.firm("topic")
        or len(about) != 3
    )
    fits_time = case.at is None or policy.on_the_day(case, row.date) or not case.firm("at")
    why = Pair(
        f"{row.name} was adopted on {when.en} ({tally(row.tally).en}): {row.title}.",
        f"اعتمد {row.name} في {when.ar} ({tally(row.tally).ar}).",
    )
    if fits_topic and fits_time:
        return policy.supported(why, [row])
    if not fits_time and case.at is not None:
        return policy.refuted(
            Pair(f"{why.en} That is not {day(case.at).en}.", f"{why.ar} وليس ذلك في {day(case.at).ar}."), [row]
        )
    concerned = ", ".join(state(c).en for c in row.topic_states)
    return policy.conflicting(
        Pair(f"{why.en} The record lists it under {concerned}.", f"{why.ar} ويدرجه السجل تحت موضوع آخر."), [row]
    )


def _check_subject(case: Case, record: Record) -> Verdict:
    rows = _decisions(case, record, "adopted")
    if rows:
        last = rows[-1]
        more = Pair(
            f"{len(rows)} such resolutions, the latest: " if len(rows) > 1 else "",
            f"{len(rows)} من القرارات، آخرها: " if len(rows) > 1 else "",
        )
        said = told(last, last.name, last.date)
        return policy.supported(Pair(more.en + said.en, more.ar + said.ar), [last, *rows[:2]])
    return _none_adopted(case, record)


def _none_adopted(case: Case, record: Record) -> Verdict:
    """On a single day on which the Council adopted nothing at all, "adopted a resolution" is refuted; else nothing
    is decided.
    """
    at = case.at
    if at is None or not policy.day_level(at) or case.found.assumed or not case.firm("at"):
        return policy.close_by(case, record.decisions(case.text("topic"), outcome="adopted"), _told, _TABLE)
    around = policy.wider(at)
    coverage = policy.complete(case, record, _TABLE, when=around)
    if coverage is None or any(d.outcome == "adopted" for d in record.decisions(when=around)):
        return policy.close_by(case, record.decisions(case.text("topic"), outcome="adopted"), _told, _TABLE)
    failed = policy.known(case, record.decisions(case.text("topic"), around))
    near_by = policy.close_by(case, record.decisions(case.text("topic"), outcome="adopted"), _told, _TABLE)
    more = near_by.why if near_by.citations else Pair("", "")
    why = Pair(
        f"The Council adopted no resolution on {day(at).en}. {more.en}".rstrip(),
        f"لم يعتمد مجلس الأمن أي قرار في {day(at).ar}. {more.ar}".rstrip(),
    )
    return policy.absent(why, coverage, failed)


def _decisions(case: Case, record: Record, outcome: str | None = None) -> list[Decision]:
    """The Council's decisions on the topic at the time, in order of time."""
    at = policy.until(case)
    about = case.text("topic")
    rows = policy.known(case, record.decisions(about, at, outcome))
    if not rows and near(about):
        rows = policy.known(case, record.decisions(near(about), at, outcome))
    if not rows and policy.day_level(case.at):
        rows = policy.known(case, record.decisions(about, at, outcome, certain=False))
    if not rows and case.at is not None and policy.day_level(case.at) and not case.found.assumed:
        around = policy.wider(case.at)
        rows = policy.known(case, record.decisions(about, around, outcome, certain=False))
    return sorted(rows, key=lambda row: row.date)


def resolution_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days of the resolutions meant. A resolution named as a thing, without a time of its own, only ends the
    past.
    """
    return [Interval.day(row.date) for row in _rows(found, record) if row.outcome == "adopted"]


def _rows(found: Found, record: Record) -> list[Decision]:
    symbol, about = found.args.get("symbol"), found.args.get("topic")
    if symbol:
        row = record.decision(str(symbol))
        return [row] if row else []
    if "topic" in found.weak:
        return []
    return list(record.decisions(str(about))) if about else []


# -- votes
def check_vote(case: Case, record: Record) -> Verdict:
    """A vote by the symbol of its text, or the votes on the topic at the time."""
    symbol = case.text("symbol")
    rows = _voted(case, record, symbol)
    if not rows:
        about = case.text("topic")
        return policy.close_by(case, record.decisions(about) if about else (), _told, _TABLE)
    if not any(k in case.args for k in ("yes", "no", "abstain", "states")):
        return policy.supported(_told(rows[-1]), [rows[-1]])
    matched = [(row, match(case, row)) for row in rows]
    whole = [row for row, m in matched if m.whole]
    if whole:
        return _whole(record, whole[0], case)
    lone = len(rows) == 1 and case.firm("topic")
    certain = bool(symbol) or (policy.day_level(case.at) and (lone or _only_one(case, record)))
    return _not_whole(case, matched, certain=certain)


def _only_one(case: Case, record: Record) -> bool:
    """Whether the Council took a single decision in those days: then it is meant, whatever its topic."""
    return len(record.decisions(when=case.at)) == 1


def _voted(case: Case, record: Record, symbol: str | None) -> Sequence[Vote]:
    if symbol:
        row = record.decision(symbol)
        return policy.known(case, [row] if row else [])
    if case.at is None:
        return []
    votes = policy.known(case, record.procedural_votes(case.text("topic"), policy.until(case)))
    return [*votes, *_decisions(case, record)]


def _told(row: Vote, parts: Sequence[str] = ()) -> Pair:
    return told(row, row.name if isinstance(row, Decision) else row.meeting, row.date, parts)


def _whole(record: Record, row: Vote, case: Case) -> Verdict:
    others = record.rivals(row) if isinstance(row, Decision) else ()
    apart = [other for other in others if match(case, other).wrong]
    said = _told(row, tuple(case.pairs("states")))
    if case.at is not None and not policy.on_the_day(case, row.date):
        return policy.conflicting(Pair(f"{said.en} The day differs.", f"{said.ar} واليوم مختلف."), [row])
    if not apart:
        return policy.supported(said, [row])
    first = apart[0]
    rival = tally(first.tally)
    why = Pair(f"{said.en} Another official source has {rival.en}.", f"{said.ar} ويذكر مصدر رسمي آخر: {rival.ar}.")
    return policy.conflicting(why, [row, first])


def _not_whole(case: Case, matched: list[tuple[Vote, Match]], *, certain: bool) -> Verdict:
    row, best = min(matched, key=lambda pair: (len(pair[1].wrong), -len(pair[1].right)))
    said = _told(row, tuple(case.pairs("states")))
    if not best.wrong:
        return policy.unknown(said, [row])
    if not certain or (case.found.assumed and not case.text("symbol")):
        return policy.unknown(said, [row])
    right_states = [p for p in best.right if p in case.pairs("states")]
    wrong_states = [p for p in best.wrong if p in case.pairs("states")]
    if (right_states and wrong_states) or (right_states and not wrong_states) or (wrong_states and best.right):
        return policy.conflicting(said, [row])
    return policy.refuted(said, [row])


def vote_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days of the votes meant that had this tally."""
    case = Case(found, found.args, None, None)
    return [Interval.day(row.date) for row in _rows(found, record) if not match(case, row).wrong]
