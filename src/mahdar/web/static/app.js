// Better with it, usable without: a page that waits for work is loaded anew only where something changed.
"use strict";

function follow(box) {
  const address = box.dataset.follow;
  let left = box.dataset.left;
  const ask = async () => {
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      const told = (await answer.json()).data;
      if (String(told.left) !== left) { location.reload(); return; }
    } catch (error) {
      // The server may be starting anew; the next question will tell.
      console.info(error);
    }
    setTimeout(ask, 2000);
  };
  setTimeout(ask, 1500);
}

// Filters apply as they are chosen; the button that sends them stays for those who prefer it.
function apply(form) {
  form.addEventListener("change", () => form.requestSubmit());
}

document.querySelectorAll("[data-follow]").forEach(follow);
document.querySelectorAll("form[data-apply]").forEach(apply);
