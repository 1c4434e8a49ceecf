"""One decision of a body as a report tells it: what it is about, and which time of its clause is its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mahdar.checking.assertion import asserted, negated, tense
from mahdar.checking.coordinated import clauses_apart, joined_deed, quoted
from mahdar.checking.counted import Counted, counted
from mahdar.checking.cues import Cue
from mahdar.checking.direct import referred
from mahdar.checking.instruments import about as about_deed
from mahdar.checking.instruments import day_of, deed_by
from mahdar.checking.protocol import Tense
from mahdar.checking.scene import Scene
from mahdar.checking.symbols import HEAD_REACH, of_one_text, written_behind
from mahdar.checking.topics import Topic, named_topic, topic
from mahdar.checking.when import When, nearest_time, when
from mahdar.checking.wordlists import words
from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import tokens_of
from mahdar.reading.names.words import english_verbs, speech_verbs

_TOPIC_NEAR, _TOPIC_FAR = 2, 9  # tokens from a number to its topic, and behind "on"
_RELATIVE_REACH, _VERB_REACH = 3, 5  # tokens from a number to "which", and from that to its verb
_TURNING = ("goes_on", "turning")
_TIME_REACH = 3  # tokens from the number to the time beside it


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "numbers.toml", name)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that the text mentions; ``symbol`` as far as the text gives it, ``verb`` its adoption if told as
    an act; ``count`` how many there were, where the text counts them.
    """

    body: str
    i: int
    j: int
    symbol: str | None
    topic: Topic | None
    when: When
    tense: Tense
    negated: bool
    verb: Cue | None
    firm_time: bool
    count: Counted | None = None


def bracketed(scene: Scene, named: Cue) -> bool:
    """Whether a resolution stands in brackets behind what it decides: "deplored the attack (resolution ES-11/1)"."""
    return named.i > 0 and scene.forms[named.i - 1] == "("


def decision(scene: Scene, cue: Cue, body: str, i: int, j: int, symbol: str | None, verb: Cue | None) -> Decided:
    """A decision named at a cue, with the act that took it if the text tells one."""
    act = verb if verb is not None and verb.form != "participle" else None
    form: Tense = tense(scene, act) if act is not None else "past"
    clause = scene.clause(cue.i)
    span_j = max(j, min(clause.j, j + 30)) if symbol is None else j
    told = act is not None and (asserted(scene, act.i) or _presupposed(scene, j, act))
    time = when(scene, act, form) if act is not None and told else _attached(scene, cue, j)
    time = _own_behind(scene, cue, j, time) if act is not None and symbol is not None else time
    count = counted(scene, cue, act) if symbol is None else None
    own = written_behind(scene, j) if symbol is not None and not of_one_text(scene, scene.sentence(cue.i)) else None
    time = When(own) if own is not None else time
    about = _about(scene, cue, i, j, symbol, act)
    about = None if about is not None and count is not None and _of_all(scene, cue, count, about) else about
    if about is None and act is not None and act.j <= cue.i and bracketed(scene, cue):
        about = named_topic(scene, act.j, cue.i)
        about = replace(about, weak=True) if about is not None else None
    time = closed(time) if symbol is not None else time
    if symbol is not None and time.time is not None and time.time.i < scene.sentence(cue.i).i:
        time = When()
    if symbol is not None and time.time is None:
        time = _listed(scene, cue)
    deed = deed_by(scene, cue, body) if symbol is not None and (about is None or time.time is None) else None
    if deed is not None:
        about = about or about_deed(scene, deed, cue)
        time = time if time.time is not None else day_of(scene, deed)
    entry = scene.entry(cue.i) if symbol is not None and time.time is None else None
    opens = entry is not None and _opens(scene, cue, entry.j + 1)
    time = When(entry) if opens else time
    denied = act is not None and negated(scene, act)
    open_ = form == "present" and time.time is not None and time.time.relative is not None
    form = "past" if form == "present" else form
    firm = not open_ and not opens and time.time is not None and (act is not None or _dates(scene, cue, j, time))
    if firm and symbol is not None and time.time is not None:
        firm = scene.sentence(cue.i).i <= time.time.i and not _parted(scene, j, time)
    return Decided(body, i, span_j, symbol, about, time, form, denied, act, firm, count)


