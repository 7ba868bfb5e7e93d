// Says which file was chosen or dropped; without this file only that one was.

for (const words of document.querySelectorAll("[data-file-name]")) {
  const input = document.getElementById(words.dataset.fileName);
  input.addEventListener("change", () => { words.textContent = input.files[0]?.name ?? ""; });
}
