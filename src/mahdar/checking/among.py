"""Who is counted among those that voted so: A and B were among the 11 states that opposed it, بين الدول التي صوتت."""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span, tokens_of

_REACH = 14  # tokens from "among" to the verb of voting
_ONE = "one"  # the form of إحدى, أحد
_COUNTED = ("votes", "nations", "relative", "member", "body")  # words between "among" and the verb


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


def among_voters(scene: Scene, cue: Cue) -> list[StateMention]:
    """Who is counted among those that voted so: "A and B were among the 11 states that opposed it", بين الدول التي
    صوتت ضده.
    """
    clause = scene.clause(cue.i)
    among = _counting(scene, max(clause.i, cue.i - _REACH), cue.i)
    groups = scene.groups(clause.i, among[0].i) if among else []
    first = bool(among) and not groups and among[0].i - clause.i <= 1
    if first:  # "among those voting against were Cuba and Syria"
        groups = [g for g in scene.groups(cue.j, clause.j) if not is_object(scene, g)][-1:]
    if not groups or (not first and among[0].i - groups[-1][-1].j > 1):
        return []
    covered = tokens_of(scene.any_of(_COUNTED, among[0].j, cue.i), scene.numbers_in(among[0].j, cue.i))
    rest = [scene.forms[k] for k in range(among[0].j, cue.i) if k not in covered]
    return groups[-1] if all(form in _word_list("counted") for form in rest) else []


def _counting(scene: Scene, i: int, j: int) -> list[Span]:
    """The last words between two tokens that count somebody among others: "was among", "one of", إحدى."""
    found = [Span(c.i, c.j) for c in scene.within("among", i, j) if c.form != _ONE or _said_of(scene, c.i)]
    ones = (k for k in range(i + 1, j - 1) if scene.forms[k : k + 2] == ["one", "of"])
    found += [Span(k - 1, k + 2) for k in ones if scene.forms[k - 1] in _word_list("being")]
    return sorted(found, key=lambda span: span.i)[-1:]


def _said_of(scene: Scene, i: int) -> bool:
    """Whether Arabic "one of" at token i is said of the state before it: كانت روسيا إحدى, not قابلت روسيا إحدى."""
    group = next((g for g in scene.groups(scene.clause(i).i, i) if g[-1].j == i), [])
    k = group[0].i if group else 0
    return bool(group) and (k == scene.clause(i).i or scene.forms[k - 1] in _word_list("being"))


def is_object(scene: Scene, group: list[StateMention]) -> bool:
    """Whether a word such as "on" or ضد stands before the list: then it is what the vote was about."""
    i = group[0].i - (scene.forms[group[0].i - 1] == "the")
    if scene.forms[i - 1] in _word_list("its_text"):
        return True
    about = any(c.j == i for c in scene.within("about", max(0, i - 2), i))
    whose = scene.forms[i - 1] == "of" and i < group[0].i  # "one abstention, that of the United States"
    return about and not whose and scene.forms[i - 1] not in ("for", "from", "من")
