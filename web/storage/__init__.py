"""Where cases live: PostgreSQL for records, a folder for files, both sealed at rest."""
