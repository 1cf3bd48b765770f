"""Celery tasks: what runs in a worker."""
