// The text editor in our words, and named for those who cannot see it. Runs before the editor does.
"use strict";

// It puts its own <style> into the page, which the content policy refuses, unless it finds one there.
// These are found, and are no style sheets, being of no known namespace; the rules stand in article.css.
for (const name of ["data-tiptap-style", "data-tiptap-extension-invisible-characters-style"]) {
  const style = document.createElementNS("urn:none", "style");
  style.setAttribute(name, "");
  document.head.append(style);
}

document.addEventListener("DOMContentLoaded", () => {
  const words = JSON.parse(document.getElementById("prose-words").textContent);
  if (window.django?.catalog) Object.assign(window.django.catalog, words); // for its dialogs

  function translate() {
    for (const button of document.querySelectorAll(".prose-editor [title]")) {
      const word = words[button.title];
      if (!word || button.title === word) continue;
      button.title = word;
      button.setAttribute("aria-label", word);
    }
    for (const choice of document.querySelectorAll(".prose-menubar__option > *")) {
      const word = words[choice.textContent];
      if (word && choice.textContent !== word) choice.textContent = word;
    }
    for (const text of document.querySelectorAll(".prose-editor > .ProseMirror:not([aria-label])")) {
      text.setAttribute("aria-label", words.text);
      text.setAttribute("role", "textbox");
      text.setAttribute("aria-multiline", "true");
    }
  }

  new MutationObserver(translate).observe(document.body, { childList: true, subtree: true });
  translate();
});
