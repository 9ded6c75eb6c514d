"""Dates told by their distance from another."""

import pytest

from onrecord.language.distances import find_distances, shifted


@pytest.mark.parametrize(
    ("text", "anchor", "edtf"),
    [
        ("Two days later he left.", "2015-05-30", "2015-06-01"),
        ("three weeks later", "2015-05-05", "2015-05-26"),
        ("a month earlier", "2015-01-05", "2014-12"),
        ("two months later", "2015-11", "2016-01"),
        ("two years later", "2005-03", "2007"),
        ("five days afterwards", "2015-05-05", "2015-05-10"),
        ("He had left two days before.", "2015-05-05", "2015-05-03"),
        ("the next day", "2015-12-31", "2016-01-01"),
        ("the following morning", "2015-05-05", "2015-05-06"),
        ("in the following year", "2015-05-05", "2016"),
        ("the year before", "2015-05-05", "2014"),
        ("the previous month", "2015-05-05", "2015-04"),
        ("the same evening", "2015-05-05", "2015-05-05"),
        ("later that month", "2015-05-05", "2015-05"),
        ("that same year", "2015-05-05", "2015"),
        ("several hours later", "2015-05-05", "2015-05-05"),
        ("the next day", "2015-05-05/2015-05-07", "2015-05-08"),
        ("the next day", "XXXX-05-31", "XXXX-06-01"),
        ("a month later", "XXXX-12-05", "XXXX-01"),
    ],
)
def test_counts_from_the_date_before(text, anchor, edtf):
    (distance,) = find_distances(text)
    assert not distance.is_open
    assert shifted(anchor, distance) == edtf


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("the next day", "2015-05"),
        ("two weeks later", "2015"),
        ("a month later", "2015"),
        ("two years later", "XXXX-05-05"),
        ("the next day", "XXXX-02-28"),
    ],
)
def test_no_date_from_a_coarser_one(text, anchor):
    (distance,) = find_distances(text)
    assert shifted(anchor, distance) is None


@pytest.mark.parametrize(
    "text", ["over the next year", "the same day as the vote", "many days later", "that day when it rained"]
)
def test_no_distance(text):
    assert list(find_distances(text)) == []


@pytest.mark.parametrize("text", ["two days after the vote", "a year before he left", "the day after it opened"])
def test_what_it_counts_from_follows(text):
    (distance,) = find_distances(text)
    assert distance.is_open
