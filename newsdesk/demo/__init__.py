"""The demo: one real printed page, read, put right, published; and an account for each role."""
