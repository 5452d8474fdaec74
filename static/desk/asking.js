// How scripts ask the server, and say what came of it.

// As it is now: logging in in another window gives a new one, which the form's own field does not know.
export const token = () => /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? "";

export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
