import sys
from collections.abc import Iterator
from types import SimpleNamespace
from unittest.mock import patch

import pytest

from app.services.resource_manager import OutOfCapacity, ResourceManager, gpu_memory

GPU_MEMORY = "app.services.resource_manager.gpu_memory"


class Gpu:
    """A GPU of 8 GiB that knows what is taken."""

    free_gb = 8.0

    def memory(self) -> tuple[float, float]:
        return self.free_gb, 8.0


@pytest.fixture
def gpu() -> Iterator[Gpu]:
    fake = Gpu()
    with patch(GPU_MEMORY, fake.memory):
        yield fake


@pytest.mark.parametrize(("free_gb", "fits"), [(4.9, False), (5.0, True), (5.1, True)])
def test_the_reserve_must_fit_too(gpu: Gpu, free_gb: float, fits: bool) -> None:
    gpu.free_gb = free_gb
    manager = ResourceManager(reserve_gb=1)

    if fits:
        manager.allocate("r-1", 4)
    else:
        with pytest.raises(OutOfCapacity, match=r"4 GiB and the reserve don't fit into 4\.9 GiB"):
            manager.allocate("r-1", 4)

    assert manager.active_requests == int(fits)
    assert manager.allocated_gb == (4 if fits else 0)


def test_released_memory_can_be_taken_again(gpu: Gpu) -> None:
    manager = ResourceManager()
    manager.allocate("r-1", 6)
    gpu.free_gb -= 6
    with pytest.raises(OutOfCapacity):
        manager.allocate("r-2", 6)

    manager.release("r-1")
    gpu.free_gb += 6
    manager.allocate("r-2", 6)

    assert (manager.active_requests, manager.allocated_gb) == (1, 6)


@pytest.mark.usefixtures("gpu")
def test_places_are_limited() -> None:
    manager = ResourceManager(max_requests=2)
    manager.allocate("r-1", 1)
    manager.allocate("r-2", 1)

    with pytest.raises(OutOfCapacity, match="all 2 places are taken"):
        manager.allocate("r-3", 1)


@pytest.mark.usefixtures("gpu")
def test_a_request_is_counted_once() -> None:
    manager = ResourceManager()
    manager.allocate("r-1", 1)

    with pytest.raises(ValueError, match="r-1 holds memory already"):
        manager.allocate("r-1", 1)

    manager.release("r-1")
    manager.release("r-1")
    assert manager.active_requests == 0


def test_memory_is_in_gib(monkeypatch: pytest.MonkeyPatch) -> None:
    cuda = SimpleNamespace(mem_get_info=lambda: (5 * 2**30, 24 * 2**30))
    monkeypatch.setitem(sys.modules, "torch", SimpleNamespace(cuda=cuda))

    assert gpu_memory() == (5.0, 24.0)


def test_without_torch_there_is_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)

    assert gpu_memory() == (0.0, 0.0)
