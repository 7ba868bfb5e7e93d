"""The package that goes up with a submission: one zip with an index, made here and read above."""
