import pytest

from app.services import resource_manager
from app.services.resource_manager import OutOfCapacity, ResourceManager


class Gpu:
    """A GPU of 8 GiB that knows what is taken."""

    free_gb = 8.0

    def memory(self):
        return self.free_gb, 8.0


@pytest.fixture
def gpu(monkeypatch):
    gpu = Gpu()
    monkeypatch.setattr(resource_manager, "gpu_memory", gpu.memory)
    return gpu


def test_released_memory_can_be_taken_again(gpu):
    manager = ResourceManager(reserve_gb=1)
    manager.allocate("r-1", 7)
    gpu.free_gb -= 7
    with pytest.raises(OutOfCapacity):
        manager.allocate("r-2", 7)

    manager.release("r-1")
    gpu.free_gb += 7
    manager.allocate("r-2", 7)

    assert (manager.active_requests, manager.allocated_gb) == (1, 7)
