"""What is measured now and then, by a command each; docs/reliability.md has the figures."""
