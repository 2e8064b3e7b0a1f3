"""What the commands do on every screen, by subject: each asks its dialog and hands the answer to a verb."""
