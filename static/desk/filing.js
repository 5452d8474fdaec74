// Hands a story in from a phone: the page stays until the server says that it has it.

import { token } from "./asking.js";
import { isNewLine } from "./new_line.js";

const form = document.querySelector("form.filing");
if (form) start();

function start() {
  const words = form.dataset;
  const button = form.querySelector("button[type=submit]");
  const said = form.querySelector(".said");
  const counted = form.querySelector(".counted");
  const pattern = new RegExp(counted.dataset.pattern, "gu");

  const waiting = () => form.querySelector(".filed-photo.waiting:not(:has([name=leave_out]:checked))");

  function say(text) {
    said.textContent = text;
    said.hidden = !text;
  }

  function show() {
    const count = (form.elements.text.value.match(pattern) ?? []).length;
    counted.textContent = counted.dataset.words.replace("{count}", count);
    for (const text of form.querySelectorAll("textarea")) {
      text.style.height = "auto";
      text.style.height = `${text.scrollHeight + 2}px`;
    }
  }

  async function post() {
    const [body, quitting] = [new FormData(form), new AbortController()];
    const timer = setTimeout(() => quitting.abort(), 60_000);
    try {
      const headers = { Accept: "application/json", "X-CSRFToken": token() };
      const reply = await fetch(location.href, { method: "POST", body, headers, signal: quitting.signal });
      if (reply.status >= 500) return { state: "offline" };
      return reply.headers.get("Content-Type") === "application/json" ? await reply.json() : {};
    } catch {
      return { state: "offline" };
    } finally {
      clearTimeout(timer);
    }
  }

  async function photosAreUp() {
    if (!waiting()) return true;
    say(words.photos);
    const done = new Promise((resolve) => form.addEventListener("photosdone", resolve, { once: true }));
    form.dispatchEvent(new Event("photoswanted"));
    await done;
    return !waiting();
  }

  async function send() {
    if (!(await photosAreUp()) && !loggedOut()) return navigator.onLine ? words.waiting : words.offline;
    say(words.sending);
    const answer = await post();
    if (answer.sent) return location.replace(answer.sent);
    if (answer.state === "offline") return words.offline;
    form.elements.csrfmiddlewaretoken.value = token();
    form.submit(); // what has to be put right, or a login, is asked for by a page
  }

  const loggedOut = () => form.querySelector(".filed-photo[data-state=login]");

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    const trouble = await send();
    if (!trouble) return;
    say(trouble);
    button.disabled = false;
    form.dispatchEvent(new Event("input")); // kept on, as before
  });
  // The key for a new line sends nothing; from the headline it leads into the text.
  form.addEventListener("keydown", (event) => {
    if (!isNewLine(event) || !event.target.matches("input:not([type=file]), [name=headline]")) return;
    event.preventDefault();
    if (event.target.name === "headline") form.elements.text.focus();
  });
  form.addEventListener("input", show);
  addEventListener("pageshow", () => (button.disabled = false));
  addEventListener("online", () => said.hidden || say(""));
  show();
}
