"""Large graphs on our page and in others' viewers, one by one: `python -m bench.beside`."""
