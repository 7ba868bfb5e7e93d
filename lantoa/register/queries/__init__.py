"""Reads of the record book: its rows as records, its grouped figures, its screenings and lists."""
