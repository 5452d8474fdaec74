// What is pasted from Word, WPS and web pages comes in clean: the rules are the server's (newsdesk/pasted.py).
import { Extension, Plugin } from "django-prose-editor/editor";

const ROUNDS = 6;

const once = (html, rules) =>
  rules.reduce((text, [pattern, after]) => text.replace(new RegExp(pattern, "gi"), after.replaceAll("\\", "$")), html);

// the content policy forbids style and handlers, also in a document that is only read; of a cell's width and place the
// editor would make style again
const without = (html) =>
  html.replace(/<style\b[\s\S]*?<\/style>/gi, "").replace(/<[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*>/gi, (tag) =>
    tag.replace(/\s(?:style|align|(?:data-)?(?:col)?width|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ""),
  );

// a parser puts the tags in order, as the sanitiser's does on the server
function parsed(html, dropped) {
  const { body } = new DOMParser().parseFromString(`<!doctype html>${html}`, "text/html");
  for (const element of body.querySelectorAll(dropped)) element.remove();
  const comments = document.createNodeIterator(body, NodeFilter.SHOW_COMMENT);
  while (comments.nextNode()) comments.referenceNode.remove();
  return body.innerHTML;
}

function cleaned(html, { before, after, dropped }) {
  if (html.includes("data-pm-slice")) return html; // from an editor like this one
  let text = parsed(without(once(html, before)), dropped);
  for (let round = 0; round < ROUNDS; round += 1) {
    const last = text;
    text = once(text, after);
    if (text === last) break;
  }
  return text.trim();
}

// plain text: the indent of a paragraph is the page's, not the text's; an empty line parts nothing more
const unindented = (text) => text.replace(/^(?:[ \t\u00a0]{2,}|[ \t\u00a0]*\u3000[ \t\u00a0\u3000]*)/gm, "").replace(/\n\s*\n/g, "\n");

export const CleanPaste = Extension.create({
  name: "CleanPaste",
  addOptions: () => ({ before: [], after: [], dropped: "script" }),
  addProseMirrorPlugins() {
    const props = { transformPastedHTML: (html) => cleaned(html, this.options), transformPastedText: unindented };
    return [new Plugin({ props })];
  },
});
