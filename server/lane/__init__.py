"""The heavy lane, its jobs, and the processes that do them."""
