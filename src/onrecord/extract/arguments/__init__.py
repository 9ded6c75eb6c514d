"""The arguments of a word on the parse: who is its subject, its object, what stands in a prepositional phrase.

From the bottom up: noun phrases, prepositional phrases and the forms of verbs; who does it to whom (`clauses`) and whom
a noun is said of (`predication`), which ask each other; what else words may have as arguments; all of them by name.
"""

from onrecord.extract.arguments.by_name import Arguments

__all__ = ["Arguments"]
