"""The book as bytes for other programs. One file writes one format; what lies in the trash is left out of all."""
