# SPDX-License-Identifier: GPL-3.0-or-later
"""How the story's texts are set: quotes, dashes and spaces as people print them.

What is set once stays as it is when set again: so tests/typography.py finds what is not set.
"""

import re

# What an en dash joins: the ends of a route, the sides of a border or a meeting. Names that have a
# hyphen of their own (Cholpon-Ata, Trans-Caspian, Asia-Plus) have a part that is not listed.
JOINED = """
    Afghanistan Aktau Alashankou Alat Almaty Almetyevsk Ankara Armenia Asia Astana Atasu Atyrau
    Azeri Bagtyyarlyk Baku Baltic Batumi Beineu Bishkek Bolshoi Bozoi Bozoy Brody Bukhara Caucasus
    Center Central Ceyhan Chagan Chardzhou Chayanda China Chinese Chirag Council Daqing Dauletabad
    Deryalyk Dovletabad Dovletabat Dushanzi EU East Erzurum Eskene Europe Fuzhou GCC Gazimagomed
    Germany Guangzhou Gulf Gunashli Guryev Hajigabul Herat Igdir India Iran Italy Japan Ji'an
    Karachaganak Karakoin Kazakh Kazakhstan Kazi Kenkiyak Khangiran Khiva Khorgos Kirishi Kordkuy
    Korpeje Kovykta Kozmino Kuibyshev Kumkol Kurtkui Kuryk Kyrgyz Kyrgyzstan Kyzylorda Leuna
    Makhachkala Malai Malay Mediterranean Mohe Mozdok Mozyr Nakhchivan Neka Novopskov Novorossiisk
    Novorossiysk Odesa Odessa Omani Omsk Orenburg Orsk Pacific Pakistan Pavlodar Plock Pomary
    Primorsk Region Romania Rosneft Russia Russian Samara Sarakhs Schwedt Serhetabat Shatlyk Shell
    Shirvanovka Shymkent Siberia Skovorodino Soviet Supsa Tabriz Taishet Tajik Tashkent Tbilisi
    Tehran Tengiz Tikhoretsk Turkmen Turkmenbashi Turkmenistan US Ukrainian Unecha Union Ural Urals
    Urengoy Ust Uzbek Uzbekistan Uzen Uzhgorod Uzhhorod West Western Yamal Yaroslavl Zhongwei
""".split()
MONTHS = """
    January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec
""".split()
UNITS = {
    "en": "Mt|kt|t|km|mm|bcm|m³|cubic|tonnes|barrels|kilometres|million|billion|trillion"
    "|per(?=.cent\\b)",
    "ru": "Мт|т|км|мм|м³|%|тыс\\.|млн|млрд|трлн|тонн|баррелей|километров",
    "kk": "Мт|т|км|мм|м³|%|мың|млн|млрд|трлн|тонна|баррель|шақырым",
}
DATE = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])$")


def set_text(text, language="en"):
    """@text as it is printed in @language; of a language that is not here, only what all share."""
    text = re.sub(r"(?<=\S)  +(?=\S)", " ", text)
    text = re.sub(r"(?<![\w.,/-])\d+(?:[.,]\d+)*-\d+(?:[.,]\d+)*(?![\w-])", number_range, text)
    if language == "en":
        text = english(text)
    elif language in ("ru", "kk"):
        text = re.sub(r'(^|[\s(\[])"', r"\1«", text).replace('"', "»")
    elif language == "uz":
        text = re.sub(r"(?<=[OoGg])['’]", "‘", text)
    if language in UNITS:
        text = re.sub(rf"(?<=\d) (?=(?:{UNITS[language]})(?!\w))", "\N{NO-BREAK SPACE}", text)
    return text


def english(text):
    joined, months = "|".join(JOINED), "|".join(MONTHS)
    text = re.sub(rf"\b({joined})-(?=(?:{joined})\b)", r"\1–", text)
    text = re.sub(rf"\b({months})-(?=(?:{months})\b)", r"\1–", text)
    text = text.replace(" - ", " – ")
    text = re.sub(r'(^|[\s(\[–—])"', r"\1“", text).replace('"', "”")
    text = re.sub(r"(^|[\s(\[–—“])'", r"\1‘", text).replace("'", "’")
    text = re.sub(r"(\d[ \N{NO-BREAK SPACE}])per cent\b", "\\1per\N{NO-BREAK SPACE}cent", text)
    return re.sub(r"\bm3\b", "m³", text)


def signs(text):
    """Notes and cards are short: what an article writes out stands there as a sign."""
    text = re.sub(r"(\d) per cent\b", r"\1%", text)
    return re.sub(r"(\$\d[\d.,]*)bn\b", r"\1 billion", text)


def number_range(match):
    """2014–15, 12–14; but 2022-07 in a note is a date."""
    written = match.group()
    return written if DATE.match(written) else written.replace("-", "–")


# Members whose strings are not read as text.
MARKS = {
    "id", "url", "date", "end", "from", "to", "start", "now", "span", "select", "about", "sources",
    "participants", "routes", "related", "origins", "unit", "kind", "level", "verdict", "mode",
    "commodity", "outlet", "status", "is", "confidence", "quality", "country", "language", "place",
    "part", "parts", "format",
}  # fmt: skip
SHORT = {"note", "summary", "statement"}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]+)?$")


def set_texts(value, language="en", key=None):
    """@value with every text in it set: a part of a story, or a row of one."""
    if isinstance(value, str):
        if key in MARKS:
            return value
        return set_text(signs(value) if key in SHORT else value, language)
    if isinstance(value, list):
        return [set_texts(v, language, key) for v in value]
    if not isinstance(value, dict):
        return value
    if value and all(LANGUAGE.match(k) for k in value):
        return {k: set_texts(v, k, key) for k, v in value.items()}
    language = value.get("language", language)
    return {k: set_texts(v, language, k) for k, v in value.items()}
