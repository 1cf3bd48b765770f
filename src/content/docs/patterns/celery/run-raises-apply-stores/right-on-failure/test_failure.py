from app.tasks.pipeline_tasks import clean_text_task


def test_a_failure_is_reported_with_its_task_id(report):
    lost = RuntimeError("GPU lost")

    clean_text_task.on_failure(lost, "t-1", ("some text",), {}, None)

    report.assert_called_once_with(
        "app.clean_text", lost, task_id="t-1"
    )
