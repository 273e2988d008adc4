"""What every request and answer goes through: bodies, headers, hosts, fair use, signed texts."""
