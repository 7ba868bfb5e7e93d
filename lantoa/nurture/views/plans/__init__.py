"""The plan as a whole: its list, its page, its writing and its deeds."""
