// The draft beside the questions: fetched when the page is open, and again while somebody types.
"use strict";

(() => {
  const draft = document.querySelector("[data-draft]");
  if (!draft || !window.fetch) return;
  const body = draft.querySelector(".draft-body");
  const why = draft.querySelector(".draft-why");
  const form = document.querySelector("form[data-live]");
  const dialog = document.querySelector(".draft-dialog");
  const wide = window.matchMedia("(min-width: 72rem)");
  const place = draft.parentElement;
  const PAUSE = 120;
  let timer = 0;
  let asked = null;
  let isFirst = true;

  document.documentElement.classList.add("scripted");

  function typed() {
    if (!form) return { method: "GET" };
    return { method: "POST", body: new URLSearchParams(new FormData(form)) };
  }

  async function refresh() {
    if (asked) asked.abort();
    asked = new AbortController();
    try {
      const reply = await fetch(draft.dataset.draft, { ...typed(), signal: asked.signal, credentials: "same-origin" });
      if (reply.ok) put(await reply.text());
    } catch {
      // The network is away or a newer draft is on its way: the one on the screen stays.
    }
  }

  function put(html) {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    const at = body.scrollTop;
    body.replaceChildren(...parsed.body.childNodes);
    body.scrollTop = at;
    why.replaceChildren();
    const mine = body.querySelector(".mine");
    if (isFirst && mine) body.scrollTop = mine.getBoundingClientRect().top - body.getBoundingClientRect().top - 120;
    isFirst = false;
  }

  function explain(event) {
    const link = event.target.closest("a[href^='#why-']");
    if (link) {
      const found = body.querySelector(link.hash);
      why.replaceChildren(...[...found.childNodes].map((one) => one.cloneNode(true)));
      event.preventDefault();
    } else if (event.target.closest(".why-close")) {
      why.replaceChildren();
      event.preventDefault();
    }
  }

  function settle() {
    if (dialog.open) return;
    draft.hidden = !wide.matches;
    if (wide.matches) refresh();
  }

  draft.addEventListener("click", explain);
  if (form) {
    form.addEventListener("input", () => {
      if (draft.hidden) return;
      clearTimeout(timer);
      timer = setTimeout(refresh, PAUSE);
    });
  }
  // A browser without dialogs goes to the page of the draft, as one without scripts does.
  for (const opener of dialog.showModal ? document.querySelectorAll(".to-draft") : []) {
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      dialog.append(draft);
      draft.hidden = false;
      dialog.showModal();
      history.pushState({ draft: true }, "");
      refresh();
    });
  }
  // On a phone people leave the draft by «back»: it must lead to the question with all that is typed.
  window.addEventListener("popstate", () => dialog.open && dialog.close());
  dialog.addEventListener("close", () => {
    if (history.state && history.state.draft) history.back();
    place.append(draft);
    why.replaceChildren();
    settle();
  });
  wide.addEventListener("change", settle);
  settle();
})();
