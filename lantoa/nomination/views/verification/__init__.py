"""Pages of verification: the desk of an office, the progress of all, and one dossier."""
