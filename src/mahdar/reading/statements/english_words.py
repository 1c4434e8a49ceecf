"""Closed classes of English words, from ``grammar_en.toml``, as frozen sets for look-up by token form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mahdar.language.lexicon import Lexicon
from mahdar.model import Act
from mahdar.tables import read_toml

OPENING_MARKS = frozenset('"“«„‹') | {"''", "``"}
CLOSING_MARKS = frozenset('"”»›“') | {"''"}
STOPS = frozenset(".!?…")
_PHRASES = frozenset(
    {"addressees", "aside_phrases", "obligations", "needs", "manners", "anonymity", "insertions", "seats", "between"}
)


@dataclass(frozen=True, slots=True)
class Words:
    """Word classes by name, as in the table; phrases stand in a ``Lexicon``."""

    auxiliaries: frozenset[str]
    be: frozenset[str]
    modals: frozenset[str]
    negations: frozenset[str]
    adverbs: frozenset[str]
    carriers: frozenset[str]
    leading: frozenset[str]
    using: frozenset[str]
    occasions: frozenset[str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    pronouns: frozenset[str]
    personal: frozenset[str]
    relatives: frozenset[str]
    prepositions: frozenset[str]
    inside: frozenset[str]
    places: frozenset[str]
    subordinators: frozenset[str]
    conditions: frozenset[str]
    coordinators: frozenset[str]
    wh: frozenset[str]
    finite: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    feminine_names: frozenset[str]
    masculine_names: frozenset[str]
    pasts: frozenset[str]
    summations: frozenset[str]
    opening: frozenset[str]
    naming: frozenset[str]
    judging: frozenset[str]
    telling: frozenset[str]
    own: frozenset[str]
    recordings: frozenset[str]
    judgements: frozenset[str]
    asides: frozenset[str]
    spokes: frozenset[str]
    sources: frozenset[str]
    blocs: frozenset[str]
    collectives: frozenset[str]
    sponsoring: frozenset[str]
    counts: frozenset[str]
    owning: frozenset[str]
    private: frozenset[str]
    titles: frozenset[str]
    generic: frozenset[str]
    documents: frozenset[str]
    address: frozenset[str]
    bodies: frozenset[str]
    no_clause: frozenset[str]
    no_clause_alone: frozenset[str]
    clause_starters: frozenset[str]
    no_noun: frozenset[str]
    before_nouns: frozenset[str]
    approximate: frozenset[str]
    manners: Lexicon[str]
    anonymity: Lexicon[str]
    insertions: Lexicon[str]
    attitudes: frozenset[str]
    imperatives: frozenset[str]
    organs: frozenset[str]
    allegations: frozenset[str]
    members: frozenset[str]
    objects: frozenset[str]
    requests: frozenset[str]
    plurals: frozenset[str]
    collective: frozenset[str]
    authoring: frozenset[str]
    tabling: frozenset[str]
    mouthpieces: frozenset[str]
    movements: frozenset[str]
    told_of: frozenset[str]
    tallied: frozenset[str]
    votes: frozenset[str]
    sittings: frozenset[str]
    refusals: frozenset[str]
    askers: frozenset[str]
    answerers: frozenset[str]
    interviews: frozenset[str]
    no_labels: frozenset[str]
    speaking_of: frozenset[str]
    means: frozenset[str]
    mottoes: frozenset[str]
    grants: frozenset[str]
    deciding: frozenset[str]
    disputed: frozenset[str]
    supplies: frozenset[str]
    posts_of_state: frozenset[str]
    un: frozenset[str]
    particles: frozenset[str]
    of_clause: frozenset[str]
    nouns_in_ly: frozenset[str]
    serving: frozenset[str]
    peers: frozenset[str]
    of_time: frozenset[str]
    before_gerunds: frozenset[str]
    giving: frozenset[str]
    kin: frozenset[str]
    followings: frozenset[str]
    with_particles: frozenset[str]
    displays: frozenset[str]
    bearing: frozenset[str]
    heading: frozenset[str]
    owned_by: frozenset[str]
    posted_to: frozenset[str]
    kinds_of_group: frozenset[str]
    servants: frozenset[str]
    officers: frozenset[str]
    seats: Lexicon[str]
    union_seats: frozenset[str]
    backing: frozenset[str]
    habits: frozenset[str]
    local_posts: frozenset[str]
    double_posts: frozenset[str]
    seen: frozenset[str]
    unnamed: frozenset[str]
    papers: frozenset[str]
    kinds_of_outlet: frozenset[str]
    institutions: frozenset[str]
    free_bodies: frozenset[str]
    informed: frozenset[str]
    proposed: frozenset[str]
    wishes: frozenset[str]
    voting: frozenset[str]
    behind_guests: frozenset[str]
    ends_object: frozenset[str]
    copulas: frozenset[str]
    sent_out: frozenset[str]
    goes_on: frozenset[str]
    openers: frozenset[str]
    noun_stops: frozenset[str]
    gerund_stops: frozenset[str]
    after_speaker: frozenset[str]
    before_time: frozenset[str]
    continues: frozenset[str]
    ellipses: frozenset[str]
    trailing: frozenset[str]
    joining: frozenset[str]
    told: frozenset[str]
    breaks_obligation: frozenset[str]
    leads_to_speech: frozenset[str]
    lead_in: frozenset[str]
    guests: frozenset[str]
    calls: frozenset[str]
    called_so: frozenset[str]
    drawing: frozenset[str]
    attacks: frozenset[str]
    hearers: frozenset[str]
    issues: frozenset[str]
    felt_about: frozenset[str]
    plainly_said: frozenset[str]
    of_some: frozenset[str]
    habitual: frozenset[str]
    setting_apart: frozenset[str]
    posts_apart: frozenset[str]
    condolences: frozenset[str]
    threatening: frozenset[str]
    of_organ: frozenset[str]
    citing: frozenset[str]
    quoted_by: frozenset[str]
    drafting: frozenset[str]
    interviewing: frozenset[str]
    speaking: frozenset[str]
    interviewed: frozenset[str]
    abbreviations: frozenset[str]
    casualties: frozenset[str]
    responsible: frozenset[str]
    behind_sent_out: frozenset[str]
    persons: frozenset[str]
    stands: frozenset[str]
    addressees: Lexicon[str]
    aside_phrases: Lexicon[str]
    between: Lexicon[str]
    harming: frozenset[str]
    called_experts: frozenset[str]
    describing_experts: frozenset[str]
    obligations: Lexicon[str]
    obligation_window: int
    needs: Lexicon[str]
    voicing: frozenset[str]
    voiced: Mapping[str, Act]


@cache
def words() -> Words:
    """The classes of the table, read once."""
    return Words(
        **{name: _class(name, value) for name, value in read_toml("mahdar.reading", "grammar_en.toml").items()}
    )


def _class(name: str, value: Any) -> Any:
    if isinstance(value, int):
        return value
    if isinstance(value, dict):
        return {noun: act for act, nouns in value.items() for noun in nouns}
    if name in _PHRASES:
        return Lexicon((phrase, phrase) for phrase in value)
    return frozenset(value)
