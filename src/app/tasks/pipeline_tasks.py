"""Tasks that work together: what follows on what, and who hears of a failure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import requests
from celery import Task, chain, group

from ..celery_app import celery_app
from ..services.notifications import push_result, send_error_notification
from .model_tasks import classifier_classify_task, ner_extract_task

if TYPE_CHECKING:
    AnyTask = Task[Any, Any]
else:
    AnyTask = Task  # generic for type checkers only


class NotifyingTask(AnyTask):
    """A task whose failure is reported, once its retries are used up."""

    def on_failure(
        self, exc: Exception, task_id: str, args: tuple[Any, ...], kwargs: dict[str, Any], einfo: Any
    ) -> None:
        """Report the failure. A worker calls this, and so does `.apply()`; a direct call does not."""
        send_error_notification(self.name, exc, task_id=task_id)


@celery_app.task(bind=True, base=NotifyingTask, name="app.push_result", max_retries=2, default_retry_delay=0)
def push_result_task(self: AnyTask, call_id: str) -> str:
    """Announce that a call's result is ready; return the notification's id.

    Tries again at once, twice at most, when the notification service can't be reached.
    """
    try:
        return push_result(call_id)
    except requests.ConnectionError as exc:
        raise self.retry(exc=exc) from exc


@celery_app.task(base=NotifyingTask, name="app.clean_text")
def clean_text_task(text: str) -> str:
    """Lower the case and make every run of white space one blank. Raises ValueError for blank text."""
    if not text.strip():
        raise ValueError("nothing to clean")
    return " ".join(text.lower().split())


def start_pipeline(text: str) -> dict[str, str]:
    """Queue the work on one transcript; return the ids of the tasks whose results answer it.

    Names are found in the text as it is, because their capitals matter; it is classified cleaned.
    """
    names = ner_extract_task.delay(text)
    label = chain(clean_text_task.s(text), classifier_classify_task.s()).delay()
    return {"names": names.id, "label": label.id}


def classify_many(texts: Sequence[str]) -> group:
    """Prepare the classification of many texts side by side; results come in the order of `texts`.

    Nothing is queued before the caller's `.apply_async()`.
    """
    return group(classifier_classify_task.s(text) for text in texts)
