// A photo of the article, placed in the text: <img data-photo="12">. What it shows stands in the page (#text-photos).
import { Node } from "django-prose-editor/editor";

const stored = () => JSON.parse(document.getElementById("text-photos").textContent);

// The photos of the form as it stands: what was added beside the text counts before it is saved.
function photos() {
  const { uses, words } = stored();
  const form = document.getElementById("article_form");
  const chosen = [...(form?.querySelectorAll("select[name^='photo_uses-'][name$='-photo']") ?? [])];
  const added = chosen.filter(({ value, name }) => value && !name.includes("__prefix__") && !uses.some(({ photo }) => String(photo) === value));
  const row = ({ value, name }) => {
    const field = (other) => form.elements[name.replace(/photo$/, other)]?.value ?? "";
    const image = document.querySelector(`#${name.replace(/-photo$/, "")} .field-picture img`);
    return { photo: Number(value), url: image?.dataset.picture || image?.src, caption: field("caption"), credit: field("credit") };
  };
  return { uses: [...uses, ...added.map(row)], words };
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function view({ node }) {
  const { uses, words } = photos();
  const use = uses.find(({ photo }) => String(photo) === node.attrs.photo);
  const dom = element("figure", { className: "photo-in-text", contentEditable: "false" });
  if (use?.url) dom.append(element("img", { src: use.url, alt: use.caption }));
  const caption = use ? use.caption : words.unknown;
  const credit = [use?.credit, use?.ai_made && words.ai_made].filter(Boolean).join(" ");
  dom.append(element("figcaption", {}, element("span", { textContent: caption }), element("span", { textContent: credit })));
  return { dom };
}

const put = (editor, photo) => editor.chain().focus().insertContent({ type: "photo", attrs: { photo: String(photo) } }).run();

// By the uploading beside the text, which makes the photo's row in the form.
function uploader(editor, dialog, words) {
  const beside = document.querySelector(".add-photos");
  if (!beside) return [""];
  const refused = element("div", { className: "upload-results" });
  refused.setAttribute("role", "status");
  const done = ({ detail }) => {
    for (const { photo } of detail) if (photo) put(editor, photo);
    const reasons = detail.filter(({ reason }) => reason);
    refused.append(...reasons.map(({ name, reason }) => element("p", { className: "reason", textContent: `${name} ${reason}` })));
    if (!reasons.length) dialog.close();
  };
  beside.addEventListener("uploaded", done);
  dialog.addEventListener("close", () => beside.removeEventListener("uploaded", done));
  const upload = element("button", { type: "button", className: "button", textContent: words.upload });
  upload.addEventListener("click", () => beside.querySelector("button").click());
  return [refused, upload];
}

function choose(editor) {
  const { uses, words } = photos();
  const close = element("button", { type: "button", className: "button", textContent: words.close, onclick: () => dialog.close() });
  const insert = (use) => () => {
    dialog.close();
    put(editor, use.photo);
  };
  const choices = uses.map((use) =>
    element("button", { type: "button", className: "photo-choice", onclick: insert(use) },
      ...(use.url ? [element("img", { src: use.url, alt: "" })] : []), use.caption || words.nameless),
  );
  const heading = element("h2", { textContent: words.choose });
  const dialog = element("dialog", { className: "photo-choices", onclose: () => dialog.remove() });
  const [refused, ...upload] = uploader(editor, dialog, words);
  const acts = element("p", { className: "photo-choices-acts" }, ...upload, close);
  dialog.append(heading, ...(choices.length ? choices : [element("p", { textContent: words.none })]), refused, acts);
  dialog.setAttribute("aria-label", words.choose);
  document.body.append(dialog);
  dialog.showModal();
}

export const Photo = Node.create({
  name: "photo",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({ photo: { parseHTML: (img) => img.dataset.photo, renderHTML: ({ photo }) => ({ "data-photo": photo }) } }),
  parseHTML: () => [{ tag: "img[data-photo]" }],
  renderHTML: ({ HTMLAttributes }) => ["img", HTMLAttributes],
  addNodeView: () => view,
  addMenuItems({ buttons, menu }) {
    menu.defineItem({ name: "photo", groups: "nodes", button: buttons.material("image", "insert photo"), command: choose });
  },
});
