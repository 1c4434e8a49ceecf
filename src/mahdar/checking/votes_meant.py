"""What a vote was on, and when: its text by number, the vote told before, the deed of its sentence."""

from __future__ import annotations

from mahdar.checking.assertion import asserted, negated, tense
from mahdar.checking.ballot import Ballot
from mahdar.checking.coordinated import clauses_apart
from mahdar.checking.cues import Cue
from mahdar.checking.decision import bracketed, closed
from mahdar.checking.decisions import decided
from mahdar.checking.direct import Place, place, referred
from mahdar.checking.numerals import counts
from mahdar.checking.owners import owner
from mahdar.checking.predicates import apart
from mahdar.checking.scene import Scene
from mahdar.checking.subjects import of_members
from mahdar.checking.symbols import numbers_after, of_one_text, symbol_of, whose, written_behind
from mahdar.checking.topics import Topic, named_topic, topic
from mahdar.checking.votes_told import ANCHORS, demands, vote_words
from mahdar.checking.when import When, when
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span

_VOTED = ("voted_for", "voted_against", "abstain", "unanimous")
_CUT_REACH = 12  # tokens between a verb of suspending and the state, the body and the day included
_VOTING = frozenset({"council", "assembly", "rights_council"})
_BACK = 3  # sentences back over which votes told in a row are one body's
_UNDONE = ("veto_verb", "text_failed", "turned_down", "voted_down")


def completed(scene: Scene, ballot: Ballot, anchors: list[Cue], sentence: Span) -> Ballot:
    """The vote with its tense, its time and its text, or else its topic."""
    cue = anchors[0]
    ballot.tense = tense(scene, cue)
    times = [when(scene, c, "past" if ballot.tense == "present" else ballot.tense) for c in anchors]
    times = [t for t in times if not _of_another(scene, t, sentence) and not apart(scene, cue, t.time)] or [When()]
    ballot.when = next((t for t in times if t.time is not None), times[0])
    if ballot.when.time is None and not ballot.negated:
        ballot.when = _of_deed(scene, sentence) or ballot.when
    if ballot.when.time is None and not ballot.negated and not scene.times_in(sentence.i, sentence.j):
        ballot.when = _of_vote_before(scene, cue) if ballot.when.time is None else ballot.when
        ballot.when = _of_deed_before(scene, sentence) if ballot.when.time is None else ballot.when
    if ballot.when.time is None and not ballot.negated:
        ballot.when = _of_veto(scene, sentence)
    ballot.when = closed(ballot.when) if ballot.counts else ballot.when  # a tally is of one day
    time = ballot.when.time
    ballot.firm_time = time is not None and sentence.i <= time.i < sentence.j
    ballot.symbol = _symbol(scene, ballot, sentence)
    if ballot.symbol is not None and not ballot.firm_time:
        ballot.when = When()
    if ballot.symbol is None and ballot.states and not ballot.counts and not ballot.negated:
        _same_vote(scene, ballot, cue)
    if ballot.symbol is None:
        own = _cut_off(scene, ballot, sentence) or named_topic(scene, sentence.i, sentence.j, ballot.states.keys())
        ballot.topic = own if own is not None and own.rank < 2 else _meant(scene, ballot, sentence)
    return ballot


def _of_vote_before(scene: Scene, cue: Cue) -> When:
    """The time of the vote that the sentences before tell of, one by one."""
    earlier: Cue | None = cue
    for _ in range(_BACK):
        earlier = vote_before(scene, earlier) if earlier is not None else None
        time = when(scene, earlier, "past") if earlier is not None else When()
        if time.time is not None:
            return time
    return When()


def _of_deed_before(scene: Scene, sentence: Span) -> When:
    """The time of the veto or the adoption of the sentence before, of whose text this one tells the vote."""
    before = _deed_before(scene, sentence)
    deeds = scene.any_of(("veto", "veto_verb", "adopt", "council.block"), before.i, before.j) if before else []
    return when(scene, deeds[0], "past") if deeds else When()


def _of_veto(scene: Scene, sentence: Span) -> When:
    """The day on which the text voted on was vetoed, told in a relative clause: "voted for the draft that Russia vetoed
    on Friday".
    """
    drafts = scene.any_of(("draft", "text"), sentence.i, sentence.j)
    vetoes = scene.any_of(("veto_verb", "veto_use"), drafts[0].j, sentence.j) if drafts else []
    told = [v for v in vetoes if scene.within("relative", drafts[0].j, v.i) and asserted(scene, v.i)]
    other = any(draft.i >= told[0].j for draft in drafts) or negated(scene, told[0]) if told else True
    return When() if other else when(scene, told[0], "past")


