"""How often somebody may do a thing, counted in the cache; no third party is asked."""

from ipaddress import ip_address, ip_network

from django.core.cache import cache


def is_allowed(what: str, who: str, most: int, seconds: int) -> bool:
    """Counts this time; False once `who` has done it more than `most` times within the seconds."""
    key = f"rate:{what}:{who}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) <= most
    except ValueError:  # it ran out between the two
        return True


def address_of(request) -> str:
    """Who asks: behind a proxy of ours what the proxy saw; of IPv6 the network of one house."""
    seen = request.META.get("REMOTE_ADDR", "")
    told = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    address = parsed(seen)
    if told and (address is None or address.is_private):
        address = parsed(told) or address
    if address is None:
        return "unknown"
    if address.version == 6:
        return str(ip_network(f"{address}/64", strict=False).network_address)
    return str(address)


def parsed(text: str):
    try:
        return ip_address(text.partition("%")[0])
    except ValueError:
        return None
