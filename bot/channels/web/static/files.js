// A photo is shown before it is sent, a voice message is recorded and can be listened to first.
// Comes after chat.js, which posts and which shows notices.
"use strict";

const byId = (id) => document.getElementById(id);
const LONGEST = 595;  // seconds; recordings of more than ten minutes are not taken
let file = null;
let recorder = null;
let clock = 0;
let seconds = 0;
let refused = false;

function openTray(name) {
  byId(`${name}-form`).elements.event.value = freshId();
  say.hidden = true;
  byId(`${name}-tray`).hidden = false;
}

function closeTray(name) {
  byId(`${name}-tray`).hidden = true;
  say.hidden = false;
  file = null;
  byId(`${name}-file`).value = "";
}

async function upload(name) {
  const form = byId(`${name}-form`);
  if (form.dataset.busy || !file) return;
  if (file.size > Number(chat.dataset.upload)) {
    notice(chat.dataset.tooLarge);
    closeTray(name);
    words.focus({ preventScroll: true });
    return;
  }
  form.dataset.busy = "yes";
  byId(`${name}-send`).setAttribute("aria-disabled", "true");
  const body = new FormData(form);
  body.set("file", file, file.name || "opname");
  if (name === "voice" && recorder) body.set("seconds", String(seconds));
  const arrived = await post(form, body);
  if (arrived !== false) {
    // A file that cannot be used is not offered for sending once more: the notice says why, the question stands.
    form.elements.event.value = freshId();
    closeTray(name);
    words.focus({ preventScroll: true });
  }
  delete form.dataset.busy;
  byId(`${name}-send`).removeAttribute("aria-disabled");
}

function chosen(name) {
  file = byId(`${name}-file`).files[0] || null;
  if (!file) return;
  recorder = null;
  openTray(name);
  if (name === "photo") preview(file);
  else ready(file);
  byId(`${name}-send`).focus();
}

function preview(photo) {
  const picture = byId("photo-preview");
  picture.hidden = false;
  byId("photo-words").textContent = byId("photo-words").dataset.ready;
  picture.src = URL.createObjectURL(photo);
}

async function record() {
  if (refused || !navigator.mediaDevices || !window.MediaRecorder) {
    byId("voice-file").click();
    return;
  }
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    refused = true;
    notice(chat.dataset.noMicrophone);
    return;
  }
  const parts = [];
  recorder = new MediaRecorder(stream, { audioBitsPerSecond: 32000 });
  recorder.ondataavailable = (event) => parts.push(event.data);
  recorder.onstop = () => {
    clearInterval(clock);
    stream.getTracks().forEach((track) => track.stop());
    if (recorder?.discarded === false) ready(new File(parts, "opname", { type: recorder.mimeType }));
  };
  recorder.discarded = false;
  recorder.start();
  running();
}

function running() {
  const began = performance.now();
  openTray("voice");
  seconds = 0;
  byId("voice-words").textContent = byId("voice-words").dataset.running;
  for (const [id, hidden] of [["voice-audio", true], ["voice-send", true], ["voice-stop", false]]) byId(id).hidden = hidden;
  document.querySelector(".live-dot").hidden = byId("voice-elapsed").hidden = false;
  tick(began);
  clock = setInterval(() => tick(began), 500);
  byId("voice-stop").focus();
}

function tick(began) {
  seconds = Math.floor((performance.now() - began) / 1000);
  byId("voice-elapsed").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  if (seconds >= LONGEST) recorder.stop();
}

function ready(recording) {
  file = recording;
  byId("voice-words").textContent = byId("voice-words").dataset.ready;
  document.querySelector(".live-dot").hidden = true;
  byId("voice-elapsed").hidden = true;
  byId("voice-audio").src = URL.createObjectURL(file);
  for (const [id, hidden] of [["voice-audio", false], ["voice-send", false], ["voice-stop", true]]) byId(id).hidden = hidden;
  byId("voice-send").focus();
}

function cancel(name) {
  if (recorder && recorder.state === "recording") {
    recorder.discarded = true;
    recorder.stop();
  }
  notice("");
  closeTray(name);
  byId(`add-${name}`).focus();
}

for (const name of ["photo", "voice"]) {
  byId(`add-${name}`).hidden = false;
  byId(`${name}-file`).addEventListener("change", () => chosen(name));
  byId(`${name}-send`).addEventListener("click", () => upload(name));
  byId(`${name}-cancel`).addEventListener("click", () => cancel(name));
  chosen(name);
}
byId("photo-preview").addEventListener("error", () => {
  // Some phones make photos that a browser cannot show; whether we can use one is said after sending.
  byId("photo-preview").hidden = true;
  byId("photo-words").textContent = byId("photo-words").dataset.unseen;
});
byId("add-photo").addEventListener("click", () => byId("photo-file").click());
byId("add-voice").addEventListener("click", record);
byId("voice-stop").addEventListener("click", () => recorder.stop());
byId("files").hidden = true;
