from unittest.mock import patch

from app.services.resource_manager import ResourceManager


def test_counts_requests():
    manager = ResourceManager()

    with patch("app.services.resource_manager.gpu_memory", return_value=(8.0, 8.0)):
        manager.allocate("r-1", 4)
    assert manager.active_requests == 1

    manager.release("r-1")
    assert manager.active_requests == 0
