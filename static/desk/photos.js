// Uploads pictures one by one without leaving the page, and puts them as rows into a story's form.

import { fill, token } from "./asking.js";
import { element, tell } from "./row_fields.js";

for (const place of document.querySelectorAll(".add-photos, .upload-form")) start(place);

function start(place) {
  const words = place.querySelector(".upload-words").dataset;
  const form = place.closest("form");
  const rows = place.dataset.rows;
  const url = rows ? place.dataset.url : location.href;
  const said = rows ? element("div", "upload-said") : document.querySelector(".upload-said");
  const results = rows ? element("ol", "upload-results") : document.querySelector(".upload-results");
  const files = rows ? chooser() : place.querySelector("[type=file]");
  let waiting = Promise.resolve();

  // A story's form has no file field of its own: what is chosen goes up at once.
  function chooser() {
    const input = Object.assign(element("input"), { type: "file", multiple: true, accept: words.endings, hidden: true });
    const button = Object.assign(element("button", "button", words.choose), { type: "button" });
    button.addEventListener("click", () => input.click());
    said.setAttribute("role", "status");
    place.querySelector("a").replaceWith(button, " ", element("span", "quiet", words.drop), input);
    place.append(said, results);
    return input;
  }

  async function send(file) {
    if (file.size > words.most * 1024 * 1024) return { reason: fill(words.big, words) };
    const body = new FormData();
    body.append("files", file);
    try {
      const headers = { Accept: "application/json", "X-CSRFToken": token() };
      const reply = await fetch(url, { method: "POST", body, headers });
      if (reply.status >= 500) return { reason: words.offline };
      const json = reply.headers.get("Content-Type") === "application/json";
      return json ? (await reply.json()).files[0] : { reason: words.login };
    } catch {
      return { reason: words.offline };
    }
  }

  async function upload(chosen) {
    let [done, refused] = [0, 0];
    const told = [];
    for (const [number, file] of chosen.entries()) {
      said.textContent = fill(words.busy, { done: number + 1, all: chosen.length });
      const result = await send(file);
      told.push({ name: file.name, ...result });
      if (result.photo) done += 1;
      else refused += 1;
      if (rows && result.photo) addRow(result);
      if (!rows || !result.photo || result.known) show(file.name, result);
    }
    said.textContent = fill(words.done, { done, refused });
    if (!rows) files.value = "";
    place.dispatchEvent(new CustomEvent("uploaded", { detail: told }));
  }

  // One after the other, also when more are dropped meanwhile; a field's own list empties with the field.
  function queue(chosen) {
    const files = [...chosen];
    waiting = waiting.then(() => upload(files));
  }

  function show(name, result) {
    const line = element("li", result.photo ? "taken" : "refused");
    const told = element("div");
    told.append(element("b", "", name), element("p", result.photo ? "note" : "reason", result.reason || result.known));
    if (!rows && result.photo) {
      const model = document.querySelector("template.upload-result").content.firstElementChild;
      line.append(Object.assign(element("img", "thumbnail"), { src: result.thumbnail, alt: "" }));
      const link = model.querySelector("a").cloneNode(true);
      link.href = result.url;
      told.append(element("p", "", [result.caption, result.credit].filter(Boolean).join(" ")), link);
    }
    line.append(told);
    results.append(line);
  }

  // By the form's own button, so that whoever listens for new rows hears of it.
  function addRow(result) {
    document.querySelector(`#${rows}-group .add-row a`).click();
    const number = form.elements[`${rows}-TOTAL_FORMS`].value - 1;
    const field = (name) => form.elements[`${rows}-${number}-${name}`];
    field("photo").append(new Option(result.label, result.photo, true, true));
    field("caption").value = result.caption.slice(0, field("caption").maxLength);
    field("credit").value = result.credit;
    field("order").value = number;
    const picture = document.querySelector(`#${rows}-${number} .field-picture .readonly`);
    const image = Object.assign(element("img", "thumbnail"), { src: result.thumbnail, alt: "" });
    image.dataset.picture = result.picture;
    picture?.replaceChildren(image);
    for (const name of ["photo", "caption", "credit"]) tell(field(name));
  }

  if (rows) files.addEventListener("change", () => (queue(files.files), (files.value = "")));
  else {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      queue(files.files);
    });
  }

  const target = rows ? place.closest(".photo-uses") : place;
  const carries = (event) => event.dataTransfer?.types.includes("Files");
  for (const type of ["dragover", "dragleave", "drop"]) {
    target.addEventListener(type, (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      target.classList.toggle("dropping", type === "dragover");
      if (type === "drop") queue(event.dataTransfer.files);
    });
  }
}
