from unittest.mock import patch

import pytest

from app.services.resource_manager import OutOfCapacity, ResourceManager


@pytest.fixture
def manager():
    return ResourceManager(reserve_gb=1)


@pytest.fixture
def gpu_memory():
    with patch("app.services.resource_manager.gpu_memory", autospec=True) as mock:
        yield mock


@pytest.mark.parametrize("free_gb", [5.0, 5.1])
def test_fits_beside_the_reserve(manager, gpu_memory, free_gb):
    gpu_memory.return_value = (free_gb, 24.0)

    manager.allocate("r-1", 4)

    assert manager.active_requests == 1


def test_does_not_fit_beside_the_reserve(manager, gpu_memory):
    gpu_memory.return_value = (4.9, 24.0)

    with pytest.raises(OutOfCapacity):
        manager.allocate("r-1", 4)

    assert manager.active_requests == 0
