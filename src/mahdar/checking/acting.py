"""The states that act: those that vote, table a text or preside. What they do is about others."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.once import once
from mahdar.checking.possessed import cast_by
from mahdar.checking.scene import Scene
from mahdar.checking.sides import only_those, preferred
from mahdar.checking.voted import ROLES, right_behind, split_verb
from mahdar.checking.voters import voters
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span

_PRONOUNS = ("ه", "ها")
_VOTING = ("abstain", "voted_for", "voted_against", "opposed_it", "voting")
_BEHIND, _LIST_REACH = 3, 20  # tokens to the first of the states behind a word, and over which their list stretches
_NAMED = 14  # tokens from a number of votes to how they were cast, and to who cast them
_TO = "ل"
_NOT = "لم"


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


@once
def acting(scene: Scene) -> frozenset[int]:
    """The tokens at which states begin that vote, table a text or preside."""
    own = _TELLING_EN if scene.passage.language == "en" else _TELLING_AR
    return frozenset(state.i for telling in (*_TELLING, *own) for state in telling(scene))


def _voting(scene: Scene) -> Iterator[StateMention]:
    for cue in scene.any_at_all(_VOTING):
        yield from voters(scene, cue, scene.sentence(cue.i))


def _bracketed(scene: Scene) -> Iterator[StateMention]:
    """ "1 against (Russian Federation)"."""
    for cue in scene.any_at_all(tuple(ROLES)):
        if scene.forms[cue.j : cue.j + 1] == ["("]:
            yield from _first_list(scene, cue.j, cue.j + _BEHIND)


def _named_so(scene: Scene) -> Iterator[StateMention]:
    """Those of whom words say that only they voted so, that a vote was theirs, or that they preferred to abstain."""
    whole = Span(0, len(scene.forms))
    for group in (
        *(group for _, group in only_those(scene, whole)),
        *(group for _, group, _ in cast_by(scene, whole)),
        *(group for _, group in preferred(scene, whole)),
    ):
        yield from group


def _counted(scene: Scene) -> Iterator[StateMention]:
    """Those whom a list behind the number of votes names: رفضته 14 دولة بينها فيجي."""
    for cue in scene.all("votes"):
        sentence = scene.sentence(cue.i)
        if cue.form != "unit" or not scene.numbers_in(max(0, cue.i - _BEHIND), cue.i):
            continue
        if not scene.any_of(tuple(ROLES), max(sentence.i, cue.i - _NAMED), min(sentence.j, cue.i + _NAMED)):
            continue
        group = _first_list(scene, cue.j, min(sentence.j, cue.j + _NAMED))
        led = {*scene.forms[max(cue.j, group[0].i - _BEHIND) : group[0].i]} if group else set[str]()
        yield from group if not led.isdisjoint(_word_list("listing")) else ()


def _absent(scene: Scene) -> Iterator[StateMention]:
    """ "With Yemen not taking part", غياب سوريا, لم تصوت الجزائر."""
    arabic = scene.passage.language != "en"
    for cue in scene.all("vote_bare") if arabic else ():
        if scene.forms[cue.i - 1 : cue.i] == [_NOT]:
            yield from (state for group in scene.groups(cue.j, cue.j + 1) for state in group)
    for cue in scene.all("absent"):
        low, high = (cue.j, cue.j + 1) if arabic else (cue.i - _BEHIND, cue.i)
        for group in scene.groups(low, high):
            yield from group if arabic or group[-1].j == cue.i else ()


def _siding(scene: Scene) -> Iterator[StateMention]:
    """ "Bolivia sided with Russia"."""
    for cue in scene.all("voted_with"):
        before = scene.groups(max(0, cue.i - _LIST_REACH), cue.i)[-1:]
        for group in (*before, *scene.groups(cue.j, cue.j + 2)[:1]):
            yield from group if group[0].i > cue.i or cue.i - group[-1].j < _BEHIND else ()


def _relative(scene: Scene) -> Iterator[StateMention]:
    for cue in scene.all("relative"):
        yield from _of_relative(scene, cue)


def _tabling(scene: Scene) -> Iterator[StateMention]:
    """Who tabled a text, or under whom a meeting was held: برئاسة مصر."""
    for cue in scene.any_at_all(("sponsor", "chaired")):
        yield from _first_list(scene, cue.j, min(scene.sentence(cue.i).j, cue.j + _BEHIND))


def _opposing(scene: Scene) -> Iterator[StateMention]:
    """ "Bolivia also opposed it"."""
    for cue in scene.all("oppose"):
        before = scene.groups(max(0, cue.i - _BEHIND), cue.i)[-1:] if cue.form == "post" else []
        for group in before:
            yield from group if cue.i - group[-1].j <= 1 else ()


def _presiding(scene: Scene) -> Iterator[StateMention]:
    """ترأست الصين، تولت الدنمارك رئاسته."""
    for cue in scene.any_at_all(("council.presidency", "council.presides_it")):
        low = cue.j if cue.form == "verb" else cue.i - 1
        yield from _first_list(scene, low, low + 1) if low >= 0 else ()


def _choosing(scene: Scene) -> Iterator[StateMention]:
    """صوتت روسيا ضد، معارضة روسيا، صوتين لليمن وكوبا."""
    for cue in scene.all("vote"):
        yield from (state for state, _ in split_verb(scene, cue, scene.sentence(cue.i).j))
    for cue in scene.any_at_all(tuple(ROLES)):
        yield from right_behind(scene, cue) if cue.form in ("pre", "noun") else ()
    for cue in scene.all("votes"):
        group = _first_list(scene, cue.j, cue.j + _LIST_REACH)
        yield from group if group and group[0].i == cue.j and scene.forms[cue.j].startswith(_TO) else ()


def _first_list(scene: Scene, i: int, j: int) -> list[StateMention]:
    """The first list of states between two tokens."""
    return next(iter(scene.groups(i, j)), [])


def _of_relative(scene: Scene, cue: Cue) -> list[StateMention]:
    """The states that act in a relative clause on something else: "which Iraq had asked for", الذي دعت إليه العراق."""
    if scene.passage.language == "en":
        group = next(iter(scene.groups(cue.j, scene.sentence(cue.i).j)), [])
        which = scene.forms[cue.i] == "which"  # "that" may begin what somebody says
        return group if which and group and {*scene.forms[cue.j : group[0].i]} <= {"the"} else []
    near = scene.states_in(cue.j + 1, cue.j + 3)
    group = next(iter(scene.groups(cue.j + 1, scene.sentence(cue.i).j)), []) if near else []
    between = scene.forms[cue.j + 1 : group[0].i] if group else []
    if not group:
        return []
    own = scene.forms[cue.j].endswith(_PRONOUNS) if not between else between[0] in _word_list("to_it")
    return group if own else []


_TELLING = (_voting, _bracketed, _named_so, _counted, _absent, _siding, _relative, _tabling)
_TELLING_AR = (_choosing, _presiding)
_TELLING_EN = (_opposing,)
