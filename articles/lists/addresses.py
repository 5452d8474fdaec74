"""Parts of addresses that Django has no converter for."""


class Digits4:
    """A year in an address: 2024."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:0{self.regex[-2]}d}"


class Digits2(Digits4):
    """A month or a day: 01."""

    regex = "[0-9]{2}"


class TagSlug:
    """A tag's slug: letters of any script, digits, hyphens."""

    regex = r"[-\w]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
