from unittest.mock import patch

import pytest


@pytest.fixture
def send():
    """Stands in for the HTTP request of every notification."""
    with patch("app.services.notifier.send_notification", autospec=True) as mock:
        yield mock
