// The fields of a form's rows: found, written so that every listener hears of it; and what is made beside them.

export function tell(control) {
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}

export function write(control, value) {
  if (!control || value === undefined || value === null) return;
  control.value = value;
  tell(control);
}

export function point(select, record) {
  const there = [...select.options].find((option) => option.value === String(record.id));
  (there ?? select.appendChild(new Option(record.text, record.id))).selected = true;
  window.django.jQuery(select).trigger("change");
  tell(select);
}

export function element(tag, className, text = "") {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}

export function button(className, key, act) {
  const made = Object.assign(element("button", className), { type: "button" });
  if (key) made.append(element("kbd", "", key), " ");
  made.addEventListener("click", act);
  return made;
}

export const field = (row, name) => row.querySelector(`[name$="-${name}"]`);
export const isOut = (row) => Boolean(field(row, "DELETE")?.checked);
export const isOpen = (row) => row.isConnected && !field(row, "confirmed").checked && !isOut(row);
