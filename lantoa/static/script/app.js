// The hand's helpers. Every page works without this file; it adds keys, drafts, the drawer and the theme.

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const isTyping = (element) => element.matches?.("input, select, textarea, [contenteditable]") ?? false;

// Messages ------------------------------------------------------------------------------------------------

function icon(name) {
  const template = one("#icon-template");
  const svg = template.content.firstElementChild.cloneNode(true);
  const use = one("use", svg);
  use.setAttribute("href", use.getAttribute("href").replace(/#.*/, `#${name}`));
  return svg;
}

function say(words, kind = "error") {
  const alert = document.createElement("div");
  const text = document.createElement("p");
  alert.className = `alert ${kind}`;
  text.textContent = words;
  alert.append(icon(kind === "error" ? "circle-x" : "info"), text);
  one("#messages").replaceChildren(alert);
  alert.scrollIntoView({ block: "nearest" });
}

// Theme: kept in a cookie, so that the server draws the first paint right -----------------------------------

function showTheme() {
  const theme = document.documentElement.dataset.theme ?? "auto";
  for (const button of all("[data-theme-set]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeSet === theme));
  }
}

function setTheme(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
  showTheme();
}

// Overlays ------------------------------------------------------------------------------------------------

function openDrawer() {
  const drawer = one("#drawer");
  const heading = one("#drawer-body h1, #drawer-body h2, #drawer-body h3");
  if (heading) {
    heading.id ||= "drawer-heading";
    drawer.setAttribute("aria-labelledby", heading.id);
  }
  if (!drawer.open) drawer.showModal();
  drawer.scrollTop = 0;
}

function closeMenus(except) {
  for (const menu of all("details.menu[open]")) if (menu !== except) menu.open = false;
}

document.addEventListener("click", (event) => {
  const at = event.target;
  closeMenus(at.closest("details.menu"));
  const theme = at.closest("[data-theme-set]");
  if (theme) setTheme(theme.dataset.themeSet);
  const opener = at.closest("[data-open]");
  if (opener) document.getElementById(opener.dataset.open)?.showModal();
  if (at.closest("[data-close]")) at.closest("dialog")?.close();
  if (at.matches("dialog.drawer") && event.clientX < at.getBoundingClientRect().left) at.close();
  at.closest("[data-dismiss]")?.closest(".alert")?.remove();
  const copier = at.closest("[data-copy]");
  if (copier) navigator.clipboard?.writeText(one(copier.dataset.copy).textContent.trim());
  const file = at.closest("a[data-export]");
  if (file) askAsShown(file);
});

// A list that was filtered or sorted in place: its file follows the address, all pages of it.
function askAsShown(link) {
  const asked = new URLSearchParams(link.search);
  for (const [name, value] of new URLSearchParams(location.search)) asked.set(name, value);
  asked.delete("trang");
  link.search = asked;
}

// Keys ----------------------------------------------------------------------------------------------------

let awaitsJump = false;

function jump(letter) {
  const link = all("[data-jump]").find((element) => element.dataset.jump === letter);
  link?.click();
  return Boolean(link);
}

function stops(row) {
  return all("a[href], button:not(:disabled)", row).filter((element) => element.offsetParent !== null);
}

function moveInRows(key) {
  const here = document.activeElement;
  const body = here.closest("[data-rows]") ?? (key === "j" || key === "k" ? one("[data-rows]") : null);
  if (!body) return false;
  const rows = [...body.children].filter((row) => stops(row).length);
  const row = rows.find((candidate) => candidate.contains(here));
  const column = row ? stops(row).indexOf(here) : 0;
  const sideways = { ArrowLeft: -1, ArrowRight: 1 }[key];
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
  if (sideways && !row) return false;
  const next = sideways ? row : rows[row ? rows.indexOf(row) + step : 0];
  if (!next) return true;
  const places = stops(next);
  (places[column + (sideways ?? 0)] ?? (sideways ? here : places[0])).focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeMenus();
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (one("dialog[open]:modal")) return;
  const isJump = awaitsJump;
  awaitsJump = event.key === "g" && !isJump;
  let done = awaitsJump;
  if (isJump) done = jump(event.key.toLowerCase());
  else if (event.key === "/") { one("#find")?.focus(); one("#find")?.select(); done = true; }
  else if (event.key === "?") { one("#shortcuts")?.showModal(); done = true; }
  else if (/^(j|k|Arrow(Up|Down|Left|Right))$/.test(event.key)) done = moveInRows(event.key);
  if (done) event.preventDefault();
});

// Drafts: what was typed in a form[data-draft] outlives a closed window -------------------------------------

const user = document.body.dataset.user ?? "";
const draftsPrefix = `lantoa:draft:${user}:`;
const clock = new Intl.DateTimeFormat("vi", { hour: "2-digit", minute: "2-digit", day: "numeric", month: "numeric" });

const draftKey = (form) => draftsPrefix + (form.dataset.draft || location.pathname);
const readDraft = (key) => JSON.parse(localStorage.getItem(key) ?? "null");
const writeDraft = (key, draft) => localStorage.setItem(key, JSON.stringify(draft));
const draftKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(draftsPrefix));

function keptFields(form) {
  return [...form.elements].filter((field) => field.name && !/^(hidden|password|file|submit|button)$/.test(field.type));
}

function valuesOf(form) {
  const names = new Set(keptFields(form).map((field) => field.name));
  return [...new FormData(form)].filter(([name]) => names.has(name));
}

function fill(form, values) {
  for (const field of keptFields(form)) {
    const mine = values.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "checkbox" || field.type === "radio") field.checked = mine.includes(field.value);
    else if (field.multiple) for (const option of field.options) option.selected = mine.includes(option.value);
    else field.value = mine[all(`[name="${CSS.escape(field.name)}"]`, form).indexOf(field)] ?? mine[0] ?? "";
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

function saveDraft(form) {
  writeDraft(draftKey(form), { at: Date.now(), values: valuesOf(form) });
  let note = one(".draft-note", form);
  if (!note) {
    note = Object.assign(document.createElement("p"), { className: "draft-note" });
    (one(".form-actions", form) ?? form).append(note);
  }
  note.textContent = `Đã tự lưu nháp trên máy này lúc ${clock.format(Date.now())}`;
}

function button(words, deed) {
  const element = Object.assign(document.createElement("button"), { type: "button", className: "button small", textContent: words });
  element.addEventListener("click", deed);
  return element;
}

function offerDraft(form) {
  const key = draftKey(form);
  const draft = readDraft(key);
  if (!draft) return;
  if (JSON.stringify(draft.values) === JSON.stringify(valuesOf(form))) return void localStorage.removeItem(key);
  const notice = document.createElement("div");
  const text = document.createElement("p");
  const choices = document.createElement("div");
  notice.className = "alert info";
  notice.setAttribute("role", "status");
  choices.className = "row";
  text.textContent = `Bạn có phần gõ dở lúc ${clock.format(draft.at)} chưa gửi.`;
  choices.append(
    button("Khôi phục", () => { fill(form, draft.values); notice.remove(); }),
    button("Bỏ", () => { localStorage.removeItem(key); notice.remove(); }),
  );
  notice.append(icon("history"), text, choices);
  form.prepend(notice);
}

function unsendDrafts() {
  for (const key of draftKeys()) writeDraft(key, { ...readDraft(key), sent: false });
}

// A sent draft has arrived when another page, or this one with a success message, answers it.
function settleSentDrafts() {
  if (one("[data-keep-drafts]")) return unsendDrafts(); // sign-in and error pages: it did not arrive
  const shownAgain = one("#messages .alert.success") ? [] : all("form[data-draft]").map(draftKey);
  for (const key of draftKeys()) {
    if (readDraft(key).sent && !shownAgain.includes(key)) localStorage.removeItem(key);
  }
}

const waiting = new WeakMap();
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-draft]");
  if (!form) return;
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => saveDraft(form), 400));
});

