"""Claims that a mandate on a state exists: special rapporteurs, inquiries, panels of experts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mahdar.checking import policy
from mahdar.checking.assertion import When, asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.protocol import Case, Found, Tense
from mahdar.checking.scene import Scene
from mahdar.checking.topics import Topic, named_topic
from mahdar.checking.wording import Pair, day, state
from mahdar.edtf import Interval
from mahdar.mechanisms.mandates import rules
from mahdar.model import Arg, Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Mandate, SanctionsBody

_TABLE = "country_mandates"
_REACH = 14
_VERB_REACH = 7
_UN_WORDS = frozenset({"المتحده", "الاممي", "الامميه", "امميه", "un", "u.n."})


def find(scene: Scene) -> Iterator[Found]:
    """Mandates named together with the state that they are on."""
    for cue in scene.cues.get("mandate.name", ()):
        if _foreign(scene, cue) or (cue.form == "new" and not _set_up(scene, cue)):
            continue
        about = _about(scene, cue)
        if about is not None:
            yield _mandate(scene, cue, about)


def _foreign(scene: Scene, cue: Cue) -> bool:
    """Whether another body than the United Nations owns it, or the report names none of the United Nations at all."""
    clause = scene.clause(cue.i)
    if "other" in scene.bodies(max(clause.i, cue.i - 4), min(clause.j, cue.j + 6)):
        return True
    own = any(form in _UN_WORDS for form in scene.forms[cue.i : cue.j])
    return not own and not any(scene.speaks_of(body) for body in ("un", "council", "rights_council", "assembly"))


def _about(scene: Scene, cue: Cue) -> Topic | None:
    """The state behind the name of the mandate: on, for, المعني بـ, في."""
    clause = scene.clause(cue.i)
    found = named_topic(scene, cue.j, min(clause.j, cue.j + _REACH))
    joined = found is not None and bool(scene.any_of(("about",), cue.j, found.i + 1))
    return found if found is not None and (joined or found.i - cue.j <= 2) else None


def _mandate(scene: Scene, cue: Cue, about: Topic) -> Found:
    """The mandate as running now, or as ended or set up at the time that the clause gives."""
    clause = scene.clause(cue.i)
    ended = scene.any_of(("mandate.ends",), clause.i, clause.j)
    begun = [] if ended else _set_up(scene, cue)
    told = [*ended, *begun]
    times = scene.times_in(clause.i, clause.j) if told else []
    time = When(times[0]) if times else When(now=not begun)
    args: dict[str, Arg] = {"topic": about.code, "mandate": cue.value}
    i, j = min([cue.i, *(c.i for c in told)]), max([about.j, *(c.j for c in told)])
    form: Tense = "past" if begun else "present"
    return make(scene, "mandate.exists", i, j, args, tense=form, when=time, negated=negated(scene, cue))


def _set_up(scene: Scene, cue: Cue) -> list[Cue]:
    """The verb by which a body set the mandate up."""
    clause = scene.clause(cue.i)
    before = scene.within("mandate.sets", max(clause.i, cue.i - _VERB_REACH), cue.i)
    return [c for c in before[-1:] if asserted(scene, c.i) and not negated(scene, c)]


def check(case: Case, record: Record) -> Verdict:
    """A mandate of that kind on the state runs, as far as is known, at the time meant."""
    code, kind = case.text("topic") or "", case.text("mandate")
    kinds = rules.alike(kind)
    country = [m for m in record.mandates(code) if not kinds or m.kind in kinds]
    panels = [b for b in record.sanctions_bodies(code) if not kinds or b.kind in kinds]
    rows: list[Mandate | SanctionsBody] = [*policy.known(case, country), *policy.known(case, panels)]
    days = policy.until(case) if case.found.tense == "past" else case.reference
    there = [row for row in rows if days is None or policy.wider(days).overlaps(rules.span(row))]
    if case.found.tense == "past" and case.at is not None:
        there = [row for row in there if row.first is not None and policy.wider(case.at).overlaps(_days(row.first))]
    if not there:
        return policy.silent(case, _TABLE)
    row = next((r for r in reversed(there) if r.kind == kind), there[-1])
    title, start = (row.title if isinstance(row, Mandate) else row.name), day(row.first)
    end = f" It ended {day(row.last).en}." if row.last else ""
    why = Pair(
        f"{title}: set up {start.en} ({row.symbol}).{end}",
        f"أنشئت هذه الولاية بشأن {state(code).ar} في {start.ar} ({row.symbol}).",
    )
    return policy.supported(why, [row])


def _days(when: Interval | date) -> Interval:
    return when if isinstance(when, Interval) else Interval.day(when)


def facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days of mandates whose end is known."""
    code, kind = str(found.args.get("topic")), found.args.get("mandate")
    rows = [m for m in record.mandates(code) if m.kind == kind]
    spans = {rules.span(row) for row in rows}
    return list(spans) if all(s.first for s in spans) else []
