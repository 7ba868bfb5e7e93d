"""What papers say: their kinds, the fields a template may ask for, and words in the form of Decree 30/2020."""
