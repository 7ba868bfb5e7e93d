"""The Council: its standing body, meetings, conflicts of interest, ballots and minutes (clause II.2)."""
