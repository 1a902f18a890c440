"""Filing without paper: a folder as the court's portal wants it, and a report on what would be refused."""
