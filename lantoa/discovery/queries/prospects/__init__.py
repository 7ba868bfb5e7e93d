"""Reads about prospects: where somebody works, who is followed, which units put nobody forward."""
