"""Posts and organs: how far they reach, whom they speak for, whose name they take in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mahdar.reading.passage import Passage

Names = Callable[[str], list[tuple[str, str]]]
Read = Callable[[str], Passage]


@pytest.mark.parametrize(
    ("text", "words", "principal"),
    [
        ("أعلن وزير الخارجية السلوفيني بيتر زوبان أن", "وزير الخارجية السلوفيني بيتر زوبان", "state:SVN"),
        ("قال وزير خارجية كوريا الشمالية إن", "وزير خارجية كوريا الشمالية", "state:PRK"),
        (
            "قالت مندوبة مالطا الدائمة لدى الأمم المتحدة، ماريا كاميليري، إن",
            "مندوبة مالطا الدائمة لدى الأمم المتحدة، ماريا كاميليري",
            "state:MLT",
        ),
        (
            "كشف خوان بيريز رئيس دائرة شؤون الهجرة لدى الخارجية المكسيكية عن",
            "خوان بيريز رئيس دائرة شؤون الهجرة لدى الخارجية المكسيكية",
            "state:MEX",
        ),
        ("ونفى المتحدث باسم الجيش الأوغندي ذلك", "المتحدث باسم الجيش الأوغندي", "state:UGA"),
        ("قال مسؤول أميركي كبير إن", "مسؤول أميركي كبير", "state:USA"),
        ("عاد المستشار الألماني أمس", "المستشار الألماني", "state:DEU"),
        ("طرد السفير الكيني وأغلق مجاله الجوي", "السفير الكيني", "state:KEN"),
        ("وأضاف مسؤول أن", "مسؤول", "body:unnamed-sources"),
        ("أكدت وزارة الخارجية بكوريا الجنوبية أن", "وزارة الخارجية بكوريا الجنوبية", "state:KOR"),
        ("حذر المبعوث الأممي إلى ليبيا من", "المبعوث الأممي إلى ليبيا", "body:un"),
        ("قال الأمين العام للأمم المتحدة إن", "الأمين العام للأمم المتحدة", "body:un-secretary-general"),
        ("قال المتحدث باسم الأمين العام للأمم المتحدة إن", "المتحدث باسم الأمين العام للأمم المتحدة", "body:un"),
        ("دعا الأمين العام لجامعة الدول العربية إلى", "الأمين العام لجامعة الدول العربية", "body:arab-league"),
        ("قالت البعثة اليمنية لدى الأمم المتحدة إن", "البعثة اليمنية لدى الأمم المتحدة", "state:YEM"),
        ("وفقا للمعارضة الفنزويلية", "لمعارضة الفنزويلية", "body:venezuelan-opposition"),
        ("بحسب وسائل الإعلام الإثيوبية", "وسائل الإعلام الإثيوبية", "outlet:ethiopian-media"),
        ("Slovenian Foreign Minister Peter Zupan said", "Slovenian Foreign Minister Peter Zupan", "state:SVN"),
        ("Kenya's foreign ministry denied it", "Kenya's foreign ministry", "state:KEN"),
        ("a US official said", "US official", "state:USA"),
        ("the White House spokesman Tim Doe said", "White House spokesman Tim Doe", "state:USA"),
        (
            "Malta's ambassador to the United Nations, Maria Camilleri, said",
            "Malta's ambassador to the United Nations, Maria Camilleri",
            "state:MLT",
        ),
        ("Tom Andrews, the UN special rapporteur, said", "Tom Andrews, the UN special rapporteur", "body:un"),
        ("the UN High Commissioner for Human Rights said", "UN High Commissioner for Human Rights", "body:ohchr"),
        ("Ambassador Jane Doe of Norway spoke", "Ambassador Jane Doe of Norway", "state:NOR"),
        ("an official said", "official", "body:unnamed-sources"),
    ],
)
def test_a_post_is_one_name_and_speaks_for_its_state_or_body(
    name: Names, text: str, words: str, principal: str
) -> None:
    assert name(text) == [(words, principal)]


def test_a_known_person_keeps_the_usual_id_behind_any_title(read: Read) -> None:
    passage = read("بحث الوزير سيرجي لافروف الملف")
    assert [n.entity for n in passage.named] == ["person:sergei-lavrov"]
    assert passage.entities["person:sergei-lavrov"].role == "Foreign Minister"


def test_an_ambassador_does_not_speak_for_the_state_that_receives_him(name: Names) -> None:
    assert name("التقى السفير الياباني لدى تونس أمس") == [("السفير الياباني لدى تونس", "state:JPN")]
    assert name("Ambassador to Peru Ann Lee resigned")[0][1] != "state:PER"


def test_two_posts_joined_by_and_stay_two(name: Names) -> None:
    assert [p for _, p in name("اتفق الرئيس الكيني والرئيس الأوغندي")] == ["state:KEN", "state:UGA"]


def test_the_head_of_a_department_is_not_the_president(read: Read) -> None:
    assert [n.entity for n in read("قال رئيس دائرة الجوازات التركية إن").named] == ["person:head-of-tur"]


def test_the_accused_behind_a_name_is_no_part_of_it(name: Names) -> None:
    assert name("اتهم المتحدث باسم الجيش الأوغندي فيليكس كولايجي المتمردين بذلك")[0] == (
        "المتحدث باسم الجيش الأوغندي فيليكس كولايجي",
        "state:UGA",
    )


def test_who_speaks_for_a_person_is_another_person(read: Read) -> None:
    passage = read("وقالت المتحدثة باسم غوتيريش، ستيفاني كولمان، أمس")
    assert [(n.entity, passage.principal(n.entity)) for n in passage.named] == [
        ("person:stifani-kwlman", "body:un"),
    ]


def test_an_object_in_the_accusative_is_no_name(name: Names) -> None:
    assert name("يعني اتخاذ الرئيس الكيني قرارا بذلك") == [("الرئيس الكيني", "state:KEN")]


@pytest.mark.parametrize(
    ("text", "words", "principal"),
    [
        ("قال إنريكي باستوري، دبلوماسي نيكاراغوي، إن", "إنريكي باستوري، دبلوماسي نيكاراغوي", "state:NIC"),
        ("وأضاف توركيل غروندال مدير اليونسكو أن", "توركيل غروندال مدير اليونسكو", "body:unesco"),
        ("أعلن هورخي فيلتران - مندوب بنما الدائم - أن", "هورخي فيلتران - مندوب بنما الدائم", "state:PAN"),
        ("said Enrico Pastore, a Panamanian diplomat.", "Enrico Pastore, a Panamanian diplomat", "state:PAN"),
        ("Enrico Pastore, commander, NATO, said", "Enrico Pastore, commander, NATO", "body:nato"),
    ],
)
def test_a_name_in_no_table_takes_its_principal_from_the_apposition(
    name: Names, text: str, words: str, principal: str
) -> None:
    assert name(text) == [(words, principal)]


@pytest.mark.parametrize(
    "text", ["وقال إنريكي باستوري، خبير في القانون من بنما", "said Enrico Pastore, a Panamanian expert in law"]
)
def test_an_expert_speaks_for_no_state(read: Read, text: str) -> None:
    passage = read(text)
    assert [passage.entities[n.entity].principal for n in passage.named if n.kind == "person"] == [None]


def test_an_expert_without_a_name_is_left_to_the_statement(name: Names) -> None:
    assert name("an expert said so") == []
    assert name("وقال خبراء إن الأمر صعب") == []


def test_a_list_of_objects_behind_a_name_is_no_apposition(name: Names) -> None:
    assert [words for words, _ in name("التقى جون سميث مسؤولين بلجيكيين")] == ["جون سميث", "مسؤولين بلجيكيين"]


def test_whoever_somebody_speaks_for_is_described_too(read: Read) -> None:
    passage = read("Navi Pillay spoke")
    assert passage.entities["body:ohchr"].name == "Office of the High Commissioner for Human Rights"


@pytest.mark.parametrize(
    ("text", "entity", "arabic"),
    [
        ("The Foreign Ministry of Sudan said so.", "body:foreign-ministry-of-sdn", "وزارة خارجية السودان"),
        ("Sudan's defence minister said so.", "person:defence-minister-of-sdn", "وزير دفاع السودان"),
        ("An official of South Korea said so.", "person:official-of-kor", "مسؤول من جمهورية كوريا"),
        ("The Russian ambassador said so.", "person:ambassador-of-rus", "سفير الاتحاد الروسي"),
        ("The Iranian parliament said so.", "body:parliament-of-irn", "برلمان جمهورية إيران الإسلامية"),
        ("The Libyan central bank said so.", "body:central-bank-of-lby", "مصرف ليبيا المركزي"),
        ("Egypt's attorney general said so.", "person:attorney-general-of-egy", "مدعي مصر العام"),
        ("The Venezuelan opposition said so.", "body:venezuelan-opposition", "معارضة جمهورية فنزويلا البوليفارية"),
        ("قالت وزارة الخارجية السودانية ذلك.", "body:foreign-ministry-of-sdn", "وزارة خارجية السودان"),
    ],
)
def test_posts_and_organs_have_names_in_both_languages(read: Read, text: str, entity: str, arabic: str) -> None:
    entities = read(text).entities
    assert entity in entities, sorted(entities)
    assert entities[entity].name_ar == arabic
    assert entities[entity].name.isascii()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("نفى المتحدث العسكري باسم كتائب القسام أبو عبيدة ذلك", "المتحدث العسكري باسم كتائب القسام أبو عبيدة"),
        ("قال عبد الواحد نور زعيم حركة تحرير السودان إن", "عبد الواحد نور زعيم حركة تحرير السودان"),
        (
            "قال أبو محمد العدناني المتحدث باسم تنظيم الدولة الإسلامية",
            "أبو محمد العدناني المتحدث باسم تنظيم الدولة الإسلامية",
        ),
        ("وقال الباحث في منظمة غلوبال ويتنس باتريك ألاي إن", "الباحث في منظمة غلوبال ويتنس باتريك ألاي"),
    ],
)
def test_the_whole_name_of_a_person_belongs_to_the_span(name: Names, text: str, words: str) -> None:
    assert words in [found for found, _ in name(text)]


@pytest.mark.parametrize("text", ["قال متحدث باسم حكومة", "رئيس برلمان", "المتحدث باسم سلطات"])
def test_a_text_may_end_with_a_post_that_lacks_its_owner(text: str, read: Read) -> None:
    passage = read(text)
    assert all(named.j <= len(passage.tokens) for named in passage.named)