def _cut_off(scene: Scene, ballot: Ballot, sentence: Span) -> Topic | None:
    """The state that the Assembly votes to cut off from another body: "suspended Russia ... by 93 votes to 24"."""
    cuts = scene.within("rights_council.lost", sentence.i, sentence.j) if ballot.body == "assembly" else []
    cut = next((c for c in cuts if c.value == "cut"), None)
    group = next(iter(scene.groups(cut.j, min(sentence.j, cut.j + _CUT_REACH))), []) if cut is not None else []
    return Topic(group[0].codes[0], False, group[0].i, 0, group[0].j) if len(group) == 1 else None


def _same_vote(scene: Scene, ballot: Ballot, cue: Cue) -> None:
    """States listed behind a vote just told voted in it: its number is theirs, though not for certain."""
    earlier = vote_before(scene, cue)
    if earlier is not None and of_one_text(scene, scene.sentence(earlier.i)):
        ballot.symbol = _symbol(scene, ballot, scene.sentence(earlier.i))
        ballot.firm_symbol = False


def _of_deed(scene: Scene, part: Span) -> When | None:
    """The day of the adoption whose tally stands behind what the text demands: its words hold no time of their own."""
    deeds = [c for c in scene.any_of(("adopt", "approve"), part.i, part.j) if c.form == "past" and asserted(scene, c.i)]
    deeds = deeds or demands(scene, part)
    time = when(scene, deeds[0], "past") if deeds else When()
    return time if time.time is not None and part.i <= time.time.i < part.j else None


def _of_another(scene: Scene, time: When, part: Span) -> bool:
    """Whether a time belongs to the other vote of a sentence that tells of two."""
    whole = scene.sentence(part.i)
    return time.time is not None and whole.i <= time.time.i < whole.j and not part.i <= time.time.i < part.j


def _symbol(scene: Scene, ballot: Ballot, sentence: Span) -> str | None:
    """The resolution voted on, if the sentence gives its number and no deed in it is done to something else."""
    for named in scene.within("resolution", sentence.i, sentence.j):
        numbers = numbers_after(scene, named)
        if len(numbers) != 1 or scene.forms[named.i - 1] in words("mahdar.checking", "lists.toml", "unlike"):
            continue
        if whose(scene, named, owner(scene, named, bare=True), numbers) == ballot.body:
            if _of_other_text(scene, named, ballot):
                continue
            how = "near" if bracketed(scene, named) else _how(scene, named, numbers[0][2], sentence)
            ballot.firm_symbol = how == "direct" and _one_clause(scene, named, ballot)
            own = None if of_one_text(scene, sentence) else written_behind(scene, numbers[0][2])
            ballot.when = When(own) if own is not None else ballot.when
            return symbol_of(ballot.body, numbers[0][0]) if how != "background" else None
    texts = [m for m in decided(scene) if sentence.i <= m.i < sentence.j and m.symbol and m.body == ballot.body]
    return texts[0].symbol if len(texts) == 1 and texts[0].verb is not None else None


def _one_clause(scene: Scene, named: Cue, ballot: Ballot) -> bool:
    """Whether a resolution stands in a clause of its vote: not in that of another deed of a long sentence."""
    clause = scene.clause(named.i)
    if clause.i >= ballot.j or ballot.i >= clause.j:
        return False
    return not (clauses_apart(scene, named.j, ballot.i) or clauses_apart(scene, ballot.j, named.i))


def _of_other_text(scene: Scene, named: Cue, ballot: Ballot) -> bool:
    """Whether the votes are counted in another clause than the one that names a resolution, beside a text of another
    body: "before the vote on resolution 678, while eleven voted against the Assembly's resolution".
    """
    count = next(iter(counts(scene, ballot.i, ballot.j)), None)
    if count is None or not clauses_apart(scene, min(named.j, count.j), max(named.i, count.i)):
        return False
    clause = scene.clause(count.i)
    texts = [c for c in scene.any_of(("resolution", "draft", "text"), clause.i, clause.j) if c.i != named.i]
    return bool(texts) and any(scene.which(c) != ballot.body for c in scene.within("body", clause.i, clause.j))


