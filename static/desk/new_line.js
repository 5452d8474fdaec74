// The key for a new line sends no form. In the story's form it goes on to the next field instead.

// Not the one that ends a word being composed, which Safari marks by its code alone.
export const isNewLine = (event) => event.key === "Enter" && !event.isComposing && event.keyCode !== 229;

const form = document.getElementById("article_form");

form?.addEventListener("keydown", (event) => {
  if (!isNewLine(event) || !event.target.matches("input[type=text]")) return;
  event.preventDefault();
  const fields = [...form.querySelectorAll("input[type=text], textarea, .ProseMirror")];
  const next = fields.slice(fields.indexOf(event.target) + 1).find((field) => field.offsetParent);
  next?.focus();
});
