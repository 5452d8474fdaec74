// Offers the tags that exist while one is typed, so that 劳模 and 劳动模范 do not both come to be.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const field = document.getElementById("id_tags");
  const url = document.querySelector("select.admin-autocomplete")?.dataset["ajax-Url"];
  if (!field || !url) return;

  const offers = document.createElement("div");
  offers.className = "offers";
  offers.setAttribute("aria-live", "polite");
  field.after(offers);

  const marks = /[,，、;；　]/;
  let asked = 0;
  const terms = () => field.value.split(marks).map((term) => term.trim());

  function take(name) {
    const start = Math.max(...[...",，、;；　"].map((mark) => field.value.lastIndexOf(mark))) + 1;
    asked += 1; // an answer that is still to come is of no use now
    field.value = `${field.value.slice(0, start)}${name}，`;
    offers.replaceChildren();
    field.focus();
  }

  function button(name) {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: name });
    made.addEventListener("click", () => take(name));
    return made;
  }

  field.addEventListener("input", async () => {
    const term = terms().at(-1);
    const question = ++asked;
    if (!term) return offers.replaceChildren();
    const query = { app_label: "articles", model_name: "taggedarticle", field_name: "tag", term };
    const reply = await fetch(`${url}?${new URLSearchParams(query)}`).catch(() => null); // no network: no offers
    if (!reply?.ok || question !== asked) return; // an older answer, or none
    const names = (await reply.json()).results.map((row) => row.text);
    offers.replaceChildren(...names.filter((name) => !terms().includes(name)).slice(0, 8).map(button));
  });
});
