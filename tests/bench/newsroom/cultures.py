"""People's names of six cultures, each with the spellings that reporters give it; the first one is the usual one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from random import Random

from faker.providers.person import (
    en_GB,
    en_IE,
    en_NG,
    en_US,
    es_CO,
    es_ES,
    es_MX,
    ka_GE,
    ko_KR,
    pt_BR,
    pt_PT,
    ru_RU,
    uk_UA,
    uz_UZ,
    zh_CN,
)

from newsroom import lists
from newsroom.names import Spelling, distinct, early
from newsroom.romanising import GEORGIAN, RUSSIAN, UKRAINIAN, capitalised, korean, wade_giles

Maker = Callable[[Random, bool, str], tuple[Spelling, ...]]
"""From randomness, whether a woman is to be named, and her country: the spellings of a new name."""

COUNTRIES = {
    "Slavic": ("RU", "UA", "KZ", "BY", "UZ", "KG"),
    "Arabic": ("EG", "IQ", "SY", "MA", "DZ", "TN", "SA", "JO", "YE", "LB"),
    "Georgian": ("GE",),
    "Iberian": ("ES", "MX", "CO", "PE", "BR", "PT"),
    "English": ("US", "GB", "IE", "AU", "CA", "NG"),
    "East Asian": ("CN", "KR", "TW", "SG"),
}


def slavic(random: Random, is_woman: bool, country: str) -> tuple[Spelling, ...]:
    """Russian, Ukrainian, Belarusian, Kazakh, Kyrgyz or Uzbek names."""
    if country == "UA" and random.random() < 0.8:
        return _ukrainian(random, is_woman)
    if country in {"KZ", "KG"} and random.random() < 0.75:
        return _kazakh(random, is_woman)
    if country == "UZ" and random.random() < 0.75:
        return _uzbek(random, is_woman)
    return _russian(random, is_woman)


def _russian(random: Random, is_woman: bool) -> tuple[Spelling, ...]:
    provider, sex = ru_RU.Provider, "female" if is_woman else "male"
    common = lists.RUSSIAN_COMMON[sex].split()
    given = early(random, common) if random.random() < 0.8 else random.choice(getattr(provider, f"first_names_{sex}"))
    middle = random.choice(getattr(provider, f"middle_names_{sex}"))
    family = early(random, getattr(provider, f"last_names_{sex}"))
    schemes = sorted(RUSSIAN, key=lambda name: (name != "press", random.random()))
    return distinct([
        Spelling(scheme(given), scheme(family), scheme(middle)) for scheme in (RUSSIAN[name] for name in schemes)
    ])  # fmt: skip


def _ukrainian(random: Random, is_woman: bool) -> tuple[Spelling, ...]:
    provider, sex = uk_UA.Provider, "female" if is_woman else "male"
    russian = early(random, [name for name in lists.RUSSIAN_COMMON[sex].split() if name in lists.RUSSIAN_TO_UKRAINIAN])
    given = lists.RUSSIAN_TO_UKRAINIAN[russian]
    if random.random() < 0.2:
        given = russian = random.choice(getattr(provider, f"first_names_{sex}"))
    middle = random.choice(getattr(provider, f"middle_names_{sex}"))
    family = early(random, getattr(provider, f"last_names_{sex}"), 1.2)
    spellings = [Spelling(scheme(given), scheme(family), scheme(middle)) for scheme in UKRAINIAN.values()]
    if russian != given:
        by_russian = UKRAINIAN["by way of Russian"]
        spelled = Spelling(
            RUSSIAN["press"](russian), by_russian(family), by_russian(middle), kind="other language's form"
        )
        spellings.insert(random.choice((0, 1, 3)), spelled)
    return distinct(spellings)


def _kazakh(random: Random, is_woman: bool) -> tuple[Spelling, ...]:
    givens = early(random, lists.groups(lists.KAZAKH_FEMALE if is_woman else lists.KAZAKH_MALE))
    stems = early(random, lists.groups(lists.KAZAKH_STEMS))
    fathers = random.choice(lists.groups(lists.KAZAKH_MALE))
    ending = "ev" if stems[0][-1] in "iyen" and random.random() < 0.7 else "ov"
    native, patronymic = ("kyzy", "ovna") if is_woman else ("uly", "ovich")
    spellings = []
    for number in range(max(len(givens), len(stems), 2)):
        given, stem = givens[number % len(givens)], stems[number % len(stems)]
        family = stem + ending + ("a" if is_woman else "")
        spellings.append(Spelling(given, family, fathers[number % len(fathers)] + patronymic))
    if random.random() < 0.2:
        spellings.append(Spelling(givens[0], stems[0] + native, kind="other language's form"))
    return distinct(spellings)


_UZBEK_TO_RUSSIAN = (
    ("o[’‘']", "u"),
    ("g[’‘']", "g"),
    ("x", "kh"),
    ("q", "k"),
    ("j", "dzh"),
    ("[’‘']", ""),
    ("^ye", "e"),
)
_UZBEK_TO_PRESS = (("o[’‘']", "o"), ("g[’‘']", "gh"), ("x", "kh"), ("[’‘']", ""))


def _uzbek(random: Random, is_woman: bool) -> tuple[Spelling, ...]:
    provider, sex = uz_UZ.Provider, "female" if is_woman else "male"
    given, family = (
        random.choice(getattr(provider, f"first_names_{sex}")),
        random.choice(getattr(provider, f"last_names_{sex}")),
    )
    native = Spelling(given, family)
    others = [
        Spelling(capitalised(_rewritten(given.lower(), rules)), capitalised(_rewritten(family.lower(), rules)))
        for rules in (_UZBEK_TO_PRESS, _UZBEK_TO_RUSSIAN)
    ]
    return distinct([*others, native])


def _rewritten(text: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, replacement in rules:
        text = re.sub(pattern, replacement, text)
    return text


def arabic(random: Random, is_woman: bool, country: str) -> tuple[Spelling, ...]:
    """Given name, father's name (often left out) and a family name with the article, bin or nothing."""
    fathers = lists.groups(lists.ARABIC_MALE)
    givens = early(random, lists.groups(lists.ARABIC_FEMALE)) if is_woman else early(random, fathers)
    father, families = early(random, fathers), early(random, lists.groups(lists.ARABIC_FAMILY), 1.2)
    grandfather = random.choice(fathers) if random.random() < 0.25 else None
    style = random.random()
    if style < 0.55:
        articles = random.choice(
            (["al-", "al-", "Al ", "Al-", "el-"], ["El ", "El-", "el-", "al-", ""], ["al-", "", "Al "])
        )
    elif style < 0.8 or is_woman:
        articles = [""]
    else:
        articles = ["bin ", "ibn ", "ben ", "Bin "]
        families = [name for name in early(random, fathers) if " " not in name] or ["Salim"]
    spellings = []
    for number in range(max(len(givens), len(families), len(articles), 3)):
        middle = father[number % len(father)]
        if grandfather:
            middle = f"{middle} {grandfather[number % len(grandfather)]}"
        family = articles[number % len(articles)] + families[number % len(families)]
        spellings.append(Spelling(givens[number % len(givens)], family, middle))
    return distinct(spellings)


