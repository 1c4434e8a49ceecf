"""Who holds a seat: the states named beside the words for it, and what may stand between."""

from __future__ import annotations

from dataclasses import replace

from mahdar.checking.cues import Cue
from mahdar.checking.meant import Meant, state_meant
from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.tokens import COMMAS, tokens_of

_SEATS = ("mahdar.checking", "seats.toml")
_GLUE_REACH = 9
_LEAD = 4  # tokens before the words for a seat
_LIST = "list"
_DEFINITE = ("ال", "وال")
_IN = "في"
_PREDICATE_REACH = 4  # tokens from a relative word or a denial to its predicate
_SUBJECT_REACH = 5
_DELEGATE_REACH = 12
_WON_REACH = 2  # tokens from a verb of winning to the seat


def _words(name: str) -> frozenset[str]:
    return words(*_SEATS, name)


def named_last(scene: Scene, i: int, j: int) -> list[list[StateMention]]:
    """The states named last between two tokens, unless another verb has them: "beat B and was elected" is said of A."""
    groups = scene.groups(i, j)
    owned = len(groups) > 1 and scene.forms[groups[-1][-1].j] == "and"
    return [] if owned else groups[-1:]


def is_subject(scene: Scene, i: int, j: int) -> bool:
    """Whether only words of time, denial and auxiliaries stand between a subject that ends at token i and its verb."""
    return j - i <= _SUBJECT_REACH and glued(scene, i, j, behind=False)


def holders(scene: Scene, cue: Cue, body: Cue) -> list[StateMention] | None:
    """The states that hold the seat: named right behind the phrase, or right before it as its subject."""
    low, high = min(cue.i, body.i), max(cue.j, body.j)
    sentence = scene.sentence(cue.i)
    won = cue.form == "seat"
    before = _past_agent(scene, scene.groups(max(sentence.i, low - 14), low))
    near = (g for g in before if glued(scene, g[-1].j, low, behind=False, won=won))
    before = [g for g in near if not _beside(scene, g, cue, low)]
    before = [_last_alone(scene, before[0], cue, low)] if before else []
    if before and (before[0][-1].j == low or _said(scene, before[0][-1].j, low)):
        return before[0]
    after = scene.groups(high, sentence.j)[:1]
    if (
        after
        and after[0][0].i - high <= _GLUE_REACH
        and not after[0][0].joined
        and not _of_another(scene, cue)
        and (glued(scene, high, after[0][0].i, behind=True) or (won and _each_of(scene, low, high, after[0][0].i)))
        and not _joins(scene, low, high, after[0])
    ):
        return after[0]
    return before[0] if before else delegate(scene, sentence.i, low)


def _each_of(scene: Scene, low: int, i: int, j: int) -> bool:
    """Whether only words for "each of" lead from a seat to those who won it: فازت بعضوية المجلس كل من."""
    each = {*scene.forms[i:j]}
    won = scene.any_of(("elect", "seat_won"), low - _WON_REACH, low)
    return bool(each) and each <= words("mahdar.checking", "votes.toml", "of_all") and bool(won)


def meant_holder(scene: Scene, cue: Cue) -> Meant | None:
    """The state of which a verb tells, without its name, that it holds a seat: "It was an elected member of", وشغل
    مقعدا; only likely where a person may be meant as well: وكان عضوا.
    """
    if scene.passage.language == "en":
        return _meant_by_being(scene, cue)
    verbs = scene.any_of(("seat_held", "was"), cue.i - 1, cue.i)
    told = [verb for verb in verbs if verb.j == cue.i and scene.forms[verb.i].strip("وف") in _words("holding")]
    meant = state_meant(scene, told[0]) if told else None
    return replace(meant, sure=meant.sure and told[0].sense.concept == "seat_held") if meant is not None else None


