"""Who and what is on file: units, people, posts, ratings, awards, sanctions, initiatives, closed books."""
