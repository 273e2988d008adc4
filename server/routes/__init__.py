"""One file for each call of the API: read the request, call the engine, answer."""
