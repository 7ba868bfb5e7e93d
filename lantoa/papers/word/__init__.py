"""Word templates: fields in curly braces, filled with the contents of a paper and nothing else."""
