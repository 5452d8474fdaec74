// Remembers the reader's type size from story to story; choosing one works by the style sheet alone.
(() => {
  const KEY = "type-size";
  const choices = document.querySelector(".type-size");
  const kept = () => {
    try { return localStorage.getItem(KEY); } catch { return null; } // storage may be forbidden
  };
  const keep = (size) => {
    try { localStorage.setItem(KEY, size); } catch { /* then it holds for this page */ }
  };
  const input = [...choices.querySelectorAll("input")].find(({ value }) => value === kept());
  if (input) input.checked = true;
  choices.addEventListener("change", ({ target }) => keep(target.value));
})();
