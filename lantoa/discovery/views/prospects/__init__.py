"""Pages of prospects: the list, one of them, its practice, the units that put them forward."""
