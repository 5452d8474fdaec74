// Photos of a story that is written at a phone: each is kept in the phone until it is up, one goes up after the other.

import { fill, token } from "./asking.js";

const list = document.querySelector(".filed-photos");
if (list) start();

function start() {
  const [QUIET, AGAIN, KEPT] = [45_000, 15_000, 14 * 24 * 3600_000]; // milliseconds
  const form = list.closest("form");
  const words = list.dataset;
  const chooser = form.querySelector("[type=file]");
  const refused = form.querySelector(".refused-photos");
  const model = document.querySelector("template.filed-photo").content.firstElementChild;
  const inHand = new Map(); // of this page: also what the phone had no room for
  let [running, timer] = [null, 0];

  const database = new Promise((resolve, reject) => {
    const opening = indexedDB.open(`photos ${words.user}`, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("photos");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

  async function inPhone(act) {
    const change = (await database).transaction("photos", "readwrite", { durability: "strict" });
    const request = act(change.objectStore("photos"));
    return new Promise((resolve, reject) => {
      change.oncomplete = () => resolve(request.result);
      change.onerror = change.onabort = () => reject(change.error);
    });
  }

  const now = () => Date.now().toString(36);
  const part = (row, name) => row.querySelector(`[name^="${name}"]`);
  const keyOf = (row) => part(row, "photo").value;
  const isWanted = (row) => !part(row, "leave_out").checked;
  const waiting = () => [...list.querySelectorAll(".waiting")].filter(isWanted);
  const changed = () => form.dispatchEvent(new Event("input"));

  function say(row, state, text = words[state]) {
    row.dataset.state = state;
    row.querySelector("[role=status]").textContent = text;
    row.querySelector("progress").hidden = state !== "busy";
  }

  function rename(row, key) {
    part(row, "photo").value = part(row, "leave_out").value = key;
    for (const name of ["caption-", "credit-"]) part(row, name).name = name + key;
  }

  async function preview(row, file) {
    try {
      const small = await createImageBitmap(file, { resizeWidth: 320 });
      const canvas = Object.assign(document.createElement("canvas"), { width: small.width, height: small.height });
      canvas.getContext("2d").drawImage(small, 0, 0);
      show(row, canvas.toDataURL("image/jpeg", 0.7));
    } catch {
      return; // no picture that a browser can show: the server says what it is
    }
  }

  function show(row, src) {
    const image = row.querySelector("img");
    if (row.classList.contains("waiting") || !src.startsWith("data:")) image.src = src;
    image.hidden = false;
  }

  async function add(file) {
    const row = model.cloneNode(true);
    const key = `w${now()}${Math.random().toString(36).slice(2, 8).padEnd(6, "0")}`;
    rename(row, key);
    inHand.set(key, file);
    list.append(row);
    preview(row, file);
    try {
      await inPhone((photos) => photos.put(file, key));
    } catch {
      row.dataset.full = "yes";
    }
    if (!row.dataset.state) say(row, row.dataset.full ? "full" : "wait"); // it may be going up already
  }

  // {photo …} as the server tells it, {reason}, or {state}: what stands in the way
  function send(file, progress) {
    if (file.size > words.most * 1024 * 1024) return { reason: fill(words.big, words) };
    const body = new FormData();
    body.append("files", file);
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      let quitting;
      const alive = () => {
        clearTimeout(quitting);
        quitting = setTimeout(() => request.abort(), QUIET);
      };
      request.open("POST", words.url);
      request.setRequestHeader("Accept", "application/json");
      request.setRequestHeader("X-CSRFToken", token());
      request.upload.onprogress = (event) => {
        alive();
        progress.value = event.loaded / event.total;
      };
      request.onload = () => {
        const json = request.getResponseHeader("Content-Type") === "application/json";
        if (request.status >= 500) resolve({ state: "wait" });
        else resolve(json ? JSON.parse(request.responseText).files[0] : { state: "login" });
      };
      request.onerror = request.onabort = () => resolve({ state: "wait" });
      request.onloadend = () => clearTimeout(quitting);
      alive();
      request.send(body);
    });
  }

  async function upload(row) {
    const key = keyOf(row);
    const file = inHand.get(key) ?? (await inPhone((photos) => photos.get(key)).catch(() => null));
    if (!file) return say(row, "gone");
    if (!inHand.has(key)) preview(row, file);
    inHand.set(key, file);
    say(row, "busy", "");
    const answer = await send(file, row.querySelector("progress"));
    if (answer.state) return say(row, answer.state === "wait" && row.dataset.full ? "full" : answer.state);
    if (answer.photo) take(row, answer);
    else refuse(row, file.name, answer.reason);
    inHand.delete(key);
    await inPhone((photos) => photos.delete(key)).catch(() => null);
  }

  function take(row, answer) {
    const twin = list.querySelector(`[name=photo][value="${answer.photo}"]`);
    if (twin) return twice(row, twin.closest("li"));
    rename(row, String(answer.photo));
    row.classList.remove("waiting");
    part(row, "caption-").value ||= answer.caption;
    if (answer.credit && part(row, "credit-").value === part(row, "credit-").defaultValue) part(row, "credit-").value = answer.credit;
    if (answer.thumbnail) show(row, answer.thumbnail);
    say(row, "up");
    changed();
  }

  function twice(row, twin) {
    part(twin, "caption-").value ||= part(row, "caption-").value;
    row.remove();
    say(twin, "up", words.twice);
    changed();
  }

  function refuse(row, name, reason) {
    const line = document.createElement("li");
    line.append(Object.assign(document.createElement("b"), { textContent: name }), ` ${reason}`);
    refused.append(line);
    row.remove();
    changed();
  }

  async function chosen() {
    const files = [...chooser.files];
    chooser.value = "";
    for (const file of files) await add(file);
    changed();
    go();
  }

  async function uploadAll() {
    for (const row of waiting()) await upload(row);
    const left = waiting().filter((row) => row.dataset.state !== "gone");
    timer = left.length ? setTimeout(go, AGAIN) : 0;
  }

  // One after the other, also when more are chosen meanwhile.
  function go() {
    clearTimeout(timer);
    running = (running ?? Promise.resolve()).then(uploadAll).catch(() => {
      timer = setTimeout(go, AGAIN); // whatever broke once may not stop the story
    });
    return running;
  }

  chooser.removeAttribute("name"); // what is chosen goes up by itself
  form.classList.add("live");
  chooser.addEventListener("change", chosen);
  if (chooser.files.length) chosen(); // before this was here
  form.addEventListener("photoswanted", async () => {
    await go();
    form.dispatchEvent(new Event("photosdone"));
  });
  addEventListener("online", go);
  addEventListener("focus", () => waiting().length && go());
  const old = (Date.now() - KEPT).toString(36);
  inPhone((photos) => photos.delete(IDBKeyRange.upperBound(`w${old}`))).catch(() => null);
  if (waiting().length) go();
}
