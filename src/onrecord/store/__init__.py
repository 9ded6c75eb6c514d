"""The graph as RDF: vocabulary, the mapping to quads, and the stores that hold them."""
