"""The Celery application that every task registers with."""

import os

from celery import Celery

# In memory, so that a checkout works without any server. A deployment sets CELERY_BROKER_URL and
# CELERY_RESULT_BACKEND: Celery reads them by itself and prefers them to these defaults.
celery_app = Celery(
    "app",
    broker="memory://",
    backend="cache+memory://",
    include=[
        "app.tasks.health_tasks",
        "app.tasks.model_tasks",
        "app.tasks.pipeline_tasks",
        "app.tasks.transcription_tasks",
    ],
)
celery_app.conf.update(
    task_serializer="json",
    result_serializer="json",
    accept_content=["json"],
    # CELERY_TASK_ALWAYS_EAGER=1 runs tasks in the caller's process: for a laptop without a worker.
    # It is read once, when this module is imported.
    task_always_eager=os.environ.get("CELERY_TASK_ALWAYS_EAGER") == "1",
)
