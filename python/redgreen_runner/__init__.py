"""Runs pytest over a folder of files and reports what happened as data.

The same code runs in the reader's browser (Pyodide) and natively (verify), so a verdict
means the same in both. Nothing here parses printed text.
"""
