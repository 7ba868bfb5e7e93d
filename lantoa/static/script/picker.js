// A field in which a person or a unit is typed offers names while typing. Without this file code or name are typed whole.

let serial = 0;

furnishAll();
document.addEventListener("htmx:after:swap", furnishAll);

function furnishAll() {
  for (const input of document.querySelectorAll("input[data-pick]:not([role=combobox])")) furnish(input);
}

function furnish(input) {
  const list = Object.assign(document.createElement("ul"), { className: "pick-list", id: `pick-${++serial}`, hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent.trim() ?? "");
  input.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) input.setAttribute(name, value);
  let waiting;
  let asked = "";

  const options = () => [...list.children];
  const chosen = () => list.querySelector("[aria-selected=true]");

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(option) {
    chosen()?.removeAttribute("aria-selected");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
  }

  function take(option) {
    input.value = option.dataset.value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    clearTimeout(waiting);
    close();
  }

  async function ask() {
    asked = input.value.trim();
    if (!asked) return close();
    const words = asked;
    const answer = await fetch(`${input.dataset.pick}&q=${encodeURIComponent(words)}`, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (!answer?.ok || answer.redirected || words !== asked || document.activeElement !== input) return;
    list.innerHTML = await answer.text();
    for (const option of options()) option.id = `${list.id}-${option.id}`;
    list.hidden = !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  input.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (event.isTrusted) waiting = setTimeout(ask, 150);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const places = options();
    const at = places.indexOf(chosen());
    if (event.key === "ArrowDown") mark(places[Math.min(at + 1, places.length - 1)]);
    else if (event.key === "ArrowUp") mark(places[Math.max(at - 1, 0)]);
    else if (event.key === "Enter" && chosen()) take(chosen());
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
  input.addEventListener("blur", close);
}
