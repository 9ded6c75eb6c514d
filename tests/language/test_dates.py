"""Dates in text as EDTF."""

from datetime import date

import pytest

from onrecord.language.dates import find_dates

FRIDAY = date(2009, 8, 21)


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("on January 6, 2005", None, "2005-01-06"),
        ("on 6 January 2005", None, "2005-01-06"),
        ("on January 6", None, "XXXX-01-06"),
        ("on January 6", date(2005, 1, 20), "2005-01-06"),
        ("on December 11", date(2005, 1, 20), "2004-12-11"),
        ("on December 11", None, "XXXX-12-11"),
        ("in February", date(2005, 1, 20), "2005-02"),
        ("in December", date(2005, 1, 20), "2004-12"),
        ("in October 2004", None, "2004-10"),
        ("between January 2002 and March 2004", None, "2002-01/2004-03"),
        ("from 1995 to 2001", None, "1995/2001"),
        ("in 2007", None, "2007"),
        ("in the 1990s", None, "199X"),
        ("on Wednesday night", FRIDAY, "2009-08-19"),
        ("on Friday", FRIDAY, "2009-08-21"),
        ("on Wednesday", None, None),
        ("last month", date(2016, 11, 11), "2016-10"),
        ("last month", date(2016, 1, 11), "2015-12"),
        ("last year", FRIDAY, "2008"),
        ("two years ago", FRIDAY, "2007"),
        ("three weeks ago", FRIDAY, "2009-07-31"),
        ("yesterday", FRIDAY, "2009-08-20"),
        ("2009-08-21", None, "2009-08-21"),
        ("last week", FRIDAY, "2009-08-10/2009-08-16"),
        ("last Friday", FRIDAY, "2009-08-14"),
        ("next Friday", FRIDAY, "2009-08-28"),
        ("last May", FRIDAY, "2009-05"),
        ("last October", FRIDAY, "2008-10"),
        ("next May", FRIDAY, "2010-05"),
        ("at the weekend", FRIDAY, "2009-08-15/2009-08-16"),
        ("next weekend", FRIDAY, "2009-08-29/2009-08-30"),
        ("at the weekend", None, None),
        ("they may meet", FRIDAY, None),
        ("600,000 dollars", FRIDAY, None),
    ],
)
def test_one_date(text, published, edtf):
    found = [mention.edtf for mention in find_dates(text, published)]
    assert found == ([] if edtf is None else [edtf])


def test_no_year_is_invented():
    assert all(m.edtf.startswith("XXXX") for m in find_dates("on May 5, on June 6 and on July 7", None))


def test_offsets_name_the_words():
    text = "It ended on January 6, they said."
    (mention,) = find_dates(text, None)
    assert text[mention.start : mention.end] == "January 6"
