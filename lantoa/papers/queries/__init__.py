"""Reads of the papers."""
