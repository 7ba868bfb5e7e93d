"""What is read about complaints."""
