// Small comforts for pages that work without any script: conditions answered on the same page, focus on errors.
"use strict";

// The answer «Не знаю» of a choice: it meets no condition, as no answer does.
const UNKNOWN = "не знаю";

function answersNamed(form, name) {
  const found = [];
  for (const control of form.elements) {
    // A day stands in several boxes, each with the name of the question before a hyphen.
    const isBox = control.name.startsWith(`${name}-`) && !/-(unknown|keep|was|open)$/.test(control.name);
    if ((control.name !== name && !isBox) || control.disabled) continue;
    const isOption = control.type === "radio" || control.type === "checkbox";
    if ((!isOption || control.checked) && !["", UNKNOWN].includes(control.value.trim())) found.push(control.value);
  }
  return found;
}

// The same reading as filings/questions/conditions.py: no values means «answered and not no».
function holds(form, terms, patient) {
  return terms.every(([name, values, negated]) => {
    const given = answersNamed(form, name);
    const met = values.length ? given.some((one) => values.includes(one)) : given.some((one) => one !== "no");
    if (patient && negated && waits(form, name, given)) return false;
    return met !== negated;
  });
}

// «Если нет — впишите»: not yet a question while the «да» or «нет» on the same page is still to be chosen.
function waits(form, name, given) {
  const options = [...form.elements].filter((one) => one.type === "radio" && one.name === name);
  return given.length === 0 && options.length > 0 && !options.some((one) => one.checked);
}

function follow(form) {
  for (const question of form.querySelectorAll("[data-when]")) {
    const outer = question.parentElement.closest("[data-when]");
    // What the server found wrong stays in sight: its summary leads there.
    const patient = !question.classList.contains("wrong");
    const asked = holds(form, JSON.parse(question.dataset.when), patient) && !(outer && outer.hidden);
    question.hidden = !asked;
    for (const control of question.querySelectorAll("input, select, textarea")) control.disabled = !asked;
  }
}

for (const form of document.querySelectorAll("form")) {
  if (form.querySelector("[data-when]")) {
    form.addEventListener("change", () => follow(form));
    follow(form);
  }
  for (const seen of form.querySelectorAll("[data-seen]")) seen.value = "all";
  form.addEventListener("submit", (event) => {
    // A second press while the first is under way would only repeat it.
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form")) delete form.dataset.sent;
});

// A whole date pasted into the first box is laid out into all of them.
for (const row of document.querySelectorAll(".boxes")) {
  const boxes = [...row.querySelectorAll("input")];
  boxes[0].addEventListener("paste", (event) => {
    const parts = (event.clipboardData.getData("text").match(/\d+:\d+|\d+/g) || []).slice(0, boxes.length);
    if (parts.length !== boxes.length || (boxes.length > 2 && parts[0].length > 2)) return;
    event.preventDefault();
    boxes.forEach((box, place) => (box.value = parts[place]));
    boxes[0].dispatchEvent(new Event("input", { bubbles: true }));
    boxes[0].dispatchEvent(new Event("change", { bubbles: true }));
  });
}

// A whole address put into any box of its question is laid out by the reading that the server gives it.
for (const group of document.querySelectorAll("[data-address]")) {
  const boxes = [...group.querySelectorAll("input.box")];
  const was = group.querySelector("[name$='-was']");
  const typed = () => boxes.map((box) => box.value);
  const lay = async (box) => {
    if (!/[,;\s]\S/.test(box.value.trim())) return;
    const before = typed();
    const sent = new URLSearchParams({ csrf_token: group.form.elements.csrf_token.value, was: was.value });
    boxes.forEach((one) => sent.set(one.name.split("-").pop(), one.value));
    try {
      const reply = await fetch(group.dataset.address, { method: "POST", body: sent, credentials: "same-origin" });
      if (!reply.ok || before.join("\n") !== typed().join("\n")) return;
      const { boxes: parts, line } = await reply.json();
      if (parts.join("\n") === before.join("\n")) return;
      boxes.forEach((one, place) => (one.value = parts[place]));
      was.value = line;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    } catch {
      // Without the network the address is laid out when the page is sent.
    }
  };
  for (const box of boxes) {
    box.addEventListener("change", () => lay(box));
    box.addEventListener("paste", (event) => {
      const text = event.clipboardData.getData("text").trim();
      if (text.includes("\n")) {
        event.preventDefault();
        box.value = text.replace(/[,;]?\s*\n\s*/g, ", ");
      }
      setTimeout(() => lay(box));
    });
  }
}

// How much of a long text is left, said only when it begins to matter.
for (const note of document.querySelectorAll("[data-count]")) {
  const box = note.closest(".question").querySelector("textarea");
  const most = Number(note.dataset.count);
  const count = () => {
    const left = most - box.value.length;
    note.hidden = box.value.length < 200;
    note.textContent = left >= 0 ? `Знаков: ${box.value.length}, можно ещё ${left}` : `Лишних знаков: ${-left}`;
  };
  box.addEventListener("input", count);
  count();
}

// «Не знаю» empties the boxes of its question; typing there takes the mark away.
for (const mark of document.querySelectorAll("[data-unknown]")) {
  const boxes = [...mark.closest(".question").querySelectorAll("input, textarea, select")].filter((one) => one !== mark);
  mark.addEventListener("change", () => {
    if (mark.checked) for (const box of boxes) box.value = "";
  });
  for (const box of boxes) box.addEventListener("input", () => (mark.checked = false));
}

// The name of the bank as soon as its code is typed.
for (const note of document.querySelectorAll("[data-bank]")) {
  const box = note.closest(".question").querySelector("input");
  box.addEventListener("input", async () => {
    const code = box.value.replace(/\D/g, "");
    if (code.length !== 9) return void (note.textContent = "");
    try {
      const reply = await fetch(`${note.dataset.bank}?bik=${code}`);
      if (reply.ok) note.textContent = (await reply.json()).note;
    } catch {
      // Without the network the code is checked when the page is sent.
    }
  });
}

const summary = document.getElementById("summary");
if (summary) summary.focus();
