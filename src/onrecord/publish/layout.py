"""Where to draw each node: a layout that depends on the graph alone (no clock, no randomness), in whole units.

Each connected component is laid out by itself: small ones by stress majorization (Gansner, Koren and North, Graph
Drawing 2004: the distance on paper follows the distance in the graph), large ones by springs and repulsion between
grid cells. Then boxes that overlap are pushed apart and the components are packed beside each other.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import networkx
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""One row (x, y) a node."""

STEP = 150.0
"""Length of an edge between two nodes that have no other neighbour."""
BOX = (150.0, 64.0)
"""Room for a node with its label below, where the node has no `width` and `height`."""
LANDSCAPE = 1.15
"""Width to height of the whole: a wide screen with a column on each side."""
GAP = 60.0
"""Space between components."""
LARGEST_BY_STRESS = 150
"""Nodes up to which stress majorization, which compares all pairs, is fast (0.3 s); springs above."""


def positions(graph: networkx.Graph) -> dict[Hashable, tuple[int, int]]:
    """The place of each node, y downwards, centred on (0, 0). The order of nodes and edges in the graph matters.

    Node attributes `width` and `height` reserve room for what is drawn there; an edge's `length` (1) makes it longer.
    """
    undirected = _simple(graph)
    order = {node: index for index, node in enumerate(undirected)}
    groups = [sorted(group, key=order.__getitem__) for group in networkx.connected_components(undirected)]
    groups.sort(key=lambda group: (-len(group), order[group[0]]))
    parts = [_component(undirected.subgraph(group), group) for group in groups]
    placed = _packed(parts, [_boxes(graph, group) for group in groups])
    nodes = [node for group in groups for node in group]
    if not nodes:
        return {}
    where = np.concatenate(placed)
    where -= (where.min(axis=0) + where.max(axis=0)) / 2
    found = {node: (round(x), round(y)) for node, (x, y) in zip(nodes, where.tolist(), strict=True)}
    return {node: found[node] for node in graph}


def _simple(graph: networkx.Graph) -> networkx.Graph:
    """The undirected graph of the same nodes with one edge a pair and no loops, in the same order."""
    simple = networkx.Graph()
    simple.add_nodes_from(graph.nodes(data=True))
    simple.add_edges_from(
        (one, other, {"length": by}) for one, other, by in graph.edges.data("length", 1.0) if one != other
    )
    return simple


def _boxes(graph: networkx.Graph, nodes: list[Any]) -> Points:
    """Width and height of what is drawn at each node."""
    data = graph.nodes
    return np.array(
        [(data[node].get("width", BOX[0]), data[node].get("height", BOX[1])) for node in nodes], dtype=float
    )


def _component(graph: networkx.Graph, nodes: list[Any]) -> Points:
    """The layout of one connected component, boxes apart, its longer side across."""
    if len(nodes) == 1:
        return np.zeros((1, 2))
    index = {node: position for position, node in enumerate(nodes)}
    rows = sorted((*sorted((index[one], index[other])), by) for one, other, by in graph.edges.data("length"))
    edges = np.array([row[:2] for row in rows])
    degrees = np.bincount(edges.ravel(), minlength=len(nodes))
    lengths = STEP * np.array([row[2] for row in rows]) * (0.8 + 0.2 * np.sqrt(degrees[edges].min(axis=1)))
    by_stress = len(nodes) <= LARGEST_BY_STRESS
    points = _stress(edges, lengths, len(nodes)) if by_stress else _springs(edges, len(nodes))
    return _apart(_filling(_turned(points)), _boxes(graph, nodes))


def _circle(count: int) -> Points:
    """Points evenly on the unit circle."""
    angles = 2 * np.pi * np.arange(count) / count
    return np.column_stack((np.cos(angles), np.sin(angles)))


