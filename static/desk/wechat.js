// 复制到公众号: puts the story on the clipboard, styled and as plain text.

const found = document.getElementById("wechat-copied");

// The old way first: it works on a site without https too, and takes the styles as they are.
function copyNow(html, text) {
  const put = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    if (html) event.clipboardData.setData("text/html", html);
  };
  document.addEventListener("copy", put);
  const done = document.execCommand("copy");
  document.removeEventListener("copy", put);
  return done;
}

async function copy(html, text) {
  if (copyNow(html, text)) return true;
  const blob = (content, type) => new Blob([content], { type });
  const types = { "text/plain": blob(text, "text/plain") };
  if (html) types["text/html"] = blob(html, "text/html");
  try {
    await navigator.clipboard.write([new ClipboardItem(types)]);
    return true;
  } catch {
    return false;
  }
}

const said = (element) => element.parentElement.querySelector(".copy-said");

for (const button of document.querySelectorAll("[data-copy]")) {
  const { headline, html, text } = JSON.parse(found.textContent);
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = button.dataset.copy === "html" ? await copy(html, text) : await copy("", headline);
    said(button).textContent = done ? said(button).dataset.copied : "";
  });
}

for (const link of document.querySelectorAll(".copy-wechat")) {
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const words = said(link);
    try {
      const reply = await fetch(link.href, { headers: { Accept: "application/json" }, redirect: "error" });
      const { html, text, waiting } = await reply.json();
      if (!(await copy(html, text))) throw new Error("refused");
      words.textContent = words.dataset.copied + (waiting ? ` ${words.dataset.waiting}` : "");
    } catch {
      location.assign(link.href); // the page shows it, and says what is wrong
    }
  });
}
