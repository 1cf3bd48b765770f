from unittest.mock import patch

import pytest

MODULE = "app.tasks.pipeline_tasks"


@pytest.fixture
def push():
    """Stands in for the notification service."""
    with patch(
        f"{MODULE}.push_result", autospec=True
    ) as mock:
        yield mock


@pytest.fixture
def report():
    """Takes the report of a task that failed for good."""
    with patch(
        f"{MODULE}.send_error_notification", autospec=True
    ) as mock:
        yield mock
