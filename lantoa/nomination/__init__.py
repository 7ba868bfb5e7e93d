"""II.2 - nominations: who is put forward for which tier, on what evidence."""
