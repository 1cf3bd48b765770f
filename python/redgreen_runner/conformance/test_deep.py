"""What goes deep ends as natively: recursion through C with an error, and long chains are let go."""

from __future__ import annotations

from functools import reduce
from typing import Any

import pytest


class Deep:
    """Each of its slots calls itself again, by way of C."""

    def __repr__(self) -> str:
        return repr(Deep())

    def __getattr__(self, name: str) -> Any:
        return getattr(self, f"{name}x")

    def __eq__(self, other: object) -> bool:
        return Deep() == Deep()

    def __hash__(self) -> int:
        return hash(Deep())


def test_repr_raises() -> None:
    with pytest.raises(RecursionError):
        repr(Deep())


def test_getattr_raises() -> None:
    with pytest.raises(RecursionError):
        _ = Deep().attribute


def test_eq_raises() -> None:
    with pytest.raises(RecursionError):
        _ = Deep() == Deep()


def test_hash_raises() -> None:
    with pytest.raises(RecursionError):
        hash(Deep())


def test_callback_raises() -> None:
    def again(_item: object) -> int:
        return max([1], key=again)

    with pytest.raises(RecursionError):
        again(1)


class Link:
    """Holds the next one."""

    def __init__(self, following: object) -> None:
        self.following = following


@pytest.mark.parametrize(
    "link",
    [
        pytest.param(Link, id="objects"),
        pytest.param(lambda following: [following], id="lists"),
        pytest.param(lambda following: {"following": following}, id="dicts"),
        pytest.param(lambda following: (following,), id="tuples"),
        pytest.param(lambda following: Link([{"following": following}]), id="mixed"),
    ],
)
def test_long_chains_are_let_go(link: Any) -> None:
    chain = reduce(lambda rest, _: link(rest), range(100_000), None)
    assert chain is not None
    del chain
