"""Who speaks beside others who do not, and sentences in which nobody does, in both languages."""

from __future__ import annotations

import pytest

from tests.held import passage

SPOKEN = [
    # an aside in which somebody stands with his name
    ("Oslo, in a reply to the president of Peru, Karim Okafor, said that the talks had failed.", "state:NOR"),
    ("The Greek army, accompanied by the minister of Peru, Karim Okafor, said that the talks had failed.", "state:GRC"),
    (
        "At the request of the parliament of Italy, Amina Okafor, who represents Turkey here, said that the talks "
        "had failed.",
        "state:TUR",
    ),
    # a post whose field parts it from the name, and a name behind its source
    ("The special rapporteur on torture, Helen Ellison, said that the talks had failed.", "body:un"),
    ("According to the prime minister of Greece, Karim Okafor, the talks had failed.", "state:GRC"),
    # verbs with a time behind them, speech that an agency carried, documents in which something is said
    ("The Houthi movement insisted on Tuesday that the talks had failed.", "body:houthis"),
    ("The UN envoy for Syria claimed, according to the news agency of Qatar, that the talks had failed.", "body:un"),
    ("Hamas released a statement on Friday in which it said that the talks had failed.", "body:hamas"),
    ("Canada replied to the foreign minister of Peru that the talks had failed.", "state:CAN"),
    ("Canada, criticised last week by the UN envoy for Malta, said that the talks had failed.", "state:CAN"),
    ("Daniel Hartwell spoke with the president of Chad and said that the talks had failed.", "person:daniel-hartwell"),
    ("The talks had failed, said the central bank of Argentina.", "state:ARG"),
    # those who oppose a state do not speak for it
    ("The main opposition party of Chad said that the talks had failed.", "body:chadian-opposition"),
    ("An opposition leader from Chad said that the talks had failed.", "body:chadian-opposition"),
    # a president's sister or lawyer does not speak for him
    ("Kim Jong Un's sister said that the talks had failed.", "body:relatives"),
    ("Bashar al-Assad's lawyer said that the talks had failed.", "body:lawyers"),
    ("قال محامي الرئيس بشار الأسد إن المحادثات فشلت.", "body:lawyers"),
    ("قال طبيب الرئيس بشار الأسد إن المحادثات فشلت.", "body:medics"),
    # Arabic: before a meeting, whose denial follows, to whom it was told, what these words were
    ("قال وزير خارجية الصين قبيل اجتماع مجلس الأمن إن المحادثات فشلت.", "state:CHN"),
    ("قالت روما إن المحادثات فشلت، وهو ما نفاه رئيس وزراء مالي.", "state:ITA"),
    ("أبلغ سكان القرية رئيس رومانيا أن المحادثات فشلت.", "body:residents"),
    ("«المحادثات فشلت قبل أن تبدأ»، هذا ما قاله وزير خارجية فرنسا بعد لقاء وزير خارجية فنلندا.", "state:FRA"),
    ("المحادثات فشلت، كما قال كريم حداد، وهو مزارع من شمال مصر، بعد لقاء المبعوث.", "person:krim-hdad"),
]

SILENT = [
    "No official in Denmark confirmed that the plant was damaged.",
    "No group has claimed responsibility for the attack in Egypt.",
    "Neither Canada nor Guyana announced a result.",
    "Amina Okafor was to have told the court what happened that night.",
    "Germany expressed no wish to join.",
    "كشفت السيول جذور الأشجار في مصر.",
    "تهدد السيول بتشريد آلاف العائلات في السعودية.",
    "شدد الجيش الباكستاني الحصار على البلدة.",
    "شددت كينيا الإجراءات على الحدود مع كولومبيا.",
    "وهذا يؤكد أن الطريق إلى إسبانيا طويل.",
    "لا ألمانيا ولا البرازيل أعلنت نتيجة.",
    "دعا كريم حداد أصدقاءه إلى حفل في مصر.",
    "تدعم السعودية المخيم بالغذاء والخيام.",
]


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_the_one_who_speaks_is_the_speaker(text: str, speaker: str) -> None:
    read = passage(text, "2024-05-03")
    assert [{read.principal(one) for one in s.speakers} for s in read.statements] == [{speaker}]
    assert read.statements[0].text.casefold().startswith(("the talks had failed", "المحادثات فشلت"))


@pytest.mark.parametrize("text", SILENT)
def test_nobody_speaks(text: str) -> None:
    assert passage(text, "2024-05-03").statements == []
