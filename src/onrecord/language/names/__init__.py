"""Names in a document: where they stand and what type of thing they name.

Candidates are runs of proper nouns and what the statistical recogniser marks (`search`). Titles, articles, quotes and
possessives are cut off, and a candidate that swallowed its neighbours is broken up (`trimming`); the halves of a name
are joined (`acronyms`, `joining`). The type is then decided once per name for the whole document, by all its
occurrences together (`votes`, `types`), and what was overlooked is added (`repeats`).
"""

from onrecord.language.names.finder import NameFinder

__all__ = ["NameFinder"]
