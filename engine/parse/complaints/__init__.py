"""What is wrong with a text, and how it can be mended: one function for each refusal."""
