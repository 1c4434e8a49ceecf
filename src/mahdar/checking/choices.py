"""Which choice of a vote a number counts: for, against or abstaining, from the words beside it."""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.numerals import Count
from mahdar.checking.scene import Scene
from mahdar.checking.sizes import sizes_within
from mahdar.checking.voted import ROLES
from mahdar.checking.voters import headlined
from mahdar.checking.wordlists import words
from mahdar.language.tokens import tokens_of

SAID = {**ROLES, "voted_for": "yes", "voted_against": "no"}
_AFTER = 5
_SOME_REACH = 5  # tokens from those who voted to من بين and all of whom they are
_AFTER_MEMBERS = 11
_TEXTS = ("text", "resolution", "draft")
_VERBS = ("voted_for", "voted_against", "abstain", "favour", "oppose")
_FACED = 3  # tokens between "to", مقابل and the number of votes against
_BACKED_REACH = 4
_AGAINST = ("oppose", "voted_against")
_FOR = ("favour", "voted_for")
_TEXT_REACH = 9  # tokens of a text with its number and body
_SIZE_REACH = 20  # tokens over which the words of a size stretch
_HAD = "had"
_OWNED = 5  # tokens of a body whose members are counted: "of the Security Council's 15"
_WON_REACH = 16  # tokens from a verb of winning to the number of votes


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


def all_there_are(scene: Scene, i: int) -> bool:
    """Whether the number at token i is that of all of whom the one before it counts some: "13 of the 15 members", "out
    of 15", 13 من أصل 15.
    """
    if scene.passage.language == "ar":
        return _out_of(scene, i)
    owners = [c for c in scene.within("body", i - _OWNED, i) if c.j == i - 1] if scene.forms[i - 1] == "'s" else []
    k = owners[0].i if owners else i
    while k > 0 and scene.forms[k - 1] in ("the", "its", "all"):
        k -= 1
    of = k > 1 and scene.forms[k - 1] == "of"
    return of and (scene.forms[k - 2] == "out" or bool(scene.numbers_in(k - 2, k - 1)))


def _out_of(scene: Scene, i: int) -> bool:
    """Whether من أصل, من إجمالي or, behind a number, من بين leads to token i."""
    k = i if i and scene.forms[i] in _word_list("out_of") | _word_list("among") else i - 1
    if k < 1 or scene.forms[k - 1] != "من":
        return False
    return scene.forms[k] in _word_list("out_of") or (
        scene.forms[k] in _word_list("among") and bool(scene.numbers_in(max(0, k - _SOME_REACH), k - 1))
    )


def choice_of(scene: Scene, numbers: list[Count], k: int) -> str:
    """The choice that a number counts: said right before it, else right behind it, else by a following "against",
    else by a verb of winning votes.
    """
    number = numbers[k]
    if own := _bare(scene, number) or own_side(scene, numbers, k):
        return own
    start = numbers[k - 1].j if k else scene.sentence(number.i).i
    low = max(start, number.i - 3 - sum(t.j - t.i for t in scene.times_in(max(start, number.i - _AFTER), number.i)))
    nearest: list[tuple[Cue, str]] = []
    for concept, choice in ROLES.items():
        before = [
            c
            for c in scene.within(concept, _past_text(scene, start, low, number), number.i)
            if c.form in ("pre", "noun", "past")
            and (
                number.i - c.j <= 1
                or _text_between(scene, c, number)
                or rest(scene, c, number)
                or _from_voting(scene, c, number)
            )
            and (_text_between(scene, c, number) or not scene.within("body", c.j, number.i))
        ]
        nearest += [(before[-1], choice)] if before and _fits(scene, before[-1], numbers, k) else []
    if nearest:
        return max(nearest, key=lambda told: told[0].j)[1]
    if _approved(scene, number):
        return "yes"
    if side := _voters_behind(scene, _past_text(scene, start, low, number), number):
        return side
    if k and any(_faces(c, [number]) for c in scene.any_of(_AGAINST, low, number.i)):
        return "no"
    if _voted_to(scene, number):
        return "yes"
    return _behind(scene, numbers, k) or ("yes" if _won(scene, number) else _in_headline(scene, number))


