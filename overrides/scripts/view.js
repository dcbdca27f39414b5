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

// What can be done with a piece; a button that would do nothing is not shown.

function offer(name, use) {
  const button = document.querySelector(`[data-tool=${name}]`);
  if (!button) return;
  button.parentNode.hidden = false;
  button.addEventListener('click', () => use(button));
}
const canonical = document.querySelector('link[rel=canonical]')?.href ?? location.href.replace(/[?#].*/, '');
// The poster is the same page as the target of a link; paper takes its other form.
const figure = document.querySelector('[data-address]');
const drawn = async () => {
  try { if (figure) (await import(figure.dataset.script)).draw(figure); } catch { /* the address is there in words */ }
  print();
};
offer('print', () => { if (location.hash) location.hash = 'main'; drawn(); });
addEventListener('hashchange', () => { if (location.hash === '#nr-poster') drawn(); });
if (navigator.share) offer('share', () => navigator.share({ title: document.title, url: canonical }).catch(() => {}));
else if (navigator.clipboard) offer('copy', button => navigator.clipboard.writeText(canonical).then(() => { button.textContent = button.dataset.done; }));
if (/MicroMessenger/.test(navigator.userAgent)) document.querySelector('main img[hidden]')?.setAttribute('loading', 'eager');

// Only a device with a Chinese voice is asked to fetch what reads aloud.
const listen = document.getElementById('nr-aloud');
const tongue = root.lang.slice(0, 2);
function hear() {
  if (!speechSynthesis.getVoices().some(voice => voice.lang.slice(0, 2) === tongue)) return;
  speechSynthesis.removeEventListener('voiceschanged', hear);
  import(listen.dataset.script);
}
if (listen && window.speechSynthesis?.addEventListener) {
  speechSynthesis.addEventListener('voiceschanged', hear);
  hear();
}

// A photo is a link to its largest rendition; what shows it larger is fetched when one is asked for.
const viewer = document.getElementById('viewer');
const sheet = href => new Promise((there, failed) => {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: there, onerror: failed }));
});
if (viewer) addEventListener('click', event => {
  const link = event.target.closest?.('.nr-text a.nr-enlarge');
  if (!link || event.defaultPrevented || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  // Once it is there it answers the click itself.
  Promise.all([sheet(viewer.dataset.sheet), import(viewer.dataset.script)]).then(() => link.click(), () => { location = link.href; });
});

const shown = JSON.stringify(NAMES.map(stored));
addEventListener('pageshow', event => {
  if (event.persisted && JSON.stringify(NAMES.map(stored)) !== shown) location.reload();
});
