// Keys on the workbench: walk over the lines, choose a kind, cut, merge, save. The form works without this.

const form = document.getElementById("reading");
const rows = [...form.querySelectorAll(".row")];
const kinds = Object.fromEntries(
  [...document.querySelectorAll(".keys kbd[data-kind]")].map((key) => [key.textContent, key.dataset.kind]),
);
const commands = Object.fromEntries(
  [...document.querySelectorAll(".keys kbd[data-command]")].map((key) => [
    key.textContent.toLowerCase(),
    key.dataset.command,
  ]),
);
const box = document.getElementById("mend"); // of the one line that is being mended
let here = null;
let saving = false;

const selects = () => [...form.querySelectorAll(".choices select")];
const stands = (select) => [...select.options].find((option) => option.defaultSelected)?.value;
const isChanged = (select) => select.value !== stands(select);
const textOf = (row) => row.querySelector(".printed").firstChild;

// What a key did not do, and why; the words stand on the page.
const said = document.getElementById("said");

function say(why) {
  if (!said) return;
  said.textContent = said.dataset[why];
  said.hidden = false;
}

function go(row, { scroll = true } = {}) {
  if (!row) return;
  here?.classList.remove("here");
  here = row;
  here.classList.add("here");
  if (scroll) here.focus({ preventScroll: true });
  if (scroll) here.scrollIntoView({ block: "nearest" });
}

const step = (by) => go(rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(here) + by))]);

function send(act) {
  const button = document.createElement("button");
  button.name = "act";
  button.value = act;
  button.hidden = true;
  form.append(button);
  saving = true;
  form.requestSubmit(button);
}

function choose(name, value) {
  const select = here.querySelector(`select[name^="${name}-"]`);
  if (!select || ![...select.options].some((option) => option.value === value)) return;
  select.value = value;
  mark(select);
}

function mark(select) {
  select.classList.toggle("changed", isChanged(select));
  const words = select.selectedOptions[0].textContent;
  const row = select.closest(".row");
  if (isChanged(select)) say("unsaved");
  if (select.name.startsWith("kind-")) row.querySelector(".kind").textContent = words;
}

// The caret of a line: a selection that begins in it, counted in whole characters.
function caret() {
  const selection = getSelection();
  const text = textOf(here);
  if (!selection.rangeCount || !text) return 0;
  const range = selection.getRangeAt(0);
  if (range.startContainer !== text) return 0;
  return Array.from(text.data.slice(0, range.startOffset)).length;
}

function moveCaret(by) {
  const text = textOf(here);
  if (!text) return;
  const letters = Array.from(text.data);
  const at = Math.max(0, Math.min(letters.length - 1, caret() + by));
  const start = letters.slice(0, at).join("").length;
  getSelection().setBaseAndExtent(text, start, text, start + letters[at].length);
}

function merge() {
  const story = Number(here.dataset.story ?? 0);
  if (story > 1) send(`merge:${story}`);
  else say(story ? "first" : "aside");
}

// A choice that is not saved yet goes back at once; what is saved is reset by the page.
function reset() {
  const chosen = [...here.querySelectorAll(".choices select")].filter(isChanged);
  if (here.querySelector("button[value^='reset:']")) send(`reset:${here.dataset.start}-${here.dataset.end}`);
  else if (!chosen.length) say("untouched");
  for (const select of chosen) {
    select.value = stands(select);
    mark(select);
  }
  if (chosen.length && !selects().some(isChanged)) said.hidden = true;
}

const acts = {
  split: () => (caret() ? send(`split:${Number(here.dataset.start) + caret()}`) : say("caret")),
  new: () => (here.dataset.story ? choose("story", "new") : say("aside")),
  merge,
  edit: () => send(`edit:${here.dataset.start}-${here.dataset.end}`),
  reset,
};

const moves = {
  ArrowDown: () => step(1),
  j: () => step(1),
  ArrowUp: () => step(-1),
  k: () => step(-1),
  ArrowRight: () => moveCaret(1),
  ArrowLeft: () => moveCaret(-1),
};

function pressed(event) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    const open = form.querySelector(".mend button");
    const mending = open?.closest(".mend").contains(document.activeElement);
    send(mending ? open.value : `save:${here?.dataset.start ?? 0}`);
    return;
  }
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const act = moves[key] ?? (here && (kinds[key] ? () => choose("kind", kinds[key]) : acts[commands[key]]));
  if (!act || (event.target.closest("button, a, summary") && key.startsWith("Arrow"))) return;
  event.preventDefault();
  act();
}

for (const row of rows) {
  row.tabIndex = -1;
  row.addEventListener("click", () => go(row, { scroll: false }));
  row.addEventListener("focusin", () => go(row, { scroll: false }));
}
if (document.querySelector(".keys")) document.addEventListener("keydown", pressed);
form.addEventListener("change", (event) => event.target.matches("select") && mark(event.target));
form.addEventListener("submit", (event) => {
  saving = true;
  const button = event.submitter;
  if (button?.value === "save" && here) button.value = `save:${here.dataset.start}`; // come back to this line
});
addEventListener("beforeunload", (event) => {
  const isTyped = box && box.value !== box.defaultValue;
  if (!saving && (isTyped || selects().some(isChanged))) event.preventDefault();
});
selects().filter(isChanged).forEach(mark);
const wanted = Number(/^#at-(\d+)$/.exec(location.hash)?.[1] ?? -1);
if (box) box.focus();
else go(rows.find((row) => row.dataset.end > wanted) ?? rows[0], { scroll: wanted >= 0 });
