"""Short links: a program under a few letters, because somebody asked for it, and for a time."""
