"""One task for each model.

They import the loader when they run: a process that only queues tasks must not pay for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..celery_app import celery_app

if TYPE_CHECKING:
    from celery import Task


@celery_app.task(bind=True, name="app.ner_extract")
def ner_extract_task(self: Task[Any, Any], text: str, flat: bool = True) -> dict[str, Any]:
    """Find the names in `text`, as one list or (`flat=False`) grouped by label."""
    from ..model_scripts.model_loader import model_loader

    found = model_loader.predict("ner", text)
    entities = [entity["text"] for entity in found] if flat else _group_by_label(found)
    return {"task_id": self.request.id, "entities": entities}


@celery_app.task(bind=True, name="app.classifier_classify")
def classifier_classify_task(self: Task[Any, Any], text: str) -> dict[str, Any]:
    """Give the label with the highest score, and that score. Raises ValueError for blank text."""
    from ..model_scripts.model_loader import model_loader

    if not text.strip():
        raise ValueError("nothing to classify")
    scores: dict[str, float] = model_loader.predict("classifier", text)
    label = max(scores, key=scores.__getitem__)
    return {"task_id": self.request.id, "label": label, "score": scores[label]}


@celery_app.task(bind=True, name="app.translation_translate")
def translation_translate_task(
    self: Task[Any, Any], text: str, source_lang: str, target_lang: str = "en"
) -> dict[str, Any]:
    """Translate `text`. Languages are ISO 639-1 codes."""
    from ..model_scripts.model_loader import model_loader

    translated = model_loader.predict("translation", text, source=source_lang, target=target_lang)
    direction = f"{source_lang}-{target_lang}"
    return {"task_id": self.request.id, "text": translated, "direction": direction}


@celery_app.task(bind=True, name="app.qa_evaluate")
def qa_evaluate_task(self: Task[Any, Any], transcript: str, threshold: float = 0.5) -> dict[str, Any]:
    """Score how well the agent handled the call (0 to 1); it passes from `threshold` on."""
    from ..model_scripts.model_loader import model_loader

    score = model_loader.predict("qa", transcript)
    return {"task_id": self.request.id, "score": score, "passed": score >= threshold}


@celery_app.task(bind=True, name="app.whisper_transcribe")
def whisper_transcribe_task(
    self: Task[Any, Any], audio_bytes: bytes, filename: str = "call.wav"
) -> dict[str, Any]:
    """Transcribe one recording; the file name tells its format. Raises ValueError for no audio."""
    from ..model_scripts.model_loader import model_loader

    if not audio_bytes:
        raise ValueError("no audio to transcribe")
    text = model_loader.predict("whisper", audio_bytes, filename=filename)
    return {"task_id": self.request.id, "text": text, "filename": filename}


def _group_by_label(found: list[dict[str, str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for entity in found:
        groups.setdefault(entity["label"], []).append(entity["text"])
    return groups
