from unittest.mock import patch

import pytest

from app.tasks.transcription_tasks import transcribe_call_task


@pytest.fixture
def update_state():
    """Stands in for the report of progress, which needs a task id."""
    with patch.object(transcribe_call_task, "update_state") as mock:
        yield mock


def test_progress_is_reported(models, update_state):
    models.predict.side_effect = ["Asha"]

    with patch.object(transcribe_call_task, "update_state"):
        transcribe_call_task("c-1", [b"one"])

    update_state.assert_called_once()
