"""Characters told apart."""


def is_han(char):
    return "\u3400" <= char <= "\u9fff" or char == "〇" or "\U00020000" <= char <= "\U0003134f"
