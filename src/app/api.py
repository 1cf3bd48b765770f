"""What the service answers over HTTP: a status and a JSON body for each path, free of any framework."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .settings import settings

if TYPE_CHECKING:
    from .model_scripts.model_loader import ModelLoader

Answer = tuple[int, dict[str, Any]]

# Stand-ins for what the endpoints depend on: {the dependency's function: the one to call instead}.
overrides: dict[Callable[[], Any], Callable[[], Any]] = {}


def get_loader() -> ModelLoader:
    """Give the process's model loader (a dependency of `/models`)."""
    from .model_scripts.model_loader import model_loader

    return model_loader


def get_version() -> Answer:
    """Say which version runs."""
    return 200, {"version": settings.app_version}


def get_models() -> Answer:
    """Say for each model whether it is in memory; 503 where the loader knows no model at all."""
    loader: ModelLoader = overrides.get(get_loader, get_loader)()
    states = {name: loader.is_loaded(name) for name in loader.names()}
    if not states:
        return 503, {"detail": "no models configured"}
    return 200, {"models": states}


ROUTES: dict[str, Callable[[], Answer]] = {"/version": get_version, "/models": get_models}


def get(path: str) -> Answer:
    """Answer a GET request; 404 for a path that has no route."""
    endpoint = ROUTES.get(path)
    return endpoint() if endpoint else (404, {"detail": f"no route {path}"})
