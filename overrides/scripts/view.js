// SPDX-License-Identifier: MIT
// What can wait of the view that inline/view.js has set: the address, the browser's own bar, and
// a page that comes back from the browser's memory as it was left.

const root = document.documentElement;
const NAMES = ['elder', 'scheme', 'contrast', 'size'];

function stored(name) {
  try { return localStorage.getItem(`linli-${name}`); } catch { return null; }
}

// An address is passed on without the view of whoever passes it on. Where nothing can be
// remembered it keeps it, so that the page stays as it is when it is loaded again.
const here = new URL(location.href);
const told = NAMES.filter(name => here.searchParams.has(name) && stored(name) === here.searchParams.get(name));
if (told.length) {
  for (const name of told) here.searchParams.delete(name);
  history.replaceState(history.state, '', here);
}

if (NAMES.some(name => name in root.dataset))
  for (const bar of document.querySelectorAll('meta[name=theme-color]')) {
    bar.removeAttribute('media');
    bar.content = getComputedStyle(root).backgroundColor;
  }

const shown = JSON.stringify(NAMES.map(stored));
addEventListener('pageshow', event => {
  if (event.persisted && JSON.stringify(NAMES.map(stored)) !== shown) location.reload();
});
