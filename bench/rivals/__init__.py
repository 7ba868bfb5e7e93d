"""The same criteria in two rule engines, for a race with equal verdicts."""
