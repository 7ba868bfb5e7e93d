"""Digital signatures in PDF files: what they prove, and making them with a key the office holds."""
