"""The rules for programs: JSON in, JSON out, no cookies; described by OpenAPI from the same models."""
