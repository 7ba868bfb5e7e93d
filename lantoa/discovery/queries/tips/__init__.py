"""Reading tips: whose they are, which are alike, lists."""
