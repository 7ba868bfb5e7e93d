// Filling a column of the grid of attestations at once: only boxes that are still empty, and only on this page.

for (const button of document.querySelectorAll("[data-say-all]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const column = document.querySelectorAll(`td[data-criterion="${CSS.escape(button.dataset.sayAll)}"]`);
    for (const cell of column) {
      if (cell.querySelector("input[value='']:checked")) cell.querySelector("input[value=dat]").checked = true;
    }
    button.form.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
