"""The pages as they are sent: their files, their shared parts, and their colours."""
