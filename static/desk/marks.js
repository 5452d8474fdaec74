// 规范标点: the server proposes, the editor ticks, the form takes it. Nothing is saved.

import { token } from "./asking.js";
import { tell } from "./row_fields.js";

const button = document.getElementById("put-marks-right");
if (button) start();

function start() {
  const { form } = button;
  const said = document.getElementById("marks-said");
  const words = said.dataset;
  const dialog = Object.assign(document.createElement("dialog"), { className: "marks" });
  dialog.setAttribute("aria-label", button.textContent);
  document.body.append(dialog);

  async function ask(more = []) {
    const body = new FormData(form);
    body.set("csrfmiddlewaretoken", token());
    for (const [name, value] of more) body.append(name, value);
    said.textContent = "";
    try {
      const reply = await fetch(button.formAction, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" });
      if (reply.ok) return reply;
      said.textContent = reply.type === "opaqueredirect" ? words.login : words.offline;
    } catch {
      said.textContent = words.offline;
    }
    return null;
  }

  async function propose() {
    const reply = await ask();
    if (!reply) return;
    dialog.innerHTML = await reply.text(); // made by our own template
    dialog.prepend(Object.assign(document.createElement("h2"), { textContent: button.textContent }));
    dialog.showModal();
  }

  async function apply() {
    const ticked = [...dialog.querySelectorAll("[name=mark]:checked")].map(({ value }) => ["mark", value]);
    const reply = await ask([["apply", 1], ...ticked]);
    dialog.close();
    if (!reply) return;
    const { values } = await reply.json();
    for (const [name, value] of Object.entries(values)) put(form.elements[name], value);
    said.textContent = words.done.replace("{done}", ticked.length);
  }

  // the text by its editor, so that one step back undoes it
  function put(field, value) {
    const { editor } = field.closest(".prose-editor")?.querySelector(".tiptap") ?? {};
    if (editor) editor.commands.setContent(value, { parseOptions: { preserveWhitespace: true } });
    else field.value = value;
    tell(field);
  }

  button.addEventListener("click", (event) => {
    event.preventDefault();
    propose();
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target.name === "apply") apply();
    if (target.name === "close") dialog.close();
  });
}
