// Beside the form stands the page that readers would get of it, a moment after the last key. Saves nothing.

import { token } from "./asking.js";

const pane = document.getElementById("preview");
if (pane) start(pane.closest("form"));

function start(form) {
  const AFTER = 800; // milliseconds
  const OPEN = "preview open", WIDTH = "preview width";
  const small = matchMedia("(max-width: 900px)"); // there it lies over the form
  const toggle = form.querySelector(".preview-toggle");
  const said = pane.querySelector(".preview-said");
  const stage = pane.querySelector(".preview-stage");
  const frame = stage.querySelector("iframe");
  const widths = [...pane.querySelectorAll(".preview-widths button")];
  let timer, running, last;
  let composing = false;

  // What is written; files stay here until the form is saved.
  function typed() {
    const body = new FormData(form);
    for (const [name, value] of [...body]) if (typeof value !== "string") body.delete(name);
    body.delete("csrfmiddlewaretoken");
    return body;
  }

  async function show() {
    clearTimeout(timer);
    running?.abort();
    const { signal } = (running = new AbortController());
    const headers = { "X-CSRFToken": token() };
    try {
      const reply = await fetch(toggle.formAction, { method: "POST", body: typed(), headers, signal, redirect: "manual" });
      const page = reply.ok ? await reply.text() : null;
      if (page !== null) put(page);
      said.textContent = page !== null ? "" : reply.status >= 500 ? pane.dataset.offline : pane.dataset.login;
    } catch {
      if (!signal.aborted) said.textContent = pane.dataset.offline;
    }
  }

  // Only what stands in the page is exchanged, so that it neither flickers nor jumps back to its beginning.
  function put(page) {
    if (page === last) return;
    const shown = last && frame.contentDocument;
    last = page;
    if (!shown?.querySelector("main")) return (frame.srcdoc = page);
    const top = frame.contentWindow.scrollY;
    const next = new DOMParser().parseFromString(page, "text/html");
    shown.body.replaceWith(shown.adoptNode(next.body));
    frame.contentWindow.scrollTo(0, top);
  }

  function touched() {
    clearTimeout(timer);
    if (pane.open && !composing) timer = setTimeout(show, AFTER);
  }

  function fit() {
    const width = Number(pane.dataset.width);
    const scale = Math.min(1, stage.clientWidth / width);
    Object.assign(frame.style, {
      width: `${width}px`,
      height: `${stage.clientHeight / scale}px`,
      transform: `scale(${scale})`,
    });
  }

  function choose(width) {
    pane.dataset.width = width;
    localStorage.setItem(WIDTH, width);
    for (const button of widths) button.setAttribute("aria-pressed", button.value === width);
    fit();
  }

  function open() {
    if (small.matches) pane.showModal();
    else pane.open = true; // not show(): the caret stays in the text
    toggle.setAttribute("aria-expanded", true);
    form.classList.add("previewing");
    sessionStorage.setItem(OPEN, "yes");
    fit();
    show();
  }

  pane.addEventListener("close", () => {
    toggle.setAttribute("aria-expanded", false);
    form.classList.remove("previewing");
    sessionStorage.removeItem(OPEN);
    running?.abort();
  });

  toggle.type = "button";
  toggle.setAttribute("aria-expanded", false);
  toggle.setAttribute("aria-controls", pane.id);
  toggle.addEventListener("click", () => (pane.open ? pane.close() : open()));
  pane.querySelector(".preview-close").addEventListener("click", () => {
    pane.close();
    toggle.focus();
  });
  small.addEventListener("change", () => pane.open && pane.close());
  for (const button of widths) button.addEventListener("click", () => choose(button.value));

  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  form.addEventListener("compositionstart", () => (composing = true));
  form.addEventListener("compositionend", () => {
    composing = false;
    touched();
  });
  document.addEventListener("formset:added", touched);
  document.addEventListener("formset:removed", touched);
  window.django?.jQuery(form).on("change", touched); // fields chosen by typing tell only jQuery

  new ResizeObserver(fit).observe(stage);
  const bar = form.querySelector(".bar");
  new ResizeObserver(() => pane.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);
  const known = localStorage.getItem(WIDTH);
  choose(widths.some((button) => button.value === known) ? known : widths[0].value);
  if (sessionStorage.getItem(OPEN) && !small.matches) open();
}
