import pytest

from app.celery_app import celery_app


def test_knows_every_task_once_its_modules_are_loaded() -> None:
    celery_app.loader.import_default_modules()

    ours = {name for name in celery_app.tasks if name.startswith("app.")}

    assert ours == {
        "app.check_models",
        "app.classifier_classify",
        "app.clean_text",
        "app.ner_extract",
        "app.push_result",
        "app.qa_evaluate",
        "app.transcribe_call",
        "app.translation_translate",
        "app.whisper_transcribe",
    }


@pytest.mark.parametrize("setting", ["task_serializer", "result_serializer"])
def test_speaks_json_only(setting: str) -> None:
    assert celery_app.conf[setting] == "json"
    assert celery_app.conf.accept_content == ["json"]


def test_waits_for_a_worker_unless_told_otherwise() -> None:
    assert celery_app.conf.task_always_eager is False
