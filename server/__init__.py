"""The web face of Chainlight: it knows HTTP and decides nothing about mathematics."""
