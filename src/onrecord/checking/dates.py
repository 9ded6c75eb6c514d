"""Dates of statements: EDTF that names days which exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.checking.findings import Finding, Kind
from onrecord.checking.rows import Numbered, StatementRow
from onrecord.edtf import bounds, is_edtf

_UNBOUNDED = re.compile(r"(?:^|[/\[{,]\s*)[?~%]?X|\.\.|^/|/$")
"""A year that is not known, or an open end: no earliest or latest day follows from such a date."""


def invalid_dates(statements: Iterable[Numbered[StatementRow]]) -> Iterator[Finding]:
    """Dates that are no EDTF, or name no day there is (30 February, an interval turned round)."""
    for numbered in statements:
        text, identity = numbered.row["date"], numbered.row["id"]
        if text is not None and not is_edtf(text):
            yield numbered.finding(Kind.DATE, f"the date of {identity} is “{text}”, which is no EDTF")
        for role, day in (("date", text), ("object", numbered.row["object"].get("value"))):
            if isinstance(day, str) and is_edtf(day) and bounds(day) is None and not _UNBOUNDED.search(day):
                yield numbered.finding(Kind.DATE, f"the {role} of {identity} is “{day}”, which names no day there is")
