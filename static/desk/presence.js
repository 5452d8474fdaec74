// Says every few seconds that this form is open, and shows who else has it open and what they saved.

import { token } from "./asking.js";

const company = document.getElementById("presence");
if (company?.dataset.url) attend(company.closest("form"));

function attend(form) {
  const EVERY = 15_000;
  let typed = false;

  function message(fields) {
    return new URLSearchParams({
      csrfmiddlewaretoken: token(),
      unsaved_key: form.elements.unsaved_key.value,
      edited_version: form.elements.edited_version?.value ?? "",
      ...fields,
    });
  }

  async function ask() {
    if (document.hidden && !typed) return;
    const body = message(typed ? { typing: 1 } : {});
    typed = false;
    try {
      const reply = await fetch(company.dataset.url, { method: "POST", body, redirect: "manual" });
      const words = reply.ok ? (await reply.text()).trim() : company.innerHTML;
      if (words !== company.innerHTML.trim()) company.innerHTML = words; // made by our own template
    } catch {
      return; // the server is away: autosave says so
    }
  }

  form.addEventListener("input", () => (typed = true));
  document.addEventListener("visibilitychange", ask);
  addEventListener("pagehide", () => navigator.sendBeacon(company.dataset.url, message({ leaving: 1 })));
  setInterval(ask, EVERY);
}
