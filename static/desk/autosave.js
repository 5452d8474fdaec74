// Keeps what is typed, without being asked: on the server a moment after the last key, and on this computer
// for as long as the server does not answer. Reads the form, never writes into its fields.

import { token } from "./asking.js";

const box = document.getElementById("autosave");
if (box) start(box.closest("form"));

// Where the browser forbids it, nothing is found here and nothing is kept; the server has it all the same.
function storage() {
  try {
    return localStorage;
  } catch {
    return Object.create({ getItem: () => null, setItem: () => {}, removeItem: () => {} });
  }
}

function start(form) {
  const here = storage();
  const [AFTER, AT_LEAST, AGAIN, BEACON] = [1500, 10_000, 10_000, 60_000]; // milliseconds; bytes of a beacon
  const { url, user } = box.dataset;
  const key = form.elements.unsaved_key;
  const words = box.querySelector(".autosave-words");
  const time = box.querySelector("time");
  let sequence = Number(box.dataset.sequence);
  let kept = isTouched() ? "" : typed(); // what the server has
  let first = 0; // when the oldest change that it has not was made
  let timer, later, running;
  let [composing, leaving, trouble] = [false, false, false];

  function typed() {
    const data = new FormData(form);
    const asText = ([name, value]) =>
      typeof value === "string" && !name.includes("__prefix__") && !/^(csrfmiddlewaretoken|unsaved_)/.test(name);
    return new URLSearchParams([...data].filter(asText)).toString();
  }

  // Somebody types before this runs, or the browser fills in what stood there before a reload.
  function isTouched() {
    const isOther = (field) =>
      ["checkbox", "radio"].includes(field.type)
        ? field.checked !== field.defaultChecked // of a tick without a value, value and defaultValue always differ
        : "defaultValue" in field && field.value !== field.defaultValue;
    return [...form.elements].some((field) => field.offsetParent && isOther(field));
  }

  const newKey = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const place = (of = key.value) => `unsaved ${user} ${url} ${of}`;
  const waiting = Object.keys(here).filter((name) => name.startsWith(place(""))); // left by earlier pages

  function keepHere(body) {
    try {
      here.setItem(place(), JSON.stringify({ sequence, body }));
    } catch {
      return; // full, or forbidden: the server has it, or the page says that it has not
    }
  }

  const message = (body, of, number) =>
    `${body}&${new URLSearchParams({ unsaved_key: of, unsaved_sequence: number, unsaved_user: user })}`;

  async function post(body, signal) {
    const headers = { "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": token() };
    try {
      const reply = await fetch(url, { method: "POST", body, headers, signal, redirect: "manual" });
      if (reply.status >= 500) return { state: "offline" };
      const json = reply.headers.get("Content-Type") === "application/json";
      return json ? await reply.json() : { state: reply.status === 413 ? "large" : "refused" };
    } catch {
      return { state: "offline" };
    }
  }

  function say(answer) {
    trouble = answer.state !== "kept";
    box.classList.toggle("trouble", trouble);
    if (words.textContent !== box.dataset[answer.state]) words.textContent = box.dataset[answer.state];
    time.textContent = answer.at ?? "";
    box.querySelector("a").hidden = !["login", "other"].includes(answer.state);
  }

  async function keep() {
    clearTimeout(timer);
    const body = typed();
    if (composing || leaving || running || body === kept) return;
    sequence += 1;
    keepHere(body);
    running = new AbortController();
    const quitting = setTimeout(() => running?.abort(), 15_000);
    const answer = await post(message(body, key.value, sequence), running.signal);
    clearTimeout(quitting);
    running = null;
    if (leaving) return;
    if (answer.state === "saved") return again(); // the browser went back to a form that was saved
    if (answer.sequence > sequence) sequence = answer.sequence; // typed on elsewhere: what is here comes next
    else if (answer.state === "kept") [kept, first] = [body, 0];
    if (answer.state === "kept" && body === kept) here.removeItem(place());
    say(answer);
    if (typed() !== kept) touched();
  }

  function again() {
    key.value = newKey();
    sequence = 0;
    return keep();
  }

  function touched() {
    leaving = false;
    if (trouble && !composing) keepHere(typed());
    first ||= Date.now();
    clearTimeout(timer);
    const wait = trouble ? AGAIN : Math.min(AFTER, Math.max(0, first + AT_LEAST - Date.now()));
    timer = setTimeout(keep, wait);
  }

  // The page goes: no answer can be waited for, so a copy stays here until the next form asks the server.
  function part() {
    const body = typed();
    if (leaving || body === kept) return;
    sequence += 1;
    keepHere(body);
    const full = `${message(body, key.value, sequence)}&csrfmiddlewaretoken=${token()}`;
    const blob = new Blob([full], { type: "application/x-www-form-urlencoded" });
    if (blob.size < BEACON) navigator.sendBeacon(url, blob);
  }

  // What an earlier page could not hand over goes to the server now, or as soon as it answers, and is offered.
  async function handOver() {
    clearTimeout(later);
    for (const name of waiting.splice(0)) waiting.push(...(await handOne(name)));
    if (waiting.length) later = setTimeout(handOver, AGAIN);
  }

  // Returns under which names it has still to be handed over.
  async function handOne(name) {
    const stored = here.getItem(name);
    if (!stored) return []; // another window did it
    const copy = JSON.parse(stored);
    const old = name.slice(place("").length);
    const answer = await post(message(copy.body, old, copy.sequence));
    if (["refused", "large"].includes(answer.state)) return []; // asking again helps nothing
    if (!["saved", "kept"].includes(answer.state)) return [old === key.value ? setAside(name, stored) : name];
    if (here.getItem(name) === stored) here.removeItem(name);
    if (old === key.value) sequence = Math.max(sequence, answer.sequence ?? 0);
    const shown = old === key.value ? !answer.taken : document.querySelector(`a[href$="unsaved=${old}"]`);
    if (answer.state === "kept" && !shown && copy.body !== typed()) offer(old);
    return [];
  }

  // What is typed from now on takes this form's own place.
  function setAside(name, stored) {
    const other = place(newKey());
    if (here.getItem(name) === stored) here.removeItem(name);
    here.setItem(other, stored);
    return other;
  }

  function offer(old) {
    const note = document.getElementById("here");
    note.querySelector("a").href = `?unsaved=${old}`;
    note.hidden = false;
  }

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
  form.addEventListener("submit", () => {
    const field = form.elements.csrfmiddlewaretoken;
    field.value = token() || field.value; // logging in in another window changed it
    sequence += 1;
    keepHere(typed());
    leaving = true;
    running?.abort();
  });
  document.addEventListener("visibilitychange", keep);
  for (const back of ["focus", "online"]) {
    addEventListener(back, keep);
    addEventListener(back, handOver);
  }
  addEventListener("pagehide", part);
  addEventListener("pageshow", () => (leaving = false));
  handOver();
  if (!kept) touched();
}
