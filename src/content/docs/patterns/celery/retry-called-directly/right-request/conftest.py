from unittest.mock import patch

import pytest

MODULE = "app.tasks.pipeline_tasks"


@pytest.fixture
def push():
    """Stands in for the call that announces a result."""
    with patch(f"{MODULE}.push_result", autospec=True) as push_result:
        yield push_result


@pytest.fixture
def report():
    """Stands in for the report of a failed task: on_failure would send a real one."""
    with patch(f"{MODULE}.send_error_notification", autospec=True) as send:
        yield send
