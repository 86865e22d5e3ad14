// A claim in the list and its words in the text light up together. Everything is there without this.
"use strict";
for (const part of document.querySelectorAll("[data-claims]")) {
  const light = (on) => {
    for (const claim of part.dataset.claims.split(" ")) {
      for (const other of document.querySelectorAll(`[data-claims~="${CSS.escape(claim)}"]`)) {
        other.classList.toggle("lit", on);
      }
    }
  };
  for (const event of ["mouseenter", "focusin"]) part.addEventListener(event, () => light(true));
  for (const event of ["mouseleave", "focusout"]) part.addEventListener(event, () => light(false));
}
