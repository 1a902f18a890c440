// Small comforts for pages that work without any script: conditions answered on the same page, focus on errors.
"use strict";

function answersNamed(form, name) {
  const found = [];
  for (const control of form.elements) {
    if (control.name !== name || control.disabled) continue;
    const isOption = control.type === "radio" || control.type === "checkbox";
    if (isOption ? control.checked : control.value.trim() !== "") found.push(control.value);
  }
  return found;
}

// The same reading as filings/questions/conditions.py: no values means «answered and not no».
function holds(form, terms) {
  return terms.every(([name, values, negated]) => {
    const given = answersNamed(form, name);
    const met = values.length ? given.some((one) => values.includes(one)) : given.some((one) => one !== "no");
    return met !== negated;
  });
}

function follow(form) {
  for (const question of form.querySelectorAll("[data-when]")) {
    const outer = question.parentElement.closest("[data-when]");
    const asked = holds(form, JSON.parse(question.dataset.when)) && !(outer && outer.hidden);
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

const summary = document.getElementById("summary");
if (summary) summary.focus();
