"""What the browser says about a page: errors, refused content, requests to other hosts, accessibility."""

from axe_playwright_python.sync_playwright import Axe


class Complaints:
    """Everything that Chromium reports in one context: script errors, refusals by the content policy
    (they come as console errors), and requests that would leave the site, which are stopped."""

    def __init__(self, context, site: str):
        self.context = context
        self.visited: set[str] = set()
        self.messages: list[tuple[str, str]] = []
        context.on("console", self.hear)
        context.on("weberror", lambda error: self.messages.append((str(error.error), "")))
        context.on("request", self.note_visit)
        context.route(lambda url: not url.startswith((site, "data:", "blob:")), self.stop)

    def hear(self, message):
        if message.type == "error":
            self.messages.append((message.text, message.location["url"]))

    def note_visit(self, request):
        if request.is_navigation_request():
            self.visited.add(request.url)

    def stop(self, route):
        self.messages.append(("request to another host", route.request.url))
        route.abort()

    @property
    def found(self) -> list[str]:
        """Without the note on an address that the test itself opened to see it refused (404, 403)."""
        return [
            f"{text} {url}".strip()
            for text, url in self.messages
            if not (text.startswith("Failed to load resource") and url in self.visited)
        ]


def axe(page) -> list[str]:
    """The page's faults in accessibility, one line each; empty when there are none."""
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {rule['help']}" for rule in found for node in rule["nodes"]
    ]
