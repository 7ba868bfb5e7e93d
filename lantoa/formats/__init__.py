"""How dates and numbers are written and read, where Django's own formats are wrong for Vietnamese."""
