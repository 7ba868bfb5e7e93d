"""The web servers that carry the pages, and the static files they hand out."""