def _voters_behind(scene: Scene, low: int, number: Count) -> str:
    """The side of an Arabic verb of voting whose subject is counted behind its text: أيدت مشروع القرار 11 دولة."""
    if scene.passage.language == "en" or not scene.any_of(("votes", "member"), number.j, number.j + 1):
        return ""
    verbs = [c for c in scene.any_of(("voted_for", "voted_against"), low, number.i) if c.form == "past"]
    beside = bool(verbs) and (verbs[-1].j == number.i or _text_between(scene, verbs[-1], number))
    return SAID[verbs[-1].sense.concept] if beside and not scene.numbers_in(verbs[-1].j, number.i) else ""


def _past_text(scene: Scene, start: int, low: int, number: Count) -> int:
    """The token from which an Arabic verb may stand before a numbered text and the number of its subjects."""
    return low if scene.passage.language == "en" else max(start, number.i - _TEXT_REACH)


def _text_between(scene: Scene, cue: Cue, number: Count) -> bool:
    """Whether only a text with its number and body stands between a verb and the number: أيد القرار 242 تسعة أعضاء."""
    if scene.passage.language == "en" or not scene.any_of(_TEXTS, cue.j, cue.j + 1):
        return False
    named = scene.any_of((*_TEXTS, "body"), cue.j, number.i)
    covered = tokens_of(named)
    return all(
        m in covered or scene.forms[m].isdigit() or scene.forms[m] in _word_list("of") for m in range(cue.j, number.i)
    )


def _bare(scene: Scene, number: Count) -> str:
    """The choice that "yes" or "no" right behind a number names: "14 no", '12 "yes" votes'."""
    behind = [form for form in scene.forms[number.j : number.j + 3] if form not in _word_list("quotes")]
    sentence = scene.sentence(number.i)
    told = scene.passage.language == "en" and scene.any_of(("vote", "votes"), sentence.i, sentence.j)
    return behind[0] if behind and told and behind[0] in ("yes", "no") else ""


def own_side(scene: Scene, numbers: list[Count], k: int) -> str:
    """The side that an English number names right behind it, whatever led to it: "by a vote of 7 against (Poland) to 4
    in favour"; not where "to" alone parts it from the number before, whose side that may be: "by 9 to 4 in favour".
    """
    number = numbers[k]
    if scene.passage.language != "en" or (k and scene.forms[numbers[k - 1].j : number.i] == ["to"]):
        return ""
    told = [c for c in scene.any_of(_AGAINST + _FOR, number.j, number.j + 2) if c.form == "post"]
    units = tokens_of(scene.within("votes", number.j, number.j + 1))
    beside = [c for c in told if c.i == number.j or number.j in units]
    if not beside or scene.forms[beside[0].i] == "for" or _faces(beside[0], numbers[k + 1 : k + 2]):
        return ""
    return SAID[beside[0].sense.concept]


def _from_voting(scene: Scene, cue: Cue, number: Count) -> bool:
    """Whether only "from voting" stands between a word of abstaining and its number: امتنعت عن التصويت 35 دولة."""
    between = scene.forms[cue.j : number.i]
    return cue.sense.concept == "abstain" and len(between) == 2 and between[1].endswith(tuple(_word_list("voting")))


def rest(scene: Scene, cue: Cue, number: Count) -> bool:
    """Whether a number counts all others, who did as an Arabic verb before them says: امتنعت الدول الـ13 الأخرى."""
    timed = tokens_of(scene.times_in(cue.j, number.i))
    between = {scene.forms[k] for k in range(cue.j, number.i) if k not in timed}
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


