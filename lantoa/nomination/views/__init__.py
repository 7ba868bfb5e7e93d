"""Pages of rounds and nominations, and of what happens to a dossier before the Council."""
