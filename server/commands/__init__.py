"""What can be asked on the command line, one file for each command."""
