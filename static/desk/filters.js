// A filter chosen by typing acts at once; without script its button does.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  for (const select of document.querySelectorAll("select.typed-filter")) {
    select.form.querySelector("button").hidden = true;
    django.jQuery(select).on("select2:select select2:clear", () => select.form.submit());
  }
});