def _meant_by_being(scene: Scene, cue: Cue) -> Meant | None:
    """The state of an English verb of being, the tokens between it and the member passed over."""
    k, lead = cue.i, _words("before_member") | _words("being")
    while k > 0 and scene.forms[k - 1] in lead:
        k -= 1
    being = not _words("being").isdisjoint(scene.forms[k : cue.i])
    if not being or cue.form == "seat":
        return None
    return state_meant(scene, Cue(k, cue.j, cue.sense, cue.proclitics))


def _last_alone(scene: Scene, group: list[StateMention], cue: Cue, low: int) -> list[StateMention]:
    """The last states of a list, as many as the apposition speaks of: "Israel and France, a permanent member", إسرائيل
    وفرنسا والصين، العضوان الدائمان.
    """
    between = scene.forms[group[-1].j : low]
    if scene.passage.language == "en":
        first = between[1] if between[:1] == [","] and len(between) > 1 else ""
        return group[-1:] if first in ("a", "an", "one") else group[-2:] if first in ("both", "two") else group
    if not {*between} <= {"،"}:
        return group
    noun = scene.forms[cue.i]
    return group[-1:] if noun in _words("one_member") else group[-2:] if noun in _words("two_members") else group


def _joins(scene: Scene, low: int, high: int, group: list[StateMention]) -> bool:
    """Whether an English list goes on behind the members: "members of the Council, Iran and Chad met", not "…, met"."""
    forms, end = scene.forms, group[-1].j
    lead = forms[max(0, low - _LEAD) : low]
    plural = not _words("several").isdisjoint(forms[low:high])
    open_ = "," in forms[high : group[0].i] and end < len(forms) and forms[end][:1].isalpha()
    return scene.passage.language == "en" and plural and open_ and len(group) > 1 and "as" not in lead


def _beside(scene: Scene, group: list[StateMention], cue: Cue, low: int) -> bool:
    """Whether the members are others than the states right before them: "talks between Iran and the members of the
    Council", أبلغت إيران وسوريا أعضاء المجلس, "On Israel, members of".
    """
    held = {form.removeprefix("و") for form in scene.forms[cue.i : cue.j]}
    if held.isdisjoint(_words("several")):
        return False
    between = scene.forms[group[-1].j : low + 1]
    if not _words("are_they").isdisjoint(between):
        return False
    alone = sum(len(state.codes) for state in group) == 1 and _words("one_of").isdisjoint(between)
    told = is_told(scene, cue, between) and _words("one_of").isdisjoint(between)
    return alone or told or others(between) or _leads_in(scene, group)


def is_told(scene: Scene, cue: Cue, between: list[str]) -> bool:
    """Whether Arabic members, or parties, right behind states are whom these address: أبلغت إيران وسوريا أعضاء المجلس;
    not مصر والأردن أعضاء في.
    """
    if scene.passage.language == "en" or not COMMAS.isdisjoint(between):
        return False
    construct = scene.forms[cue.i].startswith(_DEFINITE) or scene.at("body", cue.j) is not None
    return construct or _IN not in scene.forms[cue.i : cue.j + 2]


def others(between: list[str]) -> bool:
    """Whether "and" or و parts states from the members that follow them with the words between."""
    first = next((form for form in between if form not in COMMAS), "")
    return first == "and" or first[:1] == "و"


def _leads_in(scene: Scene, group: list[StateMention]) -> bool:
    """Whether states stand behind a preposition that opens an English sentence: "On Israel and Syria, members of"."""
    i = group[0].i - (scene.forms[group[0].i - 1] == "the")
    k = scene.sentence(i).i
    opens = i > k and all(form in _words("leading_in") for form in scene.forms[k:i])
    return scene.passage.language == "en" and opens


