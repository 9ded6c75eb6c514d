"""The IRIs that the ontology files use, and reading Turtle into an index."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox

from onrecord.errors import OntologyError

ONR = "https://w3id.org/onrecord/ontology#"
ARG = "https://w3id.org/onrecord/argument#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
ONTOLEX = "http://www.w3.org/ns/lemon/ontolex#"
SYNSEM = "http://www.w3.org/ns/lemon/synsem#"
LEXINFO = "http://www.lexinfo.net/ontology/3.0/lexinfo#"

type Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def local(node: Node) -> str:
    """What follows the last `#` or `/` of an IRI; a literal's value."""
    value = str(getattr(node, "value", ""))
    return value[max(value.rfind("#"), value.rfind("/")) + 1 :]


def _text(node: Node) -> str:
    return local(node) if isinstance(node, ox.NamedNode) else str(getattr(node, "value", ""))


class Index:
    """The triples of some Turtle files by subject and predicate."""

    def __init__(self) -> None:
        self._by_subject: dict[Node, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        self._file: dict[Node, Path] = {}
        self._lines: dict[Path, dict[str, int]] = {}

    def read(self, path: Path) -> None:
        """Adds a Turtle file. Raises OntologyError with file and line when it is broken or missing."""
        try:
            triples = list(ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE))
        except OSError as error:
            raise OntologyError(f"{path}: cannot be read ({error.strerror}); the ontology folder needs it") from error
        except SyntaxError as error:
            raise OntologyError(f"{path}, line {error.lineno}: {error.msg}; mend the Turtle there") from error
        for triple in triples:
            self._by_subject[triple.subject][triple.predicate.value].append(triple.object)
            self._file.setdefault(triple.subject, path)

    def subjects(self) -> list[Node]:
        """Every node that is described, in the order of the files."""
        return list(self._by_subject)

    def values(self, subject: Node, predicate: str) -> list[Node]:
        """The objects of `subject` and `predicate`, in the order of the files."""
        return self._by_subject[subject].get(predicate, []) if subject in self._by_subject else []

    def texts(self, subject: Node, predicate: str) -> list[str]:
        """The same as literal values or local names."""
        return [_text(node) for node in self.values(subject, predicate)]

    def text(self, subject: Node, predicate: str) -> str | None:
        """The first of them, if any."""
        found = self.texts(subject, predicate)
        return found[0] if found else None

    def is_true(self, subject: Node, predicate: str) -> bool:
        """Whether the value is `true`."""
        return self.text(subject, predicate) == "true"

    def place(self, subject: Node) -> str:
        """File and line where `subject` is described, for messages."""
        path = self._file.get(subject)
        if path is None:
            return "ontology"
        if path not in self._lines:
            self._lines[path] = described_at(path)
        line = self._lines[path].get(local(subject))
        return str(path) if line is None else f"{path}, line {line}"


def described_at(path: Path) -> dict[str, int]:
    """The line on which each local name begins a description."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    found = ((re.match(r"\w*:([\w-]+)\s", line), number) for number, line in lines)
    return {match[1]: number for match, number in found if match}
