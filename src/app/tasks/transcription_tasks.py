"""The long task: a whole call, chunk by chunk, with progress to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..celery_app import celery_app

if TYPE_CHECKING:
    from celery import Task


@celery_app.task(bind=True, name="app.transcribe_call")
def transcribe_call_task(self: Task[Any, Any], call_id: str, chunks: list[bytes]) -> dict[str, Any]:
    """Transcribe a call's audio chunks in order.

    Before each chunk the task's state is PROGRESS, with `{"done": chunks done, "total": chunks}`.
    Raises ValueError for a call without audio.
    """
    from ..model_scripts.model_loader import model_loader

    if not chunks:
        raise ValueError(f"call {call_id} has no audio")
    texts: list[str] = []
    for chunk in chunks:
        self.update_state(state="PROGRESS", meta={"done": len(texts), "total": len(chunks)})
        texts.append(model_loader.predict("whisper", chunk))
    return {"task_id": self.request.id, "call_id": call_id, "text": " ".join(texts)}
