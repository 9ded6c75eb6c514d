"""What is wrong with a project, and how to mend it."""

from onrecord.checking.checks import check
from onrecord.checking.findings import REBUILD, SHOWN, Finding, Kind, Report, Unchecked

__all__ = ["REBUILD", "SHOWN", "Finding", "Kind", "Report", "Unchecked", "check"]