def georgian(random: Random, is_woman: bool, country: str) -> tuple[Spelling, ...]:
    """Georgian names by four romanisations."""
    givens = ka_GE.Provider.first_names_female if is_woman else ka_GE.Provider.first_names_male
    given, family = random.choice(list(givens)), random.choice(list(ka_GE.Provider.last_names))
    schemes = sorted(GEORGIAN, key=lambda name: (name not in {"national", "press"}, random.random()))
    return distinct([Spelling(GEORGIAN[name](given), GEORGIAN[name](family)) for name in schemes])


def plain(text: str) -> str:
    """The text without its diacritics."""
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


@lru_cache(maxsize=1 << 18)
def fold(text: str) -> str:
    """The text without case and diacritics."""
    return plain(text).casefold()


def iberian(random: Random, is_woman: bool, country: str) -> tuple[Spelling, ...]:
    """Two surnames, of which the second may go; in Portuguese the last one is the one that stays."""
    provider = {"MX": es_MX, "CO": es_CO, "PE": es_CO, "BR": pt_BR, "PT": pt_PT}.get(country, es_ES).Provider
    givens = list(provider.first_names_female if is_woman else provider.first_names_male)
    families = list(provider.last_names)
    given, family, other = early(random, givens), early(random, families), early(random, families)
    second = early(random, givens) if random.random() < 0.35 else ""
    is_portuguese = country in {"BR", "PT"}
    if random.random() < (0.3 if is_portuguese else 0.08):
        family = random.choice(("da ", "dos ", "de ") if is_portuguese else ("de la ", "de los ", "de ")) + family
    middle = f"{second} {other}".strip() if is_portuguese else second
    full = Spelling(given, family, middle, "" if is_portuguese else other)
    bare = Spelling(plain(given), plain(family), plain(middle), plain(full.last), kind="diacritics")
    return distinct([full, bare])


