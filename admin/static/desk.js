// The desk works without this. With it: keys, a sentence that follows the chosen reason, an undo that leaves
// when its minute is over, and a sentence where a photo cannot be shown.
"use strict";

(() => {
  const root = document.documentElement;
  const KEPT = "samenspraak-desk-keys";
  let leaving = false;

  const keysAreOff = () => {
    try { return localStorage.getItem(KEPT) === "off"; } catch { return false; }
  };
  const keep = (on) => {
    try { localStorage.setItem(KEPT, on ? "on" : "off"); } catch { /* A browser that keeps nothing: for this page only. */ }
    root.classList.toggle("keyed", on);
  };

  const typing = (target) =>
    target instanceof Element && target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");

  const press = (element) => {
    if (element.tagName !== "SUMMARY") { element.click(); return; }
    const panel = element.parentElement;
    panel.open = element.dataset.key === "?" ? !panel.open : true;
    const first = panel.querySelector("input[type=radio]:checked, input:not([type=hidden]), textarea");
    (panel.open && first ? first : element).focus();
    if (panel.open && first?.localName === "textarea") {
      // One goes on after the words that stand there; a browser would begin before them.
      first.setSelectionRange(first.value.length, first.value.length);
      first.scrollTop = first.scrollHeight;
    }
    element.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const panel = event.target instanceof Element && event.target.closest("details[open]");
      if (panel) { panel.open = false; panel.querySelector("summary").focus(); }
      return;
    }
    if (!root.classList.contains("keyed") || leaving || event.repeat || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const wanted = event.key.toLowerCase();
    const element = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === wanted);
    if (element) { event.preventDefault(); press(element); }
  });

  // One press is one act, also when it is pressed twice. A page that comes back from memory starts anew.
  document.addEventListener("submit", (event) => {
    if (leaving) event.preventDefault();
    leaving = true;
  });
  window.addEventListener("pageshow", () => { leaving = false; });

  for (const form of document.querySelectorAll("form[data-decline]")) {
    const words = form.querySelector("textarea");
    let offered = words.value;
    form.addEventListener("change", (event) => {
      if (event.target.name !== "reason" || words.value !== offered) return;
      offered = event.target.dataset.sentence;
      words.value = offered;
    });
  }

  for (const form of document.querySelectorAll("form[data-seconds]")) {
    setTimeout(() => {
      form.hidden = true;
      const over = form.parentElement.querySelector("[data-over]");
      if (over) over.hidden = false;
    }, Number(form.dataset.seconds) * 1000);
  }

  for (const media of document.querySelectorAll("[data-lost] :is(img, audio)")) {
    const file = media.closest("[data-lost]");
    const tell = () => {
      const words = document.createElement("p");
      words.className = "notice sun small";
      words.textContent = file.dataset.lost;
      file.replaceChildren(words);
    };
    media.addEventListener("error", tell);
    // It may have failed before this script was there to listen.
    if (media.localName === "img" && media.complete && !media.naturalWidth) tell();
  }

  for (const label of document.querySelectorAll("[data-keys-switch]")) {
    const box = label.querySelector("input");
    label.hidden = false;
    box.checked = !keysAreOff();
    box.addEventListener("change", () => keep(box.checked));
  }

  root.classList.toggle("keyed", !keysAreOff());
})();
