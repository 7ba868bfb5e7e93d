"""Reads for the workbench, the plan page and the search."""
