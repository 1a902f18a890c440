"""A draft of a filing while it is being answered: the real template, gaps where an answer is missing, and why."""
