"""Names, dates and countries in the form that known actors have them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from onrecord.edtf import is_edtf

_USER_ASSIGNED = frozenset({"XK"})
"""Kosovo's code, which all use though ISO 3166 does not assign it."""


def names_of(texts: Iterable[object]) -> tuple[str, ...]:
    """The texts that can be names, each once, in their order, on one line and without the `;` that parts names."""
    names = (" ".join(text.replace(";", ",").split()) for text in texts if isinstance(text, str))
    return tuple(dict.fromkeys(name for name in names if any(map(str.isalpha, name))))


def birth_of(dates: Iterable[str]) -> str | None:
    """One EDTF date of all that are given: the most exact if they agree, else the set of them, `[1961,1963-05]`."""
    known = sorted({date for date in dates if is_edtf(date)})
    exact = [date for date in known if not any(other != date and other.startswith(date) for other in known)]
    return f"[{','.join(exact)}]" if len(exact) > 1 else next(iter(exact), None)


def country_codes(codes: Iterable[object]) -> tuple[str, ...]:
    """The ISO 3166 codes of the countries, sorted; a region ("gb-sct") counts as its country.

    Former states have their own codes of four letters ("suhh"); what is no country ("zz") is left out.
    """
    found = {_country_code(code.upper()) for code in codes if isinstance(code, str)}
    return tuple(sorted(code for code in found if code))


@cache
def _country_code(code: str) -> str | None:
    import pycountry  # half a second, which commands that read no list do without

    if former := pycountry.historic_countries.get(alpha_4=code):
        return str(former.alpha_2)
    country, _, _ = code.partition("-")
    if country in _USER_ASSIGNED or pycountry.countries.get(alpha_2=country):
        return country
    former = pycountry.historic_countries.get(alpha_2=code)
    return str(former.alpha_2) if former else None
