"""Loads the models from disk, once each, and asks them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Read once, when this module is imported: setting MODEL_DIR later has no effect.
DEFAULT_DIR = os.environ.get("MODEL_DIR", "/models")

MODEL_NAMES = ("ner", "classifier", "translation", "qa", "whisper")


class ModelUnavailable(RuntimeError):
    """A model can't be used because the library that runs it is missing or unusable."""


class ModelLoader:
    """The models below one folder. Loading takes seconds and gigabytes, so it happens on first use."""

    def __init__(self, base_dir: str | Path | None = None) -> None:
        """Take the models from `base_dir`, or from `DEFAULT_DIR` where none is given."""
        self.base_dir = Path(base_dir or DEFAULT_DIR)
        self.pipes: dict[str, Callable[..., Any]] = {}

    def names(self) -> list[str]:
        """All models that the service needs, loaded or not."""
        return list(MODEL_NAMES)

    def is_loaded(self, name: str) -> bool:
        """Whether the model is in memory."""
        return name in self.pipes

    def path(self, name: str) -> Path:
        """Return the model's folder. Raises FileNotFoundError where there is no such folder."""
        folder = self.base_dir / name
        if not folder.is_dir():
            raise FileNotFoundError(f"model {name!r} not found in {self.base_dir}")
        return folder

    def load(self, name: str) -> Callable[..., Any]:
        """Return the model's pipeline, from memory if it was loaded before.

        Raises ModelUnavailable if `transformers` can't be imported, FileNotFoundError if the model
        is not on disk.
        """
        if name not in self.pipes:
            # A heavy, optional library: web workers run without it and never load a model.
            try:
                from transformers import pipeline
            except ImportError as exc:
                raise ModelUnavailable(f"model {name!r} can't be loaded: {exc}") from exc
            # Each folder brings its own pipeline class: it gives the answers that `predict` names.
            self.pipes[name] = pipeline(model=str(self.path(name)), trust_remote_code=True)
        return self.pipes[name]

    def predict(self, name: str, data: Any, **options: Any) -> Any:
        """Ask a model, loading it first if need be.

        The answers: `ner` a list of `{"text": …, "label": …}`, `classifier` a score (0 to 1) for
        each label, `translation` and `whisper` the text, `qa` a score from 0 to 1.
        """
        return self.load(name)(data, **options)


model_loader = ModelLoader()
