// Counts the text as one types, the Chinese way; the pattern is the server's (newsdesk/text.py).

const [LINE, A_MINUTE] = [17, 400]; // characters in a line of a newspaper's column; read in a minute
const body = document.getElementById("id_body");
if (body) start();

function start() {
  const { pattern, words } = JSON.parse(document.getElementById("text-count").textContent);
  const headline = document.getElementById("id_headline");
  const shown = Object.assign(document.createElement("p"), { className: "count" });
  const counted = (text) => text.match(new RegExp(pattern, "gu")) ?? [];
  const width = (text) => Array.from(text).reduce((sum, character) => sum + (character < "\u2000" ? 0.5 : 1), 0);

  // one line a paragraph
  function text() {
    const parted = body.value.replace(/<\/(?:p|h[23]|li|t[dh])>|<br>/g, "\n$&");
    return new DOMParser().parseFromString(parted, "text/html").body.textContent;
  }

  function show() {
    const paragraphs = text().split("\n").filter((line) => line.trim());
    const pieces = counted(paragraphs.join("\n"));
    const lines = paragraphs.reduce((sum, line) => sum + Math.ceil((width(line) + 2) / LINE), 0); // with its indent
    const figures = {
      headline: counted(headline.value).length,
      all: pieces.length,
      without: pieces.filter((piece) => /^[\p{L}\p{N}]/u.test(piece)).length,
      paragraphs: paragraphs.length,
      lines,
      minutes: Math.ceil(pieces.length / A_MINUTE),
    };
    shown.replaceChildren();
    for (const [name, number] of Object.entries(figures)) {
      const figure = document.createElement("span");
      figure.dataset.count = name;
      figure.textContent = words[name].replace("%s", number);
      shown.append(figure, " ");
    }
  }

  (body.closest(".prose-editor") ?? body).parentElement.append(shown);
  body.addEventListener("input", show);
  headline.addEventListener("input", show);
  show();
}
