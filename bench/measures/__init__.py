"""What is measured, a module a claim; each yields the rows of the table it stands for."""
