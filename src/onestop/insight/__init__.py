"""What the notes add up to: pure functions from values and a date to plain views."""
