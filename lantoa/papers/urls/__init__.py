"""Addresses of papers."""
