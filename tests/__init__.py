"""The house's tests; the folders mirror lantoa/."""
