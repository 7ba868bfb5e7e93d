"""Rounds: made from the plan's calendar or an earlier one, opened, closed, cancelled; units urged."""
