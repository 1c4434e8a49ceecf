"""What the English rules share on their walk over a passage: its view, speakers, cues and statements so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from mahdar.model import Act
from mahdar.reading.statements.english_ends import tidy
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_speakers import NOBODY, Speaker, Speakers
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import STOPS
from mahdar.reading.statements.values import Spoken

_RECENT = 6
_OWN_VOICE = frozenset({"we", "i", "you", "who", "which"})
_SUBJECT_REACH = 12
_BREAKS_OBLIGATION = frozenset({"that", "which", "who", "if", ",", "when", "because"})


@dataclass(slots=True)
class Scene:
    """One passage on its way through the rules; ``verbs`` are its verbal cues in order."""

    view: View
    speakers: Speakers
    verbs: list[Found]
    spoken: list[Spoken] = field(default_factory=list)
    _narrators: frozenset[int] | None = None

    def emit(self, i: int, j: int, act: Act, speaker: Speaker, cue: tuple[int, int]) -> None:
        """Add a statement whose content is tokens i to j, unless its speaker's statement around it says it already."""
        edges = tidy(self.view, i, min(j, len(self.view.forms)))
        if edges is None or self._said_already(edges, cue, speaker):
            return
        obliged = act == "say" and _obliges(self.view, *edges)
        self.spoken.append(Spoken(*edges, "demand" if obliged else act, speaker.ids, speaker.text, speaker.via, cue))

    @property
    def narrators(self) -> frozenset[int]:
        """Cue tokens whose subject is a known third person: where they stand, the reporter speaks."""
        if self._narrators is None:
            self._narrators = frozenset(v.group.cue for v in self.verbs if _is_narrated(self.view, v))
        return self._narrators

    def speaker_of(self, found: Found) -> Speaker:
        """The speaker of a cue by its subject, by the last statement in the sentence, or by whom the sentence names."""
        if found.subject is not None:
            return self.speakers.of(found.subject)
        first = self.view.sentence(found.group.cue)[0]
        if self.spoken and max(self.spoken[-1].cue[0], self.spoken[-1].i) >= first:
            last = self.spoken[-1]
            return Speaker(last.speakers, last.speaker_text, last.via)
        return self._sentence_subject(first, found.group.i)

    def _sentence_subject(self, first: int, end: int) -> Speaker:
        """Whom the sentence names first, for a participle at its end."""
        view = self.view
        for k in range(first, min(end, first + _SUBJECT_REACH)):
            named = view.named(k)
            if named is not None and named.head:
                return self.speakers.of((named.i, named.j))
            if view.forms[k] in view.words.personal:
                return self.speakers.of((k, k + 1))
        return NOBODY

    def _said_already(self, edges: tuple[int, int], cue: tuple[int, int], speaker: Speaker) -> bool:
        """Whether a recent statement of the same speaker holds this one, or the very span is taken."""
        for other in self.spoken[-_RECENT:]:
            within = other.i <= cue[0] < other.j and other.i <= edges[0] and edges[1] <= other.j
            if (within and (other.speakers == speaker.ids or not speaker.ids)) or (other.i, other.j) == edges:
                return True
        return False


def _is_narrated(view: View, found: Found) -> bool:
    last = found.subject[1] - 1 if found.subject else -1
    return last >= 0 and view.capital(last) and view.forms[last] not in _OWN_VOICE


def _obliges(view: View, i: int, j: int) -> bool:
    """Whether a content of one sentence says what must or should be done."""
    if any(form in STOPS for form in view.forms[i : j - 1]):
        return False
    for k in range(i, min(j, i + view.words.obligation_window)):
        if k > i and view.forms[k] in _BREAKS_OBLIGATION:
            return False
        hit = view.words.obligations.at(view.tokens, k)
        if hit is not None and view.form(hit.j) not in {"have", "not"}:
            return True
    return False
