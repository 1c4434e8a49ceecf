"""What a claim is about: the crisis, conflict, state or theme that the words around it name.

A name of the table of topics comes first, then a state behind a word such as "on" or بشأن, then an adjective of
nationality; sponsors of a draft and those who vote are never its topic. What is taken from farther off is marked
weak.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from mahdar.checking.acting import acting
from mahdar.checking.coordinated import joined_deed
from mahdar.checking.lists import ASIDE
from mahdar.checking.mentions import GOVERNMENT, StateMention
from mahdar.checking.once import once
from mahdar.checking.scene import Scene
from mahdar.checking.themes import is_theme
from mahdar.checking.wordlists import words
from mahdar.tables import read_rows

_HOSTS = frozenset({"AUT", "CHE", "BEL", "NLD"})  # capitals and cities that stand for conferences and courts
_GREAT = frozenset({"USA", "GBR", "FRA", "CHN", "RUS"})
_REACH = 45
_LIST_REACH = 16  # tokens of a list of states
_STOPS = (";", "؛")
_PARTED = frozenset((",", ":", *_STOPS))
_BARE = 3  # the rank of a bare name: before the words of a deed it is whoever speaks of it
_MISSION_OF = "body:mission-of-"  # with "in" inside its name a mission in a state, else that of a state
_YUGOSLAV = ("XKX", "BIH", "HRV", "SRB", "MNE", "MKD", "SVN", "SCG")
_OF = "of"
_SMALL = frozenset(
    {"الي", "اليه", "اليها", "التي", "الذي", "الذين", "الا"}
)  # no definite nouns, though they begin as these do
_DEFINITE = ("ال", "وال", "لل", "بال")
_NEAR = {  # the Council keeps one agenda item for both
    "ISR": "PSE",
    "FLK": "GBR",
    "RHO": "ZWE",
    **dict.fromkeys(_YUGOSLAV, "YUG"),
}


@dataclass(frozen=True, slots=True)
class Topic:
    """``code`` is an ISO alpha-3 or a slug; ``weak`` where it was inferred; ``rank`` orders candidates, the least
    first.
    """

    code: str
    weak: bool
    i: int
    rank: int
    j: int = 0


def near(code: str | None) -> str | None:
    """The state under whose agenda item a body files matters of this one, if it keeps none for it."""
    return _NEAR.get(code or "")


def topic(scene: Scene, i: int, j: int, without: Collection[str] = ()) -> Topic | None:
    """The topic of a claim whose words are tokens i to j: from its own words and what follows, else what stands
    before.
    """
    sentence = scene.sentence(max(i, j - 1))
    stop = next((k for k in range(j, sentence.j) if scene.forms[k] in _STOPS), sentence.j)
    after = _best(scene, i, joined_deed(scene, j, min(stop, j + _REACH)), without)
    if after is not None:
        return after
    before = _best(scene, sentence.i, i, without)
    if before is not None and before.rank < _BARE:
        return Topic(before.code, True, before.i, before.rank)
    return _around(scene, sentence.i, without)


def named_topic(scene: Scene, i: int, j: int, without: Collection[str] = ()) -> Topic | None:
    """The topic that tokens i to j themselves name, if they do."""
    return _best(scene, i, j, without)


def _best(scene: Scene, i: int, j: int, without: Collection[str]) -> Topic | None:
    found = _candidates(scene, i, j, without)
    strong = [c for c in found if c.rank == 0]
    if strong:
        codes = {c.code for c in strong[:2]}
        return next((c for c in strong if c.code == "PSE" and codes == {"PSE", "ISR"}), strong[0])
    return min(found, key=lambda c: (c.rank, c.i), default=None)


def _candidates(scene: Scene, i: int, j: int, without: Collection[str]) -> list[Topic]:
    cues = [c for c in scene.within("topic", i, j) if c.value not in without and not _speaks_aside(scene, c.i, c.j)]
    named = [Topic(c.value, False, c.i, int(is_theme(c.value)), c.j) for c in cues]
    covered = [(c.i, c.j) for c in scene.within("topic", i, j)]
    states = [s for s in scene.states_in(i, j, demonyms=True) if not any(a <= s.i < b for a, b in covered)]
    named += [t for t in _missions_in(scene, i, j) if t.code not in without]
    named += [t for s in states if (t := _of_state(scene, s, without)) is not None]
    return sorted(named, key=lambda t: t.i)


def _speaks_aside(scene: Scene, i: int, j: int) -> bool:
    """Whether a name only speaks, between commas: "resolution 1, the Gaza authorities said, was no substitute"."""
    behind = scene.forms[j : j + 2]
    return len(behind) == 2 and behind[0] in _word_list("said_aside") and behind[1] in (",", ".", '"')


@once
def _missions(scene: Scene) -> tuple[Topic, ...]:
    """The missions of the United Nations that the report names, by the state or territory that each is about."""
    found: list[Topic] = []
    for named in scene.passage.named if _any_mission(scene) else ():
        code = _about_missions().get(named.entity)
        if code:
            found.append(Topic(code, False, named.i, 0, named.j))
        elif named.entity.startswith(_MISSION_OF) and scene.within("about", named.i, named.j):
            found.append(Topic(named.entity.removeprefix(_MISSION_OF).upper(), True, named.i, _BARE, named.j))
    return tuple(found)


def _any_mission(scene: Scene) -> bool:
    return any(e in _about_missions() or e.startswith(_MISSION_OF) for e in scene.passage.entities)


def _missions_in(scene: Scene, i: int, j: int) -> tuple[Topic, ...]:
    found = _missions(scene)
    low = bisect_left(found, i, key=lambda t: t.i)
    return found[low : bisect_left(found, j, low, key=lambda t: t.i)]


@cache
def _about_missions() -> dict[str, str]:
    return {f"body:{row['mission']}": row["topic"] for row in read_rows("mahdar.checking", "missions.csv")}


def _of_state(scene: Scene, state: StateMention, without: Collection[str]) -> Topic | None:
    code = state.codes[0]
    if code in without or len(state.codes) > 1 or state.i in acting(scene):
        return None
    rank = _rank(scene, state, code)
    return Topic(code, rank > 1, state.i, rank, state.j) if rank < 9 else None


def _rank(scene: Scene, state: StateMention, code: str) -> int:
    """0 behind a word such as "on", 1 an adjective, 3 a bare name, 4 a capital; 9 never: hosts, sponsors, great
    powers that act.
    """
    if state.kind == "capital":
        return 9 if code in _HOSTS or code in _GREAT else 4
    if (
        state.kind in ("anaphor", GOVERNMENT)
        or _sponsors(scene, state)
        or _by(scene, state)
        or _votes_in_short(scene, state)
    ):
        return 9
    introduced = _introduced(scene, state)
    if state.kind == "inside":
        return 0 if introduced and code not in _GREAT else 9
    if state.kind == "demonym" and not _named_so(scene, state):
        return 9 if code in _GREAT else 1
    if code in _GREAT:
        return 5 if introduced and not _with(scene, state.i) else 9
    return 0 if introduced else 3


def _votes_in_short(scene: Scene, state: StateMention) -> bool:
    """Whether a state votes by one word before a mark: "Russia voted against, Ireland for: thus ended the vote"."""
    behind = scene.forms[state.j : state.j + 2]
    return len(behind) == 2 and behind[0] in _word_list("in_short") and not behind[1].isalnum()


def _named_so(scene: Scene, state: StateMention) -> bool:
    """Whether a definite Arabic adjective is the name of its state: no definite noun stands before it, دعت السعودية."""
    definite = scene.forms[state.i].startswith(_DEFINITE)
    before = scene.forms[state.i - 1] if state.i else ""
    return definite and (before in _SMALL or not before.startswith(_DEFINITE))


def _introduced(scene: Scene, state: StateMention) -> bool:
    low = max(scene.sentence(state.i).i, state.i - 4)
    near = [c for c in scene.within("about", low, state.i) if c.j <= state.i + 1]
    near = [c for c in near if scene.forms[c.i] != _OF or not scene.times_in(c.j, c.j + 1)]  # "of 2004 obliges Lebanon"
    return any(_PARTED.isdisjoint(scene.forms[c.j : state.i]) for c in near) or _prefixed(scene, state)


def _prefixed(scene: Scene, state: StateMention) -> bool:
    """لـ or بـ written onto the name: لسوريا, بسوريا; not the first letter of a name: لاتفيا."""
    form = scene.forms[state.i]
    own = form.startswith(("بل", "لي", "لب", "بر", "بو", "بن", "بي")) or not (state.joined or state.kind == "inside")
    return form[0] in "بل" and len(form) > 3 and not own


def _by(scene: Scene, state: StateMention) -> bool:
    """Whether a state stands in a list behind "by": who tabled a text, or did something else."""
    if scene.passage.language != "en":
        return False
    group = next((g for g in scene.groups(max(0, state.i - _LIST_REACH), state.j) if g[-1].j == state.j), [state])
    first = group[0].i - (scene.forms[group[0].i - 1] == "the") if group[0].i else 0
    return first > 0 and scene.forms[first - 1] == "by"


def _with(scene: Scene, i: int) -> bool:
    return scene.forms[i - 1] in ("مع", "with", "من", "by", "from") if i else False


def _sponsors(scene: Scene, state: StateMention) -> bool:
    """An adjective right behind "draft" or "resolution", or another such adjective: who tabled it; before it in
    English.
    """
    if state.kind != "demonym":
        return False
    k = state.i - 1
    while k >= 0 and _in_list(scene, k):
        k -= 1
    if any(c.j == k + 1 for c in scene.any_of(("draft", "resolution"), max(0, k - 2), k + 1)) or (
        scene.passage.language != "en" and k >= 0 and scene.forms[k] in _word_list("tabled")
    ):
        return True
    return scene.passage.language == "en" and _tables(scene, state.j)


def _in_list(scene: Scene, k: int) -> bool:
    """Whether token k joins adjectives of nationality or belongs to one."""
    return scene.forms[k] in "-و،," or any(
        s.i <= k < s.j and s.kind == "demonym" for s in scene.states_in(k - 1, k + 1, demonyms=True)
    )


def _tables(scene: Scene, k: int) -> bool:
    """Whether what was tabled stands at token k, behind an English adjective and those joined to it: "Swiss and
    Mexican draft", "Swiss-drafted".
    """
    made = scene.forms[k : k + 2]
    if made[:1] == ["-"] and made[1] in _word_list("made"):
        return True
    while k < len(scene.forms) and (scene.forms[k] == "and" or _in_list(scene, k)):
        k += 1
    return bool(scene.any_of(("draft", "resolution"), k, k + 2)) or scene.forms[k : k + 1] == ["text"]


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


def _around(scene: Scene, i: int, without: Collection[str]) -> Topic | None:
    """The topic of the sentence before, else what the whole report is about; weak in any case."""
    k = scene.passage.sentence_of(i)
    if k:
        before = scene.passage.sentences[k - 1]
        found = _best(scene, before.i, before.j, without)
        if found is not None and found.rank < 2:
            return Topic(found.code, True, found.i, found.rank)
    return _plain_topic(scene, without)


def report_topic(scene: Scene, without: Collection[str] = ()) -> Topic | None:
    """What the report as a whole is about: the topic named most often, its opening counted twice. Never a great
    power.
    """
    ranked = [(code, n) for code, n in _named_often(scene) if code not in without]
    return Topic(ranked[0][0], True, 0, 8) if ranked and ranked[0][1] > 1 else None


def _plain_topic(scene: Scene, without: Collection[str]) -> Topic | None:
    """The topic of the whole report, unless it is named but once and others as often: a list of states has none."""
    told = report_topic(scene, without)
    often = dict(_named_often(scene))
    if told is None or any(c.value == told.code for c in scene.all("topic")):
        return told
    once = sum(told.code in s.codes for s in scene.states) == 1
    rivals = [code for code, n in often.items() if n == often[told.code] and code not in (told.code, near(told.code))]
    return told if not once or not [code for code in rivals if code not in without] else None


@once
def _named_often(scene: Scene) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    for c in scene.all("topic"):
        counts[c.value] += 4 if c.i < 60 else 2
    covered = {c.i for c in scene.all("topic")}
    for mission in _missions(scene):
        counts[mission.code] += (4 if mission.i < 60 else 2) if mission.i not in covered else 0
    for s in scene.states:
        named = s.kind not in ("capital", ASIDE, GOVERNMENT) and s.codes[0] not in _GREAT
        if named and s.i not in acting(scene) and not _sponsors(scene, s):
            counts[s.codes[0]] += 2 if s.i < 60 else 1
    return counts.most_common()
