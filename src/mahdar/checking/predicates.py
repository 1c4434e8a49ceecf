"""Later predicates of the state with which a sentence begins: "X, which joined in 1980, is not under sanctions and does
not sit on the Council", and the times that stay with the first.
"""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import COMMAS


def _words(kind: str) -> frozenset[str]:
    return words("mahdar.checking", "subjects.toml", kind)


def predicated(scene: Scene, verb: Cue) -> list[StateMention]:
    """The state with which a sentence begins, of which a later predicate is said that names none of its own: "X, which
    joined in 1980, is not under sanctions and does not sit on", in English.
    """
    sentence = scene.sentence(verb.i)
    groups = scene.groups(sentence.i, verb.i)
    group = next(iter(groups), [])
    if scene.passage.language != "en" or not group or not {*scene.forms[sentence.i : group[0].i]} <= {"the"}:
        return []
    j, k = group[-1].j, verb.i - 1
    while k > j and (scene.forms[k] in _words("auxiliary") or scene.within("not", k, k + 1)):
        k -= 1
    joined, closed = scene.forms[k] in ("and", "but", "nor", "or"), scene.forms[k] == "," and k > j
    whole = closed and scene.forms[j] == ","  # all between two commas is said of it
    others = len(groups) > 1 if joined else bool(scene.states_in(j, k))  # objects of the verb before act in nothing
    named = (others and not whole) or any(scene.person(m) is not None for m in range(j, k))
    said = scene.said_from(verb.i) > scene.tokens.start(group[0].i)
    return group if (joined or closed) and not named and not said and scene.forms[j] != "'s" else []


def fronted(scene: Scene, verb: Cue) -> list[StateMention]:
    """The state with which a sentence begins where all up to its verb stands between commas: "India, a member of the
    Council, abstained", أما الهند، وهي عضو في المجلس، فقد صوتت.
    """
    if scene.passage.language == "en":
        return predicated(scene, verb) if scene.forms[verb.i - 1] == "," else []
    low = scene.sentence(verb.i).i
    group = next(iter(scene.groups(low, verb.i)), [])
    k = verb.i - 1
    while k > low and scene.forms[k] in _words("opens"):
        k -= 1
    closed = bool(group) and group[-1].j < k and scene.forms[group[-1].j] == scene.forms[k] == "،"
    opens = closed and {*scene.forms[low : group[0].i]} <= {"اما"}
    person = opens and any(scene.person(m) is not None for m in range(group[-1].j, k))
    return group if opens and not person and not scene.states_in(verb.j, verb.j + 1) else []


def apart(scene: Scene, verb: Cue, time: TimePhrase | None) -> bool:
    """Whether a time stands in what is said of the subject before a later predicate: "X, a member since 1955, is not
    under sanctions".
    """
    if time is None or time.j > verb.i or COMMAS.isdisjoint(scene.forms[time.j : verb.i]):
        return False
    group = predicated(scene, verb) or fronted(scene, verb)
    return bool(group) and group[-1].j <= time.i
