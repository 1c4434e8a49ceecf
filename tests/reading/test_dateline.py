"""The day that stands at the head of a report."""

from __future__ import annotations

import pytest

from mahdar.reading.dateline import dateline
from mahdar.reading.reader import read_passage


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("نيويورك، 29 آذار/مارس 2024 – عقد المجلس جلسة.", "ar", "2024-03-29"),
        ("عنوان الخبر\nجنيف (رويترز) 4 نوفمبر 2024 - قالت المفوضية", "ar", "2024-11-04"),
        ("GENEVA, 4 November 2024 — The working group met.", "en", "2024-11-04"),
        ("Headline here\n4 November 2024\nThe working group met.", "en", "2024-11-04"),
        ("نيويورك في 26 مايو 2022 / قنا / عقد المجلس جلسة.", "ar", "2022-05-26"),
        ("القاهرة في 25 مايو 2022 /أ ش أ/ قال الأمين العام.", "ar", "2022-05-25"),
        ("الرياض 25 شوال 1443 هـ الموافق 26 مايو 2022 م واس\nاستقبل الوزير نظيره.", "ar", "2022-05-26"),
        ("عنوان الخبر\nنشر في: 26 مايو 2022\nقال المتحدث.", "ar", "2022-05-26"),
        ("عنوان الخبر\n26/05/2022 - 14:05\nقال المتحدث.", "ar", "2022-05-26"),
        ("آخر تحديث: 26 مايو 2022 الساعة 14:05\nقال المتحدث.", "ar", "2022-05-26"),
        ("(نيويورك، 26 مايو/أيار 2022) – قالت المنظمة إن القتال مستمر.", "ar", "2022-05-26"),
        ("Published: 26 May 2022\nThe office warned of fighting.", "en", "2022-05-26"),
        ("Last updated 26 May 2022\nThe office warned of fighting.", "en", "2022-05-26"),
        ("May 26, 2022, New York: the Council met.", "en", "2022-05-26"),
        ("GENEVA (26 May 2022) – Experts warned of fighting.", "en", "2022-05-26"),
        ("Issued on 26 May 2022 by the office, the report said nothing.", "en", None),
        ("نشر في 26 مايو 2022 تقرير عن ليبيا.", "ar", None),
        ("26 مايو 2022 هو يوم التصويت.", "ar", None),
        ("The Council met on 4 November 2024 and adopted nothing.", "en", None),
        ("On 4 November 2024, the Council met: nothing came of it.", "en", None),
        ("NEW YORK, Nov 4 (Agency) - The Council met.", "en", None),
        ("عقد المجلس جلسة في 29 مارس 2024 بشأن ليبيا.", "ar", None),
        ("نيويورك 26 مايو 2022 (أ ف ب) - عقد المجلس جلسة.", "ar", "2022-05-26"),
        ("الخرطوم - 26 مايو 2022 - عقد المجلس جلسة.", "ar", "2022-05-26"),
        ("تونس - 26 مايو 2022 - عقد المجلس جلسة.", "ar", "2022-05-26"),
        ("عدن - الشرق الأوسط أونلاين: الخميس 26 مايو 2022\nقال المتحدث.", "ar", "2022-05-26"),
        ("بيروت - رويترز: 26 مايو 2022\nقال المتحدث.", "ar", "2022-05-26"),
        ("بيروت - ندوة: 26 مايو 2022\nقال المتحدث.", "ar", None),
        ("NEW YORK — May 26, 2022 — The Council met.", "en", "2022-05-26"),
        ("عقد المجلس يوم 26 مايو 2022 جلسة: ولم يصدر بيانا.", "ar", None),
        ("صوتت اللجنة في 26 مايو 2022 - وهو يوم طويل.", "ar", None),
        ("The law of 26 May 2022 - a short one - was repealed.", "en", None),
        ("الخرطوم - 12 سبتمبر 2024\nقالت الوزارة إن القتال مستمر.", "ar", "2024-09-12"),
        ("عنوان الخبر\nجنيف – 12 أيلول/سبتمبر 2024\nقالت المفوضية إن القتال مستمر.", "ar", "2024-09-12"),
        ("الفاشر، السودان - 12 سبتمبر 2024\nقالت الوزارة إن القتال مستمر.", "ar", "2024-09-12"),
        ("KHARTOUM - 12 September 2024\nThe ministry said that fighting went on.", "en", "2024-09-12"),
        ("Headline here\nGeneva – Sept. 12, 2024\nThe office warned of fighting.", "en", "2024-09-12"),
        ("Port Sudan, Sudan — 12 September 2024\nThe ministry said nothing.", "en", "2024-09-12"),
        ("The Hague: 12 September 2024\nThe court sat.", "en", "2024-09-12"),
        ("By Jane Doe - 14 March 2019\nThe office warned of fighting.", "en", "2019-03-14"),
        ("(Reuters) - March 14, 2019 / 10:20 AM\nThe office warned of fighting.", "en", "2019-03-14"),
        ("Posted on 2019-03-14 by admin\nThe office warned of fighting.", "en", "2019-03-14"),
        ("Published on 14 March 2019 by the office, the report says nothing.", "en", None),
        ("When: Thursday, 14 March 2019, 10:00 am\nThe office will meet.", "en", None),
        ("كتبت منى سالم: الخميس 14 مارس 2019 10:20 ص\nقال المتحدث إن القتال مستمر.", "ar", "2019-03-14"),
        ("كتب - محمد علي: الخميس، 14 مارس 2019 10:20 ص\nقال المتحدث إن القتال مستمر.", "ar", "2019-03-14"),
        ("تقرير حول انتهاكات 14 مارس 2019\nقالت المنظمة إن القتال مستمر.", "ar", None),
        ("بيان صحفي\nالدوحة، 14 مارس 2019\nأكد المشاركون ذلك.", "ar", "2019-03-14"),
        ("Srebrenica, 11 July 1995\nIn 2005 the Secretary-General said so.", "en", None),
        ("Srebrenica, 11 July 1995\nThe tribunal will begin its work in 1996.", "en", "1995-07-11"),
        ("مجزرة صبرا، 16 سبتمبر 1982\nوفي عام 2003 قال ناجون إن أحدا لم يحاسب.", "ar", None),
        ("17 March 2011: the Council adopted a text.\n20 October 2011: the war ended.", "en", None),
        ("- 17 مارس 2011\nاعتمد المجلس قرارا\n- 20 أكتوبر 2011\nانتهت الحرب", "ar", None),
        ("Veto of Russia - 8 March 2024\nThe Council met again.", "en", None),
        ("Timeline - 8 March 2024\nThe Council met again.", "en", None),
        ("Khartoum - fighting goes on - 8 March 2024\nThe Council met again.", "en", None),
        ("Khartoum - 8 March 2024 was the worst day\nThe Council met again.", "en", None),
        ("Khartoum massacre - 8 March 2024\nThe Council met again.", "en", None),
        ("Geneva - September 2024\nThe office warned of fighting.", "en", None),
        ("مجزرة الخرطوم - 12 سبتمبر 2024\nعقد المجلس جلسة.", "ar", None),
        ("جلسة المجلس - 12 سبتمبر 2024\nعقد المجلس جلسة.", "ar", None),
        ("الخرطوم - 12 سبتمبر 2024 كان يوما داميا\nعقد المجلس جلسة.", "ar", None),
        ("", "en", None),
    ],
)
def test_datelines(text: str, language: str, day: str | None) -> None:
    found = dateline(read_passage(text, language))
    assert (found.edtf() if found else None) == day
