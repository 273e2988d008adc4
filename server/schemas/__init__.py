"""What requests may say and what answers hold, as the API's reference shows it."""
