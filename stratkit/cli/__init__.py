"""Options in, one call, report out, exit code; this room alone prints, colours and exits."""
