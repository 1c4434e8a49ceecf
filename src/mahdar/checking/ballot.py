"""The tally of a vote: counts by choice, from the words beside each number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.choices import SAID, all_there_are, choice_of, own_side, voting
from mahdar.checking.cues import Cue
from mahdar.checking.everybody import all_for
from mahdar.checking.numerals import Count, counts
from mahdar.checking.protocol import CHOICES, Tense
from mahdar.checking.scene import Scene, codes
from mahdar.checking.sizes import Size, sizes_within
from mahdar.checking.topics import Topic
from mahdar.checking.unanimity import denied_unanimity
from mahdar.checking.voted import ROLES
from mahdar.checking.voters import opens_list
from mahdar.checking.when import When
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span, tokens_of

_AFTER = 5
_BY_REACH, _TURNED_REACH = 3, 4
CARRIES = 9  # votes that carry a text in the Council: where it was turned down, they were against it
_MOST = 194
_ALL_REACH = 4  # tokens between all the members of a body and the word that says how they voted
_PLUS_REACH = 12
_NEEDED_REACH = 3  # tokens from a number of votes to "needed"


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
    numbers = _numbers(scene, sentence)
    agreed = [c for c in anchors if c.sense.concept == "unanimous"]
    if agreed and not _divided(scene, numbers):
        ballot.counts.update({"no": 0, "abstain": 0})
        ballot.negated = any(denied_unanimity(scene, c) for c in agreed)
        return
    for k, number in enumerate(numbers):
        role = choice_of(scene, numbers, k)
        if role == CHOICES[0] and _left_out(scene, number, sentence):
            continue
        if role and number.value is not None and role not in ballot.counts:
            ballot.counts[role] = number.value
            _list_behind(scene, ballot, number, role, sentence.j)
            ballot.i, ballot.j = min(ballot.i, number.i), max(ballot.j, number.j)
    for everybody, _ in entire(scene, sentence):
        ballot.counts.setdefault("yes", everybody.members)
        ballot.i, ballot.j = min(ballot.i, everybody.i), max(ballot.j, everybody.j)
    for role in _without(scene, sentence):
        ballot.counts.setdefault(role, 0)
    rejected = _turned_down(scene, sentence)
    ballot.failed = rejected or _failed(scene, sentence) or _too_few(scene, ballot, numbers)
    said = any(own_side(scene, numbers, k) for k in range(len(numbers)))
    ballot.either = rejected and not said and any(_faced(scene, number) for number in numbers)
    if ballot.either and ballot.body == "council" and ballot.counts.get("yes", 0) >= CARRIES:
        ballot.counts |= {"yes": ballot.counts.get("no", 0), "no": ballot.counts["yes"]}
    _dashes(scene, ballot, sentence)
    for role in nobody(scene, sentence):
        ballot.counts.setdefault(role, 0)
    told = scene.any_of(("vote", "votes", "voted_against"), sentence.i, sentence.j)
    if set(ballot.counts) == {"no"} and not told:
        ballot.counts.clear()


def _divided(scene: Scene, numbers: list[Count]) -> bool:
    """Whether a number counts votes against or abstentions: "two abstentions kept it from being passed unanimously"."""
    return any(number.value and choice_of(scene, numbers, k) in CHOICES[1:] for k, number in enumerate(numbers))


def _left_out(scene: Scene, number: Count, sentence: Span) -> bool:
    """Whether a number counts those who did not do what all the others did: all but five voted for it."""
    exception = scene.within("all_but", number.i - 2, number.i)
    return bool(exception) and bool(scene.within("every", sentence.i, exception[-1].i + 1))


def _numbers(scene: Scene, sentence: Span) -> list[Count]:
    """The numbers of a sentence that may count votes: not how many members there are or votes it needs, nor one of a
    name.
    """
    whole = tokens_of(
        sizes_within(scene, sentence.i, sentence.j),
        (s for s in scene.states_in(sentence.i, sentence.j) if len(s.codes) > 2),
    )
    cardinals = [n for n in counts(scene, sentence.i, sentence.j) if n.i not in whole and not all_there_are(scene, n.i)]
    cardinals = [n for n in cardinals if _word_list("counted_texts").isdisjoint(scene.forms[n.i + 1 : n.i + 2])]
    cardinals = [n for n in cardinals if _word_list("needed").isdisjoint(scene.forms[n.j : n.j + _NEEDED_REACH])]
    return [n for n in cardinals if not (n.value == 1 and _not_one(scene, n.i + 1)) and not _joined(scene, n)]


def _without(scene: Scene, sentence: Span) -> Iterator[str]:
    """The choices that nobody made, as words or a vote of all members say."""
    if all_for(scene, sentence):
        yield from CHOICES[1:]
    for concept, role in ROLES.items():
        if any(c.form == "none" for c in scene.within(concept, sentence.i, sentence.j)):
            yield role


def _joined(scene: Scene, number: Count) -> bool:
    """Whether a number is that of those whom others join: "Peru joined the two in voting no"."""
    k = number.i - 1
    led = k > 0 and scene.forms[k] == "the" and scene.forms[k - 1] in _word_list("joined")
    return led and scene.forms[number.j : number.j + 1] == ["in"]


def entire(scene: Scene, sentence: Span) -> Iterator[tuple[Size, Cue]]:
    """All members of a body who are said to have voted for a text: "all 15 members of the Council voted for it", نال
    تأييد أعضاء المجلس الـ15 كافة.
    """
    for size in sizes_within(scene, sentence.i, sentence.j):
        composed = scene.within("composed", size.i, size.j) or "-" in scene.forms[size.i : size.j]  # how large it is
        if not composed and not all_there_are(scene, size.i):
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
    members = tokens_of(scene.any_of(("member", "votes"), i, j))
    return all(k in members or scene.forms[k] in _word_list("all") for k in range(i, j))


def nobody(scene: Scene, sentence: Span) -> Iterator[str]:
    """The choices that no member is said to have made: "no member of the Council voted against", in English."""
    for cue in scene.any_of(("voted_for", "voted_against", "abstain"), sentence.i, sentence.j):
        if cue.form != "past" or scene.passage.language != "en":
            continue
        k = cue.i
        passed = tokens_of(scene.any_of(("votes", "member", "body"), max(sentence.i, k - _ALL_REACH - 2), k))
        passed |= {m for m in range(max(sentence.i, k - 1), k) if scene.forms[m] in _word_list("single")}
        while k > sentence.i and (k - 1 in passed or scene.forms[k - 1] in _word_list("of")):
            k -= 1
        none = k > sentence.i and scene.forms[k - 1] in _word_list("none") and (k < cue.i or scene.forms[k - 1] != "no")
        if none or _not_one(scene, k):
            yield SAID[cue.sense.concept]


def _not_one(scene: Scene, j: int) -> bool:
    """Whether "not a single", "not one" ends at token j."""
    i = j
    while i > 0 and scene.forms[i - 1] in _word_list("not_one"):
        i -= 1
    return i < j and scene.forms[i - 1] == "not"


def _turned_down(scene: Scene, sentence: Span) -> bool:
    """Whether the body itself turned the text down: "rejected by the Council by nine votes to four"."""
    arabic = scene.passage.language == "ar"
    for cue in scene.within("turned_down", sentence.i, sentence.j):
        for body in scene.within("body", sentence.i, sentence.j):
            ahead, behind = cue.i - body.j, body.i - cue.j
            passive = scene.forms[cue.j : cue.j + 1] == ["by"] and 0 < behind <= _BY_REACH
            if 0 <= behind <= 1 if arabic else (0 <= ahead <= _TURNED_REACH or passive):
                return True
    return False


def _failed(scene: Scene, sentence: Span) -> bool:
    """Whether a draft is said to have failed: "a Russian draft failed with four votes in favour"."""
    drafts = scene.within("draft", sentence.i, sentence.j)
    fails = scene.any_of(("text_failed", "turned_down"), sentence.i, sentence.j)
    return any(draft.j <= fail.i and fail.i < scene.clause(draft.i).j for draft in drafts for fail in fails)


def _too_few(scene: Scene, ballot: Ballot, numbers: list[Count]) -> bool:
    """Whether the Council gave a text fewer votes than carry one, and words say so: "won only four votes"."""
    yes = ballot.counts.get("yes", CARRIES)
    if ballot.body != "council" or yes >= CARRIES:
        return False
    told = (n for n in numbers if n.value == yes)
    return any(
        scene.forms[n.i - 1] in _word_list("scant") or any(c.j == n.i for c in scene.within("won_only", n.i - 2, n.i))
        for n in told
    )


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


def _dashes(scene: Scene, ballot: Ballot, sentence: Span) -> None:
    """13-2-0, 14-0: tallies written with dashes, as tokens."""
    found = dashed(scene, sentence)
    if found is not None:
        ballot.counts.update(dict(zip(CHOICES, found[1], strict=False)))
        ballot.i, ballot.j = min(ballot.i, found[0].i), max(ballot.j, found[0].j)


def dashed(scene: Scene, sentence: Span) -> tuple[Span, list[int]] | None:
    """The first tally with dashes in a sentence that words of voting stand beside: its tokens and numbers."""
    for k in range(sentence.i, sentence.j - 2):
        if scene.forms[k + 1] != "-" or not scene.forms[k].isdigit():
            continue
        parts = [scene.forms[k]]
        while len(parts) < len(CHOICES) and _dashed(scene, k + 2 * len(parts) - 1, sentence.j):
            parts.append(scene.forms[k + 2 * len(parts)])
        votes = [int(p) if p.isdigit() and len(p) <= 3 else _MOST for p in parts]
        if len(parts) > 1 and max(votes) < _MOST and voting(scene, Count(k, k + 1, votes[0], votes[0])):
            return Span(k, k + 2 * len(parts) - 1), votes
    return None


def _dashed(scene: Scene, k: int, stop: int) -> bool:
    return k + 1 < stop and scene.forms[k] == "-" and scene.forms[k + 1].isdigit()
