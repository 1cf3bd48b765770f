"""Checks at start-up that the installed `transformers` can run our models."""

REQUIRED_TASKS = (
    "automatic-speech-recognition",
    "text-classification",
    "token-classification",
    "translation",
)


def missing_tasks() -> list[str]:
    """Pipeline tasks that our models build on and the installed library lacks.

    Raises ImportError where the library is missing or has no pipelines.
    """
    from transformers.pipelines import get_supported_tasks

    supported = get_supported_tasks()
    return [task for task in REQUIRED_TASKS if task not in supported]
