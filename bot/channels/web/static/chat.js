// Makes the chat live. Everything works without it: each form can be posted, each page can be fetched anew.
"use strict";

const chat = document.getElementById("chat");
const list = document.getElementById("messages");
const noticeBox = document.getElementById("notice");
const state = document.getElementById("state");
const say = document.getElementById("say");
const words = document.getElementById("words");
const language = document.documentElement.lang;
const asked = new URLSearchParams(location.search).get("lang");

// ---- What comes in -------------------------------------------------------------------------------------

let source = null;
let lastId = Number(chat.dataset.last);
let unread = 0;
let complaint = 0;
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let scrolledAt = -Infinity;
const title = document.title;
const openedOn = new Date().toDateString();

function listen() {
  source = new EventSource(`${chat.dataset.stream}?after=${lastId}&lang=${language}`);
  source.onopen = connected;
  source.onmessage = (event) => { connected(); show(event); };
  source.onerror = disconnected;
  source.addEventListener("gone", () => location.reload());
}

function connected() {
  clearTimeout(complaint);
  complaint = 0;
  state.textContent = "";
}

function disconnected() {
  // A stream that breaks off comes back by itself; one that was refused has to be asked for again.
  if (source.readyState === EventSource.CLOSED) setTimeout(listenAgain, 5000);
  if (!complaint) complaint = setTimeout(() => { state.textContent = state.dataset.words; }, 6000);
}

function listenAgain() {
  if (source && source.readyState !== EventSource.CLOSED) return;
  if (document.visibilityState === "visible") listen();
}

function show(event) {
  const holder = document.createElement("template");
  holder.innerHTML = event.data;
  const [day, message] = holder.content.querySelectorAll("li.day, li.message");
  lastId = Math.max(lastId, Number(message.dataset.id));
  if (document.getElementById(message.id)) return;
  const follows = message.classList.contains("own") || isNearEnd() || performance.now() - scrolledAt < 1000;
  document.getElementById("first")?.remove();
  if (!list.querySelector(`[data-day="${day.dataset.day}"]`)) list.append(day);
  message.classList.add("fresh");
  list.append(message);
  if (follows) scrollToNews(calm.matches ? "instant" : "smooth");
  if (document.hidden) document.title = `(${++unread}) ${title}`;
  changeLanguage(message);
}

function changeLanguage(message) {
  // Somebody chose another language: the page around the conversation follows.
  const spoken = message.getAttribute("lang");
  if (spoken && spoken !== language && !asked && !words.value) setTimeout(() => location.reload(), 150);
}

function isNearEnd() {
  return innerHeight + scrollY > document.documentElement.scrollHeight - 160;
}

function scrollToNews(behavior) {
  // To the end, but never so far that the answer to one's last words begins above the page.
  const anchor = [...list.querySelectorAll(".own")].at(-1) || list.lastElementChild;
  if (!anchor) return;
  const above = document.querySelector(".top");
  const header = getComputedStyle(above).position === "sticky" ? above.offsetHeight : 0;
  const end = document.documentElement.scrollHeight;
  const top = Math.min(end, scrollY + anchor.getBoundingClientRect().top - header - 12);
  scrolledAt = performance.now();
  scrollTo({ top, behavior });
}

let sleep = 0;
document.addEventListener("visibilitychange", () => {
  clearTimeout(sleep);
  if (document.hidden) {
    // A page that nobody looks at lets go of its connection: browsers allow only a few.
    sleep = setTimeout(() => source.close(), 60000);
    return;
  }
  unread = 0;
  document.title = title;
  if (source.readyState === EventSource.CLOSED) listen();
  if (new Date().toDateString() !== openedOn) renew();
});

// ---- What goes out -------------------------------------------------------------------------------------

function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
}

const UNUSABLE = [400, 413, 415];

// True when it arrived, null when what was sent cannot be used, false when it may be tried again.
async function post(form, body) {
  notice("");
  try {
    const answer = await fetch(`${form.getAttribute("action")}?lang=${language}`, {
      method: "POST", body, headers: { Accept: "application/json" }, credentials: "same-origin",
    });
    if (answer.status === 204) {
      catchUp();
      return true;
    }
    const said = await answer.json().catch(() => null);
    notice(said ? said.notice : chat.dataset.offline);
    if (UNUSABLE.includes(answer.status)) return null;
  } catch {
    notice(chat.dataset.offline);
  }
  return false;
}

let catching = 0;

function catchUp() {
  // Where a stream cannot pass, the page is fetched anew.
  clearTimeout(catching);
  catching = setTimeout(() => { if (source.readyState !== EventSource.OPEN) renew(); }, 3000);
}

async function renew() {
  // Reloading without a connection would put the browser's own error page in place of the conversation.
  if (words.value) return;
  const answer = await fetch(location.href, { cache: "no-store" }).catch(() => null);
  if (answer?.ok) {
    if (!words.value) location.reload();
    return;
  }
  if (source.readyState === EventSource.OPEN) return;
  state.textContent = state.dataset.words;
  catchUp();
}

function notice(sentence) {
  noticeBox.replaceChildren();
  if (!sentence) return;
  const paragraph = document.createElement("p");
  paragraph.className = "notice sun";
  paragraph.textContent = sentence;
  noticeBox.append(paragraph);
  paragraph.scrollIntoView({ block: "nearest" });
}

async function press(form, button) {
  if (form.dataset.busy) return;
  form.dataset.busy = "yes";
  button.setAttribute("aria-disabled", "true");
  const body = new URLSearchParams(new FormData(form));
  body.set(button.name, button.value);
  // A press that did not arrive keeps its id, so that pressing again is the same press.
  if (await post(form, body)) form.elements.event.value = freshId();
  delete form.dataset.busy;
  button.removeAttribute("aria-disabled");
  document.getElementById("menu").open = false;
}

async function speak() {
  if (say.dataset.busy || !words.value.trim()) return;
  say.dataset.busy = "yes";
  const sent = words.value;
  if (await post(say, new URLSearchParams(new FormData(say)))) {
    if (words.value === sent) words.value = "";
    say.elements.event.value = freshId();
    grow();
  }
  delete say.dataset.busy;
  words.focus({ preventScroll: true });
}

function grow() {
  if (CSS.supports("field-sizing", "content")) return;
  words.style.blockSize = "auto";
  words.style.blockSize = `${words.scrollHeight + 4}px`;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form === say) {
    event.preventDefault();
    speak();
  } else if ("live" in form.dataset && event.submitter) {
    event.preventDefault();
    press(form, event.submitter);
  }
});

words.addEventListener("input", () => {
  say.elements.event.value = freshId();
  grow();
});

words.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  speak();
});

// ---- The menu ------------------------------------------------------------------------------------------

const menu = document.getElementById("menu");
document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

if (location.search.includes("begun")) history.replaceState(null, "", location.pathname + location.hash);
scrollToNews("instant");
grow();
listen();
