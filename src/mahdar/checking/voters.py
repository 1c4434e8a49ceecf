"""Which states act in a verb of voting: right beside it, listed with it or counted among those who voted so."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from mahdar.checking.among import among_voters, is_object
from mahdar.checking.assertion import asserted, negated, titled
from mahdar.checking.coordinated import joins_verb
from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.possessed import possessor
from mahdar.checking.predicates import fronted
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.tokens import COMMAS, Span, tokens_of

_OWNED_REACH = 4
_JOINED_REACH = 3
_WHOM_REACH = 2  # tokens between a state and "among"
_DEED_REACH = 2  # tokens of an Arabic deed named between two voters: عن التصويت
_PLURAL = ("ان", "ون")
_SUBJECT_REACH = 12
_FROM = "عن"
_NEAR = 2  # tokens between an Arabic verb and its subject
_SIDED = ("voted_for", "voted_against")
_FINITE = ("abstained", "voted")


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


@cache
def _lists() -> frozenset[str]:
    """The words that may stand between those counted and the list of some of them."""
    return _word_list("listing") | _word_list("before_list")


def finite(scene: Scene, cue: Cue) -> bool:
    """Whether a verb of voting is an English past with a subject of its own, which no demand before it can hold:
    "a resolution demanding a truce, and France abstained".
    """
    first = next(iter(scene.groups(max(scene.clause(cue.i).i, cue.i - _SUBJECT_REACH), cue.i)), None)
    return scene.forms[cue.i] in _FINITE and first is not None and first[-1].j == cue.i


def counted_voters(scene: Scene, verb: Cue) -> bool:
    """Whether so many members are the subject of an Arabic verb of voting, not the body: صوتت عشر دول في المجلس."""
    told = scene.passage.language == "ar" and verb.sense.concept == "vote" and verb.form == "past"
    return told and bool(scene.numbers_in(verb.j, verb.j + 1))


def headlined(scene: Scene, sentence: Span) -> list[Cue]:
    """The Arabic presents of voting in a headline, where they tell what has happened: وواشنطن تمتنع."""
    if scene.passage.language == "en" or not titled(scene, sentence.i):
        return []
    cues = [c for c in scene.within("vote_bare", sentence.i, sentence.j) if c.value]
    return [
        c for c in cues if not negated(scene, c) and asserted(scene, c.i) and not scene.within("wish", c.i - 2, c.i)
    ]


def voters(scene: Scene, cue: Cue, sentence: Span) -> list[StateMention]:
    """The states that act in a verb: in Arabic behind it, else before it; in English before it, behind "by" after a
    noun.
    """
    clause = scene.clause(cue.i)
    stop = _next_verb(scene, cue, sentence.j)
    stop = min([stop, *(c.i for c in scene.within("break", cue.j, stop)[:1] if scene.passage.language != "en")])
    after = [g for g in scene.groups(cue.j, stop) if not is_object(scene, g)]
    after = after if not after or not _of_other_verb(scene, cue, after[0]) else []
    ahead, end = scene.groups(clause.i, cue.i), cue.i
    if (among := _of_whom(scene, ahead)) is not None:
        ahead, end = ahead[:-1], among
    before = [
        g
        for g in ahead
        if (end - g[-1].j <= 4 or _only_one(scene, g[-1].j, end))
        and not is_object(scene, g)
        and not _counted_apart(scene, g, cue)
    ]
    apposed = scene.passage.language == "en" and cue.form == "past"
    before = [first] if apposed and (first := fronted(scene, cue)) else before
    if scene.passage.language == "en":
        return _english(scene, cue, before, after)
    if cue.form == "bare" and cue in headlined(scene, sentence):
        return _of_headline(scene, cue, before, after)
    parted = bool(after) and _another_deed(scene, cue.j, after[0][0].i)
    if after and not parted and (_behind_verb(scene, cue, after[0]) or _spelled_out(scene, cue, after[0])):
        return _in_company(scene, _past_asides(scene, after), stop)
    adjoins = bool(before) and not cue.proclitics and _right_before(scene, before[-1], cue)
    near = before[-1] if adjoins else fronted(scene, cue)
    return near or among_voters(scene, cue)


def _in_company(scene: Scene, group: list[StateMention], stop: int) -> list[StateMention]:
    """Arabic voters and those beside whom they are said to have voted: الصين وروسيا إلى جانب باكستان, امتنعت الصين عن
    التصويت إلى جانب الهند.
    """
    with_them = next(iter(scene.groups(group[-1].j, stop)), []) if group else []
    lead = scene.forms[group[-1].j : with_them[0].i] if with_them else []
    size = next((size for size in (1, 2) if " ".join(lead[-size:]) in _word_list("likewise")), 0)
    deed = lead[:-size] if size else ["?"]
    own = not deed or (deed[0] == _FROM and deed[1:2] and deed[1].endswith(tuple(_word_list("voting"))))
    return [*group, *with_them] if own and len(deed) <= _DEED_REACH else group


def _another_deed(scene: Scene, i: int, j: int) -> bool:
    """Whether a joined Arabic verb tells of something else between two tokens: وامتناع عشرة وطلبت أوروغواي."""
    return any(joins_verb(scene, k) for k in range(i, j))


def _past_asides(scene: Scene, groups: list[list[StateMention]]) -> list[StateMention]:
    """An Arabic list that goes on with "and" behind what is said of a state between commas: الصين، العضو الدائم،
    وإثيوبيا.
    """
    listed = list(groups[0])
    for group in groups[1:]:
        aside = scene.forms[listed[-1].j : group[0].i]
        shut = len(aside) > 2 and aside[0] in COMMAS and aside[-1] in COMMAS and COMMAS.isdisjoint(aside[1:-1])
        told = scene.any_of(("relative", "vote", "abstain", "voted_for", "voted_against"), listed[-1].j, group[0].i)
        if not shut or told or not aside[1].startswith("ال") or not scene.forms[group[0].i].startswith("و"):
            break
        listed += group
    return listed


def _behind_verb(scene: Scene, cue: Cue, group: list[StateMention]) -> bool:
    """Whether states stand behind an Arabic verb, at once or with only its text between: عارضت القرار 678 في مجلس الأمن
    كوبا.
    """
    i, j = cue.j, group[0].i
    if j - i <= _NEAR:
        return True
    covered = tokens_of(scene.any_of(("body", "text", "resolution"), i, j), scene.times_in(i, j))
    free = _word_list("of") | {"(", ")"}
    verb = cue.form == "past" and cue.sense.concept in _SIDED
    return verb and all(k in covered or scene.forms[k].isdigit() or scene.forms[k] in free for k in range(i, j))


def _counted_apart(scene: Scene, group: list[StateMention], cue: Cue) -> bool:
    """Whether a number behind a comma, or behind "and" and other words, is the subject: "13 were in favour, among them
    Algeria, and one abstained", "Peru voted against it and four abstained".
    """
    numbers = [n for n in scene.numbers_in(group[-1].j, cue.i) if n.kind == "cardinal"]
    units = tokens_of(scene.within("votes", group[-1].j, cue.i))
    alone = bool(numbers) and all(k in units for k in range(numbers[-1].j, cue.i))
    between = scene.forms[group[-1].j : numbers[-1].i] if alone else []
    return "," in between or (len(between) > 1 and between[-1] == "and")


def _of_whom(scene: Scene, groups: list[list[StateMention]]) -> int | None:
    """The token that leads from a state to those of whom it is one: "Russia alone among the five permanent members"."""
    if len(groups) < 2:
        return None
    lead = groups[-1][0].i - 1 - (scene.forms[groups[-1][0].i - 1] == "the")
    near = 0 <= lead - groups[-2][-1].j <= _WHOM_REACH
    return lead if near and scene.forms[lead] in _word_list("of_whom") else None


def _of_other_verb(scene: Scene, cue: Cue, group: list[StateMention]) -> bool:
    """Whether an Arabic verb of supporting or opposing right before the states is theirs: بالامتناع وعارضت تركيا."""
    verbs = scene.any_of(("favour", "oppose"), cue.j, group[0].i)
    return cue.form == "noun" and any(c.form == "pre" and c.j == group[0].i for c in verbs)


def _right_before(scene: Scene, group: list[StateMention], cue: Cue) -> bool:
    """Whether states stand right before an Arabic verb, or only "the only state that" between: الدولة الوحيدة التي, or
    what leads to a deed of their own that they speak of: نفت الصين أن تكون قد امتنعت.
    """
    between = scene.forms[group[-1].j : cue.i]
    return len(between) <= 1 or {*between} <= _word_list("own_deed") or _only_one(scene, group[-1].j, cue.i)


def _only_one(scene: Scene, i: int, j: int) -> bool:
    """Whether nothing but "the only member of the Council that" stands between two tokens."""
    named = scene.any_of(("body", "member", "permanent", "elected"), i, j)
    covered = tokens_of(named)
    passed = _word_list("only") | _word_list("of") | {"not"}
    return all(k in covered or scene.forms[k] in passed for k in range(i, j))


def _of_headline(
    scene: Scene, cue: Cue, before: list[list[StateMention]], after: list[list[StateMention]]
) -> list[StateMention]:
    """The subject of a present in a headline, right before it or right behind; that of a singular is one state, though
    another noun may stand before it: للقرار السوري وموسكو تمتنع.
    """
    if before and before[-1][-1].j == cue.i:
        return before[-1] if scene.forms[cue.i].endswith(_PLURAL) else before[-1][-1:]
    return after[0] if after and after[0][0].i == cue.j == cue.i + 1 else []


def _english(
    scene: Scene, cue: Cue, before: list[list[StateMention]], after: list[list[StateMention]]
) -> list[StateMention]:
    noun = cue.form == "noun"
    if noun and (owner := possessor(scene, cue)):
        return owner
    by = noun and _owned(scene, cue)
    listed = bool(after) and noun and _spelled_out(scene, cue, after[0]) and after[0][0].i - cue.j <= 2
    if (by or listed) and after:
        return after[0]
    among = bool(after) and _listed(scene, cue, after[0])
    if not before and not noun and (counted := among_voters(scene, cue)):
        return counted
    if before and not noun:
        return [*_who_joined(scene, before[-1]), *_own_list(scene, before[-1]), *_so_did(scene, after)]
    return after[0] if among and not noun else []


def _own_list(scene: Scene, group: list[StateMention]) -> list[StateMention]:
    """The states behind a comma and "and" that begin a clause, where their list goes on: "sided with A, and B, C and D
    abstained".
    """
    joints = [scene.forms[one.j : other.i] for one, other in pairwise(group)]
    new = [k for k, joint in enumerate(joints) if joint[:2] == [",", "and"] and k + 1 < len(joints)]
    return group[new[-1] + 1 :] if new else group


def _so_did(scene: Scene, after: list[list[StateMention]]) -> list[StateMention]:
    """Who voted likewise: "China abstained on Thursday, as did India and Iran"."""
    return next((g for g in after if _likewise(scene, g[0].i)), [])


def _likewise(scene: Scene, i: int) -> bool:
    """Whether words before token i lead to who did as others: "alongside", "as did"."""
    return any(" ".join(scene.forms[max(0, i - size) : i]) in _word_list("likewise") for size in (1, 2))


def _who_joined(scene: Scene, group: list[StateMention]) -> list[StateMention]:
    """Who voted as others did: "A joined B and C in voting no"."""
    first = group[0].i
    earlier = [g for g in scene.groups(scene.clause(first).i, first) if 0 < first - g[-1].j <= _JOINED_REACH]
    joined = bool(earlier) and any(f in _word_list("joined") for f in scene.forms[earlier[-1][-1].j : first])
    return earlier[-1] if joined else []


def _owned(scene: Scene, cue: Cue) -> bool:
    """ "An abstention by X", "one abstention, that of X", "two abstentions, from X and Y"."""
    words = [form for form in scene.forms[cue.j : cue.j + _OWNED_REACH] if form not in _word_list("passed")]
    return bool(words) and words[0] in _word_list("owners")


def _listed(scene: Scene, cue: Cue, group: list[StateMention]) -> bool:
    """ "35 abstained, among them X": only words of listing between."""
    between = scene.forms[cue.j : group[0].i]
    return (
        0 < len(between) <= _OWNED_REACH
        and any(f in _word_list("listing") for f in between)
        and set(between) <= _lists()
    )


def _spelled_out(scene: Scene, cue: Cue, group: list[StateMention]) -> bool:
    """A list behind "which are", a colon or a dash: وهي, هي, هما, :, (."""
    between = scene.forms[cue.j : group[0].i]
    return opens_list(between) or ("من" in between and ":" not in between)


def opens_list(between: list[str]) -> bool:
    """Whether these words before states make them a list; what a colon introduces has to be the list itself."""
    if ":" in between:
        return set(between[between.index(":") + 1 :]) <= _lists()
    return any(form in _word_list("listing") for form in between)


def _next_verb(scene: Scene, cue: Cue, stop: int) -> int:
    later = scene.any_of(("vote", "voted_for", "voted_against", "abstain", "veto"), cue.j, stop)
    verbs = [
        c.i
        for c in later
        if (c.form in ("past", "present", "future") and c.sense.concept != "abstain") or c.form == "past"
    ]
    return min([*verbs, stop])
