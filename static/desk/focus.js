// The focus of a picture: a click on it fills in the two numbers, and what lists will show is framed.

const frame = document.querySelector(".focus-frame");
const [x, y] = ["id_focus_x", "id_focus_y"].map((id) => document.getElementById(id));
if (frame && x && y) start(frame.querySelector("img"));

function start(image) {
  const RATIO = 3 / 2;
  const point = Object.assign(document.createElement("span"), { className: "focus-point" });
  const cut = Object.assign(document.createElement("span"), { className: "focus-cut" });
  frame.append(cut, point);
  frame.classList.add("live");

  const share = (field) => Math.min(100, Math.max(0, Number(field.value) || 0)) / 100;
  const percent = (number) => `${number * 100}%`;

  // The same sum as newsdesk/renditions.py: as near to the middle as the edges allow.
  function show() {
    const ratio = image.width / image.height;
    const [wide, high] = [Math.min(1, RATIO / ratio), Math.min(1, ratio / RATIO)];
    const start = (at, part) => Math.min(Math.max(at - part / 2, 0), 1 - part);
    Object.assign(point.style, { left: percent(share(x)), top: percent(share(y)) });
    Object.assign(cut.style, {
      left: percent(start(share(x), wide)),
      top: percent(start(share(y), high)),
      width: percent(wide),
      height: percent(high),
    });
  }

  image.addEventListener("click", (event) => {
    const box = image.getBoundingClientRect();
    x.value = Math.round(((event.clientX - box.left) / box.width) * 100);
    y.value = Math.round(((event.clientY - box.top) / box.height) * 100);
    for (const field of [x, y]) field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  for (const field of [x, y]) field.addEventListener("input", show);
  show();
}
