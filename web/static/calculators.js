// Comforts for a finished calculation: copy and print. Without the script the browser's own menu does both.
"use strict";

const taken = document.querySelector("[data-taken]");

function addButton(title, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second";
  button.textContent = title;
  button.addEventListener("click", act);
  taken.append(button);
}

if (taken) {
  const note = document.createElement("p");
  note.className = "taken-note";
  note.setAttribute("role", "status");

  const copy = (text, done) => async () => {
    try {
      await navigator.clipboard.writeText(text());
      note.textContent = done;
    } catch {
      note.textContent = "Браузер не разрешил копировать. Выделите нужное и скопируйте вручную.";
    }
  };
  addButton("Напечатать", () => window.print());
  if (navigator.clipboard) {
    const text = document.querySelector("[data-text]");
    addButton("Скопировать расчёт", copy(() => text.textContent.trim(), "Расчёт скопирован."));
    addButton("Скопировать ссылку", copy(() => location.href, "Ссылка скопирована. В ней только числа."));
  }
  taken.append(note);
}
