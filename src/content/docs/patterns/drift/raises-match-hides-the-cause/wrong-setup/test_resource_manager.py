import pytest

from app.services.resource_manager import OutOfCapacity, ResourceManager


def test_places_are_limited():
    with pytest.raises(OutOfCapacity):
        manager = ResourceManager(max_requests=2)
        manager.allocate("r-1", 1)
        manager.allocate("r-2", 1)
        manager.allocate("r-3", 1)
