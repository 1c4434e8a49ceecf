"""The rank of a new member: "became the 193rd member", العضو الـ193, الدولة رقم 193."""

from __future__ import annotations

from dataclasses import replace

from mahdar.checking import policy
from mahdar.checking.protocol import Case, Found
from mahdar.checking.scene import Scene
from mahdar.checking.wording import Pair, day
from mahdar.checking.wordlists import words
from mahdar.mechanisms.membership import rules
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import MemberEvent

_FOUNDERS = 51
_MOST = 210
_AROUND = 4  # tokens around the words of a claim
_BEHIND = 10  # tokens from them to "as its 193rd member"
_LEAD = 2  # tokens between "the member" and its number: رقم, الـ


def ranked(scene: Scene, found: Found) -> Found:
    """The claim with the rank that the text gives the new member as its lowest number, if it gives one."""
    near = scene.numbers_in(max(0, found.i - _AROUND), min(len(scene.forms), found.j + _AROUND))
    stop = min(scene.sentence(found.i).j, found.j + _BEHIND)
    near = [*near, *(n for n in scene.numbers_in(found.j, stop) if scene.within("member", n.j, n.j + 1))]
    numbers = [n for n in near if n.low is not None and n.low == n.high and _FOUNDERS < n.low <= _MOST]
    rank = next((int(n.low or 0) for n in numbers if n.kind == "ordinal" or _of_member(scene, n.i)), None)
    return found if rank is None or found.negated else replace(found, low=rank)


def _of_member(scene: Scene, i: int) -> bool:
    """Whether a noun for one member stands before an Arabic number, رقم or the article between."""
    singular = words("mahdar.checking", "votes.toml", "one_of_them")
    return scene.passage.language != "en" and not singular.isdisjoint(scene.forms[max(0, i - _LEAD) : i])


def misnumbered(case: Case, record: Record, row: MemberEvent, why: Pair) -> Verdict | None:
    """Conflicting where the admission is right and the rank is not; None where there is no rank or it fits."""
    on, rank = row.when.last, case.found.low
    if on is None or rank is None:
        return None
    sizes = rules.sizes(record, policy.wider(row.when))
    if not sizes or min(min(sizes) + 1, max(sizes)) <= rank <= max(sizes):  # several may be admitted on one day
        return None
    more = Pair(
        f" With that the United Nations had {max(sizes)} members on {day(on).en}.",
        f" وبذلك بلغ عدد أعضاء الأمم المتحدة {max(sizes)} في {day(on).ar}.",
    )
    return policy.conflicting(Pair(why.en + more.en, why.ar + more.ar), [row])
