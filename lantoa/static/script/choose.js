// Ticking every row of a table at once, and how many are ticked. Without this file rows are ticked one by one.

const boxes = (name) => [...document.querySelectorAll(`input[type=checkbox][name="${name}"][form]`)];

function show() {
  for (const all of document.querySelectorAll("[data-choose-all]")) {
    const rows = boxes(all.dataset.chooseAll);
    const ticked = rows.filter((box) => box.checked).length;
    all.hidden = rows.length === 0;
    all.checked = rows.length > 0 && ticked === rows.length;
    all.indeterminate = ticked > 0 && ticked < rows.length;
    for (const count of document.querySelectorAll(`[data-chosen="${all.dataset.chooseAll}"]`)) {
      count.textContent = `(${ticked})`;
      count.hidden = ticked === 0;
    }
  }
}

document.addEventListener("change", (event) => {
  const name = event.target.dataset?.chooseAll;
  if (name) for (const box of boxes(name)) box.checked = event.target.checked;
  show();
});
document.addEventListener("htmx:after:swap", show);
show();
