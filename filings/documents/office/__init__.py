"""What runs beside LibreOffice, under the interpreter its UNO bridge was built for: standard library and `uno` only."""
