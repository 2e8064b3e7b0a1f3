"""The rules of giving. Pure: no Textual, no TinyDB, no files, no clock."""
