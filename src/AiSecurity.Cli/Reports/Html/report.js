"use strict";
// Filters only: without this script the page is complete.
(() => {
  const form = document.getElementById("filter");
  if (!form) return;

  const findings = [...document.querySelectorAll("article.finding")].map(article => ({ article, text: article.textContent.toLowerCase() }));
  const groups = [...document.querySelectorAll("section.rule"), ...document.querySelectorAll("section.part")];
  const status = document.getElementById("filter-result");

  const apply = () => {
    const severities = new Set([...form.querySelectorAll("[name=severity]:checked")].map(box => box.value));
    const repository = form.querySelector("[name=repository]")?.value ?? "";
    const words = form.querySelector("[name=text]").value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { article, text } of findings) {
      const rule = article.closest("section.rule").querySelector("h4").textContent.toLowerCase();
      const fits = severities.has(article.dataset.severity)
        && (repository === "" || article.dataset.repository === repository)
        && words.every(word => text.includes(word) || rule.includes(word));
      article.hidden = !fits;
      if (fits) shown++;
    }
    for (const closed of document.querySelectorAll("details.closed")) closed.hidden = !closed.querySelector("article.finding:not([hidden])");
    for (const group of groups) group.hidden = !group.querySelector("article.finding:not([hidden])");
    status.textContent = shown === findings.length ? "" : `${shown} of ${findings.length} findings`;
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", event => event.preventDefault());
  form.hidden = false;
})();
