"""What is done to complaints."""
