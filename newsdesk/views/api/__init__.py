"""The read-only API: published records as JSON, with the filters of the lists. docs/exchange.md"""
