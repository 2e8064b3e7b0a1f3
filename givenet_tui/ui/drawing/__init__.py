"""Records to lines of pieces: what a list, a preview, a slot looks like. Pure functions of book, width and day."""
