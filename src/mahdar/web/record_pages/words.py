"""Words for what the record calls by a key: votes, outcomes, mechanisms, kinds. Marked here, translated where shown."""

from __future__ import annotations

from typing import Any

from mahdar.web.wording import N_, Language

VOTES = {
    "yes": N_("In favour"),
    "no": N_("Against"),
    "abstain": N_("Abstained"),
    "absent": N_("Did not vote"),
    "unknown": N_("Vote not known"),
}
OUTCOMES = {
    "adopted": N_("Adopted"),
    "amendment-adopted": N_("Amendment adopted"),
    "vetoed": N_("Vetoed"),
    "not-adopted": N_("Not adopted"),
    "approved-in-committee": N_("Approved in committee"),
}
MODES = {
    "vote": N_("by a vote"),
    "unanimous": N_("unanimously"),
    "without-vote": N_("without a vote"),
    "consensus": N_("by consensus"),
    "acclamation": N_("by acclamation"),
}
BODIES = {
    "council": N_("Security Council"),
    "assembly": N_("General Assembly"),
    "rights_council": N_("Human Rights Council"),
}
MECHANISMS = {
    "membership": N_("Membership of the United Nations"),
    "council": N_("Security Council"),
    "sanctions": N_("Sanctions"),
    "assembly": N_("General Assembly"),
    "rights_council": N_("Human Rights Council"),
    "review": N_("Universal Periodic Review"),
    "mandates": N_("Country mandates"),
    "treaties": N_("Treaties"),
}
SEATS = {"permanent": N_("Permanent member"), "elected": N_("Elected member")}
FORMS = {"open": N_("open"), "closed": N_("closed"), "written": N_("in writing")}
KINDS = {"individual": N_("Individuals"), "entity": N_("Entities")}
ANSWERS = {
    "supported": N_("Supported"),
    "partly": N_("Supported in part"),
    "noted": N_("Noted"),
    "pending": N_("Answer pending"),
}
STANDINGS = {
    "party": N_("Bound"),
    "signatory": N_("Signed only"),
    "withdrawn": N_("Withdrawn"),
    "none": N_("Not bound"),
}
ACTIONS = {
    "signature": N_("signature"),
    "ratification": N_("ratification"),
    "accession": N_("accession"),
    "acceptance": N_("acceptance"),
    "succession": N_("succession"),
    "consent": N_("ratification or accession"),
    "withdrawal": N_("withdrawal"),
    "withdrawal-announced": N_("withdrawal announced"),
    "withdrawal-notified": N_("notice of withdrawal"),
    "withdrawal-in-effect": N_("withdrawal in effect"),
    "withdrawal-of-accession": N_("withdrawal of accession"),
    "withdrawal-revoked": N_("withdrawal revoked"),
    "withdrawal-not-accepted": N_("withdrawal not accepted"),
    "formal-confirmation": N_("formal confirmation"),
    "reservations-withdrawn": N_("reservations withdrawn"),
}
STATUSES = {"active": N_("in force"), "ended": N_("ended"), "disputed": N_("disputed")}
SEVERITIES = {
    "contradiction": N_("Contradiction"),
    "disagreement": N_("Disagreement of sources"),
    "misprint": N_("Misprint"),
}
CONFIDENCE = {
    "stated": N_("stated by the source"),
    "derived": N_("follows from a rule of procedure"),
    "known": N_("general knowledge: supports, never refutes"),
}
GROUPS = {
    "african-group": N_("African Group"),
    "asia-pacific-group": N_("Asia-Pacific Group"),
    "eastern-european-group": N_("Eastern European Group"),
    "grulac": N_("Latin American and Caribbean Group"),
    "weog": N_("Western European and other States Group"),
    "": N_("No regional group that is certain"),
    "arab-league": N_("League of Arab States"),
    "asean": N_("ASEAN"),
    "brics": N_("BRICS"),
    "eu": N_("European Union"),
    "gcc": N_("Gulf Cooperation Council"),
    "nato": N_("NATO"),
    "p5": N_("Permanent members"),
}
PARTS = {"about": N_("about it"), "convened": N_("convened by it"), "co-hosted": N_("co-hosted by it")}
EVENTS = {"regime": N_("Sanctions regime"), "committee": N_("Committee"), "body": N_("Experts")}
TABLES = {
    "agenda_items": N_("Agenda items of the Security Council"),
    "agenda_states": N_("Agenda words and the states they concern"),
    "assembly_roll_calls": N_("Recorded votes of the General Assembly by state"),
    "procedural_votes": N_("Procedural votes of the Security Council"),
    "sanctions_bodies": N_("Bodies that watch sanctions"),
    "sanctions_listings": N_("Entries of the consolidated sanctions list"),
    "treaties": N_("Treaties"),
    "upr_sessions": N_("Sessions of the Universal Periodic Review"),
    "upr_recommendations": N_("Recommendations of the Universal Periodic Review"),
    "sources": N_("Publications"),
}


def table_title(table: dict[str, Any], language: Language) -> str:
    """What a table holds, in the language of the page; its name where nobody gave it words."""
    from mahdar.web.wording import translations

    known = TABLES.get(table["table"])
    if known:
        return translations(language).gettext(known)
    return str(table["name"][language])


def words() -> dict[str, dict[str, str]]:
    """All of these by name, for templates."""
    return {
        "votes": VOTES, "outcomes": OUTCOMES, "modes": MODES, "bodies": BODIES, "mechanisms": MECHANISMS,
        "seats": SEATS, "forms": FORMS, "kinds": KINDS, "answers": ANSWERS, "standings": STANDINGS,
        "actions": ACTIONS, "statuses": STATUSES, "severities": SEVERITIES, "confidence": CONFIDENCE,
        "groups": GROUPS, "parts": PARTS, "events": EVENTS,
    }  # fmt: skip
