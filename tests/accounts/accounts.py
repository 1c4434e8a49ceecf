"""Two accounts of one invented week, one English and one Arabic, written for the tests of comparing."""

from __future__ import annotations

from functools import cache

from mahdar.accounts.telling import Telling, tell

ENGLISH = """UN office counts dead in Darfur as Council prepares to meet

GENEVA, 3 May 2024 - At least 1,592 people were killed and 2,150 wounded in Darfur, the UN human rights office said on \
Friday. The Security Council will hold an emergency meeting on Sudan on Monday. The United States accused the rebels \
of violations of human rights. "The shelling must stop," said the U.S. ambassador. Some 40 per cent of the population \
fled. Russia denied the accusations.
"""
ARABIC = """مجلس الأمن يجتمع والسودان ينفي

قتل نحو 1600 شخص وأصيب 3400 آخرون في دارفور، وفق مفوضية الأمم المتحدة لحقوق الإنسان.
ويعقد مجلس الأمن جلسة طارئة بشأن السودان يوم الثلاثاء 7 أيار/مايو 2024. وقالت روسيا إن "الانتهاكات المزعومة" لم تثبت.
ودعا السودان إلى رفع عقوبات الأمم المتحدة. وقال مندوب الصين إن الحوار هو السبيل الوحيد، مذكرا بالاستعراض الدوري الشامل.
"""


@cache
def english() -> Telling:
    return tell("en.txt", ENGLISH, outlet="The Wire")


@cache
def arabic() -> Telling:
    return tell("ar.txt", ARABIC, published="2024-05-04")
