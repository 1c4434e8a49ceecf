"""How states are told to have voted: who voted how in a sentence."""

from __future__ import annotations

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.possessed import cast_by, only_foreseen
from mahdar.checking.scene import Scene, codes
from mahdar.checking.sides import only_those, parted, preferred, side_behind, sole
from mahdar.checking.voters import finite, headlined, voters
from mahdar.checking.wordlists import words
from mahdar.language.times.verbs import past_verb
from mahdar.language.tokens import COMMAS, Span

ROLES = {"favour": "yes", "oppose": "no", "abstain": "abstain"}
_AMONG_REACH = 10  # tokens from "among" to the verb of voting
_VERBS = (("abstain", "abstain"), ("voted_for", "yes"), ("voted_against", "no"))
_FROM_REACH = 6  # tokens from an abstention to what somebody abstains from
_BEHIND, _LIST_REACH = 3, 20  # tokens to the first of the states behind a word, and over which their list stretches
_OBJECTS = ("ته", "تها")


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


def voted(scene: Scene, sentence: Span, *, counted: bool) -> tuple[dict[str, str], Span | None]:
    """How states are said to have voted in a sentence, and the words that say so.

    ``counted``: a tally stands there too, so that plain words of support and opposition tell votes.
    """
    states = _split_verbs(scene, sentence) | (_by_nouns(scene, sentence.i, sentence.j) if counted else {})
    states |= _opposing(scene, sentence) if counted else {}
    states |= {code: cue.value for cue, group in only_those(scene, sentence) for code in codes(group)}
    states |= {
        code: "abstain" for cue, group in preferred(scene, sentence) if _told_so(scene, cue) for code in codes(group)
    }
    states |= {code: choice for _, group, choice in _asserted_casts(scene, sentence) for code in codes(group)}
    low, high = sentence.j, sentence.i
    for cue, choice in _told(scene, sentence, counted=counted or bool(states)):
        if (
            cue.form == "none"
            or otherwise(scene, cue)
            or _on_several(scene, cue)
            or (cue.form == "noun" and _foreseen(scene, cue))
            or not asserted(scene, cue.i, open_future=counted or _voted_on(scene, cue))
            or negated(scene, cue)
        ):
            continue
        for code in codes(voters(scene, cue, sentence)):
            states.setdefault(code, choice)
            low, high = min(low, cue.i), max(high, cue.j)
    if states and not counted:
        states = _by_nouns(scene, sentence.i, sentence.j, pronoun=True) | states
    return states, (Span(low, high) if low < high else None)


def _asserted_casts(scene: Scene, sentence: Span) -> list[tuple[Cue, list[StateMention], str]]:
    return [told for told in cast_by(scene, sentence) if _told_so(scene, told[0])]


def _told_so(scene: Scene, cue: Cue) -> bool:
    return asserted(scene, cue.i) and not negated(scene, cue)


def _opposing(scene: Scene, sentence: Span) -> dict[str, str]:
    """Who voted against beside a tally: "12 to 2, with Cuba and Yemen opposed"."""
    return {
        code: "no"
        for group in scene.groups(sentence.i, sentence.j)
        if scene.forms[group[0].i - 1] == "with"
        and {*scene.forms[group[-1].j : group[-1].j + 1]} & _word_list("opposed")
        for code in codes(group)
    }


def _voted_on(scene: Scene, cue: Cue) -> bool:
    """Whether an English past, or a relative clause, says how states voted on a text, whatever that demands: "on which
    France abstained".
    """
    if finite(scene, cue):
        return True
    low = max(scene.clause(cue.i).i, cue.i - _AMONG_REACH)
    return any(scene.forms[c.i - 1] == "on" for c in scene.within("relative", low, cue.i) if c.i)


def _on_several(scene: Scene, cue: Cue) -> bool:
    """Whether several texts are what was voted on, none of which the sentence names: "voted against two amendments"."""
    behind = scene.forms[cue.j : cue.j + _BEHIND]
    return cue.sense.concept in ("voted_for", "voted_against") and not _word_list("counted_texts").isdisjoint(behind)


def otherwise(scene: Scene, cue: Cue) -> bool:
    """Whether somebody abstains from something else than voting: "abstained from comment", امتنعت عن التعليق."""
    if cue.sense.concept != "abstain":
        return False
    end = cue.j
    if scene.passage.language != "en":  # امتناع كوبا عن الحوار, امتنع وفد كوبا عن مصافحة
        stop = min(scene.clause(cue.i).j, end + _FROM_REACH)
        ends = (k for k in range(end, stop) if scene.forms[k] == "عن" or scene.forms[k] in COMMAS)
        end = next(ends, end)
    if scene.forms[end : end + 1] not in (["عن"], ["from"]):
        return False
    if cue.form == "noun" and scene.passage.language == "en":  # "abstentions from Russia"
        return False
    word = scene.forms[end + 1 : end + 2]
    return not (word and word[0].endswith(tuple(_word_list("voting"))))


