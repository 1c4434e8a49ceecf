"""The tally of a vote: counts by choice, from the words beside each number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mahdar.checking.assertion import When, asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.numerals import Count, counts
from mahdar.checking.protocol import Tense
from mahdar.checking.scene import Scene, codes
from mahdar.checking.sizes import Size, sizes_within
from mahdar.checking.topics import Topic
from mahdar.checking.voters import ROLES, headlined, opens_list
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span

_SAID = {**ROLES, "voted_for": "yes", "voted_against": "no"}
_CHOICES = ("yes", "no", "abstain")
_AFTER = 5
_AFTER_MEMBERS = 11
_VERBS = ("voted_for", "voted_against", "abstain", "favour", "oppose")
_BY_REACH, _TURNED_REACH = 3, 4
_FACED = 3  # tokens between "to", مقابل and the number of votes against
_CARRIES = 9  # votes that carry a text in the Council: where it was turned down, they were against it
_BACKED_REACH = 4
_AGAINST = ("oppose", "voted_against")
_MOST = 194
_ALL_REACH = 4  # tokens between all the members of a body and the word that says how they voted
_PLUS_REACH = 12
_SIZE_REACH = 20  # tokens over which the words of a size stretch
_WON_REACH = 16  # tokens from a verb of winning to the number of votes


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


@dataclass(slots=True)
class Ballot:
    """A vote as told in one sentence: counts by choice, states by choice, and what it was on."""

    body: str
    i: int
    j: int
    counts: dict[str, int] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    symbol: str | None = None
    topic: Topic | None = None
    when: When = field(default_factory=When)
    tense: Tense = "past"
    negated: bool = False
    firm_symbol: bool = True
    firm_time: bool = True
    failed: bool = False  # whether the text is said not to have been adopted
    either: bool = False  # whether the counts for and against may stand the other way round


def tally(scene: Scene, ballot: Ballot, sentence: Span, anchors: list[Cue]) -> None:
    """Counts by choice, from the words beside each number; unanimity is no vote against and no abstention."""
    if any(c.sense.concept == "unanimous" for c in anchors):
        ballot.counts.update({"no": 0, "abstain": 0})
        return
    whole = {k for size in sizes_within(scene, sentence.i, sentence.j) for k in range(size.i, size.j)}
    numbers = [n for n in counts(scene, sentence.i, sentence.j) if n.i not in whole and not _all_there_are(scene, n.i)]
    for k, number in enumerate(numbers):
        role = _role(scene, numbers, k)
        if role and number.value is not None and role not in ballot.counts:
            ballot.counts[role] = number.value
            _list_behind(scene, ballot, number, role, sentence.j)
            ballot.i, ballot.j = min(ballot.i, number.i), max(ballot.j, number.j)
    for everybody, _ in entire(scene, sentence):
        ballot.counts.setdefault("yes", everybody.members)
        ballot.i, ballot.j = min(ballot.i, everybody.i), max(ballot.j, everybody.j)
    for concept, role in ROLES.items():
        if any(c.form == "none" for c in scene.within(concept, sentence.i, sentence.j)):
            ballot.counts.setdefault(role, 0)
    rejected = _turned_down(scene, sentence)
    ballot.failed = rejected or _failed(scene, sentence)
    ballot.either = rejected and any(_faced(scene, number) for number in numbers)
    if ballot.either and ballot.body == "council" and ballot.counts.get("yes", 0) >= _CARRIES:
        ballot.counts |= {"yes": ballot.counts.get("no", 0), "no": ballot.counts["yes"]}
    _dashes(scene, ballot, sentence)
    for role in nobody(scene, sentence):
        ballot.counts.setdefault(role, 0)
    told = scene.any_of(("vote", "votes", "voted_against"), sentence.i, sentence.j)
    if set(ballot.counts) == {"no"} and not told:
        ballot.counts.clear()


def _all_there_are(scene: Scene, i: int) -> bool:
    """Whether the number at token i is that of all of whom the one before it counts some: "13 of the 15 members"."""
    k = i
    while k > 0 and scene.forms[k - 1] in ("the", "its", "all"):
        k -= 1
    return k > 1 and scene.forms[k - 1] == "of" and bool(scene.numbers_in(k - 2, k - 1))


def entire(scene: Scene, sentence: Span) -> Iterator[tuple[Size, Cue]]:
    """All members of a body who are said to have voted for a text: "all 15 members of the Council voted for it", نال
    تأييد أعضاء المجلس الـ15 كافة.
    """
    for size in sizes_within(scene, sentence.i, sentence.j):
        composed = scene.within("composed", size.i, size.j) or "-" in scene.forms[size.i : size.j]  # how large it is
        if not composed and not _all_there_are(scene, size.i):
            behind = scene.any_of(("voted_for", "favour"), size.j, min(sentence.j, size.j + _ALL_REACH))
            before = scene.within("favour", max(sentence.i, size.i - _ALL_REACH), size.i)
            told = [c for c in before if c.form == "pre" and _only_all(scene, c.j, size.i)]
            told += [
                c
                for c in behind
                if c.form in ("past", "post") and scene.forms[c.i : c.j] != ["for"] and _only_all(scene, size.j, c.i)
            ]
            told += _later_side(scene, size, sentence)
            yield from ((size, c) for c in told[:1] if asserted(scene, c.i) and not negated(scene, c))


def _later_side(scene: Scene, size: Size, sentence: Span) -> list[Cue]:
    """The verb of voting of all members whose side stands behind a time: "all 15 members voted on Friday for"."""
    arabic = scene.passage.language == "ar"
    low, high = (sentence.i, size.i) if arabic else (size.j, min(sentence.j, size.j + _ALL_REACH))
    verbs = [c for c in scene.within("vote", low, high) if c.form == "past"]
    i, j = (verbs[-1].j, size.i) if verbs and arabic else (size.j, verbs[0].i) if verbs else (0, 0)
    if not verbs or not _only_all(scene, i, j):
        return []
    start = size.j if arabic else verbs[0].j
    times = scene.times_in(start, start + 3)
    behind = scene.within("favour", times[0].j, times[0].j + 1) if times else []
    return verbs[-1:] if any(c.form == "post" for c in behind) else []


def _only_all(scene: Scene, i: int, j: int) -> bool:
    """Whether nothing but words for all and for members stands between tokens i and j."""
    members = {k for c in scene.any_of(("member", "votes"), i, j) for k in range(c.i, c.j)}
    return all(k in members or scene.forms[k] in _word_list("all") for k in range(i, j))


def nobody(scene: Scene, sentence: Span) -> Iterator[str]:
    """The choices that no member is said to have made: "no member of the Council voted against", in English."""
    for cue in scene.any_of(("voted_for", "voted_against", "abstain"), sentence.i, sentence.j):
        if cue.form != "past" or scene.passage.language != "en":
            continue
        k = cue.i
        passed = {
            m
            for c in scene.any_of(("votes", "member", "body"), max(sentence.i, k - _ALL_REACH - 2), k)
            for m in range(c.i, c.j)
        }
        passed |= {m for m in range(max(sentence.i, k - 1), k) if scene.forms[m] in _word_list("single")}
        while k > sentence.i and (k - 1 in passed or scene.forms[k - 1] in _word_list("of")):
            k -= 1
        if k > sentence.i and scene.forms[k - 1] in _word_list("none") and (k < cue.i or scene.forms[k - 1] != "no"):
            yield _SAID[cue.sense.concept]


def _turned_down(scene: Scene, sentence: Span) -> bool:
    """Whether the body itself turned the text down: "rejected by the Council by nine votes to four"."""
    arabic = scene.passage.language == "ar"
    for cue in scene.within("turned_down", sentence.i, sentence.j):
        for body in scene.within("body", sentence.i, sentence.j):
            ahead, behind = cue.i - body.j, body.i - cue.j
            passive = scene.forms[cue.j] == "by" and 0 < behind <= _BY_REACH
            if 0 <= behind <= 1 if arabic else (0 <= ahead <= _TURNED_REACH or passive):
                return True
    return False


def _failed(scene: Scene, sentence: Span) -> bool:
    """Whether a draft is said to have failed: "a Russian draft failed with four votes in favour"."""
    drafts = scene.within("draft", sentence.i, sentence.j)
    fails = scene.any_of(("text_failed", "turned_down"), sentence.i, sentence.j)
    return any(draft.j <= fail.i and fail.i < scene.clause(draft.i).j for draft in drafts for fail in fails)


def _faced(scene: Scene, number: Count) -> bool:
    """Whether a number only faces the one before: "nine to four", ثلاثة مقابل اثنين."""
    return scene.forms[number.i - 1] in _word_list("facing")


def _list_behind(scene: Scene, ballot: Ballot, number: Count, role: str, stop: int) -> None:
    """The states named behind their number: "10 countries, among them A and B", صوتين هما الصين وروسيا."""
    group = next(iter(scene.groups(number.j, stop)), [])
    between = scene.forms[number.j : group[0].i] if group else []
    near = len(between) <= _AFTER or (
        len(between) <= _PLUS_REACH
        and between[-1] in _word_list("plus")
        and scene.within("permanent", number.j, group[0].i)
    )
    if group and near and opens_list(between):
        ballot.states.update(dict.fromkeys(codes(group), role))


def _role(scene: Scene, numbers: list[Count], k: int) -> str:
    """The choice that a number counts: said right before it, else right behind it, else by a following "against",
    else by a verb of winning votes.
    """
    number = numbers[k]
    if bare := _bare(scene, number):
        return bare
    low = max(numbers[k - 1].j if k else 0, number.i - 3)
    for concept, choice in ROLES.items():
        before = [
            c
            for c in scene.within(concept, low, number.i)
            if c.form in ("pre", "noun", "past")
            and (number.i - c.j <= 1 or rest(scene, c, number) or _from_voting(scene, c, number))
            and not scene.within("body", c.j, number.i)
        ]
        if before and _fits(scene, before[-1], numbers, k):
            return choice
    if _approved(scene, number):
        return "yes"
    if k and any(_faces(c, [number]) for c in scene.any_of(_AGAINST, low, number.i)):
        return "no"
    return _behind(scene, numbers, k) or ("yes" if _won(scene, number) else _in_headline(scene, number))


def _bare(scene: Scene, number: Count) -> str:
    """The choice that "yes" or "no" right behind a number names: "14 no", '12 "yes" votes'."""
    behind = [form for form in scene.forms[number.j : number.j + 3] if form not in _word_list("quotes")]
    sentence = scene.sentence(number.i)
    told = scene.passage.language == "en" and scene.any_of(("vote", "votes"), sentence.i, sentence.j)
    return behind[0] if behind and told and behind[0] in ("yes", "no") else ""


def _from_voting(scene: Scene, cue: Cue, number: Count) -> bool:
    """Whether only "from voting" stands between a word of abstaining and its number: امتنعت عن التصويت 35 دولة."""
    between = scene.forms[cue.j : number.i]
    return cue.sense.concept == "abstain" and len(between) == 2 and between[1].endswith(tuple(_word_list("voting")))


def rest(scene: Scene, cue: Cue, number: Count) -> bool:
    """Whether a number counts all others, who did as an Arabic verb before them says: امتنعت الدول الـ13 الأخرى."""
    between = {*scene.forms[cue.j : number.i]}
    behind = scene.forms[number.j : number.j + 2]
    return (
        cue.form in ("past", "pre") and between <= _word_list("the_states") and bool(_word_list("others") & {*behind})
    )


def _approved(scene: Scene, number: Count) -> bool:
    """Whether members approve: "13 members backed the draft", وافقت 14 دولة على النص."""
    if not scene.within("votes", number.i, number.j + 2):
        return False
    arabic = scene.passage.language == "ar"
    low, high = (number.i - 1, number.i) if arabic else (number.j + 1, number.j + _BACKED_REACH)
    verbs = [c for c in scene.within("approve", low, high) if c.form == "past"]
    return any(arabic or scene.forms[c.i] in _word_list("backed") for c in verbs)


def _in_headline(scene: Scene, number: Count) -> str:
    """The choice that a number counts in an Arabic headline without a past: 14 صوتا للقرار وموسكو تمتنع."""
    sentence = scene.sentence(number.i)
    bare = headlined(scene, sentence)
    verb = next((c for c in bare if 0 <= c.i - number.j <= 1), None)
    if verb is not None:
        return verb.value
    votes = scene.forms[number.j : number.j + 1] in (["صوتا"], ["اصوات"], ["صوت"])
    behind = scene.forms[number.j + 1 : min(sentence.j, number.j + _AFTER_MEMBERS)]
    return "yes" if bare and votes and any(f.startswith("ل") and len(f) > 3 and f != "لكن" for f in behind) else ""


def _behind(scene: Scene, numbers: list[Count], k: int) -> str:
    """The choice said right behind a number; a word behind "and" that has a number of its own is not its."""
    number = numbers[k]
    following = numbers[k + 1].i if k + 1 < len(numbers) else len(scene.forms)
    stop = min(following, number.j + _AFTER)
    stop = next((m for m in range(number.j, stop) if scene.forms[m] in ",،.;؛"), stop)
    far = min(following, number.j + _AFTER_MEMBERS)
    after = [c for c in scene.any_of(tuple(_SAID), number.j, stop) if c.form in ("post", "past", "noun")]
    after = after or [c for c in scene.any_of(_VERBS, stop, far) if _members_of(scene, number, c)]
    after = [c for c in after if c.form in ("post", "past", "noun")]
    after = [c for c in after if "و" not in c.proclitics]
    if after and _faces(after[0], numbers[k + 1 : k + 2]):
        return "yes" if _voting(scene, number) else ""
    if after and scene.states_in(number.j, after[0].i):
        after = []  # "14-0 with China abstaining": the states do so, not the number
    if after and (after[0].form == "post" or scene.passage.language == "en" or after[0].i - number.j <= 1):
        return _SAID[after[0].sense.concept]
    facing = [c for c in scene.within("oppose", number.j, stop + 1) if c.form == "pre" and c.i - number.j <= 3]
    faced = bool(facing) and k + 1 < len(numbers) and numbers[k + 1].i - facing[-1].j <= _FACED
    return "yes" if faced and _voting(scene, number) else ""


def _faces(cue: Cue, following: list[Count]) -> bool:
    """Whether a word of opposition right before the next number counts that one: 13 صوتا ضد لا شيء, "9 against 2"."""
    return cue.sense.concept in _AGAINST and any(number.i == cue.j for number in following)


def _members_of(scene: Scene, number: Count, verb: Cue) -> bool:
    """ "Fourteen members of the Security Council voted for": only the body stands between the members and the verb."""
    between = scene.any_of(("votes", "member", "body"), number.j, verb.i)
    covered = {k for c in between for k in range(c.i, c.j)}
    near = sizes_within(scene, number.i - _SIZE_REACH, verb.i)
    covered |= {k for size in near for k in range(size.i, size.j)}
    covered |= {n.i for n in scene.numbers_in(number.j, verb.i) if _all_there_are(scene, n.i)}
    named = any(c.sense.concept == "body" for c in between)
    return named and all(k in covered or scene.forms[k] in _word_list("of") for k in range(number.j, verb.i))


def _won(scene: Scene, number: Count) -> bool:
    """Whether the number is that of votes won: "received 13 votes", "adopted by 13 votes", حصل القرار على 13 صوتا."""
    clause = scene.clause(number.i)
    won = scene.within("won", max(clause.i, number.i - _WON_REACH), number.i)
    votes = scene.within("votes", number.i, number.j + 1)
    joined = scene.forms[number.i].startswith("ب") and not scene.forms[number.i].startswith("بضع")  # بتسعة أصوات
    by = (scene.forms[number.i - 1] in _word_list("by") or joined) and scene.any_of(
        ("adopt", "approve", "vote", "wish"), clause.i, number.i
    )
    return bool(votes and (won or by or _no_more(scene, number)))


def _no_more(scene: Scene, number: Count) -> bool:
    """Whether a denied verb of winning is taken back right before the number: لم ينل المشروع سوى ثلاثة أصوات."""
    only = [c for c in scene.within("won_only", number.i - 2, number.i) if c.j == number.i]
    verbs = scene.within("won_not", scene.clause(number.i).i, number.i)
    return bool(only) and any(scene.forms[verb.i - 1] in _word_list("denied") for verb in verbs)


def _fits(scene: Scene, cue: Cue, numbers: list[Count], k: int) -> bool:
    """ "to" counts votes against only between two numbers of one tally; a verb of abstaining only right before its
    number.
    """
    if scene.forms[cue.i] in ("to", "for"):
        return k > 0 and cue.i - numbers[k - 1].j <= 3 and _voting(scene, numbers[k])
    joined = scene.forms[cue.j : numbers[k].i] in (["and"], [";"], [","])
    return not (joined and cue.form == "past" and _behind(scene, numbers, k))  # "China abstained and 13 voted for"


def _voting(scene: Scene, number: Count) -> bool:
    return bool(scene.any_of(("vote", "votes", "adopt", "favour", "abstain"), max(0, number.i - 14), number.j + 8))


def _dashes(scene: Scene, ballot: Ballot, sentence: Span) -> None:
    """13-2-0, 14-0: tallies written with dashes, as tokens."""
    found = dashed(scene, sentence)
    if found is not None:
        ballot.counts.update(dict(zip(_CHOICES, found[1], strict=False)))
        ballot.i, ballot.j = min(ballot.i, found[0].i), max(ballot.j, found[0].j)


def dashed(scene: Scene, sentence: Span) -> tuple[Span, list[int]] | None:
    """The first tally with dashes in a sentence that words of voting stand beside: its tokens and numbers."""
    for k in range(sentence.i, sentence.j - 2):
        if scene.forms[k + 1] != "-" or not scene.forms[k].isdigit():
            continue
        parts = [scene.forms[k]]
        while len(parts) < len(_CHOICES) and _dashed(scene, k + 2 * len(parts) - 1, sentence.j):
            parts.append(scene.forms[k + 2 * len(parts)])
        votes = [int(p) if p.isdigit() and len(p) <= 3 else _MOST for p in parts]
        if len(parts) > 1 and max(votes) < _MOST and _voting(scene, Count(k, k + 1, votes[0], votes[0])):
            return Span(k, k + 2 * len(parts) - 1), votes
    return None


def _dashed(scene: Scene, k: int, stop: int) -> bool:
    return k + 1 < stop and scene.forms[k] == "-" and scene.forms[k + 1].isdigit()
