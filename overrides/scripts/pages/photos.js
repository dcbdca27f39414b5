// SPDX-License-Identifier: MIT
// Enlarges the photos of a piece in a dialog. Each is a link to its largest rendition, and stays
// one where this script or the dialog is not to be had, and for whoever wants it in a new tab.
// It is fetched by scripts/view.js when the first photo is asked for.

const links = [...document.querySelectorAll('.nr-text a.nr-enlarge')];
const template = document.getElementById('viewer');
const OPEN = 'linli-photo';
const SWIPE = 40;

class Viewer {
  constructor(dialog) {
    this.dialog = dialog;
    this.stage = dialog.querySelector('.nr-viewer__stage');
    [this.previous, this.next] = dialog.querySelectorAll('[data-step]');
    this.enlarged = new Map();
    this.at = 0;
    this.from = null;
    dialog.querySelector('.nr-viewer__ways').hidden = links.length < 2;
    for (const button of [this.previous, this.next])
      button.addEventListener('click', () => this.step(Number(button.dataset.step)));
    dialog.addEventListener('keydown', event => this.key(event));
    dialog.addEventListener('close', () => this.closed());
    addEventListener('popstate', () => this.gone());
    this.listenForFingers();
  }

  open(link) {
    this.from = link;
    this.dialog.showModal();
    // The phone's own way back closes the photo and stays on the page.
    history.pushState({ [OPEN]: true }, '');
    this.show(links.indexOf(link));
  }

  closed() {
    if (history.state?.[OPEN]) { this.leaving = true; history.back(); }
    this.from.focus({ preventScroll: true });
  }

  // Gone back: by the reader, or after a close; by then the next photo may be open already.
  gone() {
    if (!this.leaving) { if (this.dialog.open) this.dialog.close(); return; }
    this.leaving = false;
    if (this.dialog.open) history.pushState({ [OPEN]: true }, '');
  }

  step(by) { this.show(Math.min(Math.max(this.at + by, 0), links.length - 1)); }

  show(at) {
    this.at = at;
    const figure = links[at].closest('figure'), photo = this.photo(at);
    const said = name => figure.querySelector(`figcaption .${name}`)?.textContent ?? '';
    const put = (name, text) => { this.dialog.querySelector(`.nr-viewer__${name}`).textContent = text; };
    this.stage.replaceChildren(photo);
    // As tall as the photo asks for, so that its words stand close below it.
    const image = this.stage.querySelector('img');
    this.stage.style.setProperty('--shape', `${image.getAttribute('width')} / ${image.getAttribute('height')}`);
    put('place', links.length > 1 ? `${at + 1} / ${links.length}` : '');
    put('credit', said('credit'));
    put('caption', said('caption'));
    const focused = document.activeElement;
    this.previous.disabled = at === 0;
    this.next.disabled = at === links.length - 1;
    // A button that is switched off while it has the focus would lose it.
    if (focused?.disabled) (focused === this.next ? this.previous : this.next).focus();
    this.dialog.scrollTop = 0;
    this.fetchAfter(at);
  }

  // A copy of what the piece shows, for the width of the screen.
  photo(at) {
    if (!this.enlarged.has(at)) {
      const copy = links[at].firstElementChild.cloneNode(true);
      const image = copy.matches('img') ? copy : copy.querySelector('img');
      for (const one of [copy, ...copy.querySelectorAll('*')])
        if (one.hasAttribute('sizes')) one.setAttribute('sizes', '100vw');
      for (const name of ['loading', 'fetchpriority']) image.removeAttribute(name);
      image.draggable = false;
      this.enlarged.set(at, copy);
    }
    return this.enlarged.get(at);
  }

  // The next one is on its way once this one is there, unless the reader saves data.
  fetchAfter(at) {
    if (navigator.connection?.saveData || at + 1 >= links.length) return;
    const image = this.stage.querySelector('img');
    image.decode().catch(() => {}).then(() => { if (this.dialog.open && this.at === at) this.photo(at + 1); });
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = { ArrowLeft: this.at - 1, ArrowRight: this.at + 1, Home: 0, End: links.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (links[to]) this.show(to);
  }

  // One finger from side to side turns the page. Up and down scrolls, two fingers enlarge, and what
  // is enlarged is moved about: all that is the browser's.
  listenForFingers() {
    let start = null;
    const near = () => (visualViewport?.scale ?? 1) > 1.01;
    visualViewport?.addEventListener('resize', () => this.stage.classList.toggle('nr-viewer__stage--near', near()));
    this.stage.addEventListener('pointerdown', event => { start = event.isPrimary && event.button === 0 && !near() ? event : null; });
    this.stage.addEventListener('pointercancel', () => { start = null; });
    this.stage.addEventListener('pointerup', event => {
      if (!start || event.pointerId !== start.pointerId) return;
      const across = event.clientX - start.clientX, down = event.clientY - start.clientY;
      start = null;
      if (Math.abs(across) > SWIPE && Math.abs(across) > 1.5 * Math.abs(down)) this.step(across < 0 ? 1 : -1);
    });
  }
}

if (template && links.length && window.HTMLDialogElement) {
  // Left from a page that was opened anew while a photo was enlarged.
  if (history.state?.[OPEN]) history.replaceState(null, '');
  let viewer = null;
  for (const link of links) link.addEventListener('click', event => {
    if (event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!viewer) {
      document.body.append(template.content.cloneNode(true));
      viewer = new Viewer(document.body.lastElementChild);
    }
    viewer.open(link);
  });
}
