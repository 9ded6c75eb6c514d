"""Reference lists: files of known actors that others publish, or that the user keeps.

CSV has the form of known actors; JSON lines are entities of FollowTheMoney, as OpenSanctions publishes them, or of
Wikidata, as its dumps have them. The content tells which, so the name of a file does not matter.
"""

from onrecord.read.references.reading import Reference, read_reference
from onrecord.read.references.skipped import Skipped

__all__ = ["Reference", "Skipped", "read_reference"]
