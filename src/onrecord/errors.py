"""The errors that onrecord raises on purpose.

    OnrecordError
    ├── InputError          one document or line cannot be read: counted, reported, the run goes on
    ├── OntologyError       the ontology or lexicon is broken: nothing can be built
    ├── OptionError         an option or a side file (known actors, a date) cannot be used
    │   └── UnclearNameError    nobody, or more than one, has the name that is asked for
    └── ProjectError        the project folder or its store cannot be read or written

Every message names the thing, the place and the mend.
"""

from collections.abc import Sequence


class OnrecordError(Exception):
    """Base of all errors that onrecord raises on purpose."""


class InputError(OnrecordError):
    """One input (a file, or a line of a JSON lines file) cannot be read; the others can."""


class OntologyError(OnrecordError):
    """The ontology or its lexicon is broken; the message has file and line."""


class OptionError(OnrecordError):
    """An option's value, or a file that an option names, cannot be used."""


class UnclearNameError(OptionError):
    """No entity has the name, or more than one has it; `candidates` tells of each that may be meant, one line each."""

    def __init__(self, message: str, candidates: Sequence[str]) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)


class ProjectError(OnrecordError):
    """The project folder or its store cannot be read or written."""
