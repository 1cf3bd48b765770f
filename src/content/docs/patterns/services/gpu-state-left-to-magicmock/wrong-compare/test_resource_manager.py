from unittest.mock import MagicMock, patch

from app.services.resource_manager import ResourceManager


@patch("app.services.resource_manager.gpu_memory")
def test_resource_manager(gpu_memory):
    gpu_memory.return_value = (MagicMock(), MagicMock())
    manager = ResourceManager()

    manager.allocate("r-1", 4)

    assert manager.active_requests == 1
