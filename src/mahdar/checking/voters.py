"""Which states act in the words of voting: who voted for or against, who abstained, who tabled the text."""

from __future__ import annotations

from functools import lru_cache

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene, codes
from mahdar.language.tokens import Span

ROLES = {"favour": "yes", "oppose": "no", "abstain": "abstain"}
LISTING = frozenset(
    {"وهي", "هي", "هما", "وهما", "هم", "وهم", "بينها", "بينهم", ":", "(", "-", "including", "namely", "among"}
)
_OF_ALL = frozenset({"من", "كل", "كلا", "both", "عضوين", "هما"})
_FACING = frozenset({"مقابل", "to", "versus"})
_OWNERS = frozenset({"by", "from", "of"})
_PASSED = frozenset({",", "(", "-", "that", "those", "one"})
_LISTS = LISTING | frozenset({",", "them", "which", "those", "these", "the", "were"})
_OWNED_REACH = 4
_JOINED, _JOINED_REACH = frozenset({"joined", "joining", "joins"}), 3
_VERBS = (("abstain", "abstain"), ("voted_for", "yes"), ("voted_against", "no"))
_ACTING = ("abstain", "voted_for", "voted_against", "opposed_it", "voting")


def voted(scene: Scene, sentence: Span, *, counted: bool) -> tuple[dict[str, str], Span | None]:
    """How states are said to have voted in a sentence, and the words that say so.

    ``counted``: a tally stands there too, so that plain words of support and opposition tell votes.
    """
    states = _split_verbs(scene, sentence) | (_by_nouns(scene, sentence.i, sentence.j) if counted else {})
    low, high = sentence.j, sentence.i
    for cue, choice in _told(scene, sentence, counted=counted):
        if cue.form == "none" or not asserted(scene, cue.i, open_future=counted) or negated(scene, cue):
            continue
        for code in codes(voters(scene, cue, sentence)):
            states.setdefault(code, choice)
            low, high = min(low, cue.i), max(high, cue.j)
    return states, (Span(low, high) if low < high else None)


def _told(scene: Scene, sentence: Span, *, counted: bool) -> list[tuple[Cue, str]]:
    found = [(cue, choice) for concept, choice in _VERBS for cue in scene.within(concept, sentence.i, sentence.j)]
    found += [(cue, cue.value) for cue in scene.within("voting", sentence.i, sentence.j)]
    if counted:
        found += [(cue, cue.value) for cue in scene.within("opposed_it", sentence.i, sentence.j)]
    return found


def voters(scene: Scene, cue: Cue, sentence: Span) -> list[StateMention]:
    """The states that act in a verb: in Arabic behind it, else before it; in English before it, behind "by" after a
    noun.
    """
    clause = scene.clause(cue.i)
    stop = _next_verb(scene, cue, sentence.j)
    after = [g for g in scene.groups(cue.j, stop) if not is_object(scene, g)]
    before = [g for g in scene.groups(clause.i, cue.i) if cue.i - g[-1].j <= 4 and not is_object(scene, g)]
    if scene.passage.language == "en":
        return _english(scene, cue, before, after)
    if after and (after[0][0].i - cue.j <= 2 or _spelled_out(scene, cue, after[0])):
        return after[0]
    return before[-1] if before and not cue.proclitics and cue.i - before[-1][-1].j <= 1 else []


def _english(
    scene: Scene, cue: Cue, before: list[list[StateMention]], after: list[list[StateMention]]
) -> list[StateMention]:
    noun = cue.form == "noun"
    by = noun and _owned(scene, cue)
    listed = bool(after) and noun and _spelled_out(scene, cue, after[0]) and after[0][0].i - cue.j <= 2
    if (by or listed) and after:
        return after[0]
    among = bool(after) and _listed(scene, cue, after[0])
    if before and not noun:
        return [*_who_joined(scene, before[-1]), *before[-1]]
    return after[0] if among and not noun else []


def _who_joined(scene: Scene, group: list[StateMention]) -> list[StateMention]:
    """Who voted as others did: "A joined B and C in voting no"."""
    first = group[0].i
    earlier = [g for g in scene.groups(scene.clause(first).i, first) if 0 < first - g[-1].j <= _JOINED_REACH]
    joined = bool(earlier) and any(f in _JOINED for f in scene.forms[earlier[-1][-1].j : first])
    return earlier[-1] if joined else []


