from unittest.mock import patch

import pytest


@pytest.fixture
def report():
    """Stands in for the notification service: no test sends a real report."""
    with patch(
        "app.tasks.pipeline_tasks.send_error_notification", autospec=True
    ) as send:
        yield send
