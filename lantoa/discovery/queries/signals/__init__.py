"""Reads about signals: who gives them now, whom a change touches, how a reader sees them."""
