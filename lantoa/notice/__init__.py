"""Deadlines, reminders and the inbox: what is asked of whom by when, and the log of what was said."""
