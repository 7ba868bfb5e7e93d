"""Writing movements: launched, pledged to, reported on."""
