"""The models: how they are found, loaded and asked."""

from .model_loader import model_loader

__all__ = ["model_loader"]
