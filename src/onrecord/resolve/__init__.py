"""Mentions of all documents become people, organisations, countries, places and events."""

from onrecord.resolve.graph import resolve

__all__ = ["resolve"]
