"""Disjoint sets."""

from __future__ import annotations

from collections.abc import Iterable


class Union:
    """Disjoint sets over 0..n-1; the smallest member represents its set, so the order of joins does not matter."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, member: int) -> int:
        """The representative of the set that `member` is in."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def join(self, first: int, second: int) -> None:
        """Makes the sets of both one."""
        a, b = sorted((self.find(first), self.find(second)))
        self._parent[b] = a

    def join_all(self, members: Iterable[int]) -> None:
        """Makes the sets of all of them one."""
        first: int | None = None
        for member in members:
            if first is None:
                first = member
            else:
                self.join(first, member)
