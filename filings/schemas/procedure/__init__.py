"""Papers in a case that a court hears or has heard."""
