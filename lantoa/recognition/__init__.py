"""II.1.đ - recognitions: decisions with their numbers, the way up to the Ministry, complaints."""
