"""Texts on which the Human Rights Council decided, named otherwise than as a resolution that it adopts: drafts that it
voted down, and "the resolution" of the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.assertion import asserted, negated, when
from mahdar.checking.cues import Cue
from mahdar.checking.decisions import Decided
from mahdar.checking.found import make
from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene
from mahdar.checking.topics import Topic, named_topic
from mahdar.checking.votes import ballots
from mahdar.mechanisms.rights_council.rules import SIZE

_BODY = "rights_council"
_KIND = "rights_council.resolution"
_SUBJECT = 6  # tokens between the Council and its verb
_TEXTS = ("draft", "resolution", "text", "deed_object", "rights_council.object")
_NAMED = 3  # the rank of a bare name, which may be whoever tabled the text
_CHOICES = ("yes", "no", "abstain")


def find_outcomes(scene: Scene, told: list[Decided]) -> Iterator[Found]:
    """Drafts voted down, as resolutions denied, and adoptions of a text that the sentence before was about; ``told``
    are the resolutions found by their own words.
    """
    rejected = list(_rejected(scene))
    yield from rejected
    taken = {scene.passage.sentence_of(i) for i in (*(m.i for m in told), *(f.i for f in rejected))}
    told_by = (*scene.all("text"), *(ballot for ballot in ballots(scene) if ballot.body == _BODY))
    for k in sorted({scene.passage.sentence_of(words.i) for words in told_by} - taken):
        sentence = scene.passage.sentences[k]
        texts = [c for c in scene.within("text", sentence.i, sentence.j) if _of_text(scene, c)]
        found = list(_adopted(scene, texts))
        yield from found or _voted(scene, k)


def score(scene: Scene, i: int) -> str:
    """The tally told in the sentence of token i: "25-6-16", a part left empty where the text has none; or ""."""
    k = scene.passage.sentence_of(i)
    for ballot in ballots(scene):
        if ballot.body == _BODY and scene.passage.sentence_of(ballot.i) == k and "yes" in ballot.counts:
            return "-".join(str(ballot.counts.get(choice, "")) for choice in _CHOICES)
    return ""


# -- voted down
def _rejected(scene: Scene) -> Iterator[Found]:
    for cue in scene.all("rights_council.rejects"):
        sentence = scene.sentence(cue.i)
        texts = scene.any_of(_TEXTS, sentence.i, sentence.j)
        about = named_topic(scene, sentence.i, sentence.j) if texts and _council_rejects(scene, cue) else None
        if about is None or about.weak or not asserted(scene, cue.i) or negated(scene, cue):
            continue
        i, j = min(cue.i, about.i), max(cue.j, about.j)
        args = {"topic": about.code}
        yield make(scene, _KIND, i, j, args, tense="past", when=when(scene, cue, "past"), negated=True)


def _council_rejects(scene: Scene, cue: Cue) -> bool:
    """Whether the Council is who rejects: right before the verb, in Arabic also right behind it; of a passive, the body
    that the sentence is about.
    """
    if cue.form == "passive":
        return scene.body(cue.i) == _BODY
    clause = scene.clause(cue.i)
    before = [c for c in scene.within("body", clause.i, cue.i) if cue.i - c.j <= _SUBJECT]
    if before:
        return scene.which(before[-1]) == _BODY and not scene.states_in(before[-1].j, cue.i)
    behind = scene.within("body", cue.j, cue.j + 1) if scene.passage.language == "ar" else []
    return bool(behind) and scene.which(behind[0]) == _BODY


# -- the text of the sentence before
def _of_text(scene: Scene, cue: Cue) -> bool:
    """Whether the words mean a text put to the vote, of this Council."""
    return any(form in _words(scene) for form in scene.forms[cue.i : cue.j]) and scene.body(cue.i) == _BODY


def _words(scene: Scene) -> frozenset[str]:
    return frozenset(
        {"resolution", "draft", "text", "proposal"} if scene.passage.language == "en" else {"القرار", "المشروع"}
    )


def _adopted(scene: Scene, texts: list[Cue]) -> Iterator[Found]:
    for text in texts[:1]:
        clause = scene.clause(text.i)
        verbs = [c for c in scene.within("adopt", clause.i, scene.sentence(text.i).j) if c.form in ("past", "passive")]
        about = _about(scene, text) if verbs and asserted(scene, verbs[0].i) else None
        if about is None or negated(scene, verbs[0]):
            continue
        i, j = min(text.i, verbs[0].i), max(text.j, verbs[0].j)
        time = when(scene, verbs[0], "past")
        args = {"topic": about.code}
        weak = {"topic", "at"} if about.weak else {"topic"}
        yield make(scene, _KIND, i, j, args, tense="past", when=time, weak=weak)


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
        if about is not None and about.rank < _NAMED and no < yes <= SIZE and "rights_council" in _named(scene, k):
            args = {"topic": about.code}
            i, j = min(ballot.i, about.i), max(ballot.j, about.j)
            yield make(scene, _KIND, i, j, args, tense="past", when=ballot.when, weak=("topic",))


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
