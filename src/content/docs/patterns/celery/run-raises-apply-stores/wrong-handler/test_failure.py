import pytest

from app.tasks.pipeline_tasks import clean_text_task


def test_blank_text_is_reported(report):
    with pytest.raises(ValueError, match="nothing to clean"):
        clean_text_task.run("  ")

    report.assert_called_once()