def english(random: Random, is_woman: bool, country: str) -> tuple[Spelling, ...]:
    """Middle initials, Jr, nicknames, double-barrelled names, Mc and Mac."""
    provider = {"US": en_US, "GB": en_GB, "IE": en_IE, "NG": en_NG}.get(country, en_US).Provider
    givens = list(provider.first_names_female if is_woman else provider.first_names_male)
    families = list(provider.last_names)
    given, family = early(random, givens), early(random, families, 1.4)
    if country != "NG" and random.random() < 0.04:
        family = f"{family}-{random.choice(families)}"
    middle = f"{random.choice('ABCDEFGHJKLMNPRSTW')}." if random.random() < 0.6 else ""
    last = "Jr" if not is_woman and random.random() < 0.03 else ""
    spelling = Spelling(given, family, middle, last, lists.NICKNAMES.get(given, ""))
    others = [spelling]
    if re.match("Ma?c[A-Z]", family):
        swapped = re.sub("^Mc", "Mac", family) if family.startswith("Mc") else re.sub("^Mac", "Mc", family)
        others.append(Spelling(given, swapped, middle, last, spelling.nickname))
    if "-" in family:
        others.append(Spelling(given, family.replace("-", " "), middle, last, spelling.nickname))
    return distinct(others)


def east_asian(random: Random, is_woman: bool, country: str) -> tuple[Spelling, ...]:
    """Chinese and Korean names, the family name first or last, given names joined, hyphenated or apart."""
    if country == "KR":
        families, given = _korean_family(random), random.choice(list(_korean_givens(is_woman)))
        new, old = korean(given), korean(given, is_old=True)
        usual, other = families[0], families[-1]
        spellings = [
            Spelling(_hyphenated(new), usual, is_family_first=True),
            Spelling(_joined(new), usual, is_family_first=True),
            Spelling(_hyphenated(new), usual, kind="order of parts"),
            Spelling(" ".join(part.capitalize() for part in old), usual, is_family_first=True),
            Spelling(_hyphenated(old), other, is_family_first=True),
        ]
        return distinct(spellings)
    family = early(random, list(zh_CN.Provider.last_romanized_names), 1.3)
    syllables = random.choices(lists.PINYIN.split(), k=2 if random.random() < 0.85 else 1)
    pinyin = [
        Spelling(_joined(syllables), family, is_family_first=True),
        Spelling(_joined(syllables), family, kind="order of parts"),
        Spelling(_hyphenated(syllables), family, is_family_first=True),
    ]
    old = [wade_giles(part) for part in syllables]
    wade = [
        Spelling(_hyphenated(old), wade_giles(family).capitalize(), is_family_first=True),
        Spelling(_hyphenated(old), wade_giles(family).capitalize(), kind="order of parts"),
    ]
    return distinct([*wade, *pinyin] if country == "TW" else [*pinyin, *wade[:1]])


def _korean_family(random: Random) -> list[str]:
    rows = [row.split(":")[1].split(",") for row in lists.KOREAN_FAMILY.split()]
    found = list(early(random, rows, 2.2))
    first = random.randrange(len(found)) if random.random() < 0.3 else 0
    return [found[first], *(name for name in found if name != found[first])]


def _korean_givens(is_woman: bool) -> tuple[str, ...]:
    provider = ko_KR.Provider
    return tuple(provider.first_names_female if is_woman else provider.first_names_male)


def _joined(syllables: list[str]) -> str:
    return "".join(syllables).capitalize()


def _hyphenated(syllables: list[str]) -> str:
    return "-".join(syllables).capitalize()


CULTURES: dict[str, Maker] = {
    "Slavic": slavic,
    "Arabic": arabic,
    "Georgian": georgian,
    "Iberian": iberian,
    "English": english,
    "East Asian": east_asian,
}
