"""The Council's rules turned on the record: each rule of `RULES` finds what contradicts it."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.checking.audit.finding import Examined, Rule
from mahdar.checking.audit.material import Material
from mahdar.checking.audit.words import title
from mahdar.checking.rulebook import Provision
from mahdar.mechanisms.council.audit import days, meetings, numbers, presidents, seats, vetoes, voters, votes
from mahdar.mechanisms.council.audit.accounts import HOME
from mahdar.mechanisms.council.rules import ARTICLE_23, ARTICLE_27

_RULES_OF_PROCEDURE = "https://main.un.org/securitycouncil/en/content/provisional-rules-procedure"
RULE_18 = Provision(
    "Provisional rules of procedure of the Security Council, rule 18", "S/96/Rev.7", _RULES_OF_PROCEDURE
)
RECORDS = Provision(
    "Provisional rules of procedure of the Security Council, chapter IX (records of meetings)",
    "S/96/Rev.7",
    _RULES_OF_PROCEDURE,
)
SYMBOLS = Provision(
    "Symbols of United Nations documents: S/RES/ and S/PV. with running numbers",
    "UN Dag Hammarskjöld Library",
    "https://research.un.org/en/docs/symbols",
)


def _rule(slug: str, provision: Provision, check: Callable[[Rule, Material], Examined]) -> Rule:
    return Rule(slug, title(HOME, slug), provision, check)


RULES = (
    _rule("council-outcomes", ARTICLE_27, votes.check_outcomes),
    _rule("council-tallies", ARTICLE_27, votes.check_tallies),
    _rule("council-tallies-differ", ARTICLE_27, votes.check_sources),
    _rule("council-voters", ARTICLE_23, voters.check_voters),
    _rule("council-voters-twice", ARTICLE_27, voters.check_once),
    _rule("council-voters-missing", ARTICLE_27, voters.check_missing),
    _rule("council-days", RECORDS, days.check_days),
    _rule("council-numbers", SYMBOLS, numbers.check_numbers),
    _rule("council-years", SYMBOLS, numbers.check_years),
    _rule("council-meetings", SYMBOLS, meetings.check_order),
    _rule("council-drafts-twice", ARTICLE_27, vetoes.check_drafts),
    _rule("council-vetoes", ARTICLE_27, vetoes.check_lists),
    _rule("council-veto-members", ARTICLE_27, vetoes.check_casters),
    _rule("council-terms", ARTICLE_23, seats.check_terms),
    _rule("council-seats", ARTICLE_23, seats.check_seats),
    _rule("council-terms-differ", ARTICLE_23, seats.check_sources),
    _rule("council-presidents", RULE_18, presidents.check_presidents),
)
