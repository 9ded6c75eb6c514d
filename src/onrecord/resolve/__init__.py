"""Mentions of all documents become people, organisations, countries, places and events."""

from onrecord.resolve.graph import resolve
from onrecord.resolve.vocabulary import Vocabulary, vocabulary_of

__all__ = ["Vocabulary", "resolve", "vocabulary_of"]
