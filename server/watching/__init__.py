"""What the server notices of itself: numbers, and lines without user text."""
