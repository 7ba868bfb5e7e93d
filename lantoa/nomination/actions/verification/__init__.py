"""What is done in verification: offices answer, a dossier goes back for correction, a hold stops it, it ends."""
