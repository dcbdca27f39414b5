// SPDX-License-Identifier: MIT
// Reads a piece aloud, sentence by sentence, and marks where it is. Loaded only on a device that
// has a voice for the language of the page.

const place = document.getElementById('nr-aloud');
const piece = place.closest('article');
const [LISTEN, PAUSE, GO_ON, STOP, SLOW, NORMAL, FAST, CAPTION, LABEL] = place.dataset.words.split('|');
const SPEEDS = [[NORMAL, 1], [SLOW, .75], [FAST, 1.3]];
const speech = window.speechSynthesis;
const tongue = document.documentElement.lang;
const chinese = tongue.startsWith('zh');

// What is read, in the order in which it is read: a headline, who wrote it, and one block of text
// after the other. A picture is passed over; what stands below it follows what stands above it.
const BLOCKS = '.nr-kicker, h1, [class$="__subtitle"], .nr-meta, .nr-announcement__state, .nr-withdrawn :is(h2, p), ' +
  '.nr-corrections :is(h2, p), .nr-redaction, .nr-text :is(p, h2, h3, li, td, th, pre), .nr-text figcaption, .nr-fields tr';
const SILENT = '.nr-aloud, .nr-poster-note, [hidden], .credit, .nr-scroll [aria-hidden]';

function blocks() {
  const found = [...piece.querySelectorAll(BLOCKS)].filter(one => !one.closest(SILENT) && one.checkVisibility?.() !== false);
  const whole = found.filter(one => !found.some(other => other !== one && one.contains(other)));
  // The headline first, though a kicker stands above it.
  const headline = whole.find(one => one.matches('h1'));
  return headline ? [headline, ...whole.filter(one => one !== headline)] : whole;
}

// The words of a block, and of each sign the text node and the offset it stands at.
function written(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const signs = [];
  for (let node; (node = walker.nextNode());) {
    if (node.parentElement.closest(SILENT)) continue;
    for (let at = 0; at < node.data.length; at++) signs.push([node, at]);
    // A row of a table, and a headline of parts, are no single word.
    if (block.matches('tr, .nr-meta, figcaption')) signs.push(null);
  }
  return { signs, text: signs.map(sign => sign ? sign[0].data[sign[1]] : ' ').join('') };
}

const SENTENCE = /[^。！？；…!?]*(?:[。！？；…!?]+[”’」』）)]*|$)/g;

function* sentences() {
  for (const block of blocks()) {
    const { signs, text } = written(block);
    for (const match of text.matchAll(SENTENCE)) {
      if (!match[0].trim()) continue;
      const here = signs.slice(match.index, match.index + match[0].length).filter(Boolean);
      yield { block, here, words: spoken(match[0], block) };
    }
  }
}

// A number is told sign by sign, a year and a price as they are.
function spoken(text, block) {
  const told = text.replace(/\s+/g, ' ').trim()
    .replace(/(?<![\dA-Z])(?=[\dA-Z-]*\d)[\dA-Z][\dA-Z-]{5,}(?![\dA-Z])/g, number => [...number.replace(/-/g, '')].join(' '));
  return block.matches('figcaption') ? `${CAPTION}${told}` : told;
}

class Reader {
  constructor() {
    this.at = 0;
    this.speed = 0;
    this.going = false;
    this.turn = 0;
  }

  // On Android a pause ends the utterance; so a pause is an end, and to go on is to begin the sentence anew.
  say() {
    const turn = ++this.turn, sentence = this.sentences[this.at];
    speech.cancel();
    if (!sentence) { this.stop(); return; }
    const utterance = new SpeechSynthesisUtterance(sentence.words);
    utterance.voice = voice();
    utterance.lang = utterance.voice?.lang ?? tongue;
    utterance.rate = SPEEDS[this.speed][1];
    const next = () => { if (turn === this.turn && this.going) { this.at++; this.say(); } };
    utterance.onend = next;
    // One sentence that cannot be said does not end the rest; a voice that says nothing at all does.
    utterance.onerror = event => { if (event.error === 'not-allowed' || event.error === 'synthesis-failed') this.stop(); else next(); };
    mark(sentence);
    speech.speak(utterance);
    this.going = true;
    this.show();
  }

  begin() { this.sentences = [...sentences()]; this.at = 0; this.say(); this.pauseButton.focus(); }
  toggle() { if (this.going) { this.going = false; this.turn++; speech.cancel(); this.show(); } else this.say(); }
  faster() { this.speed = (this.speed + 1) % SPEEDS.length; if (this.going) this.say(); this.show(); }
  stop() {
    const inside = this.bar.contains(document.activeElement);
    this.going = false;
    this.turn++;
    this.sentences = null;
    speech.cancel();
    mark(null);
    this.show();
    if (inside) this.button.focus();
  }

  build() {
    this.button = button(LISTEN, () => (this.sentences ? this.stop() : this.begin()));
    this.button.setAttribute('aria-label', LABEL);
    this.bar = document.createElement('div');
    this.bar.className = 'nr-aloud__bar';
    this.bar.setAttribute('role', 'group');
    this.bar.setAttribute('aria-label', LABEL);
    this.pauseButton = button(PAUSE, () => this.toggle());
    this.speedButton = button(NORMAL, () => this.faster());
    this.bar.append(this.pauseButton, button(STOP, () => this.stop()), this.speedButton);
    this.bar.hidden = true;
    this.bar.addEventListener('keydown', event => { if (event.key === 'Escape') this.stop(); });
    place.replaceChildren(this.button);
    place.classList.add('nr-aloud--ready');
    place.after(this.bar);
  }

  show() {
    this.bar.hidden = !this.sentences;
    this.button.textContent = this.sentences ? STOP : LISTEN;
    this.button.setAttribute('aria-label', this.sentences ? STOP : LABEL);
    this.pauseButton.textContent = this.going ? PAUSE : GO_ON;
    this.speedButton.textContent = SPEEDS[this.speed][0];
  }
}

function button(words, use) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'nr-aloud__button';
  made.textContent = words;
  made.addEventListener('click', use);
  return made;
}

// Mandarin before other tongues of Chinese, and a voice on the device before one that is far.
function voice() {
  const rank = one => {
    const tag = one.lang.replace('_', '-').toLowerCase();
    return (chinese && /^zh-(cn|hans)|^cmn/.test(tag) ? 2 : 0) + (one.localService ? 1 : 0);
  };
  return speech.getVoices().filter(one => one.lang.slice(0, 2) === tongue.slice(0, 2)).sort((one, other) => rank(other) - rank(one))[0];
}

// The sentence that is being read: its own words where the browser can mark them, else its block.
function mark(sentence) {
  document.querySelector('.nr-aloud--now')?.classList.remove('nr-aloud--now');
  if (window.CSS?.highlights) {
    CSS.highlights.delete('nr-aloud');
    if (sentence?.here.length) {
      const [first, last] = [sentence.here[0], sentence.here.at(-1)], range = new Range();
      range.setStart(...first);
      range.setEnd(last[0], last[1] + 1);
      CSS.highlights.set('nr-aloud', new Highlight(range));
    }
  } else sentence?.block.classList.add('nr-aloud--now');
  if (!sentence) return;
  const box = sentence.block.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight - 100) sentence.block.scrollIntoView({ block: 'center' });
}

const reader = new Reader();
// Shown when it can be shown as it will look.
const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.media = 'screen';
sheet.href = place.dataset.sheet;
sheet.onload = sheet.onerror = () => reader.build();
document.head.append(sheet);
addEventListener('pagehide', () => { if (reader.sentences) reader.stop(); });
