// SPDX-License-Identifier: MIT
// Marks what holds on this device: of each setting the choice that the page was opened with, or
// the first where there was none.

for (const choices of document.querySelectorAll('.nr-display__choices')) {
  const links = [...choices.querySelectorAll('a')];
  const chosen = links.find(link => {
    const [[name, value]] = new URL(link.href).searchParams;
    return document.documentElement.dataset[name] === value;
  });
  (chosen ?? links[0]).setAttribute('aria-current', 'true');
}
