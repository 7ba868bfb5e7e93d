"""Addresses of nurture plans and of the work inside them."""