def _of_all(scene: Scene, cue: Cue, count: Counted, about: Topic) -> bool:
    """Whether all that were adopted in a time are counted, so that a topic from farther off is not theirs."""
    return about.i < scene.sentence(cue.i).i or (count.whole and about.weak)


def _presupposed(scene: Scene, j: int, act: Cue) -> bool:
    """Whether a relative clause right behind the number at token j tells of the adoption, whatever is asked or doubted
    before it: "called on Libya to implement resolution 1973, which the Council adopted in 2011".
    """
    relatives = scene.within("relative", j, min(act.i, j + _RELATIVE_REACH))
    near = bool(relatives) and act.i - relatives[-1].j <= _VERB_REACH
    return near and act.form in ("past", "passive") and not scene.any_of(("doubt", "wish", "may"), j, act.i)


def _own_behind(scene: Scene, cue: Cue, j: int, time: When) -> When:
    """The time right behind a number where that of the verb they share stands before it: "adopted resolution 1 in May
    and resolution 2 in June".
    """
    if time.time is None or time.time.j > cue.i:
        return time
    own = _attached(scene, cue, j)
    shared = scene.within("resolution", scene.clause(cue.i).i, time.time.i)
    return own if shared and _adjacent(j, own) else time


def closed(time: When) -> When:
    """An adoption is of one time, though "since" may stand before it: "ten years since resolution 1559, of 2004"."""
    days = time.time.absolute if time.time is not None else None
    if time.time is None or days is None or days.first is None or days.last is not None:
        return time
    return replace(time, time=replace(time.time, absolute=Interval.parse(days.edtf().partition("/")[0])))


def _about(scene: Scene, cue: Cue, i: int, j: int, symbol: str | None, act: Cue | None) -> Topic | None:
    """What a decision is about: for one by number only what its own clause names."""
    voters = _actors(scene, act)
    if symbol is None:
        return topic(scene, i, j, voters)
    voters = voters | _subject_behind(scene, j)
    after = named_topic(scene, j, joined_deed(scene, j, min(scene.clause(cue.i).j, j + 25)), voters)
    if after is not None:
        return after if _right_behind(scene, j, after) else replace(after, weak=True)
    head = _head_of_list(scene, cue)
    return named_topic(scene, head.j, cue.i, voters) if head is not None else None


def _parted(scene: Scene, j: int, time: When) -> bool:
    """Whether a new clause begins between a number and a time behind it: "since its adoption, as the president of
    Senegal arrived on 4 May", بحسب بيان صدر أمس.
    """
    if time.time is None or time.time.i < j:
        return False
    return quoted(scene, j, time.time.i) or clauses_apart(scene, j, time.time.i)


def _right_behind(scene: Scene, j: int, about: Topic) -> bool:
    """Whether a topic stands right behind a number, body and time left out: "resolution 1701 (2006) on Lebanon"; what
    stands farther off may be of who speaks of it: "was read out by the delegate of Serbia".
    """
    covered = tokens_of(scene.times_in(j, about.i), scene.within("body", j, about.i))
    free = [k for k in range(j, about.i) if k not in covered and scene.forms[k] not in "(),،"]
    if free and _turns(scene.forms[free[0]]):
        return False
    if len(free) <= _TOPIC_NEAR:
        return True
    led = scene.within("about", free[0], free[0] + 1)
    return bool(led) and scene.forms[led[0].i] not in _word_list("of_anything") and len(free) <= _TOPIC_FAR


