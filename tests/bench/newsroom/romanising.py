"""Latin spellings of names in Cyrillic, Georgian, Korean and Chinese writing, by the schemes that editors use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scheme:
    """Letter by letter, after the rewrites of whole endings; `after` mends the Latin result."""

    letters: Mapping[str, str]
    before: Sequence[tuple[str, str]] = ()
    after: Sequence[tuple[str, str]] = ()

    def __call__(self, name: str) -> str:
        """The name in Latin letters, each of its words with a capital."""
        text = name.lower()
        for pattern, replacement in self.before:
            text = re.sub(pattern, replacement, text)
        text = "".join(self.letters.get(letter, letter) for letter in text)
        for pattern, replacement in self.after:
            text = re.sub(pattern, replacement, text)
        return capitalised(text)


def capitalised(text: str) -> str:
    """Each word and each part after a hyphen with a capital; what stands after an apostrophe stays small."""
    return re.sub(r"(^|[ -])(\w)", lambda match: match[1] + match[2].upper(), text)


def _table(alphabet: str, spellings: str) -> dict[str, str]:
    return dict(zip(alphabet, ("" if word == "_" else word for word in spellings.split()), strict=True))


_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_BGN = _table(_RUSSIAN, "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya")
_VOWELS = "аеёиоуыэюяьъ"

RUSSIAN = {
    "press": Scheme(_BGN | {"ё": "e"}, before=[("(ий|ый)$", "y"), ("ие", "ie"), ("кс", "x")], after=[("ey$", "ei")]),
    "BGN": Scheme(_BGN, before=[(f"(^|(?<=[{_VOWELS}]))е", "ye")]),
    "ISO": Scheme(_table(_RUSSIAN, "a b v g d e ë ž z i j k l m n o p r s t u f h c č š šč _ y _ è ju ja")),
    "old": Scheme(_BGN | {"х": "h", "ю": "iu", "я": "ia", "ц": "tz", "ж": "j", "й": "i"}, before=[("ий$", "y")]),
    "French": Scheme(
        _table(_RUSSIAN, "a b v g d e io j z i ï k l m n o p r s t ou f kh ts tch ch chtch _ y _ e iou ia"),
        before=[("(ий|ый)$", "и")],
        after=[("in$", "ine"), ("gu?(?=[ei])", "gu"), ("yï$", "y")],
    ),
    "German": Scheme(
        _table(_RUSSIAN, "a b w g d e jo sch s i i k l m n o p r s t u f ch z tsch sch schtsch _ y _ e ju ja"),
        before=[("(ий|ый)$", "и")],
    ),
}
"""Romanisations of Russian."""

_UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’"
_OFFICIAL = _table(_UKRAINIAN, "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch _ iu ia _ _")
UKRAINIAN = {
    "official": Scheme(
        _OFFICIAL, before=[("зг", "зgh")], after=[("^ie", "ye"), ("^iu", "yu"), ("^ia", "ya"), ("^yi", "yi")]
    ),
    "BGN": Scheme(_OFFICIAL | {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}, before=[("ий$", "y")]),
    "by way of Russian": Scheme(
        _OFFICIAL | {"г": "g", "и": "i", "є": "e", "ї": "i", "й": "y", "ю": "yu", "я": "ya"},
        before=[("(ий|ій)$", "y"), ("ець$", "ets")],
    ),
}
"""Romanisations of Ukrainian; the last is what a reporter writes who got the name in Russian."""

_GEORGIAN = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
_NATIONAL = _table(_GEORGIAN, "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h")
GEORGIAN = {
    "national": Scheme(_NATIONAL),
    "press": Scheme(_NATIONAL | {"ყ": "k", "ფ": "f"}),
    "short": Scheme(_NATIONAL | {"ხ": "x", "ც": "c", "წ": "c", "ძ": "z", "ღ": "g", "ჟ": "j"}),
    "by way of Russian": Scheme(_NATIONAL | {"ყ": "k", "ღ": "g", "ჯ": "dzh", "ჰ": "g"}),
}
"""Romanisations of Georgian."""

_INITIALS = "g kk n d tt r m b pp s ss _ j jj ch k t p h".replace("_", "-").split()
_MEDIALS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()


def korean(name: str, *, is_old: bool = False) -> list[str]:
    """The syllables of a name in Hangul by the Revised Romanisation, or near McCune-Reischauer."""
    syllables = []
    for letter in name:
        first, rest = divmod(ord(letter) - 0xAC00, 588)
        start, vowel, end = _INITIALS[first].strip("-"), _MEDIALS[rest // 28], _FINALS[rest % 28].strip("-")
        if is_old:
            start = {"g": "k", "d": "t", "b": "p", "j": "ch"}.get(start, start)
            vowel = {"eo": "o", "yeo": "yo", "eu": "u", "ae": "ae"}.get(vowel, vowel)
        syllables.append(start + vowel + end)
    return syllables


_WADE_INITIALS = (("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("q", "ch"), ("x", "hs"), ("j", "ch"), ("z", "ts"),
                  ("c", "ts"), ("b", "p"), ("p", "p"), ("d", "t"), ("t", "t"), ("g", "k"), ("k", "k"),
                  ("r", "j"))  # fmt: skip
_WADE_WHOLE = {"zi": "tzu", "ci": "tzu", "si": "ssu", "yi": "i", "yu": "yu", "you": "yu", "er": "erh"}
_WADE_FINALS = (("ong", "ung"), ("ian", "ien"), ("ie", "ieh"), ("ui", "ui"), ("i", "ih"))


def wade_giles(syllable: str) -> str:
    """A pinyin syllable as Wade-Giles has it, without its apostrophes, as newspapers print it."""
    pinyin = syllable.lower()
    if pinyin in _WADE_WHOLE:
        return _WADE_WHOLE[pinyin]
    start, new = next(((old, new) for old, new in _WADE_INITIALS if pinyin.startswith(old)), ("", ""))
    final = pinyin.removeprefix(start)
    is_buzzed = start in {"zh", "ch", "sh", "r"}
    for old, replacement in _WADE_FINALS:
        if final == old and (old != "i" or is_buzzed):
            final = replacement
            break
    return new + final
