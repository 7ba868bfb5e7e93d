"""Files that people attach, and papers made from templates."""