def _voted_to(scene: Scene, number: Count) -> bool:
    """Whether those counted voted to do what the text does: "13 of the Council's 15 members voted to extend it"."""
    stop = min(scene.sentence(number.i).j, number.j + _AFTER_MEMBERS)
    k = next((k for k in range(number.j, stop - 2) if scene.forms[k : k + 2] == ["voted", "to"]), None)
    if k is None or scene.forms[k + 2] in _word_list("voted_down"):
        return False
    beside = bool(scene.within("votes", number.j, k)) and k - number.j == 1
    return beside or _members_of(scene, number, k)


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
    after = [c for c in scene.any_of(tuple(SAID), number.j, stop) if c.form in ("post", "past", "noun")]
    after = after or [c for c in scene.any_of(_VERBS, stop, far) if _members_of(scene, number, c.i)]
    after = [c for c in after if c.form in ("post", "past", "noun")]
    after = [c for c in after if "و" not in c.proclitics]
    if after and _faces(after[0], numbers[k + 1 : k + 2]):
        return "yes" if voting(scene, number) else ""
    if after and scene.states_in(number.j, after[0].i):
        after = []  # "14-0 with China abstaining": the states do so, not the number
    if after and (after[0].form == "post" or scene.passage.language == "en" or after[0].i - number.j <= 1):
        return SAID[after[0].sense.concept]
    facing = [c for c in scene.within("oppose", number.j, stop + 1) if c.form == "pre" and c.i - number.j <= 3]
    faced = bool(facing) and k + 1 < len(numbers) and numbers[k + 1].i - facing[-1].j <= _FACED
    return "yes" if faced and voting(scene, number) else ""


def _faces(cue: Cue, following: list[Count]) -> bool:
    """Whether a word of opposition right before the next number counts that one: 13 صوتا ضد لا شيء, "9 against 2"."""
    return cue.sense.concept in _AGAINST and any(number.i == cue.j for number in following)


def _members_of(scene: Scene, number: Count, verb: int) -> bool:
    """ "Fourteen members of the Security Council voted for": only the body stands between the members and the verb."""
    between = scene.any_of(("votes", "member", "body"), number.j, verb)
    covered = tokens_of(between)
    near = sizes_within(scene, number.i - _SIZE_REACH, verb)
    covered |= tokens_of(near, scene.times_in(number.j, verb))
    every = {n.i for n in scene.numbers_in(number.j, verb) if all_there_are(scene, n.i)}
    small = _word_list("of") | _word_list("out_of") | _word_list("among") if every else _word_list("of")
    named = any(c.sense.concept == "body" for c in between) or bool(every)
    return named and all(k in covered | every or scene.forms[k] in small for k in range(number.j, verb))


def _won(scene: Scene, number: Count) -> bool:
    """Whether the number is that of votes won: "received 13 votes", "adopted by 13 votes", حصل القرار على 13 صوتا."""
    clause = scene.clause(number.i)
    won = scene.within("won", max(clause.i, number.i - _WON_REACH), number.i)
    won = [c for c in won if scene.forms[c.i] != _HAD or c.j == number.i]  # it had 13 votes, not: it had cast none
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
        return k > 0 and cue.i - numbers[k - 1].j <= 3 and voting(scene, numbers[k])
    between = [form for form in scene.forms[cue.j : numbers[k].i] if form != "the"]
    joined = between in (["and"], [";"], [","]) and cue.form == "past"
    if joined and scene.passage.language == "en" and any(s.j == cue.i for s in scene.states_in(cue.i - 3, cue.i)):
        return False  # "China abstained and the 13 others said yes"
    return not (joined and _behind(scene, numbers, k))  # "China abstained and 13 voted for"


def voting(scene: Scene, number: Count) -> bool:
    """Whether words of voting stand near a number."""
    return bool(scene.any_of(("vote", "votes", "adopt", "favour", "abstain"), max(0, number.i - 14), number.j + 8))
