"""Addresses of the Council."""
