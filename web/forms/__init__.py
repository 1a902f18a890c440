"""Forms made from the schema: a page's questions become fields, their raw answers come back."""
