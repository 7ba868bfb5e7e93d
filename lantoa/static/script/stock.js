// Fields of a certificate dragged upon the picture of its stock. The numbers in the table are what is sent; without
// this file they are typed. All lengths are millimetres, as in the drawing itself.

const POINT = 25.4 / 72;
const TALL = 0.75;
const DEEP = 0.22;
const LEAST = 2; // a field is at least that wide
const ANCHORS = { left: "start", center: "middle", right: "end" };
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const stage = document.querySelector("[data-stage]");
const says = document.querySelector("[data-stage-says]");
const sheet = { wide: Number(stage.dataset.wide), high: Number(stage.dataset.high) };
const words = new Intl.NumberFormat("vi", { maximumFractionDigits: 1 });
const pieces = [...stage.querySelectorAll(".piece")].map(furnish);

function furnish(group) {
  const row = document.querySelector(`[data-spot="${group.dataset.field}"]`);
  const inputs = Object.fromEntries([...row.querySelectorAll("[data-part]")].map((input) => [input.dataset.part, input]));
  const piece = { group, row, inputs, isPicture: "picture" in group.dataset };
  row.addEventListener("input", () => draw(piece));
  row.addEventListener("focusin", () => mark(piece));
  group.addEventListener("focus", () => { mark(piece); tell(piece); });
  group.addEventListener("keydown", (event) => press(piece, event));
  group.addEventListener("pointerdown", (event) => hold(piece, event));
  return piece;
}

// What the numbers say ----------------------------------------------------------------------------------------

const number = (piece, part) => Number(piece.inputs[part]?.value) || 0;
const tenth = (value) => Math.round(value * 10) / 10;

function put(piece, part, value) {
  piece.inputs[part].value = String(tenth(value));
}

function place(piece, x, y) {
  put(piece, "x", Math.min(Math.max(x, 0), sheet.wide - number(piece, "width")));
  put(piece, "y", Math.min(Math.max(y, 0), sheet.high - (piece.isPicture ? number(piece, "width") : 0)));
  changed(piece);
}

function widen(piece, width) {
  put(piece, "width", Math.min(Math.max(width, LEAST), sheet.wide - number(piece, "x")));
  changed(piece);
}

function changed(piece) {
  draw(piece);
  tell(piece);
}

function tell(piece) {
  const [x, y, width] = ["x", "y", "width"].map((part) => words.format(number(piece, part)));
  says.textContent = `${piece.group.dataset.words}: ngang ${x} mm, dọc ${y} mm, rộng ${width} mm`;
}

function mark(piece) {
  for (const one of pieces) {
    one.row.classList.toggle("selected", one === piece);
    one.group.classList.toggle("held", one === piece);
  }
}

// How it looks ------------------------------------------------------------------------------------------------

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

function draw(piece) {
  const { group, inputs } = piece;
  const [x, y, width] = ["x", "y", "width"].map((part) => number(piece, part));
  group.classList.toggle("off", !inputs.is_shown.checked);
  set(group, { transform: `translate(${x} ${y})` });
  const [top, height] = piece.isPicture ? [0, width] : drawWords(piece, width);
  set(group.querySelector(".box"), { y: top, width, height });
  set(group.querySelector(".edge"), { x: width - 1, y: top, height });
  if (piece.isPicture) set(group.querySelector(".cross"), { d: `M0 0 ${width} ${width}M0 ${width} ${width} 0` });
}

function drawWords(piece, width) {
  const { inputs } = piece;
  const text = piece.group.querySelector("text");
  const [lines, step, wanted] = [number(piece, "lines"), number(piece, "step"), number(piece, "size") * POINT];
  const anchor = ANCHORS[inputs.align.value];
  set(text, {
    "text-anchor": anchor,
    "font-weight": inputs.is_bold.checked ? 700 : 400,
    "font-style": inputs.is_italic.checked ? "italic" : "normal",
    fill: inputs.colour.value,
  });
  const x = { start: 0, middle: width / 2, end: width }[anchor];
  const parts = fitted(text, text.dataset.said.split(" "), width, lines, wanted);
  text.replaceChildren(...parts.map((part, line) => lineOf(part, x, line * step)));
  return [-wanted * TALL, wanted * (TALL + DEEP) + (lines - 1) * step];
}

function lineOf(part, x, y) {
  const line = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
  line.textContent = part;
  set(line, { x, y });
  return line;
}

// The words in their lines, smaller and smaller until no line is wider than the field.
function fitted(text, all, width, lines, wanted) {
  for (let size = wanted; size > 0.3; size *= 0.97) {
    set(text, { "font-size": size });
    const parts = broken(text, all, lines === 1 ? Infinity : width);
    if (parts.length <= lines && parts.every((part) => wide(text, part) <= width)) return parts;
  }
  return [all.join(" ")];
}

function broken(text, all, width) {
  const parts = [];
  for (const word of all) {
    const longer = parts.length ? `${parts.at(-1)} ${word}` : word;
    if (parts.length && wide(text, longer) <= width) parts[parts.length - 1] = longer;
    else parts.push(word);
  }
  return parts;
}

function wide(text, part) {
  text.textContent = part;
  return text.getComputedTextLength();
}

// Hands and keys ----------------------------------------------------------------------------------------------

function millimetres(event) {
  return new DOMPoint(event.clientX, event.clientY).matrixTransform(stage.getScreenCTM().inverse());
}

function hold(piece, event) {
  if (event.button) return;
  const { group } = piece;
  const start = millimetres(event);
  const before = Object.fromEntries(["x", "y", "width"].map((part) => [part, number(piece, part)]));
  const isEdge = event.target.matches(".edge");
  const snap = (value, moved) => (moved.shiftKey ? tenth(value) : Math.round(value));
  const move = (moved) => {
    const at = millimetres(moved);
    if (isEdge) widen(piece, snap(before.width + at.x - start.x, moved));
    else place(piece, snap(before.x + at.x - start.x, moved), snap(before.y + at.y - start.y, moved));
  };
  const release = () => group.removeEventListener("pointermove", move);
  event.preventDefault();
  group.focus({ preventScroll: true });
  group.setPointerCapture(event.pointerId);
  group.addEventListener("pointermove", move);
  group.addEventListener("pointerup", release, { once: true });
  group.addEventListener("pointercancel", release, { once: true });
}

function press(piece, event) {
  const by = event.shiftKey ? 0.1 : 1;
  const step = STEPS[event.key];
  if (step) place(piece, number(piece, "x") + step[0] * by, number(piece, "y") + step[1] * by);
  else if (event.key === "+" || event.key === "=") widen(piece, number(piece, "width") + 1);
  else if (event.key === "-") widen(piece, number(piece, "width") - 1);
  else return;
  event.preventDefault();
}

pieces.forEach(draw);
