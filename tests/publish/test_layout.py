"""The layout: the same each time, names apart, components beside each other."""

from __future__ import annotations

import itertools
import math

import networkx
import pytest

from onrecord.publish.layout import BOX, positions

GRAPHS = {
    "empty": networkx.Graph(),
    "one": networkx.empty_graph(1),
    "strangers": networkx.empty_graph(30),
    "pair": networkx.path_graph(2),
    "star": networkx.star_graph(30),
    "path": networkx.path_graph(40),
    "everyone with everyone": networkx.complete_graph(12),
    "itself": networkx.Graph([(0, 0), (0, 1)]),
    "news": networkx.disjoint_union_all(
        [networkx.barabasi_albert_graph(60, 2, seed=1), networkx.path_graph(3), networkx.path_graph(2)]
    ),
    "large": networkx.barabasi_albert_graph(600, 2, seed=1),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_each_node_has_a_place_that_repeats(name: str) -> None:
    places = positions(GRAPHS[name])
    assert list(places) == list(GRAPHS[name])
    assert places == positions(GRAPHS[name])
    assert all(isinstance(offset, int) for place in places.values() for offset in place)


@pytest.mark.parametrize("name", ["strangers", "pair", "star", "path", "everyone with everyone", "news"])
def test_boxes_do_not_overlap(name: str) -> None:
    places = positions(GRAPHS[name]).values()
    overlaps = [
        (one, other)
        for one, other in itertools.combinations(places, 2)
        if abs(one[0] - other[0]) < BOX[0] - 12 and abs(one[1] - other[1]) < BOX[1] - 12
    ]
    assert overlaps == []


def test_neighbours_are_nearer_than_others() -> None:
    graph = GRAPHS["large"]
    places = positions(graph)
    pairs = list(itertools.combinations(graph, 2))
    apart = sum(math.dist(places[one], places[other]) for one, other in pairs) / len(pairs)
    near = sum(math.dist(places[one], places[other]) for one, other in graph.edges) / len(graph.edges)
    assert near < apart / 2


def test_an_edge_can_be_longer() -> None:
    plain, longer = networkx.path_graph(2), networkx.Graph()
    longer.add_edge(0, 1, length=2.0)
    short, long = (math.dist(*positions(graph).values()) for graph in (plain, longer))
    assert long > 1.8 * short