def _of_another(scene: Scene, cue: Cue) -> bool:
    """Whether an Arabic predicate is said of who stands before it, whoever that is: التي لم تكن عضوا في المجلس, وهي
    ليست عضوا فيه.
    """
    if scene.passage.language == "en" or scene.forms[cue.i].startswith(_DEFINITE):
        return False
    if cue.form == "denied":
        return True
    return bool(scene.any_of(("relative", "not"), max(scene.clause(cue.i).i, cue.i - _PREDICATE_REACH), cue.i))


def _past_agent(scene: Scene, groups: list[list[StateMention]]) -> list[list[StateMention]]:
    """The last list of states; where it stands behind a preposition between commas, the one before the first of these:
    "Finland, backed by Kenya, was a member".
    """
    if not groups:
        return []
    last = groups[-1]
    lead = last[0].i - 1 - (scene.forms[last[0].i - 1] == "the")
    aside = scene.forms[last[-1].j : last[-1].j + 1] == [","] and scene.forms[lead] in _words("agents")
    if not aside:
        return groups[-1:]
    return [g for g in groups[-2:-1] if scene.forms[g[-1].j] == ","]


def _said(scene: Scene, i: int, j: int) -> bool:
    """Whether an English verb of being stands between tokens i and j: what stands before it holds the seat."""
    return scene.passage.language == "en" and not _words("copula").isdisjoint(scene.forms[i:j])


def delegate(scene: Scene, i: int, j: int) -> list[StateMention] | None:
    """The state of a delegate right before a seat: سفيرة الأردن، العضو العربي, "the ambassador of X, whose country"."""
    for state in reversed(scene.states_in(max(i, j - _DELEGATE_REACH), j, demonyms=True)):
        if state.kind in ("inside", "demonym"):
            return [state] if glued(scene, state.j, j, behind=False) and _diplomat(scene, state) else None
    for named in reversed(scene.named_in(max(i, j - _DELEGATE_REACH), j)):
        if named.kind in ("office", "person") and named.j <= j:
            held = scene.passage.principal(named.entity)
            speaks = held.startswith("state:") and _titled(scene, named.i, named.j)
            code = held.removeprefix("state:")
            beside = speaks and glued(scene, named.j, j, behind=False)
            return [StateMention(named.i, named.j, (code,), named.kind)] if beside else None
    return None


def _diplomat(scene: Scene, state: StateMention) -> bool:
    """Whether the state stands in the title of somebody who speaks for it."""
    return _titled(scene, max(0, state.i - 4), state.j + 2)


def _titled(scene: Scene, i: int, j: int) -> bool:
    """Whether a title of those who speak for states stands between two tokens."""
    titles = _words("diplomats_en"), _words("diplomats_ar")
    return any(not title.isdisjoint(scene.forms[i:j]) for title in titles)


def glued(scene: Scene, i: int, j: int, *, behind: bool, won: bool = False) -> bool:
    """Whether only words that join a name to its seat stand between tokens i and j; behind the seat, only those that
    begin a list: "on Syria" does not make it a member. ``won``: what is held is a seat, which may also be won.
    """
    concepts = ("now", "was", "elect", "elected", "permanent", "glue", *(("seat_won",) if won else ()))
    concepts = concepts if behind else (*concepts, "not")
    joining = scene.any_of(concepts, max(0, i - 3), j)
    joining = [c for c in joining if not behind or c.sense.concept != "glue" or c.form == _LIST]
    covered = tokens_of(joining, scene.times_in(i, j))
    marks = ("(", ":", "-", ",", "،", "و", "a") if behind else (",", "،", "-", "a")
    return all(k in covered or scene.forms[k] in marks for k in range(i, j))


def may_be_object(scene: Scene, i: int, group: list[StateMention]) -> bool:
    """Whether Arabic states right behind members, which end before token i, may as well be the object of a verb: انتقد
    الأعضاء غير الدائمين في المجلس إيران.
    """
    kinds = tokens_of(scene.any_of(("elected", "permanent"), i, group[0].i))
    return scene.passage.language != "en" and group[0].i >= i and all(k in kinds for k in range(i, group[0].i))
