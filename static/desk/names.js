// Gives select2's fields the names of the fields they stand for, which it leaves out.
"use strict";

function labelOf(select) {
  const own = select.getAttribute("aria-label") || select.labels?.[0]?.textContent.trim();
  if (own) return own.replace(/[:：]$/, "");
  const cell = select.closest("td"); // in a table of rows the column's head is the label
  const head = cell && cell.closest("table").tHead?.rows[0].cells[cell.cellIndex];
  return head ? head.textContent.trim() : "";
}

function nameFields() {
  for (const container of document.querySelectorAll(".select2-container:not([data-named])")) {
    const select = container.previousElementSibling;
    const field = container.querySelector(".select2-selection");
    if (!field || select?.tagName !== "SELECT") continue;
    const label = labelOf(select);
    const value = container.querySelector(".select2-selection__rendered");
    container.dataset.named = "";
    value?.removeAttribute("role"); // the field is the combobox; what it shows is no text box
    value?.removeAttribute("aria-readonly");
    if (value?.id) field.setAttribute("aria-describedby", value.id);
    field.removeAttribute("aria-labelledby");
    field.setAttribute("aria-label", label);
    container.querySelector(".select2-search__field")?.setAttribute("aria-label", label);
  }
  for (const head of document.querySelectorAll("th.original:empty")) {
    head.replaceWith(Object.assign(document.createElement("td"), { className: "original" }));
  }
  for (const search of document.querySelectorAll(".select2-dropdown .select2-search__field:not([aria-label])")) {
    const open = document.querySelector(".select2-container--open .select2-selection");
    search.setAttribute("aria-label", open?.getAttribute("aria-label") ?? "");
  }
  for (const field of document.querySelectorAll("table td :is(input, select, textarea):not([type=hidden], [aria-label])")) {
    const label = field.closest("fieldset, #changelist") && !field.labels?.length && labelOf(field);
    if (label) field.setAttribute("aria-label", label);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  new MutationObserver(nameFields).observe(document.body, { childList: true, subtree: true });
  nameFields();
});