def _owned(scene: Scene, cue: Cue) -> bool:
    """ "An abstention by X", "one abstention, that of X", "two abstentions, from X and Y"."""
    words = [form for form in scene.forms[cue.j : cue.j + _OWNED_REACH] if form not in _PASSED]
    return bool(words) and words[0] in _OWNERS


def _listed(scene: Scene, cue: Cue, group: list[StateMention]) -> bool:
    """ "35 abstained, among them X": only words of listing between."""
    between = scene.forms[cue.j : group[0].i]
    return 0 < len(between) <= _OWNED_REACH and any(f in LISTING for f in between) and set(between) <= _LISTS


def _by_nouns(scene: Scene, i: int, j: int) -> dict[str, str]:
    """How states voted by an Arabic noun or verb right before them: مقابل معارضة روسيا, وامتناع الصين."""
    if scene.passage.language == "en":
        return {}
    states: dict[str, str] = {}
    for concept, choice in ROLES.items():
        for cue in scene.within(concept, i, j):
            group = _right_behind(scene, cue) if cue.form in ("pre", "noun") else []
            states |= dict.fromkeys(codes(group), choice)
    return states


def _right_behind(scene: Scene, cue: Cue) -> list[StateMention]:
    """The states that follow a cue at once, كل من left out."""
    if scene.forms[cue.i] in _FACING:
        return []
    group = next(iter(scene.groups(cue.j, cue.j + 3)), [])
    between = scene.forms[cue.j : group[0].i] if group else []
    return group if all(form in _OF_ALL for form in between) else []


def _spelled_out(scene: Scene, cue: Cue, group: list[StateMention]) -> bool:
    """A list behind "which are", a colon or a dash: وهي, هي, هما, :, (."""
    return any(form in LISTING or form == "من" for form in scene.forms[cue.j : group[0].i])


def is_object(scene: Scene, group: list[StateMention]) -> bool:
    """Whether a word such as "on" or ضد stands before the list: then it is what the vote was about."""
    i = group[0].i
    return any(c.j == i for c in scene.within("about", max(0, i - 2), i)) and scene.forms[i - 1] not in ("for", "من")


def _next_verb(scene: Scene, cue: Cue, stop: int) -> int:
    later = scene.any_of(("vote", "voted_for", "voted_against", "abstain", "veto"), cue.j, stop)
    verbs = [
        c.i
        for c in later
        if (c.form in ("past", "present", "future") and c.sense.concept != "abstain") or c.form == "past"
    ]
    return min([*verbs, stop])


def _split_verbs(scene: Scene, sentence: Span) -> dict[str, str]:
    """صوتت روسيا ضد: verb, states, then for or against."""
    states: dict[str, str] = {}
    for cue in scene.within("vote", sentence.i, sentence.j):
        if cue.form != "past" or not scene.states_in(cue.j, cue.j + 1) or not asserted(scene, cue.i):
            continue
        group = scene.groups(cue.j, sentence.j)[0]
        side = [c for c in scene.any_of(("favour", "oppose"), group[-1].j, group[-1].j + 2) if c.form == "post"]
        if side:
            states.update(dict.fromkeys(codes(group), ROLES[side[0].sense.concept]))
    return states


def denied(scene: Scene, cue: Cue) -> dict[str, str]:
    """The vote that a denied verb names, by state: "did not abstain", لم تصوت الصين ضد."""
    sentence = scene.sentence(cue.i)
    group = voters(scene, cue, sentence)
    choice = cue.value
    if not choice and group:
        side = scene.any_of(("favour", "oppose"), group[-1].j, group[-1].j + 2)
        choice = next((ROLES[c.sense.concept] for c in side if c.form == "post"), "")
    return dict.fromkeys(codes(group), choice) if choice else {}


@lru_cache(maxsize=2)
def acting(scene: Scene) -> frozenset[int]:
    """The tokens at which states begin that vote, or table a text: what they do is about others."""
    found: set[int] = set()
    for cue in scene.any_at_all(_ACTING):
        found |= {s.i for s in voters(scene, cue, scene.sentence(cue.i))}
    if scene.passage.language != "en":
        nouns = [c for c in scene.any_at_all(tuple(ROLES)) if c.form in ("pre", "noun")]
        found |= {s.i for c in nouns for s in _right_behind(scene, c)}
    for cue in scene.all("sponsor"):
        group = next(iter(scene.groups(cue.j, min(scene.sentence(cue.i).j, cue.j + 3))), [])
        found |= {s.i for s in group}
    return frozenset(found)
