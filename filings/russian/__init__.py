"""Russian grammar: names, phrases, numbers, dates and typography. A leaf: it knows nothing of law or paper."""
