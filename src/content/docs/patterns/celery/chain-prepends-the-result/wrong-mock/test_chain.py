from unittest.mock import patch

from app.celery_app import celery_app
from app.tasks.pipeline_tasks import start_pipeline


def test_start_pipeline_classifies(models, monkeypatch):
    monkeypatch.setitem(celery_app.conf, "task_always_eager", True)
    models.predict.return_value = []

    with patch("app.tasks.pipeline_tasks.clean_text_task") as clean:
        clean.return_value = "asha called"
        start_pipeline("Asha  called")

    models.predict.assert_called_with("classifier", "asha called")
