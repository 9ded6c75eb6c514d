"""The countries of the corpus: their names, adjectives and cities."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Land:
    """A country as reporters write it."""

    code: str
    name: str
    adjective: str
    cities: tuple[str, ...]


_ROWS = """RU|Russia|Russian|Kazan,Perm,Tver,Omsk,Samara,Tomsk
UA|Ukraine|Ukrainian|Lviv,Odesa,Poltava,Sumy,Lutsk,Rivne
KZ|Kazakhstan|Kazakh|Almaty,Karaganda,Shymkent,Aktau,Pavlodar
BY|Belarus|Belarusian|Minsk,Brest,Gomel,Grodno
UZ|Uzbekistan|Uzbek|Tashkent,Samarkand,Bukhara,Nukus
KG|Kyrgyzstan|Kyrgyz|Bishkek,Osh,Naryn,Talas
EG|Egypt|Egyptian|Cairo,Alexandria,Aswan,Luxor
IQ|Iraq|Iraqi|Basra,Mosul,Najaf,Kirkuk
SY|Syria|Syrian|Damascus,Aleppo,Homs,Hama
MA|Morocco|Moroccan|Rabat,Fez,Agadir,Tangier
DZ|Algeria|Algerian|Algiers,Oran,Constantine,Annaba
TN|Tunisia|Tunisian|Tunis,Sfax,Sousse,Gabes
SA|Saudi Arabia|Saudi|Riyadh,Jeddah,Medina,Taif
JO|Jordan|Jordanian|Amman,Zarqa,Irbid,Aqaba
YE|Yemen|Yemeni|Sanaa,Aden,Taiz,Ibb
LB|Lebanon|Lebanese|Beirut,Tripoli,Sidon,Tyre
GE|Georgia|Georgian|Tbilisi,Batumi,Kutaisi,Gori,Zugdidi
ES|Spain|Spanish|Seville,Bilbao,Granada,Toledo
MX|Mexico|Mexican|Puebla,Oaxaca,Merida,Tijuana
CO|Colombia|Colombian|Bogota,Cali,Pereira,Pasto
PE|Peru|Peruvian|Lima,Cusco,Arequipa,Piura
BR|Brazil|Brazilian|Recife,Belem,Curitiba,Manaus
PT|Portugal|Portuguese|Lisbon,Porto,Braga,Faro
US|United States|American|Boston,Denver,Memphis,Tucson,Dayton
GB|United Kingdom|British|Leeds,Bristol,Derby,Exeter,York
IE|Ireland|Irish|Dublin,Cork,Galway,Sligo
AU|Australia|Australian|Perth,Darwin,Hobart,Cairns
CA|Canada|Canadian|Calgary,Regina,Halifax,Winnipeg
NG|Nigeria|Nigerian|Lagos,Kano,Ibadan,Jos
CN|China|Chinese|Wuhan,Chengdu,Dalian,Harbin,Xiamen
KR|South Korea|South Korean|Busan,Daegu,Incheon,Ulsan
TW|Taiwan|Taiwanese|Taipei,Tainan,Hualien,Keelung
SG|Singapore|Singaporean|Jurong,Bedok,Tampines,Yishun"""

LANDS = {
    code: Land(code, name, adjective, tuple(cities.split(",")))
    for code, name, adjective, cities in (row.split("|") for row in _ROWS.splitlines())
}
"""By ISO 3166-1 code."""
