// SPDX-License-Identifier: MIT
// Finds any two signs or more in all that is published, from the files under search/, reading no
// more of them than the answers need. plugins/linli/pages/search/ makes those files and says how.

const AT_ONCE = 10, FILES_AT_ONCE = 10, FEWEST = 3, PAIRS = 3, AROUND = 28, EXCERPT = 90, WAIT = 250;
const SIGN = /[\p{L}\p{N}]/u, HAN = /\p{Script=Han}/u, TITLE = 3, HEADINGS = 2, SUMMARY = 1;

// Keys: a question and a text are brought to one spelling before they are compared.

const normal = text => text.normalize('NFKC').toLowerCase();
const runsOf = text => text.match(/[\p{L}\p{N}]+/gu) || [];
const pairsOf = run => { const signs = [...run]; return signs.slice(1).map((sign, at) => signs[at] + sign); };

let gb2312 = null;
/** Whether a text has a sign that a simplified text never has. */
function isForeign(text) {
  if (!gb2312) {
    const bytes = [];
    for (let row = 0xB0; row < 0xF8; row++) for (let cell = 0xA1; cell < 0xFF; cell++) bytes.push(row, cell);
    gb2312 = new Set(new TextDecoder('gb2312').decode(new Uint8Array(bytes)));
  }
  return [...text].some(sign => HAN.test(sign) && !gb2312.has(sign));
}

function crc32(text) {
  let sum = ~0;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xEDB88320 : 0);
  }
  return ~sum >>> 0;
}

// Files

class Stale extends Error {}

export class Files {
  constructor(base, get = (url, options) => fetch(url, options)) {
    Object.assign(this, { base, get, held: new Map(), asked: 0, fold: null });
  }

  /** What to search in: months, and the groups of sections that hold their words. */
  async open(fresh) {
    if (!this.index || fresh) {
      this.held.clear();
      this.fold = null;
      const answer = await this.ask('index.json', { cache: fresh ? 'reload' : 'no-cache' });
      if (!answer.ok) throw new Error('index.json: ' + answer.status);
      this.index = await answer.json();
      let first = 0;
      this.months = this.index.months.map(([name, size, digest]) => {
        const month = { name, first, size, digest };
        first += size;
        return month;
      });
    }
    return this.index;
  }

  ask(path, options) { this.asked++; return this.get(this.base + path, options); }

  file(path, read) {
    if (!this.held.has(path)) this.held.set(path, this.load(path, read));
    return this.held.get(path);
  }

  async load(path, read) {
    const answer = await this.ask(path);
    // Folders are named by what is in them: one that is gone was replaced since the index was kept.
    if (answer.status === 404) throw new Stale(path);
    if (!answer.ok) throw new Error(path + ': ' + answer.status);
    return read(answer);
  }

  /** A text in the spelling that it is compared in. */
  async key(text) {
    const key = normal(text);
    if (!isForeign(key)) return key;
    if (!this.fold) {
      const lines = (await this.file(this.index.simplified, answer => answer.text())).split('\n').map(line => [...line]);
      this.fold = new Map(lines[0].map((sign, at) => [sign, lines[1][at]]));
    }
    return this.folded(key);
  }

  folded(key) { return this.fold ? [...key].map(sign => this.fold.get(sign) || sign).join('') : key; }

  /** The documents in which a term stands, by number, with the best place it has in each. */
  async postings(term, year) {
    const crc = crc32(term), found = new Map();
    let month = 0;
    await Promise.all(this.index.groups.map(async group => {
      const first = month, all = group.sections.reduce((sum, months) => sum + months, 0);
      month += all;
      const sections = [];
      let at = first;
      for (const months of group.sections) { sections.push(this.months.slice(at, at + months)); at += months; }
      if (year && !sections.flat().some(one => one.name.startsWith(year))) return;
      const shard = (crc & (group.shards - 1)).toString(16);
      const bytes = await this.file(group.folder + '/' + shard + '.bin', async answer => new Uint8Array(await answer.arrayBuffer()));
      decode(bytes, crc >>> 12, sections.map(one => one[0].first), found);
    }));
    return found;
  }

  /** Where the record of a document lies. */
  placeOf(document) {
    const month = this.months.find(one => document < one.first + one.size), at = document - month.first;
    return { month, path: month.name + '.' + month.digest + '/' + Math.floor(at / this.index.per_file) + '.json', at: at % this.index.per_file };
  }

  async record(document) {
    const { path, at } = this.placeOf(document);
    const [url, kind, day, title, kicker, subtitle, group, place, blocks] = (await this.file(path, answer => answer.json()))[at];
    return { url, kind, day, title, kicker, subtitle, group, place, blocks };
  }
}

