"""What is done to decisions: drafted, judged, numbered, issued; corrected, revoked, restored."""
