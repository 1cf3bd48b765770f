"""Runs a translation model by hand, for the live view: part by part, and on a device of our choice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

MAX_INPUT_TOKENS = 512


class TranslationError(RuntimeError):
    """A text could not be translated; `__cause__` is what tokenizer or model raised."""


class Translator:
    """A tokenizer and a model of `transformers`, loaded by the caller."""

    def __init__(self, tokenizer: Callable[..., Any], model: Any, device: str = "cpu") -> None:
        """Run `model` on `device`, where it must lie already; the tokens are moved there."""
        self.tokenizer: Any = tokenizer
        self.model = model
        self.device = device

    def translate(self, text: str) -> str:
        """Translate a text of up to 512 tokens; what is longer is cut off.

        Raises TranslationError for everything that tokenizer or model raise.
        """
        try:
            return self._translate(text)
        except Exception as exc:  # the libraries below share no base class
            raise TranslationError(f"Translation failed: {exc}") from exc

    def _translate(self, text: str) -> str:
        tokens = self.tokenizer(text, return_tensors="pt", truncation=True, max_length=MAX_INPUT_TOKENS)
        inputs = tokens.to(self.device)
        # Translations run longer than their source, but hardly twice as long: what is, is a loop.
        limit = 2 * len(inputs["input_ids"][0])
        output = self.model.generate(**inputs, max_new_tokens=limit)
        return str(self.tokenizer.decode(output[0], skip_special_tokens=True))
