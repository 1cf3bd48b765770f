from unittest.mock import patch

import pytest

from app.services.resource_manager import OutOfCapacity, ResourceManager


@pytest.fixture(autouse=True)
def gpu_memory():
    with patch("app.services.resource_manager.gpu_memory", return_value=(8.0, 8.0)):
        yield


def test_places_are_limited():
    manager = ResourceManager(max_requests=2)
    manager.allocate("r-1", 1)
    manager.allocate("r-2", 1)

    with pytest.raises(OutOfCapacity, match="all 2 places are taken"):
        manager.allocate("r-3", 1)
