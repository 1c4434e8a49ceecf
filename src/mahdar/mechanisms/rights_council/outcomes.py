"""Texts on which the Human Rights Council decided, named otherwise than as a resolution that it adopts: drafts that it
voted down, and "the resolution" of the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.decision import Decided
from mahdar.checking.found import make
from mahdar.checking.owners import actors
from mahdar.checking.protocol import CHOICES, Found
from mahdar.checking.scene import Scene
from mahdar.checking.topics import Topic, named_topic, report_topic
from mahdar.checking.votes import ballots
from mahdar.checking.when import When, nearest_time, when
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span
from mahdar.mechanisms.rights_council.rules import SIZE

_BODY = "rights_council"
_KIND = "rights_council.resolution"
_SUBJECT = 6  # tokens between the Council and its verb
_TEXTS = ("draft", "resolution", "text", "deed_object", "rights_council.object")
_NAMED = 3  # the rank of a bare name, which may be whoever tabled the text
_WHOLE = 8  # the rank of what only the report as a whole is about


def find_outcomes(scene: Scene, told: list[Decided]) -> Iterator[Found]:
    """Drafts voted down, as resolutions denied, and adoptions of a text that the sentence before was about; ``told``
    are the resolutions found by their own words.
    """
    rejected = list(_rejected(scene))
    yield from rejected
    taken = {scene.passage.sentence_of(i) for i in (*(m.i for m in told), *(f.i for f in rejected))}
    places = [*(c.i for c in scene.all("text")), *(ballot.i for ballot in ballots(scene) if ballot.body == _BODY)]
    for k in sorted({scene.passage.sentence_of(i) for i in places} - taken):
        sentence = scene.passage.sentences[k]
        texts = [c for c in scene.within("text", sentence.i, sentence.j) if _of_text(scene, c)]
        found = list(_adopted(scene, texts))
        yield from found or _voted(scene, k)
    yield from _passed(scene, taken)


def score(scene: Scene, i: int) -> str:
    """The tally told in the sentence of token i: "25-6-16", a part left empty where the text has none; or ""."""
    k = scene.passage.sentence_of(i)
    for ballot in ballots(scene):
        if ballot.body == _BODY and scene.passage.sentence_of(ballot.i) == k and "yes" in ballot.counts:
            return "-".join(str(ballot.counts.get(choice, "")) for choice in CHOICES)
    return ""


# -- voted down
def _rejected(scene: Scene) -> Iterator[Found]:
    for cue in scene.all("rights_council.rejects"):
        sentence = scene.sentence(cue.i)
        texts = scene.any_of(_TEXTS, sentence.i, sentence.j)
        ours = bool(texts) and _council_rejects(scene, cue)
        about = named_topic(scene, sentence.i, sentence.j) if ours else None
        about = _of_tabler(scene, sentence) if ours and about is None else about
        if about is None or (about.weak and about.rank < _NAMED) or not asserted(scene, cue.i) or negated(scene, cue):
            continue
        i, j = min(cue.i, about.i), max(cue.j, about.j)
        args = {"topic": about.code}
        weak = ("topic",) if about.weak else ()
        yield make(scene, _KIND, i, j, args, tense="past", when=when(scene, cue, "past"), negated=True, weak=weak)


def _of_tabler(scene: Scene, sentence: Span) -> Topic | None:
    """The state that tabled the text, where the report is about it: "rejected a Belarusian draft"."""
    whole = report_topic(scene)
    tablers = scene.states_in(sentence.i, sentence.j, demonyms=True)
    mine = next((s for s in tablers if whole is not None and s.codes == (whole.code,)), None)
    return Topic(mine.codes[0], True, mine.i, _WHOLE, mine.j) if mine is not None else None


def _council_rejects(scene: Scene, cue: Cue) -> bool:
    """Whether the Council is who rejects: right before the verb, in Arabic also right behind it; of a passive, the body
    that the sentence is about.
    """
    if cue.form == "passive":
        return scene.body(cue.i) == _BODY and not _by_another(scene, cue)
    clause = scene.clause(cue.i)
    before = [c for c in scene.within("body", clause.i, cue.i) if cue.i - c.j <= _SUBJECT]
    if before:
        told = scene.which(before[-1]) == _BODY and not scene.states_in(before[-1].j, cue.i)
        return told and not _in_relative(scene, before[-1], cue)
    behind = scene.within("body", cue.j, cue.j + 1) if scene.passage.language == "ar" else []
    return bool(behind) and scene.which(behind[0]) == _BODY


def _by_another(scene: Scene, cue: Cue) -> bool:
    """Whether somebody else than a body is behind "by": "was rejected by Belarus as biased"."""
    return scene.forms[cue.j : cue.j + 1] == ["by"] and not scene.within("body", cue.j + 1, cue.j + 3)


def _in_relative(scene: Scene, body: Cue, cue: Cue) -> bool:
    """Whether the Council stands in a clause about somebody: "Cuba, which sits on the Council, rejected"."""
    owned = scene.within("relative", scene.clause(body.i).i, body.i)
    return bool(owned) and any(form in ",،" for form in scene.forms[body.j : cue.i])


# -- the text of the sentence before
def _of_text(scene: Scene, cue: Cue) -> bool:
    """Whether the words mean a text put to the vote, of this Council."""
    return not _listed("put_to_vote").isdisjoint(scene.forms[cue.i : cue.j]) and scene.body(cue.i) == _BODY


def _listed(name: str) -> frozenset[str]:
    return words("mahdar.mechanisms.rights_council", "words.toml", name)


def _adopted(scene: Scene, texts: list[Cue]) -> Iterator[Found]:
    for text in texts[:1]:
        clause = scene.clause(text.i)
        verbs = [c for c in scene.within("adopt", clause.i, scene.sentence(text.i).j) if c.form in ("past", "passive")]
        verbs = [c for c in verbs if not _of_other(scene, text, c)]
        about = _about(scene, text) if verbs and asserted(scene, verbs[0].i) else None
        if about is None or negated(scene, verbs[0]):
            continue
        i, j = min(text.i, verbs[0].i), max(text.j, verbs[0].j)
        time = when(scene, verbs[0], "past")
        args = {"topic": about.code}
        weak = {"topic", "at"} if about.weak else {"topic"}
        yield make(scene, _KIND, i, j, args, tense="past", when=time, weak=weak)


def _of_other(scene: Scene, text: Cue, verb: Cue) -> bool:
    """Whether another thing stands right before the verb that tells of it: استند المشروع إلى تقرير أصدرته المفوضية."""
    things = [c for c in scene.within("deed_object", text.j, verb.i) if verb.i - c.j <= 1]
    return verb.form == "passive" and bool(things)


def _passed(scene: Scene, taken: set[int]) -> Iterator[Found]:
    """A text without a name that the Council passed at a time: "the council passed a milder text in March 2013"."""
    for text in scene.all("deed_object"):
        if scene.forms[text.j - 1] not in _listed("text") or scene.passage.sentence_of(text.i) in taken:
            continue
        verbs = [c for c in scene.within("adopt", max(0, text.i - _SUBJECT), text.i) if c.form == "past"]
        if not verbs or not asserted(scene, verbs[-1].i) or negated(scene, verbs[-1]):
            continue
        told = [c for c in actors(scene, verbs[-1], _SUBJECT) if scene.which(c) == _BODY]
        clause = scene.clause(text.i)
        near = nearest_time(scene, verbs[-1], clause.i, clause.j)
        about = _about(scene, text) or report_topic(scene)
        if told and near is not None and about is not None:
            args = {"topic": about.code}
            yield make(scene, _KIND, verbs[-1].i, text.j, args, tense="past", when=When(near), weak=("topic", "at"))


def _voted(scene: Scene, k: int) -> Iterator[Found]:
    """What the Council decided by a vote that the text counts, in other words: "condemned the killings in Syria by 41
    votes to three".
    """
    sentence = scene.passage.sentences[k]
    if scene.any_of(("elect", "rights_council.elects", "rights_council.rejects", "not"), sentence.i, sentence.j):
        return
    for ballot in ballots(scene):
        yes, no = ballot.counts.get("yes", 0), ballot.counts.get("no")
        if ballot.body != _BODY or scene.passage.sentence_of(ballot.i) != k or ballot.negated or no is None:
            continue
        about = named_topic(scene, sentence.i, sentence.j, ballot.states.keys())
        if not no < yes <= SIZE or "rights_council" not in _named(scene, k):
            continue
        if about is not None and about.rank < _NAMED:
            args = {"topic": about.code}
            i, j = min(ballot.i, about.i), max(ballot.j, about.j)
            yield make(scene, _KIND, i, j, args, tense="past", when=ballot.when, weak=("topic",))
            continue
        whole = report_topic(scene)
        if whole is not None and ballot.firm_time and _decides(scene, sentence):
            args = {"topic": whole.code}
            yield make(scene, _KIND, ballot.i, ballot.j, args, tense="past", when=ballot.when, weak=("topic", "at"))


def _decides(scene: Scene, sentence: Span) -> bool:
    """Whether the Council itself votes or decides to do something: "voted by 23 votes to 12 to ask for an inquiry"."""
    if scene.any_of(("vote.other", "rights_council.object", "rights_council.lost"), sentence.i, sentence.j):
        return False
    verbs = [c for c in scene.any_of(("vote", "vote.decides", "approve"), sentence.i, sentence.j) if c.form == "past"]
    return any(scene.which(c) == _BODY for verb in verbs[:1] for c in actors(scene, verb, _SUBJECT))


def _named(scene: Scene, k: int) -> set[str]:
    sentence = scene.passage.sentences[k]
    return scene.bodies(sentence.i, sentence.j)


def _about(scene: Scene, text: Cue) -> Topic | None:
    """What the sentence names as the text's subject, else what the sentence before does."""
    sentence, k = scene.sentence(text.i), scene.passage.sentence_of(text.i)
    own = named_topic(scene, sentence.i, sentence.j)
    if own is not None and own.rank < _NAMED:
        return own
    earlier = scene.passage.sentences[k - 1] if k else None
    before = named_topic(scene, earlier.i, earlier.j) if earlier is not None else None
    return Topic(before.code, True, before.i, before.rank, before.j) if before and before.rank < _NAMED else None
