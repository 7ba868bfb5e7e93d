"""Situations that an emulation officer can read: a few rows on file, and what the plan says of them."""
