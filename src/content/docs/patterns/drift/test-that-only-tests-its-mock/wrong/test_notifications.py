from unittest.mock import MagicMock

import pytest


@pytest.fixture
def notifications():
    service = MagicMock()
    service.push_result.return_value = "n-1"
    return service


def test_push_result(notifications):
    assert notifications.push_result("c-1") == "n-1"
    notifications.push_result.assert_called_once_with("c-1")
