"""What the English rules share on their walk over a passage: its view, speakers, cues and statements so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from mahdar.model import Act
from mahdar.reading.statements.english_bare import lacks_verb
from mahdar.reading.statements.english_ends import tidy
from mahdar.reading.statements.english_joint import beside
from mahdar.reading.statements.english_obligations import obliges
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_pronouns import opener
from mahdar.reading.statements.english_speakers import Speakers
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import NOBODY, Speaker, is_outlet, outlets
from mahdar.reading.statements.values import Spoken

_RECENT = 6
_OWN_VOICE = frozenset({"we", "i", "you", "who", "which"})
_SUBJECT_REACH = 12
_ADVERBIAL = 16  # tokens


@dataclass(slots=True)
class Scene:
    """One passage on its way through the rules; ``verbs`` are its verbal cues in order."""

    view: View
    speakers: Speakers
    verbs: list[Found]
    spoken: list[Spoken] = field(default_factory=list)
    _narrators: frozenset[int] | None = None
    _verbal: set[int] | None = None

    def emit(self, i: int, j: int, act: Act, speaker: Speaker, cue: tuple[int, int]) -> None:
        """Add a statement whose content is tokens i to j, unless its speaker's statement around it says it already."""
        edges = tidy(self.view, i, min(j, len(self.view.forms)))
        around = self._around(cue[0])
        if around is not None and not all(is_outlet(one) for one in around.speakers):
            self.speakers.resume(Speaker(around.speakers, around.speaker_text))
        if edges is None or self._said_already(edges, cue, speaker):
            return
        obliged = act == "say" and obliges(self.view, *edges)
        self.spoken.append(Spoken(*edges, "demand" if obliged else act, speaker.ids, speaker.text, speaker.via, cue))

    def forget_own(self, i: int, j: int) -> None:
        """Drop what "we" say within tokens i to j, which somebody turned out to have said: "We urge calm, he said"."""
        self.spoken[-_RECENT:] = [
            s
            for s in self.spoken[-_RECENT:]
            if s.speakers or not (i <= s.cue[0] < j and self.view.has_own(i, s.cue[0]))
        ]

    def take_up(self, i: int, j: int, act: Act, speaker: Speaker, cue: tuple[int, int]) -> None:
        """Add what somebody holds of words that another said: the same content once more, of a speaker of its own."""
        edges = tidy(self.view, i, j)
        taken = [other for other in self.spoken[-_RECENT:] if edges == (other.i, other.j)]
        mine = self._principals(speaker.ids)
        if edges is not None and not any(self._principals(other.speakers) == mine for other in taken):
            self.spoken.append(Spoken(*edges, act, speaker.ids, speaker.text, speaker.via, cue))

    @property
    def verbal(self) -> set[int]:
        """Tokens of verbal cues: no noun phrase reaches over them."""
        if self._verbal is None:
            self._verbal = {k for v in self.verbs for k in range(v.group.i, v.group.j)}
        return self._verbal

    @property
    def narrators(self) -> frozenset[int]:
        """Cue tokens whose subject is a known third person: where they stand, the reporter speaks."""
        if self._narrators is None:
            told = (v for v in self.verbs if _is_narrated(self.view, v) or _is_plainly_told(self.view, v))
            self._narrators = frozenset(v.group.cue for v in told)
        return self._narrators

    def speaker_of(self, found: Found) -> Speaker:
        """The speaker of a cue by its subject, by the last statement in the sentence, or by whom the sentence names."""
        first = self.view.sentence(found.group.cue)[0]
        trailing = found.group.mood == "participle" and self.view.form(found.group.i - 1) == "," and self.spoken
        if found.subject is not None and trailing and self._is_past_insertion(found, first):
            return Speaker(self.spoken[-1].speakers, self.spoken[-1].speaker_text, self.spoken[-1].via)
        if found.subject is not None and found.group.mood == "participle" and self._is_call(found.subject):
            return self._sentence_subject(first, found.subject[0])  # Chad sent an appeal calling for talks
        if found.subject is not None and not (trailing and self.spoken[-1].cue[0] >= max(first, found.subject[0])):
            speaker = self.speakers.of(found.subject).through(self._quoting(found))
            others = beside(self.view, self.speakers.source, found.group.cue) if speaker.ids else ()
            return replace(speaker, ids=tuple(dict.fromkeys((*speaker.ids, *others)))) if others else speaker
        if self.spoken and max(self.spoken[-1].cue[0], self.spoken[-1].i) >= first:
            last = self._outer(first)
            if trailing and self.view.form(last.cue[0]) == "according":
                return self._told_by_source(first, found.group.i, last)
            return Speaker(last.speakers, last.speaker_text, last.via)
        return self._sentence_subject(first, found.group.i)

    def _told_by_source(self, first: int, end: int, source: Spoken) -> Speaker:
        """Who goes on behind what a source told: the army of "according to Reuters, the army fired, claiming"."""
        last = self.spoken[-1]
        own = self._sentence_subject(first, end) if last.cue == source.cue else NOBODY
        told = own if own.ids else Speaker(last.speakers, last.speaker_text)
        return told.through(tuple(one for one in source.speakers if is_outlet(one)))

    def _is_call(self, subject: Phrase) -> bool:
        """Whether an appeal or call, and nobody who makes it, is the subject."""
        i, j = subject
        return self.view.forms[i] in {"a", "an"} and self.view.forms[j - 1] in self.view.words.calls

    def _is_past_insertion(self, found: Found, first: int) -> bool:
        """Whether the noun before an insertion and a trailing participle stands in what was said."""
        last, subject = self.spoken[-1], found.subject
        inside = subject is not None and first <= last.cue[0] and last.i <= subject[0] < last.j
        return inside and subject is not None and subject[1] < found.group.i - 1

    def _quoting(self, found: Found) -> tuple[str, ...]:
        """Outlets that an insertion behind the subject names: "the ministry, quoted by Interfax, said"."""
        k = found.subject[1] if found.subject is not None and not found.inverted else found.group.i
        if self.view.form(k) != ",":
            return ()
        quoted = self.view.words.quoted_by & set(self.view.forms[k + 1 : k + 4])
        by = quoted and "by" in self.view.forms[k + 2 : k + 5]
        return outlets(self.view, k, found.group.i) if by else ()

    def _outer(self, first: int) -> Spoken:
        """The last statement of the sentence that is no relative clause within another one's content."""
        last = self.spoken[-1]
        for other in reversed(self.spoken[-_RECENT:-1]):
            if other.cue[0] >= first and other.i <= last.cue[0] < other.j and last.j <= other.j:
                last = other
        return last

    def owner(self, pronoun: str, k: int) -> Speaker:
        """Whom a possessive at token k means: who spoke, or whom its sentence names first."""
        carried = self.speakers.carried(pronoun, k)
        return carried if carried.ids else self._sentence_subject(self.view.sentence(k)[0], k)

    def subject_of(self, i: int) -> Speaker:
        """Whom the sentence of token i names first."""
        return self._sentence_subject(self.view.sentence(i)[0], i)

    def _sentence_subject(self, first: int, end: int) -> Speaker:
        """Whom the sentence names first behind what leads up to it, for a participle at its end."""
        view = self.view
        first = self._behind_adverbial(first, end)
        if view.opens(first) is not None:
            return NOBODY  # names in what is said
        person = opener(view, first, min(end, first + _SUBJECT_REACH))
        if person is not None:
            return self.speakers.of((person.i, person.j))
        for k in range(first, min(end, first + _SUBJECT_REACH)):
            if self._is_verb(k):
                break
            named = view.named(k)
            if named is not None and named.head:
                return self.speakers.of((named.i, named.j))
            if view.forms[k] in view.words.personal:
                carried = self.speakers.of((k, k + 1))
                return carried if carried.ids else Speaker((), view.tokens.original(k, k + 1))
        phrase = self._leading_phrase(first, end)
        return self.speakers.of(phrase) if phrase is not None else NOBODY

    def _behind_adverbial(self, first: int, end: int) -> int:
        """The token behind the comma of an adverbial that opens a sentence: "In a call with Peru, | the minister"."""
        if self.view.form(first) not in self.view.words.prepositions | {"according"}:
            return first
        comma = next((k for k in range(first, min(end, first + _ADVERBIAL)) if self.view.forms[k] == ","), None)
        return comma + 1 if comma is not None and lacks_verb(self.view, first, comma) else first

    def _is_verb(self, k: int) -> bool:
        """Whether the verb of a sentence stands at token k, so that its subject has ended."""
        view, w = self.view, self.view.words
        form, behind = view.forms[k], view.form(k + 1)
        object_ = behind in w.determiners or behind in w.possessives or behind in w.prepositions or view.capital(k + 1)
        return (
            form in w.finite
            or form in w.pasts
            or (form.endswith("ed") and not view.capital(k) and view.form(k - 1) != "-" and object_)
        )

    def _leading_phrase(self, first: int, end: int) -> Phrase | None:
        """The noun phrase at the head of a sentence, if it names somebody who can speak."""
        view, w = self.view, self.view.words
        if view.form(first) in w.prepositions | w.subordinators | w.coordinators | w.generic or not view.word(first):
            return None
        stops = w.finite | w.pasts | w.adverbs | w.relatives
        k = first
        while k < min(end, first + _SUBJECT_REACH) and not (view.forms[k] in stops and k > first):
            dotted = view.forms[k] == "." and not view.stop(k)
            if view.forms[k].endswith("ed") or not (view.word(k) or view.forms[k] in {"'s", "-"} or dotted):
                break
            if k > first and self._ends_speaker(k):
                break
            k += 1
        return (first, k) if first < k < end and self.speakers.known((first, k)) else None

    def _ends_speaker(self, k: int) -> bool:
        """Whether a noun for somebody who speaks stands before token k, and no further part of his name or post."""
        view, w = self.view, self.view.words
        nouns = (w.spokes, w.collective, w.private, w.unnamed, w.officers, w.followings, w.members)
        form = view.forms[k]
        goes_on = form in w.inside or form in {"'s", "-"} or view.capital(k) or any(form in held for held in nouns)
        return not goes_on and any(view.forms[k - 1] in held for held in nouns)

    def _around(self, cue: int) -> Spoken | None:
        """The statement in whose content a cue stands: its speaker is whom the pronouns behind it take up."""
        return next((s for s in self.spoken[-_RECENT:] if s.i <= cue < s.j and s.cue[0] < s.i and s.speakers), None)

    def is_within_speech(self, cue: int) -> bool:
        """Whether a cue stands in what somebody is reported to have said."""
        return self._around(cue) is not None

    def _said_already(self, edges: tuple[int, int], cue: tuple[int, int], speaker: Speaker) -> bool:
        """Whether a recent statement of the same speaker holds this one, or the very span is taken."""
        for other in self.spoken[-_RECENT:]:
            if (other.i, other.j) == edges:
                return True
            within = other.i <= cue[0] < other.j and other.i <= edges[0] and edges[1] <= other.j
            if within and self._is_his(speaker, other):
                return True
        return False

    def _is_his(self, speaker: Speaker, other: Spoken) -> bool:
        """Whether what another statement holds is its speaker's own; an outlet's may be that of others."""
        if not speaker.ids and not (speaker.text and all(is_outlet(one) for one in other.speakers)):
            return True
        return self._principals(other.speakers) == self._principals(speaker.ids)

    def speak_for_the_same(self, ids: tuple[str, ...], others: tuple[str, ...]) -> bool:
        """Whether these and the others are the same people or speak for the same states and bodies."""
        return bool(ids) and self._principals(ids) == self._principals(others)

    def _principals(self, ids: tuple[str, ...]) -> set[str]:
        """For whom these speak: a ministry and its state are no two speakers."""
        entities, new = self.view.passage.entities, self.speakers.unknown.new
        known = ((i, new.get(i) or entities.get(i)) for i in ids)
        return {(entity.principal if entity is not None else None) or i for i, entity in known}


def _is_plainly_told(view: View, found: Found) -> bool:
    """Whether a chained cue reports speech in a paragraph where nobody says "we"."""
    if found.group.mood != "said" or found.subject is not None or not any(b.sure for b in found.cue.buildings):
        return False
    first, end = view.paragraph_start(found.group.cue), view.paragraph_end(found.group.cue)
    return not view.has_own(first, end)


def _is_narrated(view: View, found: Found) -> bool:
    """Whether a cue says what somebody named, or capitalised within a sentence, said."""
    last = found.subject[1] - 1 if found.subject else -1
    if last < 0 or found.group.mood != "said" or view.forms[last] in _OWN_VOICE:
        return False
    if not view.capital(last):
        role = view.forms[last] in view.words.spokes or view.named(last) is not None
        return role and view.form(found.subject[0] if found.subject else last) == "the"
    return view.named(last) is not None or last > view.sentence(last)[0]
