"""How reports tell a vote, in whichever body: tallies, unanimity, who abstained, votes still to come."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from mahdar.checking.assertion import When, asserted, negated, tense, titled, when
from mahdar.checking.ballot import Ballot, dashed, entire, rest, tally
from mahdar.checking.cues import Cue
from mahdar.checking.decisions import bracketed, decided
from mahdar.checking.direct import Place, place, referred
from mahdar.checking.numerals import counts
from mahdar.checking.once import once
from mahdar.checking.owners import owner
from mahdar.checking.predicates import apart
from mahdar.checking.scene import Scene
from mahdar.checking.subjects import body_meant, of_members
from mahdar.checking.symbols import numbers_after, symbol_of, whose
from mahdar.checking.topics import Topic, named_topic, topic
from mahdar.checking.voters import denied, finite, headlined, voted, voters
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span

_PRESUPPOSED = frozenset({"favour", "oppose", "unanimous"})
_ANCHORS = ("unanimous", "abstain", "vote", "voted_for", "voted_against")
_TOLD = ("favour", "oppose", "won", "won_only", "approve")  # beside counts
_SCORED = ("adopt", "votes")  # beside a tally with dashes
_DECIDING = ("adopt", "approve", "vote")
_BARE = "vote_bare"
_ANY = (*_ANCHORS, *_TOLD, _BARE)
_VOTED = ("voted_for", "voted_against", "abstain", "unanimous")
_AFTER = 5
_BACK = 3  # sentences back over which votes told in a row are one body's
_ELECTIONS = ("elect", "rights_council.elects", "seat_elects", "seat_won")
_UNDONE = ("veto_verb", "text_failed", "turned_down", "voted_down")
_BODIES = frozenset({"council", "assembly", "rights_council"})


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


@once
def ballots(scene: Scene) -> tuple[Ballot, ...]:
    """The votes told, at most one for each sentence and body."""
    if not scene.has_any(_ANY) and not (scene.all("adopt") and "-" in scene.forms):
        return ()
    told = (_ballot(scene, part) for sentence in _telling(scene) for part in _parts(scene, sentence))
    found = [ballot for ballot in told if ballot is not None]
    kept = (
        ballot
        for k, ballot in enumerate(found)
        if not any(_repeats(ballot, one) for one in found[max(0, k - _BACK * 2) : k])
    )
    return (*kept, *_denials(scene))


def _repeats(ballot: Ballot, earlier: Ballot) -> bool:
    """Whether a vote tells only how states voted of whom one told before says the same, and more: "its abstention"."""
    if ballot.counts or ballot.symbol or ballot.firm_time or ballot.body != earlier.body or earlier.negated:
        return False
    about = {b.topic.code for b in (ballot, earlier) if b.topic is not None}
    more = bool(earlier.counts) or len(earlier.states) > len(ballot.states)
    return more and len(about) < 2 and ballot.states.items() <= earlier.states.items()


def _telling(scene: Scene) -> Iterator[Span]:
    """The sentences with words that a vote may be told by."""
    places = {cue.i for cue in scene.any_at_all(_ANCHORS)}
    places |= {cue.i for cue in scene.any_at_all(_TOLD) if _numbered(scene, cue) or _voting(scene, cue)}
    places |= {cue.i for cue in scene.any_at_all(_SCORED) if _dashed(scene, cue) or _voting(scene, cue)}
    places |= {cue.i for cue in scene.all(_BARE) if titled(scene, cue.i)}
    for k in sorted({scene.passage.sentence_of(i) for i in places}):
        yield scene.passage.sentences[k]


def _numbered(scene: Scene, cue: Cue) -> bool:
    """Whether any number stands in the sentence of a cue or right beside it: without one it tells no tally."""
    sentence = scene.sentence(cue.i)
    low, high = min(sentence.i, cue.i - _AFTER), max(sentence.j, cue.j + _AFTER)
    return bool(scene.numbers_in(low, high) or scene.within("votes", low, high))


def _dashed(scene: Scene, cue: Cue) -> bool:
    """Whether a dash stands in the sentence of a cue, as in a score."""
    sentence = scene.sentence(cue.i)
    return "-" in scene.forms[sentence.i : sentence.j]


def _voting(scene: Scene, cue: Cue) -> bool:
    """Whether a word for those who vote stands in the sentence of a cue: "among those voting against"."""
    sentence = scene.sentence(cue.i)
    return bool(scene.within("voting", sentence.i, sentence.j))


def _parts(scene: Scene, sentence: Span) -> list[Span]:
    """A sentence that tells of two votes, each on a resolution by its own number, is cut before the second: "adopted
    1970 unanimously, then 1973 with five abstentions".
    """
    named = [c for c in scene.within("resolution", sentence.i, sentence.j) if numbers_after(scene, c)]
    for one, other in itertools.pairwise(named):
        commas = [k for k in range(one.j, other.i) if scene.forms[k] in _word_list("then")]
        cut = commas[-1] + 1 if commas else other.i
        parts = [Span(sentence.i, cut), Span(cut, sentence.j)]
        if all(_anchors(scene, part) for part in parts):
            return [parts[0], *_parts(scene, parts[1])]
    return [sentence]


def _ballot(scene: Scene, sentence: Span) -> Ballot | None:
    anchors = _anchors(scene, sentence)
    if not anchors:
        return None
    first = anchors[0]
    body = _body(scene, first)
    if body not in _BODIES:
        return None
    ballot = Ballot(body, min(c.i for c in anchors), max(c.j for c in anchors))
    tally(scene, ballot, sentence, anchors)
    if _of_election(scene, sentence, ballot):
        return None
    states, words = voted(scene, sentence, counted=bool(ballot.counts))
    ballot.states = _in_order(scene, sentence, states | ballot.states)
    if words is not None:
        ballot.i, ballot.j = min(ballot.i, words.i), max(ballot.j, words.j)
    if not (ballot.counts or ballot.states or _to_come(scene, anchors, ballot)):
        return None
    return _completed(scene, ballot, anchors, sentence)


def _of_election(scene: Scene, sentence: Span, ballot: Ballot) -> bool:
    """Whether the only count is that of a candidate: "elected with 180 votes", حصلت قطر على 182 صوتا."""
    texts = scene.any_of(("resolution", "draft", "text", "abstain", "oppose", "voted_against"), sentence.i, sentence.j)
    if ballot.body != "assembly" or not set(ballot.counts) <= {"yes"} or texts:
        return False
    elected = scene.any_of(_ELECTIONS, sentence.i, sentence.j)
    return bool(elected) or any(_candidate(scene, won) for won in scene.within("won", sentence.i, sentence.j))


def _candidate(scene: Scene, won: Cue) -> bool:
    """Whether a state is the subject of a verb of winning votes."""
    if scene.passage.language == "en":
        return any(state.j == won.i for state in scene.states_in(won.i - 3, won.i))
    return bool(scene.states_in(won.j, won.j + 1))


def _in_order(scene: Scene, sentence: Span, states: dict[str, str]) -> dict[str, str]:
    """States in the order in which the sentence names them."""
    named = [code for s in scene.states_in(sentence.i, sentence.j, demonyms=True) for code in s.codes]
    return {code: states[code] for code in dict.fromkeys([*named, *states]) if code in states}


def _denials(scene: Scene) -> Iterator[Ballot]:
    """ "China did not vote against resolution 2640": a vote that states are said not to have cast."""
    for cue in scene.all(_BARE):
        body = _body(scene, cue)
        if body not in _BODIES or not negated(scene, cue) or not asserted(scene, cue.i):
            continue
        states = denied(scene, cue)
        if states:
            ballot = Ballot(body, cue.i, cue.j, states=states, negated=True)
            yield _completed(scene, ballot, [cue], scene.sentence(cue.i))


def _anchors(scene: Scene, sentence: Span) -> list[Cue]:
    """The asserted words of voting in a sentence: verbs, unanimity, abstention, tallies."""
    found = scene.any_of(_ANCHORS, sentence.i, sentence.j)
    found += [c for c in scene.any_of(_TOLD, sentence.i, sentence.j) if _counts_beside(scene, c)]
    found += [cue for _, cue in entire(scene, sentence)]
    found += headlined(scene, sentence)
    found += _scored(scene, sentence) if not found else []
    found += [c for c in scene.within("voting", sentence.i, sentence.j) if voters(scene, c, sentence)]
    kept = [c for c in sorted(found, key=lambda c: c.i) if _told(scene, c, sentence)]
    return [c for c in kept if c.form != "noun" or c.sense.concept != "vote" or len(kept) > 1]


def _told(scene: Scene, cue: Cue, sentence: Span) -> bool:
    """Whether a word of voting is asserted; a doubt inside what the body itself demands is not of its tally."""
    tallied = _tallied(scene, cue, sentence)
    if asserted(scene, cue.i, open_future=tallied or finite(scene, cue)):
        return True
    demand = next(iter(_demands(scene, sentence)), None) if tallied and not scene.asks(cue.i) else None
    return demand is not None and demand.i < cue.i and asserted(scene, demand.i) and _counts_beside(scene, cue)


def _scored(scene: Scene, sentence: Span) -> list[Cue]:
    """The verb of adoption, or the word for votes, right before a tally with dashes: "passed 13-0-2"."""
    if "-" not in scene.forms[sentence.i : sentence.j]:
        return []
    score = dashed(scene, sentence)
    beside = scene.any_of(_SCORED, sentence.i, score[0].i) if score is not None else []
    return [c for c in beside[-1:] if score is not None and score[0].i - c.j <= 1]


def _tallied(scene: Scene, cue: Cue, sentence: Span) -> bool:
    """Whether the words only tell how an adoption went that the sentence states: a wish inside the text adopted is
    not theirs.
    """
    told = cue.sense.concept in _PRESUPPOSED or cue.form == "noun" or cue.sense.concept == "abstain"
    if not told:
        return False
    verbs = (c for concept in _DECIDING for c in scene.within(concept, sentence.i, cue.i))
    return any(c.form in ("past", "passive") for c in verbs) or _demanded(scene, cue, sentence)


def _demanded(scene: Scene, cue: Cue, sentence: Span) -> bool:
    """Whether the body itself demands: "the Assembly called for a truce with 121 votes in favour" tells its vote."""
    return any(wish.i < cue.i for wish in _demands(scene, sentence))


def _demands(scene: Scene, sentence: Span) -> list[Cue]:
    """The verbs of demanding of a body that votes: right behind its name, or in Arabic right before it."""
    bodies = [c for c in scene.within("body", sentence.i, sentence.j) if scene.which(c) in _BODIES]
    arabic = scene.passage.language == "ar"
    return [
        wish
        for wish in scene.within("wish", sentence.i, sentence.j)
        if any(0 <= wish.i - body.j <= _AFTER or (arabic and 0 <= body.i - wish.j <= 1) for body in bodies)
    ]


def _counts_beside(scene: Scene, cue: Cue) -> bool:
    near = counts(scene, max(0, cue.i - _AFTER), cue.j + 3)
    votes = cue.j - cue.i > 1 or scene.within("votes", max(0, cue.i - _AFTER), cue.j + _AFTER)
    sides = (cue.form == "post" and _both_sides(scene, cue)) or any(rest(scene, cue, number) for number in near)
    return bool(near) and bool(votes or sides or scene.within("vote", max(0, cue.i - 12), cue.j + 6))


def _both_sides(scene: Scene, cue: Cue) -> bool:
    """Whether numbers stand right before words for both sides in a sentence: 124 مؤيدا و14 معارضا."""
    sentence = scene.sentence(cue.i)
    ends = {number.j for number in counts(scene, sentence.i, sentence.j)}
    sides = {c.sense.concept for c in scene.any_of(("favour", "oppose"), sentence.i, sentence.j) if c.i in ends}
    return len(sides) > 1 and scene.passage.language != "en"


def _body(scene: Scene, cue: Cue, back: int = _BACK) -> str:
    """Whose vote it is: the first body of the clause before it, else that of the vote told in the sentence before, else
    the nearest. A vote beside no UN body is nobody's here.
    """
    clause = scene.clause(cue.i)
    meant = body_meant(scene, cue.i)
    if meant in _BODIES:
        return meant
    earlier = _vote_before(scene, cue) if back else None
    if earlier is not None:
        return _body(scene, earlier, back - 1)
    own = [c for c in scene.within("body", clause.i, cue.i) if not of_members(scene, c)]
    named = [c for c in own if not _left(scene, clause.i, c)]
    before = [scene.which(c) for c in named]
    if (own and not named) or (not own and _left_before(scene, cue)):
        return "assembly"
    if not own and (numbered := _numbered_body(scene, cue)):
        return numbered
    if "other" in before and not _BODIES & set(before):
        return ""
    body = next((b for b in before if b in _BODIES), "") or scene.body(cue.i)
    if body == "un":
        return "assembly" if scene.speaks_of("assembly") and not scene.speaks_of("council") else "council"
    return body


def _numbered_body(scene: Scene, cue: Cue) -> str:
    """The body whose resolution the sentence of a vote names by its number, where that tells it; or ""."""
    sentence = scene.sentence(cue.i)
    named = [(c, numbers_after(scene, c)) for c in scene.within("resolution", sentence.i, sentence.j)]
    bodies = {whose(scene, c, owner(scene, c, bare=True), numbers) for c, numbers in named if numbers}
    return bodies.pop() if len(bodies) == 1 and bodies <= _BODIES else ""


def _vote_before(scene: Scene, cue: Cue) -> Cue | None:
    """The word of voting in the sentence before, if the sentence of the cue names no body."""
    k, sentence = scene.passage.sentence_of(cue.i), scene.sentence(cue.i)
    if not k or any(not of_members(scene, c) for c in scene.within("body", sentence.i, sentence.j)):
        return None
    before = scene.passage.sentences[k - 1]
    words = scene.any_of(_ANCHORS, before.i, before.j)
    told = [c for c in words if c.form in ("past", "passive")]
    told = told or (_anchors(scene, before) if counts(scene, before.i, before.j) else [])
    return told[0] if told else None


def _left(scene: Scene, i: int, body: Cue) -> bool:
    """Whether a state is cut off from this body: "suspended Russia from the Human Rights Council" is the Assembly's
    vote.
    """
    mine = scene.which(body) == "rights_council"
    return mine and any(c.value == "cut" for c in scene.within("rights_council.lost", i, body.j))


def _left_before(scene: Scene, cue: Cue) -> bool:
    """Whether the sentence before tells of a state cut off from the body named last, and the own one names none."""
    k, sentence = scene.passage.sentence_of(cue.i), scene.sentence(cue.i)
    before = scene.passage.sentences[max(0, k - 1)]
    last = scene.within("body", before.i, before.j)[-1:] if k else []
    return bool(last) and not scene.within("body", sentence.i, sentence.j) and _left(scene, before.i, last[0])


# -- what it was on
def _to_come(scene: Scene, anchors: list[Cue], ballot: Ballot) -> bool:
    """A vote of a body that is announced or told with its day, though without any count."""
    for cue in anchors:
        if cue.sense.concept == "vote" and cue.form in ("past", "present", "future", "infinitive"):
            clause = scene.clause(cue.i)
            told = any(scene.which(c) == ballot.body for c in scene.within("body", clause.i, clause.j))
            if (
                told
                and scene.times_in(clause.i, clause.j)
                and (cue.form != "infinitive" or tense(scene, cue) == "future")
            ):
                return True
    return False


def _completed(scene: Scene, ballot: Ballot, anchors: list[Cue], sentence: Span) -> Ballot:
    cue = anchors[0]
    ballot.tense = tense(scene, cue)
    times = [when(scene, c, "past" if ballot.tense == "present" else ballot.tense) for c in anchors]
    times = [t for t in times if not _of_another(scene, t, sentence) and not apart(scene, cue, t.time)] or [When()]
    ballot.when = next((t for t in times if t.time is not None), times[0])
    if ballot.when.time is None and not ballot.negated:
        ballot.when = _of_deed(scene, sentence) or ballot.when
        ballot.when = _of_vote_before(scene, cue) if ballot.when.time is None else ballot.when
    time = ballot.when.time
    ballot.firm_time = time is not None and sentence.i <= time.i < sentence.j
    ballot.symbol = _symbol(scene, ballot, sentence)
    if ballot.symbol is None and ballot.states and not ballot.counts and not ballot.negated:
        _same_vote(scene, ballot, cue)
    if ballot.symbol is None:
        own = named_topic(scene, sentence.i, sentence.j, ballot.states.keys())
        ballot.topic = own if own is not None and own.rank < 2 else _meant(scene, ballot, sentence)
    return ballot


def _of_vote_before(scene: Scene, cue: Cue) -> When:
    """The time of the vote that the sentences before tell of, one by one."""
    earlier: Cue | None = cue
    for _ in range(_BACK):
        earlier = _vote_before(scene, earlier) if earlier is not None else None
        time = when(scene, earlier, "past") if earlier is not None else When()
        if time.time is not None:
            return time
    return When()


def _same_vote(scene: Scene, ballot: Ballot, cue: Cue) -> None:
    """States listed behind a vote just told voted in it: its number is theirs, though not for certain."""
    earlier = _vote_before(scene, cue)
    if earlier is not None:
        ballot.symbol = _symbol(scene, ballot, scene.sentence(earlier.i))
        ballot.firm_symbol = False


def _of_deed(scene: Scene, part: Span) -> When | None:
    """The day of the adoption whose tally stands behind what the text demands: its words hold no time of their own."""
    deeds = [c for c in scene.any_of(("adopt", "approve"), part.i, part.j) if c.form == "past" and asserted(scene, c.i)]
    deeds = deeds or _demands(scene, part)
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
        if len(numbers) != 1:
            continue
        if whose(scene, named, owner(scene, named, bare=True), numbers) == ballot.body:
            how = "near" if bracketed(scene, named) else _how(scene, named, numbers[0][2], sentence)
            ballot.firm_symbol = how == "direct"
            return symbol_of(ballot.body, numbers[0][0]) if how != "background" else None
    texts = [m for m in decided(scene) if sentence.i <= m.i < sentence.j and m.symbol and m.body == ballot.body]
    return texts[0].symbol if len(texts) == 1 and texts[0].verb is not None else None


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


# -- the text of the sentence before
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
    """The sentence before, if it tells of one decision and this one refers to its text: المشروع, "the draft"."""
    k = scene.passage.sentence_of(sentence.i)
    if k == 0 or not scene.within("text", sentence.i, sentence.j):
        return None
    before = scene.passage.sentences[k - 1]
    deeds = [
        c
        for c in scene.any_of(("adopt", "vote", "veto", "veto_verb"), before.i, before.j)
        if c.sense.concept.startswith("veto") or c.form in ("past", "passive")
    ]
    return before if deeds and asserted(scene, deeds[0].i) else None
