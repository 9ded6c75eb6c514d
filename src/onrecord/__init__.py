"""onrecord: knowledge graphs from news and human-rights reporting, with every edge on the record."""

__version__ = "0.1.0"
