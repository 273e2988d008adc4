"""What leaves the tool: code that proves itself, pictures, text, data."""
