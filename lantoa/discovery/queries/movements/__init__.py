"""Reading movements: lists, who was asked, what is due."""
