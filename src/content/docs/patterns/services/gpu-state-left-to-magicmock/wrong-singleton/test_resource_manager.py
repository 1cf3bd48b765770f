from unittest.mock import patch

import pytest

from app.services.resource_manager import resource_manager


@pytest.fixture(autouse=True)
def gpu_memory():
    with patch("app.services.resource_manager.gpu_memory", return_value=(8.0, 8.0)):
        yield


def test_allocate():
    resource_manager.allocate("r-1", 2)

    assert resource_manager.active_requests == 1


def test_allocate_another():
    resource_manager.allocate("r-2", 2)

    assert resource_manager.active_requests == 1
