// Beside a story's text: whom and what it names, each decided by one key; and what its empty fields could hold.
// Rows are written by the form's own buttons; nothing typed is touched, and nothing is stored before the form is saved.

import { token } from "./asking.js";
import { button, element, field, isOpen, isOut, point, tell, write } from "./row_fields.js";

const place = document.getElementById("links");
if (place) start(place.closest("form"), JSON.parse(document.getElementById("links-data").textContent));

function start(form, data) {
  const $ = window.django.jQuery;
  const { gettext, ngettext, interpolate } = window;
  const TARGET = { mentions: "person", coverages: "event" };
  const KIND = { mentions: "mention", coverages: "coverage" };
  const said = place.querySelector(".links-said");
  const exact = new WeakSet(); // rows that agree with the records
  let reading = false;

  const group = (prefix) => document.getElementById(`${prefix}-group`);
  const rowsOf = (prefix) => [...(group(prefix)?.querySelectorAll(".inline-related:not(.empty-form)") ?? [])];
  const boxes = () => [...form.querySelectorAll(".decide")].filter((box) => !box.hidden);

  function addRow(prefix, values, record) {
    group(prefix).querySelector(".add-row a").click();
    const row = rowsOf(prefix).at(-1);
    for (const [name, value] of Object.entries(values)) write(field(row, name), value);
    if (record) point(field(row, TARGET[prefix] ?? "person"), record);
    return row;
  }

  function choose(row, prefix, record) {
    point(field(row, TARGET[prefix]), record);
    field(row, "confirmed").checked = true;
    tell(field(row, "confirmed"));
    goOn(row);
  }

  function dismiss(row) {
    const tick = field(row, "DELETE");
    const next = neighbour(row, 1) ?? neighbour(row, -1);
    if (tick) {
      tick.checked = true;
      tell(tick);
    } else row.querySelector(".inline-deletelink").click();
    refresh();
    focus(next);
  }

  // Of a proposal that was never saved no row is left to tell that somebody took it out.
  function remember(prefix, name) {
    const kept = Object.assign(element("input"), { type: "hidden", name: `dismissed-${KIND[prefix]}`, value: name });
    form.append(kept);
    tell(kept);
  }

  function neighbour(row, step) {
    const open = boxes();
    return open[open.indexOf(row.querySelector(".decide")) + step];
  }

  const focus = (box) => (box?.querySelector("button") ?? place.querySelector("[name=_confirm_all]")).focus();

  function goOn(row) {
    const next = neighbour(row, 1) ?? neighbour(row, -1);
    refresh();
    focus(next);
  }

  function words(candidate) {
    const line = element("span", "candidate");
    line.append(element("b", "", candidate.text));
    for (const name of ["title", "uncertain", "like", "stories"]) {
      if (candidate[name]) line.append(" ", element("span", name, candidate[name]));
    }
    return line;
  }

  // One proposal: the likely ones first, then somebody new, then nobody.
  function offer(row, prefix, found) {
    if (found.exact) exact.add(row);
    const box = element("div", "decide");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", interpolate(gettext("Who or what is meant: %s"), [found.name]));
    box.append(element("p", "why", found.reason));
    found.candidates.slice(0, 9).forEach((candidate, number) => {
      const made = button("choice", String(number + 1), () => choose(row, prefix, candidate));
      made.append(words(candidate));
      if (found.exact && candidate.id === found.record?.id) made.classList.add("exact");
      box.append(made);
    });
    const plus = row.querySelector(".add-related");
    if (plus) {
      const make = button("make", "+", () => plus.click());
      make.append(prefix === "mentions" ? gettext("Somebody new…") : gettext("A new event…"));
      box.append(make);
    }
    const none = button("none", "0", () => dismiss(row));
    none.append(prefix === "mentions" ? gettext("Nobody of the story") : gettext("No event of the story"));
    box.append(none);
    box.addEventListener("keydown", (event) => onKey(event, row, box));
    row.append(box);
  }

  function onKey(event, row, box) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { key } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step) focus(neighbour(row, step) ?? box);
    else if (/^[1-9]$/.test(key)) box.querySelectorAll(".choice")[key - 1]?.click();
    else if (key === "0") box.querySelector(".none").click();
    else if (key === "+" || key === "=") box.querySelector(".make")?.click();
    else return;
    event.preventDefault();
  }

  // A row is one line, as it is printed; its fields stand behind a button.
  function shorten(row) {
    if (row.querySelector(".errorlist")) return;
    const line = element("p", "line");
    const open = button("", "", () => {
      const isShort = row.classList.toggle("short");
      open.setAttribute("aria-expanded", String(!isShort));
    });
    line.append(element("span", "words"), " ", open);
    row.querySelector("fieldset").before(line);
    row.classList.add("short");
    open.setAttribute("aria-expanded", "false");
  }

  function sayShortly(row, prefix) {
    const line = row.querySelector(".line");
    if (!line) return;
    const [name, about] = [field(row, "name").value, field(row, "title") ?? field(row, "date")];
    const meant = field(row, TARGET[prefix]).selectedOptions[0]?.text ?? "";
    const isDone = field(row, "confirmed").checked;
    const words = line.querySelector(".words");
    words.replaceChildren(`${about.value} `, element("b", "", name || meant));
    if (isDone) words.prepend(Object.assign(element("span", "done", "✓ "), { title: gettext("confirmed") }));
    if (isDone && name && meant !== name) words.append(` → ${meant}`);
    const open = line.querySelector("button");
    open.textContent = gettext("Change");
    open.setAttribute("aria-label", `${open.textContent} ${name || meant}`);
  }

  function refresh() {
    let count = 0;
    for (const prefix of Object.keys(TARGET)) {
      for (const row of rowsOf(prefix)) {
        sayShortly(row, prefix);
        const box = row.querySelector(".decide");
        if (box) box.hidden = !isOpen(row);
        row.classList.toggle("taken-out", isOut(row));
        if (exact.has(row) && isOpen(row)) count += 1;
      }
    }
    place.querySelector(".links-exact").textContent = count ? `（${count}）` : "";
    place.querySelector(".links-keys").hidden = !boxes().length;
    const chips = suggestions();
    for (const chip of form.querySelectorAll(".suggestion")) chip.hidden = !chips.includes(chip);
    const take = place.querySelector(".links-take");
    take.hidden = chips.length === 0;
    take.querySelector("span").textContent = `（${chips.length}）`;
  }

  // What an empty field could hold; it shows until the field says something.
  const suggestions = () => [...form.querySelectorAll(".suggestion")].filter((chip) => chip.isWanted());

  function suggest(holder, text, why, isWanted, take) {
    const chip = Object.assign(element("p", "suggestion"), { isWanted });
    chip.append(element("b", "", gettext("Suggestion")), " ", text, " ");
    if (why) chip.append(element("span", "why", why), " ");
    const made = button("", "", () => (take(), refresh()));
    made.append(gettext("Take it"));
    made.setAttribute("aria-label", interpolate(gettext("Take the suggestion: %s"), [text]));
    chip.append(made);
    holder.append(chip);
  }

  function showSuggestions({ suggestions: fields, bylines }) {
    for (const chip of form.querySelectorAll(".suggestion")) chip.remove();
    for (const [name, { value, words: text, why }] of Object.entries(fields)) {
      const control = document.getElementById(`id_${name}`);
      const take = () => (control.tagName === "SELECT" ? point(control, { id: value, text }) : write(control, value));
      if (control) suggest(control.closest(".form-row"), text, why, () => !control.value, take);
    }
    const holder = element("div", "suggestions");
    form.querySelector("#bylines-group .suggestions")?.remove();
    group("bylines")?.querySelector(".inline-heading").after(holder);
    for (const line of bylines) {
      const text = `${line.unit}${line.role} ${line.name}`;
      const isWanted = () => !rowsOf("bylines").some((row) => field(row, "name").value === line.name);
      const { name, role, unit } = line;
      const take = () => addRow("bylines", { name, role, unit, order: rowsOf("bylines").length }, line.person);
      suggest(holder, text, "", isWanted, take);
    }
  }

  async function ask() {
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    body.set("csrfmiddlewaretoken", token());
    try {
      const reply = await fetch(data.url, { method: "POST", body, redirect: "manual" });
      if (reply.ok) return await reply.json();
      return reply.status === 401 ? gettext("You are logged out. Log in again in another window.") : refused();
    } catch {
      return refused();
    }
  }

  const refused = () => gettext("The server did not answer. Nothing is lost; try again.");

  async function recognise() {
    if (reading) return; // pressed twice
    reading = true;
    said.textContent = gettext("Reading the text…");
    const found = await ask();
    reading = false;
    if (typeof found === "string") return void (said.textContent = found);
    const before = rowsOf("mentions").length + rowsOf("coverages").length;
    for (const prefix of Object.keys(TARGET)) {
      for (const each of found[prefix]) {
        const { name, title, date, order } = each;
        const row = addRow(prefix, { name, title, date, order }, each.record);
        row.querySelector(".inline-deletelink").addEventListener("click", () => remember(prefix, name));
        shorten(row);
        field(row, "reason").value = each.reason;
        const shown = row.querySelector(".field-proposal .readonly");
        if (shown) shown.textContent = each.reason;
        offer(row, prefix, each);
      }
    }
    showSuggestions(found);
    refresh();
    const count = rowsOf("mentions").length + rowsOf("coverages").length - before;
    const text = ngettext("%s new proposal below.", "%s new proposals below.", count);
    said.textContent = count ? interpolate(text, [count]) : gettext("Nobody and nothing new in the text.");
  }

  // The plus beside a field carries the printed name, and first shows who is there already.
  function carry(event) {
    const link = event.target.closest?.(".add-related");
    const prefix = Object.keys(TARGET).find((name) => link?.closest(`#${name}-group`));
    if (!prefix) return;
    const row = link.closest(".inline-related");
    const value = (name) => field(row, name)?.value ?? "";
    const asked = { name: value("name"), title: value("title"), date: value("date") };
    const more = { article: data.article, headline: form.elements.headline.value, _popup: 1 };
    link.href = `${data.new[prefix]}?${new URLSearchParams({ ...asked, ...more })}`;
    row.dataset.asked = "";
  }

  // Who was chosen or made in that window is meant: nothing is left to confirm.
  function answered(event) {
    const row = event.target.closest(".inline-related");
    if (row?.dataset.asked === undefined || !event.target.value || !event.target.closest(".related-widget-wrapper")) return;
    delete row.dataset.asked;
    field(row, "confirmed").checked = true;
    tell(field(row, "confirmed"));
    goOn(row);
  }

  function typedInto(event) {
    const row = event.isTrusted && event.target.closest?.(".inline-related");
    const reason = row && field(row, "reason");
    if (reason) reason.value = ""; // it is the editor's now
  }

  document.addEventListener("click", carry, true);
  $(form).on("change", ".inline-related select", answered);
  form.addEventListener("input", typedInto);
  form.addEventListener("change", refresh);
  $(form).on("change", refresh);
  document.addEventListener("formset:removed", refresh);
  const look = place.querySelector(".links-recognise");
  look.hidden = false;
  look.addEventListener("click", recognise);
  place.querySelector(".links-take").addEventListener("click", () => {
    for (const chip of suggestions()) chip.querySelector("button").click();
  });
  for (const prefix of Object.keys(TARGET)) {
    for (const row of rowsOf(prefix)) {
      if (!field(row, "confirmed")) continue; // a form to read
      const found = data[prefix].find(({ id }) => String(id) === field(row, "id").value);
      if (field(row, "id").value) shorten(row);
      if (found) offer(row, prefix, found);
    }
  }
  showSuggestions(data);
  refresh();
}
