"""Helpers for the tests of `redgreen_runner`; no part of what a browser gets."""
