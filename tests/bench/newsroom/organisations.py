"""Names of organisations, places and events, each with the forms that reporters give it and its near namesakes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from newsroom.cultures import CULTURES
from newsroom.lands import Land


@dataclass(frozen=True, slots=True)
class Title:
    """The name of what is no person. `forms` are what else it is called, each with its kind of variation.

    `series` is shared by those whose names are near: numbered schools, ministries of one portfolio.
    """

    name: str
    forms: tuple[tuple[str, str], ...] = ()
    acronym: str = ""
    series: str = ""
    namesake: str = ""


Maker = Callable[[Random, Land, str], Title]

_SCOPES = (("International", "Intl"), ("International", "Int'l"), ("National", "Natl"), ("European", "Eur."),
           ("Regional", "Reg."), ("Central", "Centr."))  # fmt: skip
_LEGAL = {
    "Slavic": ("OAO", "LLC", "ZAO", "Ltd", "LLP", "JSC"),
    "Arabic": ("LLC", "S.A.L.", "Co.", "Ltd"),
    "Georgian": ("LLC", "JSC", "Ltd"),
    "Iberian": ("S.A.", "S.L.", "Ltda", "S.A. de C.V."),
    "English": ("Ltd", "Inc.", "LLC", "plc", "Limited", "Corp."),
    "East Asian": ("Co., Ltd", "Group", "Ltd", "Inc."),
}
_PORTFOLIOS = (
    "Justice", "Defence", "Health", "Finance", "Education", "Culture", "Transport", "Energy", "Agriculture", "Labour",
    "Internal Affairs", "Foreign Affairs", "the Economy", "Youth and Sport", "Information and Communications",
)  # fmt: skip
_CAUSES = (
    "Free Media", "Human Rights", "Fair Elections", "Prison Reform", "Press Freedom", "Clean Rivers", "Rural Schools",
    "Open Budgets", "Women's Rights", "Legal Aid", "Land Reform", "Independent Theatre", "Safe Roads", "Child Health",
)  # fmt: skip
_TRADES = (
    "Journalists",
    "Miners",
    "Teachers",
    "Writers",
    "Lawyers",
    "Farmers",
    "Doctors",
    "Dockers",
    "Nurses",
    "Architects",
)
_CREEDS = (
    "Democratic",
    "Liberal",
    "National",
    "Social",
    "People's",
    "Republican",
    "Green",
    "Agrarian",
    "Civic",
    "United",
)
_GOODS = (
    "Trade",
    "Transport",
    "Media",
    "Capital",
    "Energy",
    "Foods",
    "Telecom",
    "Cement",
    "Steel",
    "Logistics",
    "Holding",
    "Oil",
)
_SYLLABLES = "al tan ber kor vos mir dal sen tor kaz lin pol ner gal dov var zen hal ros tek".split()


def acronym(name: str) -> str:
    """The capitals of the words that have one, at least three, or nothing."""
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    return letters if len(letters) >= 3 else ""


def brand(random: Random) -> str:
    """An invented name of a firm, some of them made of two parts."""
    return "".join(random.sample(_SYLLABLES, random.choice((2, 2, 3)))).capitalize()


def family(random: Random, culture: str, land: Land) -> str:
    """A family name of the culture, for firms and foundations that bear one."""
    return CULTURES[culture](random, False, land.code)[0].family


def ministry(random: Random, land: Land, culture: str) -> Title:
    portfolio = random.choice(_PORTFOLIOS)
    bare = portfolio.removeprefix("the ")
    forms = [
        (f"{bare} Ministry", "word order"),
        (f"Ministry of {portfolio} of {land.name}", "place added"),
        (f"{land.adjective} Ministry of {portfolio}", "place added"),
        (f"{land.adjective} {bare} Ministry", "place added"),
    ]
    return Title(
        f"Ministry of {portfolio}", tuple(forms), series=f"ministry {bare}", namesake="ministry of another country"
    )


def company(random: Random, land: Land, culture: str) -> Title:
    legal = random.choice(_LEGAL[culture])
    kind = random.random()
    if kind < 0.55:
        stem = brand(random)
        core, series = f"{stem} {random.choice(_GOODS)}", f"brand {stem}"
    elif kind < 0.75:
        stem = family(random, culture, land)
        core, series = f"{stem} & {random.choice(('Sons', 'Partners', 'Brothers'))}", f"family {stem}"
    else:
        stem = f"{random.choice(land.cities)}{random.choice(('energo', 'trans', 'bank', 'stroy', 'tel', 'neft'))}"
        core, series = stem.capitalize(), f"stem {stem}"
    is_first = legal.isupper() and len(legal) == 3 and random.random() < 0.6
    full = f"{legal} {core}" if is_first else f"{core} {legal}"
    forms = [(full, "legal form"), (core.upper(), "capitals")]
    if "&" in core:
        forms += [(core.replace("&", "and"), "abbreviation"), (f"{core.replace('&', 'and')} {legal}", "legal form")]
    return Title(core, tuple(forms), series=series, namesake="near name")


def foundation(random: Random, land: Land, culture: str) -> Title:
    if random.random() < 0.5:
        cause = random.choice(_CAUSES)
        name = f"Foundation for {cause}" if random.random() < 0.5 else f"{cause} Foundation"
        forms = [
            (f"Foundation for {cause}", "word order"),
            (f"{cause} Foundation", "word order"),
            (f"{cause} Fund", "synonym"),
        ]
        series = f"cause {cause}"
    else:
        who = CULTURES[culture](random, random.random() < 0.4, land.code)[0].text()
        name, series = f"{who} Foundation", f"family {who.split()[-1]}"
        forms = [(f"Foundation of {who}", "word order"), (f"{who} Fdn", "abbreviation")]
    return Title(name, tuple(form for form in forms if form[0] != name), series=series, namesake="near name")


def union(random: Random, land: Land, culture: str) -> Title:
    trade, head = random.choice(_TRADES), random.choice(("Union", "Association", "Guild"))
    name = f"{head} of {trade} of {land.name}"
    short = {"Association": "Assoc.", "Union": "Union", "Guild": "Guild"}[head]
    forms = [
        (f"{head} of {trade}", "place dropped"),
        (f"{land.adjective} {head} of {trade}", "word order"),
        (f"{land.adjective} {trade}' {head}", "word order"),
        (f"{short} of {trade} of {land.name}", "abbreviation"),
    ]
    return Title(name, tuple(f for f in forms if f[0] != name), acronym(name), f"trade {trade}", "near name")


def party(random: Random, land: Land, culture: str) -> Title:
    first, second = random.sample(_CREEDS, 2)
    kind = random.random()
    if kind < 0.35:
        name = f"{first} Party of {land.name}"
        forms = [(f"{first} Party", "place dropped"), (f"{land.adjective} {first} Party", "word order")]
    elif kind < 0.6:
        name, forms = f"{first} {second} Party", [(f"{first} {second} party", "capitals")]
    elif kind < 0.8:
        aim = random.choice(("Justice", "Unity", "Progress", "Freedom", "Development", "Labour"))
        other = random.choice(("", " and Development", " and Progress", " and Order"))
        name = f"Party of {aim}{other}" if other else f"{aim} Party"
        forms = (
            [(f"{aim} Party", "word order"), (f"Party of {aim}", "word order")]
            if not other
            else [(f"{aim}{other} Party", "word order")]
        )
    else:
        name = f"{first} Union of {random.choice(('Workers', 'Youth', 'Citizens', 'Farmers', 'Veterans'))}"
        forms = []
    return Title(name, tuple(f for f in forms if f[0] != name), acronym(name), "party", "near name")


def bank(random: Random, land: Land, culture: str) -> Title:
    where = random.choice(land.cities)
    kind = random.random()
    if kind < 0.45:
        name, forms = f"Bank of {where}", [(f"{where} Bank", "word order"), (f"Bank of {where} JSC", "legal form")]
    else:
        which = random.choice(("First", "Second", "Savings", "National", "Merchants'"))
        name, forms = f"{which} Bank of {where}", [(f"{where} {which} Bank", "word order")]
    return Title(name, tuple(forms), series=f"bank {where}", namesake="near name")


def school(random: Random, land: Land, culture: str) -> Title:
    where, number = random.choice(land.cities), random.randint(1, 30)
    kind = random.choice(("School", "School", "Hospital", "Prison Colony", "Polling Station", "Court"))
    name = f"{kind} No. {number}"
    forms = [(f"{kind} No {number}", "abbreviation"), (f"{kind} Number {number}", "abbreviation"),
             (f"{where} {kind} No. {number}", "place added")]  # fmt: skip
    return Title(name, tuple(forms), series=f"{kind}", namesake="numbered")


def court(random: Random, land: Land, culture: str) -> Title:
    where, kind = (
        random.choice(land.cities),
        random.choice(("District Court", "City Court", "Regional Court", "Police Department")),
    )
    forms = [(f"{where} {kind}", "word order"), (f"{kind} of the City of {where}", "synonym")]
    return Title(f"{kind} of {where}", tuple(forms), series=f"court {where}", namesake="near name")


def university(random: Random, land: Land, culture: str) -> Title:
    where = random.choice(land.cities)
    kind = random.choice(("", "Technical ", "State ", "Medical ", "Agricultural "))
    name = f"{kind}University of {where}" if random.random() < 0.5 else f"{where} {kind}University"
    forms = [(f"{where} {kind}University", "word order"), (f"{kind}University of {where}", "word order"),
             (f"{where} {kind}Univ.", "abbreviation"), (f"{kind}Univ. of {where}", "abbreviation")]  # fmt: skip
    return Title(name, tuple(f for f in forms if f[0] != name), series=f"university {where}", namesake="near name")


def network(random: Random, land: Land, culture: str) -> Title:
    scope, abbreviated = random.choice(_SCOPES)
    head, cause = random.choice(("Association", "Committee", "Centre", "Institute")), random.choice(_CAUSES)
    name = f"{scope} {head} for {cause}"
    short = {"Association": "Assoc.", "Committee": "Cttee", "Centre": "Center", "Institute": "Inst."}[head]
    forms = [(f"{abbreviated} {short} for {cause}", "abbreviation"), (f"{scope} {short} for {cause}", "abbreviation")]
    return Title(name, tuple(forms), acronym(name), f"cause {cause}", "near name")


def newspaper(random: Random, land: Land, culture: str) -> Title:
    where, head = (
        random.choice(land.cities),
        random.choice(("Times", "Herald", "Echo", "Courier", "Gazette", "Tribune")),
    )
    name = f"{where} {head}"
    return Title(
        name, ((f"The {name}", "the"), (f"{name} newspaper", "synonym")), series=f"paper {where}", namesake="near name"
    )


ORGANISATIONS: tuple[tuple[Maker, float], ...] = (
    (company, 30), (ministry, 12), (foundation, 12), (union, 7), (party, 8), (bank, 5), (school, 8), (court, 6),
    (university, 5), (network, 7), (newspaper, 5),
)  # fmt: skip
"""What kinds of organisations there are, with their weights."""


def town(random: Random, land: Land, culture: str) -> Title:
    forms: Sequence[tuple[str, str]] = ()
    spellings = CULTURES[culture](random, False, land.code)
    suffix = random.choice(
        {"Slavic": ("ka", "o", "sk"), "English": ("ton", " Hill", "ville")}.get(culture, ("", " Town", " Hills"))
    )
    names = [spelling.family.removeprefix("al-").strip() + suffix for spelling in spellings]
    forms = [(name, "spelling") for name in dict.fromkeys(names[1:3]) if name != names[0]]
    return Title(names[0], tuple(forms), series=f"town {names[0][:5]}", namesake="near name")


_HONOURED = ("Freedom", "Independence", "Republic", "Victory", "Station", "Unity", "Liberty", "Cathedral", "Market",
             "Old", "Central", "Garden", "Railway", "Heroes'", "Constitution", "Theatre", "Mill")  # fmt: skip


def square(random: Random, land: Land, culture: str) -> Title:
    name = f"{random.choice(_HONOURED)} {random.choice(('Square', 'Park', 'Avenue', 'Bridge', 'Gate'))}"
    return Title(name, ((name.upper(), "capitals"),), series=name, namesake="same place name")


def event(random: Random, land: Land, culture: str) -> Title:
    where, what = (
        random.choice(land.cities),
        random.choice(("Film Festival", "Economic Forum", "Book Fair", "Security Conference")),
    )
    year = random.randint(1996, 2016)
    return Title(
        f"{where} {what} {year}",
        ((f"{year} {where} {what}", "word order"),),
        series=f"{where} {what}",
        namesake="numbered",
    )
