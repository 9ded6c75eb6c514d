"""The ontology and its lexicon: which relations there are, and which words express them."""

from onrecord.ontology.load import Ontology, load_ontology
from onrecord.ontology.predicates import Predicate

__all__ = ["Ontology", "Predicate", "load_ontology"]
