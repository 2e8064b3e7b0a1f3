"""The only importer of TinyDB: the file, its lines, its lock."""