def _told(scene: Scene, sentence: Span, *, counted: bool) -> list[tuple[Cue, str]]:
    found = [(cue, choice) for concept, choice in _VERBS for cue in scene.within(concept, sentence.i, sentence.j)]
    found += [(cue, cue.value) for cue in scene.within("voting", sentence.i, sentence.j)]
    found += [(cue, cue.value) for cue in (*headlined(scene, sentence), *sole(scene, sentence))]
    found += [(cue, dict(_VERBS)[cue.sense.concept]) for cue in parted(scene, sentence)]
    if counted:
        found += [(cue, cue.value) for cue in scene.within("opposed_it", sentence.i, sentence.j)]
    return found


def _by_nouns(scene: Scene, i: int, j: int, *, pronoun: bool = False) -> dict[str, str]:
    """How states voted by an Arabic noun or verb right before them: مقابل معارضة روسيا, وامتناع الصين; with
    ``pronoun`` only by a verb whose object is the text: عارضته روسيا.
    """
    if scene.passage.language == "en":
        return {}
    states: dict[str, str] = {}
    for concept, choice in ROLES.items():
        for cue in scene.within(concept, i, j):
            if pronoun and not scene.forms[cue.i].endswith(_OBJECTS):
                continue
            group = right_behind(scene, cue) if cue.form in ("pre", "noun") else []
            group = group or (_adjectives(scene, cue) if concept == "abstain" and cue.form == "noun" else [])
            group = [] if _foreseen(scene, cue) or (group and _of_another_thing(scene, cue, group)) else group
            states |= dict.fromkeys(codes(group), choice)
    return states


def _of_another_thing(scene: Scene, cue: Cue, group: list[StateMention]) -> bool:
    """Whether the object of an Arabic verb, right behind who acts, is no text: رفضت نيجيريا السماح."""
    k = group[-1].j
    if not past_verb(scene.forms[cue.i]) or not scene.forms[k : k + 1] or not scene.forms[k].startswith("ال"):
        return False
    return not scene.any_of(("draft", "resolution", "text", "body", "voting"), k, k + 1) and not scene.times_in(
        k, k + 1
    )


def _foreseen(scene: Scene, cue: Cue) -> bool:
    """Whether somebody only asks for a vote or expects it: تتوقع امتناع الصين, طلبت تأييد روسيا."""
    if only_foreseen(scene, cue.i):
        return True
    return any(c.j == cue.i for c in scene.any_of(("wish", "doubt"), max(0, cue.i - 3), cue.i))


def _adjectives(scene: Scene, cue: Cue) -> list[StateMention]:
    """The nationalities of an abstention: امتناع روسي وصيني."""
    group = next(iter(scene.groups(cue.j, cue.j + 3, demonyms=True)), [])
    return group if group and group[0].i == cue.j and all(s.kind == "demonym" for s in group) else []


def right_behind(scene: Scene, cue: Cue) -> list[StateMention]:
    """The states that follow a cue at once, كل من left out."""
    if scene.forms[cue.i] in _word_list("facing"):
        return []
    group = next(iter(scene.groups(cue.j, cue.j + _LIST_REACH)), [])
    between = scene.forms[cue.j : group[0].i] if group else []
    return group if len(between) < _BEHIND and all(form in _word_list("of_all") for form in between) else []


def _split_verbs(scene: Scene, sentence: Span) -> dict[str, str]:
    """The choice of every state that stands between such a verb and its side."""
    return {
        code: choice
        for cue in scene.within("vote", sentence.i, sentence.j)
        if asserted(scene, cue.i)
        for state, choice in split_verb(scene, cue, sentence.j)
        for code in state.codes
    }


def split_verb(scene: Scene, cue: Cue, stop: int) -> list[tuple[StateMention, str]]:
    """صوتت روسيا ضد: verb, states, then for or against."""
    if cue.form != "past" or not scene.states_in(cue.j, cue.j + 1):
        return []
    group = scene.groups(cue.j, stop)[0]
    end = group[-1].j
    side = [c for c in scene.any_of(("favour", "oppose"), end, end + 2) if c.form == "post"][:1]
    side = side or [c for c in (side_behind(scene, end, stop),) if c is not None]
    cast = scene.at("ballot_cast", end)
    choice = cast.value if cast is not None else ROLES[side[0].sense.concept] if side else ""
    return [(state, choice) for state in group] if choice else []


def denied(scene: Scene, cue: Cue) -> dict[str, str]:
    """The vote that a denied verb names, by state: "did not abstain", لم تصوت الصين ضد."""
    sentence = scene.sentence(cue.i)
    group = voters(scene, cue, sentence)
    choice = cue.value
    if not choice and group:
        side = scene.any_of(("favour", "oppose"), group[-1].j, group[-1].j + 2)
        choice = next((ROLES[c.sense.concept] for c in side if c.form == "post"), "")
    return dict.fromkeys(codes(group), choice) if choice else {}
