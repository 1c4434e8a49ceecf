"""One happening in two languages."""

from __future__ import annotations

ENGLISH = (
    "NEW YORK - China and Russia vetoed on 26 May 2022 a Security Council draft resolution on North Korea. "
    "“The vote is a dark day for this body,” US ambassador Linda Thomas-Greenfield said. Some 1,592 people came.\n"
)
ARABIC = (
    "نيويورك – استخدمت روسيا والصين حق النقض في مجلس الأمن في 26 أيار/مايو 2022 ضد مشروع قرار بشأن كوريا الشمالية. "
    "وقال مندوب اليابان إن «العقوبات ضرورية».\n"
)
