// A photo of the article, placed in the text: <img data-photo="12">. What it shows stands in the page (#text-photos).
import { Node } from "django-prose-editor/editor";

const photos = () => JSON.parse(document.getElementById("text-photos").textContent);

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function view({ node }) {
  const { uses, words } = photos();
  const use = uses.find(({ photo }) => String(photo) === node.attrs.photo);
  const dom = element("figure", { className: "photo-in-text", contentEditable: "false" });
  if (use) dom.append(element("img", { src: use.url, alt: use.caption }));
  const caption = use ? use.caption : words.unknown;
  const credit = [use?.credit, use?.ai_made && words.ai_made].filter(Boolean).join(" ");
  dom.append(element("figcaption", {}, element("span", { textContent: caption }), element("span", { textContent: credit })));
  return { dom };
}

function choose(editor) {
  const { uses, words } = photos();
  const close = element("button", { type: "button", textContent: words.close, onclick: () => dialog.close() });
  const insert = (use) => () => {
    dialog.close();
    editor.chain().focus().insertContent({ type: "photo", attrs: { photo: String(use.photo) } }).run();
  };
  const choices = uses.map((use) =>
    element("button", { type: "button", className: "photo-choice", onclick: insert(use) },
      element("img", { src: use.url, alt: "" }), use.caption || words.nameless),
  );
  const heading = element("h2", { textContent: words.choose });
  const dialog = element("dialog", { className: "photo-choices", onclose: () => dialog.remove() },
    heading, ...(choices.length ? choices : [element("p", { textContent: words.none })]), close);
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
