"""Who was named last, which state a report is about at a place, and which two states stood side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable
from functools import cache, cached_property, lru_cache

from mahdar.language.tokens import Span
from mahdar.reading.names.entries import ROOM
from mahdar.reading.names.generic import is_group
from mahdar.reading.names.persons import known_persons
from mahdar.reading.names.scene import Scene
from mahdar.reading.names.strangers import is_stranger, speech_before
from mahdar.reading.names.titles import slug_of_role
from mahdar.reading.passage import Named
from mahdar.tables import read_rows, read_toml, values

_STATE_KINDS = frozenset({"state", "capital"})
_STATES = _STATE_KINDS | {"demonym"}
_FAR = 60  # names that a short form may look back over
_PAIR_FAR = 120  # tokens
_LATE = 2  # sentences
_NEAR = 4  # tokens between an agency and whom it quotes
_LONGEST_TURN = 80  # tokens
_BACK = 3  # sentences that a possessive may look back over


class Focus:
    """The names of a report in order, as they stood before short forms were linked."""

    def __init__(self, scene: Scene, sentences: list[Span]) -> None:
        self.scene = scene
        self.named = sorted(scene.cast.named, key=lambda n: n.i)
        self.places = [n.i for n in self.named]
        self.starts = [s.i for s in sentences]
        self._turns: dict[int, int] = {}

    def add(self, named: Named) -> None:
        """Take in a name that was linked meanwhile."""
        here = bisect_right(self.places, named.i)
        self.named.insert(here, named)
        self.places.insert(here, named.i)
        slug = self.slug(named)
        if slug not in self._firsts or named.i < self._firsts[slug].i:
            self._firsts[slug] = named

    def latest(self, i: int, fits: Callable[[Named], bool]) -> list[str]:
        """The last fitting entity named before token i, as a list of one or none."""
        last = self.latest_named(i, fits)
        return [last.entity] if last is not None else []

    def latest_named(self, i: int, fits: Callable[[Named], bool]) -> Named | None:
        """The last fitting name before token i."""
        here = bisect_left(self.places, i)
        return next((n for n in reversed(self.named[max(0, here - _FAR) : here]) if fits(n)), None)

    def sentences_between(self, i: int, j: int) -> int:
        """How many sentences begin behind token i, up to token j."""
        return bisect_right(self.starts, j) - bisect_right(self.starts, i)

    def first(self, slug: str) -> list[str]:
        """The first entity of the whole report that was named by this post."""
        return [self._firsts[slug].entity] if slug in self._firsts else []

    @cached_property
    def _firsts(self) -> dict[str, Named]:
        """The first name in the report for each post."""
        return {self.slug(named): named for named in reversed(self.named)}

    def slug(self, named: Named) -> str:
        """The post or organ by which an entity is known here."""
        slug = self.scene.cast.slugs.get(named.entity)
        return _usual_slug(named.entity) if slug is None else slug

    def body_classes(self, entity: str) -> frozenset[str]:
        """The classes of a body in its table, e.g. ``council``."""
        return _classes().get(entity, frozenset())

    def is_agency(self, entity: str) -> bool:
        """Whether an outlet is a news agency (الوكالة), not a paper or a channel."""
        return entity in _agencies()

    def state(self, i: int) -> str | None:
        """The state in focus at token i: the last one in its sentence, that of an organ there, or the report's."""
        here = bisect_left(self.places, i)
        start = self._start_of_sentence(i)
        organ: str | None = None
        for named in reversed(self.named[max(0, here - _FAR) : here]):
            if named.i < start:
                break
            state = self._state_of(named) if named.kind in _STATE_KINDS else self._state_of_outlet(named)
            if state:
                return state
            organ = organ or (self._state_of(named) if named.entity.startswith("body:") else None)
        return organ or (self._dominant if self._is_named_elsewhere(self._dominant, i) else None)

    def _is_named_elsewhere(self, state: str | None, i: int) -> bool:
        """Whether a state is named elsewhere than in the rest of this sentence: "The spokesman | would go to Doha"."""
        if not self.scene.is_latin(i):
            return True
        k = bisect_right(self.starts, i)
        end = self.starts[k] if k < len(self.starts) else len(self.scene.tokens)
        return any(not i <= n.i < end and self._state_of(n) == state for n in self.named)

    def opener(self, i: int) -> str | None:
        """The state of the first name in the sentence of token i, its dateline included."""
        start = self._start_of_sentence(i)
        first, here = bisect_left(self.places, start), bisect_left(self.places, i)
        named = (n for n in self.named[first : min(here, first + _FAR)] if n.kind in _STATE_KINDS)
        return next((state for n in named if (state := self._state_of(n))), None)

    def post_before(self, slug: str, i: int) -> int | None:
        """Where a post with this slug, or one that ends in it, was last mentioned before token i."""
        places = self._posts.get(slug, [])
        before = bisect_left(places, i)
        return places[before - 1] if before else None

    @cached_property
    def _posts(self) -> dict[str, list[int]]:
        """The places of the titles of the report by the last word of their slugs, in order."""
        found: dict[str, list[int]] = {}
        for hit in self.scene.hits:
            if hit.value.kind == "title":
                found.setdefault(hit.value.entity.rpartition("-")[2], []).append(hit.i)
        return found

    def other_state(self, i: int) -> str | None:
        """The state last named before token i that is not the one with which its sentence begins."""
        start = self._start_of_sentence(i)
        here, first = bisect_left(self.places, i), bisect_left(self.places, start)
        opener = self._state_of(self.named[first]) if first < here else None
        before = self.named[max(0, here - _FAR) : here]
        return next((s for n in reversed(before) if (s := self._state_of(n)) and s != opener), None) if opener else None

    def state_spoken_of(self, i: int) -> str | None:
        """The state for which anybody named before token i speaks, the nearest first."""
        here = bisect_left(self.places, i)
        return next((s for n in reversed(self.named[max(0, here - _FAR) : here]) if (s := self._state_of(n))), None)

    def state_of_agency(self, i: int) -> str | None:
        """The state whose news agency is the name right before token i."""
        here = bisect_left(self.places, i)
        named = self.named[here - 1] if here else None
        near = named is not None and named.j >= i - _NEAR and self.is_agency(named.entity)
        return self._state_of_outlet(named) if named is not None and near else None

    def state_behind(self, entity: str) -> str:
        """The state that an entity is, speaks for or, as its media, belongs to; nothing where there is none."""
        principal = self.scene.cast.principal(entity) or ""
        return principal if principal.startswith("state:") else self._media_state(entity) or ""

    @cached_property
    def ruled_by_soldiers(self) -> str | None:
        """The state with which the report names soldiers in power: Niger's military rulers."""
        words = read_toml(ROOM, "anaphora_words.toml")["juntas_en"]
        for hit in self.scene.hits:
            k = hit.j + (self.scene.form(hit.j) == "'s")
            k += self.scene.form(k) in words["before"]
            ruled = self.scene.form(k) in words["rulers"] and self.scene.form(k + 1) not in words["others"]
            if ruled and hit.value.kind in _STATES:
                return hit.value.entity
        return None

    def _state_of_outlet(self, named: Named) -> str | None:
        return self._media_state(named.entity)

    def _media_state(self, entity: str) -> str | None:
        return self.scene.cast.media_states.get(entity) or _outlet_states().get(entity)

    @cached_property
    def _dominant(self) -> str | None:
        """The state that the report names most; one that opens it and is named half as often goes before that one,
        since reports open with who acts and an unmarked ministry is mostly the actor's.
        """
        states = [state for n in self.named if (state := self._state_of(n))]
        if not states:
            return None
        counts = Counter(states)
        (most, count), opener = counts.most_common(1)[0], states[0]
        chosen = opener if 2 * counts[opener] >= count else most
        share: float = read_toml(ROOM, "anaphora_words.toml")["dominance"]
        enough = count + (counts[opener] if opener != most else 0)
        return chosen if enough >= share * len(states) else None

    def _state_of(self, named: Named) -> str | None:
        principal = self.scene.cast.principal(named.entity) or ""
        return principal if principal.startswith("state:") else None

    def owner(self, i: int, kind: str, *, state: bool = False) -> str | None:
        """Whom a post with a possessive at token i belongs to: the first fitting name of its sentence or those before.

        ``kind`` is ``thing`` (its spokesman, زعيمها) or ``person`` (his spokesman); the other kind is second best. Only
        who speaks for a state has its ambassador (``state``).
        """
        here = bisect_right(self.starts, i) - 1
        end = i
        for sentence in range(here, max(-1, here - _BACK), -1):
            start = self.starts[sentence] if sentence >= 0 else 0
            begins = start if sentence == here else self._last_turn(start, end)
            first, last = bisect_left(self.places, begins), bisect_left(self.places, end)
            inside = self.named[first : min(last, first + _FAR)]
            found = [n for n in inside if n.head and self.scene.cast.principal(n.entity)]
            found = [n for n in found if not n.entity.startswith("outlet:")] or found
            joined = sentence == here and self._is_joined(i)
            found = [n for n in found if self._state_of(n) or (joined and n.entity in _senders())] if state else found
            fitting = [n for n in found if n.entity.startswith("person:") == (kind == "person")] or found
            if fitting:
                return self.scene.cast.principal(fitting[0].entity)
            end = start
        return None

    def _is_joined(self, i: int) -> bool:
        """Whether a possessive at token i follows "and" with the same subject: "The EU met, and its envoy said"."""
        return any(self.scene.form(k) == "and" for k in (i - 1, i - 2))

    def _last_turn(self, start: int, end: int) -> int:
        """The token behind the last word of a sentence that turns to another subject (بينما, فيما), else its start."""
        if start not in self._turns:
            turns = read_toml(ROOM, "anaphora_words.toml")["turns_ar"]
            reach = range(end - 1, max(start, end - _LONGEST_TURN) - 1, -1)
            self._turns[start] = next((k for k in reach if self.scene.form(k) in turns), start)
        return self._turns[start]

    def state_of_person(self, i: int) -> list[str]:
        """The state of the person or post named last before token i, or of the organ that is said there to speak; none
        where a stranger speaks.
        """
        here = bisect_left(self.places, i)
        verb = speech_before(self.scene, self._start_of_sentence(i), i)
        for named in reversed(self.named[max(0, here - 4) : here]):
            if verb is not None and named.j <= verb and is_stranger(self.scene, verb):
                return []
            if verb in (named.j, named.i - 1) and is_group(named.entity):
                return []
            speaks = verb is not None and named.i == verb + 1 and not self.scene.is_latin(i)
            if named.entity.startswith("person:") or speaks:
                state = self._state_of(named)
                return [state] if state else []
        return []

    def _start_of_sentence(self, i: int) -> int:
        return self.starts[max(0, bisect_right(self.starts, i) - 1)] if self.starts else 0

    def pair(self, i: int) -> list[str]:
        """The last two states before token i that an ``and`` joins, else the last two different ones."""
        here = bisect_left(self.places, i)
        before = [n for n in self.named[max(0, here - _FAR) : here] if n.i > i - _PAIR_FAR and n.kind in _STATE_KINDS]
        for first, second in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
            if first.entity != second.entity and self._joined(first, second):
                return [first.entity, second.entity]
        different = list(dict.fromkeys(n.entity for n in reversed(before)))[:2]
        return different[::-1] if len(different) == 2 else []

    def couple(self, i: int, fits: Callable[[Named], bool]) -> list[str]:
        """The last two fitting names before token i that an ``and`` joins, else the only two of late."""
        here = bisect_left(self.places, i)
        before = [n for n in self.named[max(0, here - _FAR) : here] if n.i > i - _PAIR_FAR and fits(n)]
        for first, second in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
            if first.entity != second.entity and self._joined(first, second):
                return [first.entity, second.entity]
        late = list(dict.fromkeys(n.entity for n in before if self.sentences_between(n.i, i) <= _LATE))
        return late if len(late) == 2 else []

    def _joined(self, first: Named, second: Named) -> bool:
        tokens = self.scene.tokens
        if second.i == first.j + 1:
            return tokens.forms[first.j] in ("and", "و")
        return second.i == first.j and second.start > tokens.start(second.i)


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {f"body:{row['id']}": frozenset(values(row["class"])) for row in read_rows(ROOM, "bodies.csv")}


@cache
def _senders() -> frozenset[str]:
    """The bodies that send ambassadors as states do."""
    return frozenset(read_toml(ROOM, "anaphora_words.toml")["senders"])


@cache
def _agencies() -> frozenset[str]:
    rows = read_rows(ROOM, "outlets.csv")
    return frozenset(f"outlet:{row['id']}" for row in rows if "وكالة" in row["ar"] or "Agency" in row["en"])


@cache
def _outlet_states() -> dict[str, str]:
    rows = read_rows(ROOM, "outlets.csv")
    return {f"outlet:{row['id']}": f"state:{row['state']}" for row in rows if row["state"]}


@lru_cache(maxsize=16_384)
def _usual_slug(entity: str) -> str:
    """The post that the table gives a known person."""
    known = known_persons().get(entity)
    return slug_of_role(known.role or "") if known is not None else ""
