"""Lan Tỏa: find, nurture, spread and commend advanced exemplars."""
