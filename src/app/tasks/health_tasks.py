"""Tasks that watch over the models."""

from typing import Any

from ..celery_app import celery_app


@celery_app.task(name="app.check_models")
def check_models_task() -> dict[str, Any]:
    """Say for each model whether it is in memory; `ok` only if all of them are."""
    from ..model_scripts.model_loader import model_loader

    states = {name: model_loader.is_loaded(name) for name in model_loader.names()}
    return {"ok": all(states.values()), "models": states}
