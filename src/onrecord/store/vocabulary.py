"""Namespaces and IRIs of the RDF contract."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode

from onrecord.errors import OptionError
from onrecord.model import UNKNOWN_AGENT, DocumentId, EntityId, Evidence, StatementId, stable_hash

ONR = "https://w3id.org/onrecord/ontology#"
DATA = "https://w3id.org/onrecord/id/"
"""The namespace of documents, entities, statements and evidence unless a build names another base."""
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
XSD = "http://www.w3.org/2001/XMLSchema#"
EDTF = "http://id.loc.gov/datatypes/edtf/"
WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"

PREFIXES = {
    "onr": ONR,
    "rdf": RDF,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "oa": OA,
    "xsd": XSD,
    "edtf": EDTF,
}
"""The prefixes of all that we write, and those that queries may use without declaring them; `id:` is the data's."""


@lru_cache(maxsize=4096)
def term(namespace: str, name: str) -> NamedNode:
    """The IRI of a vocabulary term."""
    return NamedNode(namespace + name)


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of a build's data: its base and a local name without slashes, which SPARQL can abbreviate."""

    base: str = DATA

    def __post_init__(self) -> None:
        try:
            NamedNode(self.base)
            is_usable = self.base.endswith(("/", "#"))
        except ValueError:
            is_usable = False
        if not is_usable:
            raise OptionError(f"--base {self.base}: must be an absolute IRI that ends with / or #")

    def entity(self, identity: EntityId) -> NamedNode:
        """The entity's IRI; the unknown agent belongs to the ontology, not to the data."""
        return term(ONR, UNKNOWN_AGENT) if identity == UNKNOWN_AGENT else term(self.base, identity)

    def document(self, identity: DocumentId) -> NamedNode:
        """The document's IRI, which is also that of its named graph."""
        return term(self.base, f"document-{identity}")

    def statement(self, identity: StatementId) -> NamedNode:
        """The statement's IRI."""
        return NamedNode(f"{self.base}statement-{identity}")

    def evidence(self, evidence: Evidence) -> NamedNode:
        """The IRI of the quoted stretch: statements that rest on the same words share it."""
        digits = stable_hash(evidence.document, str(evidence.start), str(evidence.end))
        return NamedNode(f"{self.base}evidence-{digits}")

    def run(self, *facts: str) -> NamedNode:
        """The IRI of the run with this version, ontology and model: the same for each repetition."""
        return NamedNode(f"{self.base}run-{stable_hash(*facts)}")

    @property
    def prefixes(self) -> dict[str, str]:
        """`PREFIXES` and `id:` for this base."""
        return PREFIXES | {"id": self.base}
