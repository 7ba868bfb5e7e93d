"""The overview of prospects: the board, cohorts, timeliness and coverage, each as tables and pictures."""
