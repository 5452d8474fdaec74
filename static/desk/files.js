// A file chosen in a row of the form goes up at once: so it is kept like what is typed, and not sent with each save.

import { fill, token } from "./asking.js";
import { write } from "./row_fields.js";

for (const rows of document.querySelectorAll(".file-rows")) start(rows);

function start(rows) {
  const words = rows.dataset;

  async function send(kind, file) {
    const body = new FormData();
    body.append("file", file);
    try {
      const url = words.url.replace(/of\/$/, `${kind}/`);
      const reply = await fetch(url, { method: "POST", body, headers: { "X-CSRFToken": token() }, redirect: "manual" });
      if (reply.status >= 500) return { reason: words.offline };
      const json = reply.headers.get("Content-Type") === "application/json";
      return json ? await reply.json() : { reason: words.login };
    } catch {
      return { reason: words.offline };
    }
  }

  function telling(input) {
    const found = input.parentElement.querySelector(".file-said");
    if (found) return found;
    const made = Object.assign(document.createElement("p"), { className: "file-said" });
    made.setAttribute("role", "status");
    input.after(made);
    return made;
  }

  rows.addEventListener("change", async ({ target: input }) => {
    const [file] = input.type === "file" ? input.files : [];
    if (!file) return;
    const said = telling(input);
    const [, prefix, kind, name] = /^((\w+)-\d+-)(\w+)$/.exec(input.name);
    const most = Number(input.dataset.most);
    said.classList.remove("trouble");
    said.textContent = fill(words.busy, { name: file.name });
    const big = file.size > most * 1024 * 1024;
    const answer = big ? { reason: fill(words.big, { most }) } : await send(`${kind}-${name}`, file);
    said.classList.toggle("trouble", Boolean(answer.reason));
    if (answer.reason) said.textContent = `${file.name}：${answer.reason}`;
    else said.innerHTML = answer.shown; // made by our own server
    input.value = "";
    if (answer.reason || !input.form) return; // refused, or its row was taken out meanwhile
    const title = input.form.elements[`${prefix}title`];
    if (name === "upload" && title && !title.value) write(title, answer.title);
    write(input.form.elements[prefix + input.dataset.fills], answer.file);
  });
}
