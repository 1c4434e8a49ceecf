"""Whose a vote is that stands as a noun: "China's abstention", "both abstentions came from"."""

from __future__ import annotations

from mahdar.checking.cues import Cue, Sense
from mahdar.checking.mentions import StateMention
from mahdar.checking.once import once
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span, tokens_of

_SUBJECT_REACH = 12  # tokens over which the states before "'s" may stretch
_FORESEEN_REACH = 8  # tokens from "expected" to whose deed it is
_NO_SUBJECT = ("'s", "'", ",")  # behind a state that speaks of another, or only says so
_OPENING_LEAD, _OPENING_REACH = 3, 20  # tokens before "its abstention", and from it to the comma behind


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


def possessor(scene: Scene, cue: Cue) -> list[StateMention]:
    """Whose the noun of one vote is: "China's abstention"; not where somebody only expects it."""
    if scene.forms[cue.j - 1].endswith("s"):
        return []
    if scene.forms[cue.i - 1] == "its":
        return _of_main_clause(scene, cue)
    if scene.forms[cue.i - 1] not in ("'s", "'"):
        return []
    group = next(iter(scene.groups(max(0, cue.i - _SUBJECT_REACH), cue.i - 1)[-1:]), [])
    return group if group and group[-1].j == cue.i - 1 and _presupposed(scene, group[0].i) else []


def _presupposed(scene: Scene, i: int) -> bool:
    """Whether a vote told as a noun at token i was cast: it opens its clause, or stands behind "despite", "regretted";
    not behind whatever else somebody may do about a vote (fear it, rule it out).
    """
    k, low = i - (scene.forms[i - 1] == "the"), scene.clause(i).i
    return (k <= low or scene.forms[k - 1] in _word_list("of_what_was")) and not only_foreseen(scene, i)


def only_foreseen(scene: Scene, i: int) -> bool:
    """Whether what is somebody's at token i is only expected or feared: "expected China's abstention and Russia's
    veto", خشيت امتناع الصين.
    """
    low = max(scene.clause(i).i, i - _FORESEEN_REACH)
    return any(scene.forms[k] in _word_list("foreseen") and scene.forms[k + 1] != "to" for k in range(low, i))


def _of_main_clause(scene: Scene, cue: Cue) -> list[StateMention]:
    """The state behind the comma of an opening in which "its abstention" stands: "Explaining its abstention on the
    text, Germany said".
    """
    sentence = scene.sentence(cue.i)
    comma = next((k for k in range(cue.j, min(sentence.j, cue.j + _OPENING_REACH)) if scene.forms[k] == ","), None)
    if comma is None or cue.i - sentence.i > _OPENING_LEAD or scene.states_in(sentence.i, cue.i):
        return []
    if _word_list("own_opening").isdisjoint(scene.forms[sentence.i : cue.i]):
        return []
    group = next(iter(scene.groups(comma, sentence.j)), [])
    near = bool(group) and group[0].i - comma - 1 <= (scene.forms[comma + 1] == "the")
    behind = scene.forms[group[-1].j : group[-1].j + 2] if near else []
    aside = bool(behind) and (behind[0] in _NO_SUBJECT or behind[1:] == [","])  # France's neighbour; France said, …
    return group if near and len(group) == 1 and not aside else []


def cast_by(scene: Scene, span: Span) -> list[tuple[Cue, list[StateMention], str]]:
    """Who cast votes told as a noun: "the two negative votes were cast by Cuba and Yemen", "both abstentions came
    from", "the negative votes of": the words, the states and their choice.
    """
    return [told for told in _cast(scene) if span.i <= told[0].i < span.j]


@once
def _cast(scene: Scene) -> list[tuple[Cue, list[StateMention], str]]:
    verbs = scene.all("cast_by")
    if not verbs and _word_list("side_of_vote").isdisjoint(scene.forms):
        return []
    nouns = _ballots(scene)
    owned = ((noun, choice, _owners(scene, noun.j)) for noun, choice in nouns)
    found = [(noun, group, choice) for noun, choice, group in owned if group]
    nouns += [(cue, "abstain") for cue in scene.all("abstain") if cue.form == "noun"]
    for verb in verbs:
        low = scene.clause(verb.i).i
        told = [choice for noun, choice in nouns if low <= noun.i < verb.i and _subject(scene, low, noun, verb.i)]
        group = next(iter(scene.groups(verb.j, scene.sentence(verb.i).j)), [])
        found += [(verb, group, told[-1])] if told and group and group[0].i - verb.j <= 1 else []
    return found


def _ballots(scene: Scene) -> list[tuple[Cue, str]]:
    """The nouns for votes of a side, in order: negative votes, votes against."""
    found, first = [], _word_list("side_of_vote") | {"vote", "votes"}
    for k in range(len(scene.forms) - 1):
        if scene.forms[k] in first:
            pair = " ".join(scene.forms[k : k + 2])
            choice = (
                "no" if pair in _word_list("ballots_against") else "yes" if pair in _word_list("ballots_for") else ""
            )
            found += [(Cue(k, k + 2, Sense("cast_by", "", ""), ""), choice)] if choice else []
    return found


def _owners(scene: Scene, k: int) -> list[StateMention]:
    """Whose the votes are that end at token k: "the negative votes of China and Russia"."""
    side = scene.forms[k - 2] in _word_list("side_of_vote")
    if not side or k >= len(scene.forms) or scene.forms[k] not in _word_list("owners"):
        return []
    group = next(iter(scene.groups(k + 1, scene.sentence(k).j)), [])
    near = bool(group) and group[0].i - k - 1 <= (scene.forms[k + 1] == "the")
    return group if near else []


def _subject(scene: Scene, low: int, noun: Cue, verb: int) -> bool:
    """Whether votes are the subject of the verb at a token, with only their text and time between: not "criticism of
    the abstentions came from", nor "the abstentions were explained, and thanks came from".
    """
    covered = tokens_of(
        scene.times_in(low, verb),
        scene.numbers_in(low, verb),
        scene.states_in(noun.j, verb),
        scene.any_of(("body", "resolution", "draft", "text"), low, verb),
    )
    before = all(m in covered or scene.forms[m] in _word_list("before_votes") for m in range(low, noun.i))
    behind = (m for m in range(noun.j, verb) if m not in covered)
    return before and all(scene.forms[m] in _word_list("on_text") for m in behind)
