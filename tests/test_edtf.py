from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.edtf import bounds, is_edtf


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2005-01-06", "2005-01-06", "2005-01-06"),
        ("2005-01-06T10:00:00Z", "2005-01-06", "2005-01-06"),
        ("2016-10", "2016-10-01", "2016-10-31"),
        ("2004-02", "2004-02-01", "2004-02-29"),
        ("2007", "2007-01-01", "2007-12-31"),
        ("2007~", "2007-01-01", "2007-12-31"),
        ("2007-?03", "2007-03-01", "2007-03-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX-12", "1900-12-01", "1999-12-31"),
        ("2004-XX-31", "2004-01-31", "2004-12-31"),
        ("2004-1X-15", "2004-10-15", "2004-12-15"),
        ("200X-02-29", "2000-02-29", "2008-02-29"),
        ("2004-02-XX", "2004-02-01", "2004-02-29"),
        ("2004-21", "2004-01-01", "2004-12-31"),
        ("2004-24", "2004-01-01", "2005-02-28"),
        ("2004-34", "2004-04-01", "2004-06-30"),
        ("2002-01/2004-03", "2002-01-01", "2004-03-31"),
        ("[2001, 2003-05]", "2001-01-01", "2003-05-31"),
        ("{2001..2003}", "2001-01-01", "2003-12-31"),
    ],
)
def test_bounds(edtf, earliest, latest):
    assert bounds(edtf) == (date.fromisoformat(earliest), date.fromisoformat(latest))
    assert is_edtf(edtf)


@pytest.mark.parametrize("edtf", ["XXXX-01-06", "XXXX", "2004/..", "/2004", "XXXX-01-06/XXXX-01-09", "2004/2003"])
def test_dates_without_bounds(edtf):
    assert bounds(edtf) is None
    assert is_edtf(edtf)


@pytest.mark.parametrize("text", ["", "May 2004", "2004-13", "2004-00", "2004-01-32", "[2004", "1/2/3", "..", "20"])
def test_no_dates(text):
    assert bounds(text) is None
    assert not is_edtf(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_its_own_bounds_and_lies_in_its_month_year_and_decade(day):
    iso = day.isoformat()
    assert bounds(iso) == (day, day)
    for wider in (iso[:7], iso[:4], iso[:3] + "X", iso[:8] + "XX", iso[:5] + "XX-" + iso[8:]):
        earliest, latest = bounds(wider)
        assert earliest <= day <= latest


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)))
def test_an_interval_has_bounds_exactly_when_it_runs_forward(start, end):
    expected = (start, end) if start <= end else None
    assert bounds(f"{start}/{end}") == expected


@given(st.text(alphabet="0123456789X-/?~[]{}., T"))
def test_any_text_is_answered_and_what_has_bounds_is_edtf(text):
    found = bounds(text)
    assert found is None or (found[0] <= found[1] and is_edtf(text))
