"""Append-only, hash-chained events: who did what when, written by actions only."""
