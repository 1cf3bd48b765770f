from app.tasks.pipeline_tasks import clean_text_task


def test_blank_text_is_reported(report):
    result = clean_text_task.apply(args=("  ",), task_id="t-1")

    assert str(result.result) == "nothing to clean"
    report.assert_called_once_with(
        "app.clean_text", result.result, task_id="t-1"
    )
