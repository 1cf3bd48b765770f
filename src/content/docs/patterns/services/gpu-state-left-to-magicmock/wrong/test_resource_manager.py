from unittest.mock import patch

from app.services.resource_manager import ResourceManager


@patch("app.services.resource_manager.gpu_memory")
def test_resource_manager(gpu_memory):
    manager = ResourceManager()

    manager.allocate("r-1", 4)

    assert manager.active_requests == 1
