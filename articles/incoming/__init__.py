"""What comes in: contributions, stories from a phone, Word documents, pictures, archives."""