def _how(scene: Scene, named: Cue, end: int, sentence: Span) -> Place:
    """How this number stands to the words of voting and adopting: directly to one of them; else in the background if
    it only refers or they have another object.
    """
    deeds = scene.any_of(("adopt", "approve", "vote", "won", *_VOTED), sentence.i, sentence.j)
    counted = {c.i for c in scene.within("votes", sentence.i, sentence.j)}  # صوتا is a vote, and "they voted"
    told = [deed for deed in deeds if deed.form != "noun" and deed.i not in counted]
    places = {place(scene, named, end, deed) for deed in told}
    if "direct" in places or not places:
        return "direct"
    return "background" if "background" in places or referred(scene, named) else "direct"


def _meant(scene: Scene, ballot: Ballot, sentence: Span) -> Topic | None:
    """The topic of a vote that names none: firmly that of the deed just told if it speaks of "the draft", "the vote";
    else what the words around suggest.
    """
    before = _deed_before(scene, sentence)
    if before is None:
        about = topic(scene, ballot.i, ballot.j, ballot.states.keys())
        ballot.symbol = _adopted_before(scene, ballot, sentence)
        ballot.firm_symbol = ballot.symbol is None
        return about
    ballot.symbol = _symbol(scene, ballot, before)
    told = named_topic(scene, before.i, before.j, ballot.states.keys())
    if told is None or told.rank > 1:
        return topic(scene, ballot.i, ballot.j, ballot.states.keys())
    return Topic(told.code, False, told.i, told.rank, told.j)


def _adopted_before(scene: Scene, ballot: Ballot, sentence: Span) -> str | None:
    """The resolution whose adoption the sentence before tells, where this one only counts its votes: "14 members voted
    in favour". Inferred, so that it contradicts nothing.
    """
    k = scene.passage.sentence_of(sentence.i)
    own = scene.any_of(("resolution", "draft", "body", "veto", *_UNDONE), sentence.i, sentence.j)
    if k == 0 or ballot.negated or own or scene.times_in(sentence.i, sentence.j):
        return None
    before = scene.passage.sentences[k - 1]
    deeds = [c for c in scene.any_of(("adopt", "approve"), before.i, before.j) if c.form in ("past", "passive")]
    other = scene.any_of(("draft", "veto", "veto_verb", *_UNDONE), before.i, before.j)
    numbered = [c for c in scene.within("resolution", before.i, before.j) if numbers_after(scene, c)]
    if len(numbered) != 1 or other or not deeds or not asserted(scene, deeds[0].i) or negated(scene, deeds[0]):
        return None
    return _symbol(scene, ballot, before)


def _deed_before(scene: Scene, sentence: Span) -> Span | None:
    """The sentence before, if it tells of one decision and this one refers to its text: المشروع, "the draft". What else
    is issued or passed there is no decision on it: "a court issued a warrant".
    """
    k = scene.passage.sentence_of(sentence.i)
    if k == 0 or not scene.within("text", sentence.i, sentence.j):
        return None
    before = scene.passage.sentences[k - 1]
    deeds = [
        c
        for c in scene.any_of(("adopt", "vote", "veto", "veto_verb"), before.i, before.j)
        if c.sense.concept.startswith("veto") or c.form in ("past", "passive")
    ]
    other = bool(deeds) and deeds[0].sense.concept == "adopt" and not _on_text(scene, before)
    return before if deeds and not other and asserted(scene, deeds[0].i) else None


def _on_text(scene: Scene, span: Span) -> bool:
    """Whether a sentence speaks of a text that is voted on, or of a body that votes."""
    texts = scene.any_of(("resolution", "draft", "text"), span.i, span.j)
    return bool(texts or scene.bodies(span.i, span.j) & _VOTING)


def vote_before(scene: Scene, cue: Cue) -> Cue | None:
    """The word of voting in the sentence before, if the sentence of the cue names no body."""
    k, sentence = scene.passage.sentence_of(cue.i), scene.sentence(cue.i)
    if not k or any(not of_members(scene, c) for c in scene.within("body", sentence.i, sentence.j)):
        return None
    before = scene.passage.sentences[k - 1]
    words = scene.any_of(ANCHORS, before.i, before.j)
    told = [c for c in words if c.form in ("past", "passive")]
    told = told or (vote_words(scene, before) if counts(scene, before.i, before.j) else [])
    return told[0] if told else None
