"""Forms of discovery: text into values."""