def _distances(edges: NDArray[np.int64], lengths: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """Length of the shortest path between each pair (Floyd and Warshall, a row at a time)."""
    paths = np.full((count, count), np.inf)
    np.fill_diagonal(paths, 0.0)
    paths[edges[:, 0], edges[:, 1]] = paths[edges[:, 1], edges[:, 0]] = lengths
    for middle in range(count):
        np.minimum(paths, paths[:, middle, None] + paths[None, middle], out=paths)
    return paths


def _scaled(paths: NDArray[np.float64]) -> Points:
    """Classical scaling of the distances into the plane, by subspace iteration from a circle: the start for stress."""
    squares = paths**2
    centred = -0.5 * (squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean())
    points = _circle(len(paths))
    for _ in range(60):
        points, _upper = np.linalg.qr(centred @ points)
    spread = np.sqrt(np.maximum(np.einsum("ij,ij->j", points, centred @ points), 1.0))
    start: Points = (
        points * spread + _circle(len(paths)) * STEP * 0.05
    )  # the circle parts what scaling puts on one point
    return start


def _stress(edges: NDArray[np.int64], lengths: NDArray[np.float64], count: int) -> Points:
    """Points whose distances follow the paths' lengths, weighted by 1 / length squared."""
    paths = _distances(edges, lengths, count)
    points = _scaled(paths)
    weights = np.divide(1.0, paths**2, out=np.zeros_like(paths), where=paths > 0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(laplacian + 1.0 / count * weights.mean())
    wanted = weights * paths
    for _ in range(120):
        apart = np.hypot(points[:, 0, None] - points[:, 0], points[:, 1, None] - points[:, 1])
        pull = wanted / np.maximum(apart, 1e-9)
        points = inverse @ (pull.sum(axis=1)[:, None] * points - pull @ points)
    return points - points.mean(axis=0)


def _springs(edges: NDArray[np.int64], count: int) -> Points:
    """Springs along edges against repulsion from the centres of grid cells (after Fruchterman and Reingold)."""
    points = _levels(edges, count) * STEP
    heat, rounds = STEP * 2.5, 80
    for turn in range(rounds):
        push = _repulsion(points) * STEP**2
        along = points[edges[:, 1]] - points[edges[:, 0]]
        pull = along * (np.linalg.norm(along, axis=1, keepdims=True) / STEP)
        for axis in (0, 1):
            push[:, axis] += np.bincount(edges[:, 0], pull[:, axis], count)
            push[:, axis] -= np.bincount(edges[:, 1], pull[:, axis], count)
        size = np.maximum(np.linalg.norm(push, axis=1, keepdims=True), 1e-9)
        points = points + push / size * np.minimum(size, heat * (1 - turn / rounds) + 1)
    return points - points.mean(axis=0)


def _levels(edges: NDArray[np.int64], count: int) -> Points:
    """A first guess for springs: rings around the node with most neighbours, each node near the one it was met from."""
    graph = networkx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(edges.tolist())
    root = max(graph, key=lambda node: (graph.degree[node], -node))
    tree = list(networkx.dfs_preorder_nodes(networkx.bfs_tree(graph, root), root))
    depth = networkx.single_source_shortest_path_length(graph, root)
    angles = np.empty(count)
    angles[tree] = 2 * np.pi * np.arange(count) / count
    radii = np.array([depth[node] for node in range(count)], dtype=float) * count**0.5 / (max(depth.values()) + 1)
    return np.column_stack((np.cos(angles) * radii, np.sin(angles) * radii))


def _repulsion(points: Points, cells: int = 14) -> Points:
    """The push on each point from the others, gathered in the cells of a grid: 1 / distance, per point in the cell."""
    low, high = points.min(axis=0), points.max(axis=0)
    place = np.minimum(((points - low) / (high - low + 1e-9) * cells).astype(int), cells - 1)
    cell = place[:, 0] * cells + place[:, 1]
    counts = np.bincount(cell, minlength=cells**2).astype(float)
    sums = np.column_stack([np.bincount(cell, points[:, axis], cells**2) for axis in (0, 1)])
    used = np.flatnonzero(counts)
    push = np.empty_like(points)
    centres = sums[used] / counts[used, None]
    across = points[:, 0, None] - centres[None, :, 0]
    down = points[:, 1, None] - centres[None, :, 1]
    strength = counts[used] / (across**2 + down**2 + (STEP / 2) ** 2)
    push[:, 0] = np.einsum("ij,ij->i", across, strength)
    push[:, 1] = np.einsum("ij,ij->i", down, strength)
    return push


def _turned(points: Points) -> Points:
    """The points turned so that they spread most from left to right."""
    covariance = points.T @ points
    angle = 0.5 * np.arctan2(2 * covariance[0, 1], covariance[0, 0] - covariance[1, 1])
    cosine, sine = np.cos(angle), np.sin(angle)
    return points @ np.array(((cosine, -sine), (sine, cosine)))


def _filling(points: Points, most: float = 1.5) -> Points:
    """The points drawn out along their shorter side towards the shape of the screen, which costs no room there."""
    width, height = np.maximum(np.ptp(points, axis=0), STEP / 2)
    wide = float(width / height / LANDSCAPE)
    return points * ((1.0, min(wide, most)) if wide > 1 else (min(1 / wide, most), 1.0))


def _apart(points: Points, boxes: Points, rounds: int = 60) -> Points:
    """The points moved until their boxes do not overlap, as far as `rounds` reach.

    Each is compared with the next ones from left to right; a pair moves along the axis where it overlaps less.
    """
    points = points.copy()
    reach = min(len(points) - 1, 60)
    for _ in range(rounds if len(points) > LARGEST_BY_STRESS else 4 * rounds):
        order = np.lexsort((points[:, 1], points[:, 0]))
        shift = np.zeros_like(points)
        for step in range(1, reach + 1):
            left, right = order[:-step], order[step:]
            _push(points, boxes, left, right, shift)
        if not shift.any():
            break
        points += shift
    return points


def _push(points: Points, boxes: Points, left: NDArray[np.int64], right: NDArray[np.int64], shift: Points) -> None:
    """Add to `shift` what moves each pair of overlapping boxes apart."""
    between = points[right] - points[left]
    overlap = (boxes[left] + boxes[right]) / 2 - np.abs(between)
    pairs = np.flatnonzero((overlap > 0.5).all(axis=1))
    if not len(pairs):
        return
    axis = overlap[pairs].argmin(axis=1)
    direction = np.where(between[pairs, axis] < 0, -1.0, 1.0)
    amount = overlap[pairs, axis] * 0.3 * direction
    np.add.at(shift, (left[pairs], axis), -amount)
    np.add.at(shift, (right[pairs], axis), amount)


def _packed(parts: list[Points], boxes: list[Points]) -> list[Points]:
    """The components moved beside each other, the largest first, in the shape that fits the screen best."""
    corners = [(p - b / 2).min(axis=0) for p, b in zip(parts, boxes, strict=True)]
    sizes = [(p + b / 2).max(axis=0) - c + GAP for p, b, c in zip(parts, boxes, corners, strict=True)]
    if not sizes:
        return []
    widest = max(float(size[0]) for size in sizes)
    area = sum(float(size.prod()) for size in sizes)
    tries = [_skyline(sizes, max(widest, (area * LANDSCAPE) ** 0.5 * by)) for by in (0.0, 1.0, 1.15, 1.3)]
    places = min(tries, key=lambda places: _screen(places, sizes))
    return [part - corner + place for part, corner, place in zip(parts, corners, places, strict=True)]


def _screen(places: list[tuple[float, float]], sizes: list[Points]) -> float:
    """The height of the screen, in the shape of `LANDSCAPE`, that shows the sizes at these places."""
    right = max(x + float(size[0]) for (x, _), size in zip(places, sizes, strict=True))
    bottom = max(y + float(size[1]) for (_, y), size in zip(places, sizes, strict=True))
    return max(right / LANDSCAPE, bottom)


def _skyline(sizes: list[Points], width: float, cell: float = 20.0) -> list[tuple[float, float]]:
    """The left upper corner of each size, at the lowest free place of a skyline as wide as `width`."""
    skyline = np.zeros(int(np.ceil(width / cell)) + 1)
    corners = []
    for size in sizes:
        span = int(np.ceil(size[0] / cell))
        heights = sliding_window_view(skyline, span).max(axis=1)
        left = int(heights.argmin())
        corners.append((left * cell, float(heights[left])))
        skyline[left : left + span] = heights[left] + size[1]
    return corners
