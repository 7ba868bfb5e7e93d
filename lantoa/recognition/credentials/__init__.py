"""Signing credentials and telling whether a signature holds; joserfc is loaded when one is made or shown."""

FOLDER = "credentials"  # of the data folder: the keys