/** Add what a file of postings says of one term to `found`. */
function decode(bytes, rest, firsts, found) {
  let at = 0;
  const number = () => {
    let value = 0, scale = 1;
    for (;;) {
      const byte = bytes[at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  for (const first of firsts) {
    if (at >= bytes.length) return;
    const size = number(), end = at + size;
    let here = 0;
    while (at < end && here <= rest) {
      here += number();
      const head = number(), documents = [];
      let document = first;
      for (let left = Math.floor(head / 2); left > 0; left--) documents.push(document += number());
      const classes = new Map();
      if (head % 2) {
        let index = 0;
        for (let left = number(); left > 0; left--) {
          const step = number();
          classes.set(index += Math.floor(step / 4), step % 4);
        }
      }
      if (here === rest) documents.forEach((one, index) => found.set(one, classes.get(index) || 0));
    }
    at = end;
  }
}

// Questions

export class Question {
  constructor(key, { kind = '', category = '', place = '', year = '' } = {}) {
    Object.assign(this, { key, year });
    this.words = key.split(/\s+/).map(runsOf).filter(runs => runs.length);
    const pairs = [...new Set(this.words.flat().flatMap(pairsOf))];
    // A few of them narrow it down; the text itself decides.
    const some = Math.min(PAIRS, pairs.length), step = (pairs.length - 1) / Math.max(1, some - 1);
    const asked = [...Array(some).keys()].map(one => pairs[Math.round(one * step)]);
    // Single signs are known of titles alone.
    this.terms = asked.length ? asked : [...new Set(this.words.flat())].slice(0, PAIRS);
    this.isExact = pairs.length <= PAIRS && this.words.every(runs => runs.length === 1 && [...runs[0]].length === 2);
    this.filters = Object.entries({ kind, category, place }).filter(([, value]) => value).map(([name, value]) => '=' + name + '/' + value);
    this.patterns = this.words.map(runs => new RegExp(runs.join('[^\\p{L}\\p{N}]*'), 'u'));
  }

  get isEmpty() { return !this.words.length; }
}

/** Finds the answers to one question, the best first. */
export class Search {
  constructor(files, question) { Object.assign(this, { files, question, queue: [], given: 0, turns: 0 }); }

  /** How many there are, as far as is known. */
  get total() { return this.given + this.queue.length; }

  get isOver() { return this.queue.length === 0; }

  /** Whether each that is left is sure to be an answer. */
  get isSure() { return this.isOver || this.question.isExact; }

  async begin() {
    const { files, question } = this;
    const terms = [...question.terms, ...question.filters];
    const lists = await Promise.all(terms.map(term => files.postings(term, question.year)));
    const words = lists.slice(0, question.terms.length);
    const [shortest, ...others] = [...lists].sort((one, other) => one.size - other.size);
    const found = [];
    for (const document of shortest.keys()) {
      if (!others.every(list => list.has(document))) continue;
      if (question.year && !files.placeOf(document).month.name.startsWith(question.year)) continue;
      found.push({ document, rank: Math.min(...words.map(list => list.get(document))) });
    }
    this.queue = found.sort(byRank);
  }

  /** The next answers, a screen or two; the first come after no more files than a phone fetches soon. */
  async next(most = AT_ONCE) {
    const { files, queue } = this, answers = [], paths = new Set();
    const few = this.turns++ ? FILES_AT_ONCE : Math.max(FEWEST, FILES_AT_ONCE - files.asked);
    while (queue.length && answers.length < most) {
      // All that the next answers may need is asked for together.
      const batch = [];
      for (const one of queue) {
        const path = files.placeOf(one.document).path, isHeld = files.held.has(path);
        if (!isHeld && !paths.has(path) && paths.size >= few) break;
        if (!isHeld) paths.add(path);
        batch.push(one);
        if (batch.length >= most - answers.length) break;
      }
      if (!batch.length) break;
      queue.splice(0, batch.length);
      const records = await Promise.all(batch.map(async one => one.record || files.record(one.document)));
      const keyed = await Promise.all(records.map(record => keysOf(files, record)));
      batch.forEach((one, at) => {
        const rank = rankOf(keyed[at], this.question.patterns);
        if (rank < 0) return;
        if (rank < one.rank) {
          // Its signs stand in the title, but not one behind the other.
          queue.push({ document: one.document, rank, record: records[at] });
          return;
        }
        answers.push({ record: records[at], rank, document: one.document });
      });
      queue.sort(byRank);
    }
    this.given += answers.length;
    return answers;
  }
}

const byRank = (one, other) => other.rank - one.rank || one.document - other.document;

async function keysOf(files, record) {
  const { title, kicker, subtitle, blocks } = record;
  const [keyOfTitle, keyOfKicker, keyOfSubtitle, ...keys] = await Promise.all([title, kicker, subtitle, ...blocks].map(text => files.key(text)));
  return [[TITLE, [keyOfTitle]], [HEADINGS, [keyOfKicker, keyOfSubtitle]], [SUMMARY, keys.slice(0, 1)], [0, keys.slice(1)]];
}

/** The best place in which each word stands, for the word with the worst; -1 where one is missing. */
function rankOf(fields, patterns) {
  return Math.min(...patterns.map(pattern => {
    const place = fields.find(([, keys]) => keys.some(key => pattern.test(key)));
    return place ? place[0] : -1;
  }));
}

/** A text in pieces, each with whether it is what was asked for. */
export function marked(files, text, patterns) {
  const signs = [...text], of = [];
  // The sign of the text that each sign of its key comes from tells where a match stands.
  const key = signs.map((sign, at) => {
    const one = files.folded(normal(sign));
    for (let left = one.length; left > 0; left--) of.push(at);
    return one;
  }).join('');
  const hit = new Set();
  for (const pattern of patterns) {
    for (const match of key.matchAll(new RegExp(pattern.source, 'gu'))) {
      for (let at = match.index; at < match.index + match[0].length; at++) hit.add(of[at]);
    }
  }
  const parts = [];
  signs.forEach((sign, at) => {
    const last = parts[parts.length - 1];
    if (last && last.isHit === hit.has(at)) last.text += sign; else parts.push({ text: sign, isHit: hit.has(at) });
  });
  return parts;
}

/** The part of a piece that shows what was asked for, or its beginning. */
export function excerpt(files, record, patterns) {
  const texts = [...record.blocks.slice(1, -1), record.blocks[0], ...record.blocks.slice(-1)].filter(Boolean);
  const hits = texts.map(text => patterns.filter(pattern => pattern.test(files.folded(normal(text)))).length);
  const best = Math.max(0, ...hits);
  const text = best ? texts[hits.indexOf(best)] : record.blocks[0] || texts[0] || '';
  const parts = marked(files, text, patterns), first = parts.findIndex(part => part.isHit);
  const before = parts.slice(0, Math.max(0, first)).map(part => part.text).join(''), signs = [...before];
  let start = 0;
  if (signs.length > AROUND) {
    // From the clause before it, where that is not far.
    start = signs.length - AROUND;
    for (let at = start; at < signs.length; at++) if (/[，。；：！？、…）》”]/.test(signs[at])) start = at + 1;
  }
  const shown = [];
  let skip = start, left = EXCERPT;
  for (const part of parts) {
    const own = [...part.text], kept = own.slice(skip, skip + left);
    skip = Math.max(0, skip - own.length);
    left -= kept.length;
    if (kept.length) shown.push({ text: kept.join(''), isHit: part.isHit });
    if (left <= 0) break;
  }
  const all = [...text].length;
  if (start > 0) shown.unshift({ text: '……', isHit: false });
  if (start + EXCERPT < all) shown.push({ text: '……', isHit: false });
  return shown;
}

// The page

const form = typeof document === 'undefined' ? null : document.querySelector('form[data-search]');
if (form) serve(form);

function serve(form) {
  const words = JSON.parse(form.dataset.words), root = form.dataset.root;
  // Where there is nothing to choose, the choice is left out.
  const names = ['kind', 'category', 'place', 'year'].filter(name => form.elements[name]);
  const field = form.elements.q, slash = document.getElementById('search-slash');
  const said = document.getElementById('search-said'), list = document.getElementById('search-answers');
  const more = document.getElementById('search-more'), help = document.getElementById('search-nothing');
  const files = new Files(form.dataset.search);
  let turn = 0, shown = 0, timer = 0;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => name in values ? values[name] : whole);
  const part = (tag, name, ...inside) => { const made = document.createElement(tag); if (name) made.className = name; made.append(...inside); return made; };
  const shownAs = parts => parts.map(one => one.isHit ? part('mark', '', one.text) : one.text);

  function entry(record, patterns) {
    const made = part('li', 'nr-answer'), link = part('a', '', ...shownAs(marked(files, record.title, patterns)));
    link.href = root + record.url;
    if (record.kicker) made.append(part('p', 'nr-kicker', ...shownAs(marked(files, record.kicker, patterns))));
    made.append(part('h2', 'nr-answer__headline', link));
    made.append(part('p', 'nr-answer__excerpt', ...shownAs(excerpt(files, record, patterns))));
    const meta = part('p', 'nr-meta'), time = part('time', '', fill(words.day, dayOf(record.day)));
    time.dateTime = record.day;
    if (record.kind !== 'report') meta.append(part('span', '', words.kind[record.kind] || ''), ' ');
    if (record.group) meta.append(part('span', '', record.group), ' ');
    if (record.place) meta.append(part('span', 'nr-place', record.place), ' ');
    meta.append(time);
    made.append(meta);
    return made;
  }

  const dayOf = day => { const [year, month, date] = day.split('-').map(Number); return { year, month, day: date }; };
  const say = (text, busy) => { said.textContent = text; list.setAttribute('aria-busy', String(Boolean(busy))); };

  async function go(search, mine) {
    say(words.looking, true);
    more.hidden = help.hidden = true;
    const answers = await search.next();
    if (mine !== turn) return;
    // What was found before stands until there is something else to show.
    if (!shown) list.replaceChildren();
    for (const { record } of answers) list.append(entry(record, search.question.patterns));
    shown += answers.length;
    if (!answers.length && !search.isOver) return go(search, mine);
    more.hidden = search.isOver;
    more.textContent = words.more;
    help.hidden = shown > 0;
    say(!shown ? fill(words.nothing, { q: field.value }) : search.isSure ? fill(words.all, { n: search.total }) : fill(words.some, { n: search.total, m: shown }));
  }

  async function start(fresh) {
    const mine = ++turn, text = field.value, among = Object.fromEntries(names.map(name => [name, form.elements[name].value]));
    clearTimeout(timer);
    shown = 0;
    if (!text.trim()) {
      list.replaceChildren();
      more.hidden = help.hidden = true;
      return say('');
    }
    try {
      say(words.looking, true);
      files.asked = 0;
      await files.open(fresh);
      const question = new Question(await files.key(text), among);
      if (mine !== turn) return;
      if (question.isEmpty) { list.replaceChildren(); more.hidden = help.hidden = true; return say(words.short); }
      const search = new Search(files, question);
      await search.begin();
      if (mine !== turn) return;
      more.onclick = () => carry(go(search, mine), mine, fresh);
      await go(search, mine);
    } catch (error) {
      failed(error, mine, fresh);
    }
  }

  const carry = (going, mine, fresh) => going.catch(error => failed(error, mine, fresh));

  function failed(error, mine, fresh) {
    if (mine !== turn) return;
    if (error instanceof Stale && !fresh) return start(true);
    files.held.clear();
    files.index = null;
    list.replaceChildren();
    say(words.failed);
    more.hidden = false;
    more.textContent = words.again;
    more.onclick = () => start(true);
  }

  function address() {
    const given = new URLSearchParams(['q', ...names].map(name => [name, form.elements[name].value]).filter(([, value]) => value));
    return String(given) ? '?' + given : location.pathname;
  }

  function read() {
    const given = new URLSearchParams(location.search);
    for (const name of ['q', ...names]) form.elements[name].value = given.get(name) || '';
    if (names.some(name => form.elements[name].value)) form.querySelector('details').open = true;
    start();
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    if (location.search !== address()) history.pushState(null, '', address());
    start();
  });
  for (const name of names) form.elements[name].addEventListener('change', () => form.requestSubmit());

  // As one types: but not what an input method has not settled yet.
  field.addEventListener('input', event => {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (field.value.trim() && [...field.value.trim()].length < 2) return;
      history.replaceState(null, '', address());
      start();
    }, WAIT);
  });
  field.addEventListener('compositionend', () => field.dispatchEvent(new Event('input')));

  // Up and down go through the answers, Escape goes back to the field and then empties it.
  document.addEventListener('keydown', event => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...list.querySelectorAll('.nr-answer__headline a')], at = links.indexOf(document.activeElement);
    const isWriting = document.activeElement.matches('input[type=search], select, textarea');
    if (event.key === '/' && slash.checked && !isWriting) {
      field.focus();
      field.select();
    } else if (event.key === 'ArrowDown' && (at >= 0 || document.activeElement === field)) {
      (links[at + 1] || (more.hidden ? links[at] : more) || field).focus();
    } else if (event.key === 'ArrowUp' && (at >= 0 || document.activeElement === more)) {
      (at < 0 ? links[links.length - 1] : at ? links[at - 1] : field).focus();
    } else if (event.key === 'Escape' && (at >= 0 || document.activeElement === more)) {
      field.focus();
    } else if (event.key === 'Escape' && document.activeElement === field && field.value) {
      field.value = '';
      history.replaceState(null, '', address());
      start();
    } else return;
    event.preventDefault();
  });

  // A key of one sign may be in somebody's way: whoever speaks to the device can switch it off.
  try {
    slash.checked = localStorage.getItem('linli-slash') !== '0';
    slash.addEventListener('change', () => localStorage.setItem('linli-slash', slash.checked ? '1' : '0'));
  } catch (refused) { /* no storage: the choice holds for this page */ }
  addEventListener('popstate', read);
  read();
}