// Forms ---------------------------------------------------------------------------------------------------

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-auto-submit]");
  if (form && !event.target.matches("input[type=search], input[type=text]")) form.requestSubmit();
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
  if (question && !window.confirm(question)) return void event.preventDefault();
  if (form.matches("[data-sign-out]")) for (const key of draftKeys()) localStorage.removeItem(key);
  if (!form.matches("[data-draft]")) return;
  clearTimeout(waiting.get(form));
  writeDraft(draftKey(form), { at: Date.now(), values: valuesOf(form), sent: true });
}, { capture: true });

// Parts swapped in by htmx ----------------------------------------------------------------------------------

const refusals = {
  401: "Phiên làm việc đã hết. Hãy đăng nhập lại; phần bạn đang gõ vẫn còn.",
  403: "Bạn không có quyền làm việc này, hoặc trang đã mở quá lâu. Hãy tải lại trang rồi thử lại.",
  404: "Không còn thấy mục này. Có thể người khác vừa xóa hoặc chuyển chỗ. Hãy tải lại trang.",
  413: "Tệp quá lớn. Hãy chia nhỏ hoặc nén lại rồi gửi.",
  429: "Bạn thao tác quá nhanh. Hãy đợi một phút rồi thử lại.",
};

document.addEventListener("htmx:response:error", (event) => {
  unsendDrafts();
  const status = event.detail.ctx.response.raw.status;
  if (status === 409 || status === 422) return; // these answers explain themselves in their place
  say(refusals[status] ?? "Máy chủ gặp lỗi, việc vừa rồi chưa được ghi. Hãy thử lại sau ít phút.");
});

document.addEventListener("htmx:error", () => {
  unsendDrafts();
  say("Không kết nối được máy chủ. Phần bạn đang gõ vẫn còn; hãy kiểm tra mạng rồi thử lại.");
});

document.addEventListener("htmx:before:swap", (event) => {
  const answer = event.detail.ctx.response?.raw;
  if (!answer?.redirected || !new URL(answer.url).pathname.startsWith("/dang-nhap/")) return;
  event.preventDefault();
  location.assign(`/dang-nhap/?next=${encodeURIComponent(location.pathname + location.search)}`);
});

document.addEventListener("htmx:after:swap", (event) => {
  const { ctx } = event.detail;
  const target = typeof ctx.target === "string" ? one(ctx.target) : ctx.target;
  if (target?.id === "drawer-body") openDrawer();
  const form = ctx.sourceElement?.closest?.("form[data-draft]");
  if (form && ctx.response?.raw.ok) localStorage.removeItem(draftKey(form));
  for (const fresh of all("form[data-draft]:not([data-draft-seen])")) watch(fresh);
});

function watch(form) {
  form.dataset.draftSeen = "";
  offerDraft(form);
}

showTheme();
settleSentDrafts();
all("form[data-draft]").forEach(watch);