def _turns(form: str) -> bool:
    """Whether a word behind a number turns to something else: "and Ireland rushed", القرار 1441 قال سفير."""
    if form.startswith("و") or any(form in words("mahdar.checking", "clauses.toml", name) for name in _TURNING):
        return True
    return form in speech_verbs() or form in english_verbs()


def _subject_behind(scene: Scene, j: int) -> set[str]:
    """The state right behind the comma that ends an opening with a number: "on resolution 1973, Germany said"."""
    if scene.passage.language != "en" or scene.forms[j : j + 1] != [","]:
        return set()
    k = j + 1 + (scene.forms[j + 1 : j + 2] == ["the"])
    return {code for s in scene.states_in(k, k + 1) if scene.forms[s.j : s.j + 1] != [","] for code in s.codes}


def _head_of_list(scene: Scene, cue: Cue) -> Cue | None:
    """ "the resolutions ... , namely resolutions 1 and 2": the first of the two mentions."""
    heads = scene.within("resolution", scene.clause(cue.i).i, cue.i)
    near = bool(heads) and heads[-1].form == "many" and cue.i - heads[-1].j <= 30
    return heads[-1] if near and not clauses_apart(scene, heads[-1].j, cue.i) else None


def _listed(scene: Scene, cue: Cue) -> When:
    head = _head_of_list(scene, cue)
    times = scene.times_in(head.j, cue.i) if head is not None else []
    return When(times[0]) if times else When()


def _attached(scene: Scene, cue: Cue, j: int) -> When:
    """The time that belongs to a resolution named as a thing: behind it, within its own clause, or said of its
    adoption.
    """
    clause = scene.clause(cue.i)
    near = nearest_time(scene, cue, cue.i, min(clause.j, j + HEAD_REACH))
    if near is not None and referred(scene, cue) and not _adjacent(j, When(near)):
        return When()
    return When(near) if near is not None and not _of_veto(scene, cue, j, near) else When()


def _of_veto(scene: Scene, cue: Cue, j: int, time: TimePhrase) -> bool:
    """Whether a veto in the clause owns the time: "vetoed the extension of resolution 2504 in July"; what is written as
    part of the number is the resolution's: "resolution 2504 (2020)", "of 2020".
    """
    if not scene.any_of(("veto", "veto_verb"), scene.clause(cue.i).i, cue.i):
        return False
    return time.i < j or not all(form in _word_list("of_number") for form in scene.forms[j : max(j + 1, time.i)])


def _adjacent(j: int, time: When) -> bool:
    return time.time is not None and 0 <= time.time.i - j <= _TIME_REACH


def _dates(scene: Scene, cue: Cue, j: int, time: When) -> bool:
    """Whether a time right behind the number is that of the resolution; where the number only refers, or stands behind
    the verb of another deed, it has to be written as part of it: "freed under resolution 598 in August 1988", "violated
    resolution 1701 in 2009".
    """
    if time.time is None or not _adjacent(j, time):
        return False
    between = scene.forms[j : time.time.i] or scene.forms[j : j + 1]  # لعام 2009 is one expression
    opens = _opens(scene, cue) and not referred(scene, cue)
    return opens or all(form in _word_list("of_number") for form in between)


def _opens(scene: Scene, cue: Cue, low: int | None = None) -> bool:
    """Whether a resolution opens its clause, or what stands behind token ``low``, so that it is the subject of what is
    told: "Resolution 1970 in 2011".
    """
    low = scene.clause(cue.i).i if low is None else low
    named = tokens_of(scene.within("body", low, cue.i))
    return all(k in named or scene.forms[k] in _word_list("before_subject") for k in range(low, cue.i))


def _actors(scene: Scene, verb: Cue | None) -> set[str]:
    """States that stand as sponsors or voters around the verb are not what the resolution is about."""
    if verb is None:
        return set()
    group = next(iter(scene.groups(max(0, verb.i - 6), verb.i)), [])
    return {code for state in group for code in state.codes if len(group) > 1}
