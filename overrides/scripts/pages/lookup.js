// SPDX-License-Identifier: MIT
// Looks a number or a name up in the leaves under lookup/leaves/, reading no more of them than the
// answer needs. plugins/linli/pages/lookup/answers.py does the same and says why; a test asks both.

const DIGITS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const SIGNS = DIGITS.slice(0, 37), GROUPS = 'abcdefghij';
const FIRST_DAY = Date.UTC(1600, 0, 1), A_DAY = 86400000;
const SHORTEST = 4, WHOLE = 6, WHOLE_NAME = 6, MIDDLE = 6, LEAD = 3, FEW = 12, ENOUGH = 2, AT_ONCE = 8, FILES_AT_ONCE = 14;

// Keys

const plain = text => text.normalize('NFKC').toUpperCase();
const numberKey = text => plain(text).replace(/[^0-9A-Z]+/g, '');
const nameKey = text => plain(text).replace(/[^\p{L}\p{N}]+/gu, '');
const reversed = text => [...text].reverse().join('');
const pairs = key => { const signs = [...key]; return signs.slice(1).map((sign, at) => signs[at] + sign); };
const hex = sign => sign.codePointAt(0).toString(16);

function wayToName(key) {
  let sum = ~0;
  for (const byte of new TextEncoder().encode(key)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xEDB88320 : 0);
  }
  return (~sum >>> 0).toString(16).toUpperCase().padStart(8, '0');
}

function dayOf(ref) {
  const days = [...ref.slice(0, 3)].reduce((sum, sign) => sum * 64 + DIGITS.indexOf(sign), 0);
  return new Date(FIRST_DAY + days * A_DAY).toISOString().slice(0, 10);
}

// Files

class Stale extends Error {}

class Files {
  constructor(base, fresh) { this.base = base; this.fresh = fresh; this.texts = new Map(); }

  text(path, listed) {
    if (!this.texts.has(path)) this.texts.set(path, this.fetch(path, listed));
    return this.texts.get(path);
  }

  async fetch(path, listed) {
    const answer = await fetch(this.base + path, this.fresh ? { cache: 'reload' } : {});
    if (answer.ok) return answer.text();
    if (answer.status !== 404) throw new Error(path + ': ' + answer.status);
    // A leaf that its list still names was cut in two since the list was kept.
    if (listed) throw new Stale(path);
    return '';
  }

  async shelf(name) {
    const text = await this.text(name + '.txt');
    return text.startsWith('>') ? { listed: uncoded(text.split('\n').slice(1, -1)) } : { entries: entriesOf(text) };
  }

  async leaf(shelf, name) {
    const file = [...name].map(sign => /[0-9A-Z.$-]/.test(sign) ? sign : '_' + hex(sign) + '_').join('');
    return entriesOf(await this.text(shelf + '/k' + encodeURIComponent(file) + '.txt', true));
  }
}

function uncoded(lines) {
  let above = '';
  return lines.map(line => (above = above.slice(0, DIGITS.indexOf(line[0])) + line.slice(1)));
}

function entriesOf(text) {
  const lines = text.split('\n').slice(0, -1).map(line => line.split(' '));
  const keys = uncoded(lines.map(line => line[0]));
  return lines.map((line, at) => [keys[at], line[1]]);
}

const refsOf = refs => refs.match(/.{5}/g) || [];
const refsUnder = (entries, key) => refsOf((entries.find(entry => entry[0] === key) || [])[1] || '');

// The trie of a shelf

const group = sign => GROUPS[SIGNS.indexOf(sign) >> 2];

function nodes(way) {
  const found = [];
  for (let end = 0; end < way.length; end++) found.push(way.slice(0, end) + group(way[end]), way.slice(0, end + 1));
  return [...found, way + '$'];
}

async function leafAt(files, shelf, way) {
  const { listed, entries } = await files.shelf(shelf);
  if (entries) return entries;
  const held = new Set(listed), name = nodes(way).find(node => held.has(node));
  return name ? files.leaf(shelf, name) : [];
}

async function* beginning(files, shelf, start) {
  const { listed, entries } = await files.shelf(shelf), above = new Set(nodes(start));
  const names = entries ? [null] : listed.filter(name => above.has(name) || name.startsWith(start));
  for (const name of names) {
    for (const entry of name === null ? entries : await files.leaf(shelf, name)) {
      if (entry[0].startsWith(start)) yield entry;
    }
  }
}

// Records

async function* recordsOf(files, refs) {
  const seen = new Set();
  for await (const ref of refs) {
    if (seen.has(ref)) continue;
    seen.add(ref);
    const day = dayOf(ref), mark = ref.slice(3);
    const stem = 'records/' + day.slice(0, 4) + '/' + day.slice(5, 7) + day.slice(8);
    let text = await files.text(stem + '.txt');
    if (text.startsWith('>')) text = await files.text(stem + '-' + (DIGITS.indexOf(mark[0]) >> 2).toString(16) + '.txt', true);
    for (const line of text.split('\n')) {
      if (!line.startsWith('["' + mark + '",')) continue;
      const [, id, url, title, code, places, names, numbers, standing] = JSON.parse(line);
      yield { day, id, url, title, code, places, names, numbers, standing };
    }
  }
}

// Questions

export class Question {
  constructor({ text, code = '', place = '', year = '' }) {
    Object.assign(this, { text, code, place, year });
    const key = numberKey(text);
    this.number = key.length >= SHORTEST && (key === nameKey(text) || /[0-9]/.test(key)) ? key : '';
    this.words = text.normalize('NFKC').split(/\s+/).map(nameKey).filter(Boolean);
    this.hasWords = this.words.some(word => [...word].length > 1 && !/^\p{Nd}+$/u.test(word));
    this.isTooShort = !this.number && !this.hasWords;
  }

  admits(record) {
    return (!this.code || record.code === this.code) && (!this.year || record.day.slice(0, 4) === this.year)
      && (!this.place || record.places.some(place => (place + '/').startsWith(this.place + '/')));
  }
}

/** Answers, exact ones first, and null where a reader may well stop. */
export async function* ask(files, question) {
  const seen = new Set(), stages = stagesOf(question);
  for (const stage of stages) {
    let found = 0;
    for await (const answer of stage(files, question)) {
      const key = answer.record.day + ' ' + answer.record.id;
      if (seen.has(key)) continue;
      seen.add(key);
      found++;
      yield answer;
    }
    if (found && stage !== stages.at(-1) && mayStop(stage, question)) yield null;
  }
}

function stagesOf(question) {
  const number = question.number ? [whole, ends] : [], words = question.hasWords ? [wholeName, parts] : [];
  return [...number, ...(question.number.length >= MIDDLE ? [insides] : []), ...words];
}

function mayStop(stage, question) {
  if (stage === whole) return question.number.length >= WHOLE;
  if (stage === wholeName) return [...nameKey(question.text)].length >= WHOLE_NAME;
  return stage === ends || stage === insides;
}

async function* confirmed(files, question, refs, how, fits) {
  for await (const record of recordsOf(files, refs)) {
    const matched = record.numbers.find(number => fits(numberKey(number)));
    if (matched !== undefined && question.admits(record)) yield { how, record, matched };
  }
}

async function* whole(files, question) {
  const number = question.number;
  const refs = refsUnder(await leafAt(files, 'numbers', number), number);
  yield* confirmed(files, question, refs, 'number', key => key === number);
}

async function* ends(files, question) {
  const number = question.number, refs = new Map();
  for await (const [key, found] of beginning(files, 'numbers', number)) {
    if (key !== number) for (const ref of refsOf(found)) refs.set(ref, 'beginning');
  }
  for await (const [key, found] of beginning(files, 'endings', reversed(number))) {
    if (key.length !== number.length) for (const ref of refsOf(found)) if (!refs.has(ref)) refs.set(ref, 'ending');
  }
  for (const ref of [...refs.keys()].sort().reverse()) {
    const how = refs.get(ref);
    yield* confirmed(files, question, [ref], how, key => how === 'beginning' ? key.startsWith(number) : key.endsWith(number));
  }
}

async function* insides(files, question) {
  const number = question.number, refs = new Set();
  for (let start = 0; start <= LEAD; start++) {
    for await (const [key, found] of beginning(files, 'insides', number.slice(start))) {
      const [inside, before] = key.split('-');
      if (inside.startsWith(number.slice(start)) && before.endsWith(number.slice(0, start))) {
        for (const ref of refsOf(found)) refs.add(ref);
      }
    }
  }
  yield* confirmed(files, question, [...refs].sort().reverse(), 'middle', key => key.includes(number));
}

async function* wholeName(files, question) {
  const key = nameKey(question.text);
  const refs = refsUnder(await leafAt(files, 'names', wayToName(key)), key);
  for await (const record of recordsOf(files, refs.reverse())) {
    const matched = record.names.find(name => nameKey(name) === key);
    if (matched !== undefined && question.admits(record)) yield { how: 'name', record, matched };
  }
}

async function* parts(files, question) {
  const found = [...new Set(question.words.flatMap(pairs))].sort();
  const asked = found.map(pair => [hex(pair), [...pair][1]]), filters = [];
  if (question.code) filters.push(['code-' + question.code, '']);
  if (question.place) filters.push(['place-' + question.place.replaceAll('/', '~'), '']);
  const read = all => Promise.all(all.map(([shelf, key]) => Term.read(files, shelf, key)));
  const [terms, among] = await Promise.all([read(asked), read(filters)]);
  for await (const record of recordsOf(files, common(terms, among, question.year))) {
    const keys = record.names.map(nameKey);
    if (!question.words.every(word => keys.some(key => key.includes(word)))) continue;
    const held = keys.map(key => question.words.filter(word => key.includes(word)).length);
    const matched = record.names[held.indexOf(Math.max(...held))];
    if (question.admits(record)) yield { how: 'part', record, matched };
  }
}

class Term {
  constructor(parts) { this.parts = parts; this.length = parts.length; }

  static async read(files, shelf, key) {
    const folder = 'terms/' + encodeURIComponent(shelf), { listed, entries } = await files.shelf(folder);
    if (entries) return new Term([{ time: '', read: async () => refsUnder(entries, key) }]);
    const stem = 'T' + key + '.', way = 'L' + (key ? [...hex(key).toUpperCase().padStart(4, '0')].reverse().join('') : '');
    let own = listed.filter(name => name.startsWith(stem)).sort().reverse();
    if (!own.length) own = listed.filter(name => name[0] === 'L' && way.startsWith(name));
    return new Term(own.map(name => ({
      time: name[0] === 'T' ? name.slice(stem.length) : '',
      read: async () => refsUnder(await files.leaf(folder, name), key),
    })));
  }

  async refs(part) {
    if (!part.held) part.held = new Set(await part.read());
    return part.held;
  }

  async* newestFirst(year) {
    for (const part of this.parts) {
      const far = Math.min(4, part.time.length);
      if (year && part.time.slice(0, far) !== year.slice(0, far)) continue;
      for (const ref of [...await this.refs(part)].sort().reverse()) {
        if (!year || dayOf(ref).slice(0, 4) === year) yield ref;
      }
    }
  }

  async has(ref) {
    const day = dayOf(ref).replaceAll('-', '');
    for (const part of this.parts) {
      if (day.startsWith(part.time) && (await this.refs(part)).has(ref)) return true;
    }
    return false;
  }
}

async function inAll(terms, ref) {
  for (const term of terms) if (!await term.has(ref)) return false;
  return true;
}

async function* common(terms, among, year) {
  const [first, ...others] = [...terms].sort((a, b) => a.length - b.length);
  const short = others.filter(term => term.length <= 1);
  const long = [...others.filter(term => term.length > 1).slice(0, ENOUGH), ...among];
  let found = first.newestFirst(year), few = false;
  if (first.length === 1) {
    const atHand = [];
    for await (const ref of found) if (await inAll(short, ref)) atHand.push(ref);
    few = atHand.length <= FEW;
    found = atHand;
  }
  for await (const ref of found) {
    if (few || first.length === 1 || await inAll(short, ref)) {
      if (few || await inAll(long, ref)) yield ref;
    }
  }
}

// The page

const form = document.querySelector('form[data-leaves]');
if (form) serve(form);

function serve(form) {
  const words = JSON.parse(form.dataset.words), base = form.dataset.leaves, root = form.dataset.root;
  const said = document.getElementById('lookup-said'), list = document.getElementById('lookup-answers');
  const more = document.getElementById('lookup-more'), help = document.getElementById('lookup-nothing');
  const names = select => Object.fromEntries([...form.elements[select].options].map(one => [one.value, one.dataset.name || one.text]));
  const codes = names('code'), places = names('place');
  let files = null, answers = null, turn = 0, shown = 0;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => name in values ? values[name] : whole);
  const part = (tag, name, ...inside) => { const made = document.createElement(tag); if (name) made.className = name; made.append(...inside); return made; };

  function marked(text, question) {
    // The sign of the text that each sign of its key comes from tells where the match stands.
    const of = [], signs = [...text];
    const key = signs.map((sign, at) => { const k = nameKey(sign); for (const one of k) of.push(at); return k; }).join('');
    const wanted = [question.number, ...question.words].find(one => one && key.includes(one));
    if (!wanted) return [text];
    const at = [...key.slice(0, key.indexOf(wanted))].length, end = of[at + [...wanted].length - 1] + 1;
    return [signs.slice(0, of[at]).join(''), part('mark', '', signs.slice(of[at], end).join('')), signs.slice(end).join('')];
  }

  function entry({ how, record, matched }, question) {
    const link = part('a', '', record.title), time = part('time', '', record.day), meta = part('p', 'nr-meta');
    link.href = root + record.url;
    time.dateTime = record.day;
    meta.append(part('span', '', codes[record.code] || record.code), ' ');
    const place = [...record.places].sort((a, b) => b.length - a.length)[0];
    if (place) meta.append(part('span', 'nr-place', places[place] || places[place.split('/')[0]] || ''), ' ');
    meta.append(time);
    if (record.standing) meta.append(' ', part('span', 'nr-state nr-state--' + record.standing, words.standing[record.standing]));
    const match = part('p', 'nr-answer__match', part('span', 'nr-answer__how', words.how[how]), ' ');
    const kind = ['name', 'part'].includes(how) ? '' : 'nr-fields__number';
    match.append(part('span', kind, ...marked(matched, question)));
    const name = record.names[0];
    if (name && name !== matched) match.append(' ', part('span', 'nr-answer__name', name));
    return part('li', 'nr-answer', part('h2', 'nr-answer__headline', link), match, meta);
  }

  const say = (text, busy) => { said.textContent = text; list.setAttribute('aria-busy', String(Boolean(busy))); };

  async function go(question, mine, fresh) {
    say(words.looking, true);
    more.hidden = help.hidden = true;
    try {
      const held = files.texts.size;
      let next = null, here = 0, stopped = false;
      // Who has an answer decides whether to go on before a phone has fetched much more.
      const enough = () => here === AT_ONCE || (here && files.texts.size - held >= FILES_AT_ONCE);
      while (!enough() && !(next = await answers.next()).done) {
        if (mine !== turn) return;
        if (next.value === null) { if (here) { stopped = true; break; } continue; }
        list.append(entry(next.value, question));
        here++;
        shown++;
      }
      if (mine !== turn) return;
      const over = Boolean(next && next.done);
      more.hidden = over;
      more.textContent = stopped ? words.looser : words.more;
      help.hidden = shown > 0;
      say(shown ? fill(over ? words.all : words.some, { n: shown }) : fill(words.nothing, { q: question.text }));
    } catch (error) {
      if (mine !== turn) return;
      if (error instanceof Stale && !fresh) return start(question, true);
      say(words.failed);
      more.hidden = false;
      more.textContent = words.again;
      answers = ask(files = new Files(base, true), question);
      list.replaceChildren();
      shown = 0;
    }
  }

  function start(question, fresh) {
    const mine = ++turn;
    list.replaceChildren();
    shown = 0;
    more.hidden = help.hidden = true;
    if (!question.text.trim()) return say('');
    if (question.isTooShort) return say(words.short);
    answers = ask(files = new Files(base, fresh), question);
    more.onclick = () => go(question, mine, fresh);
    return go(question, mine, fresh);
  }

  const question = () => new Question({ text: form.elements.q.value, code: form.elements.code.value, place: form.elements.place.value, year: form.elements.year.value });

  function read() {
    const given = new URLSearchParams(location.search);
    for (const name of ['q', 'code', 'place', 'year']) form.elements[name].value = given.get(name) || '';
    if (['code', 'place', 'year'].some(name => form.elements[name].value)) form.querySelector('details').open = true;
    start(question());
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    const given = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    history.pushState(null, '', given.size ? '?' + given : location.pathname);
    start(question());
  });
  for (const name of ['code', 'place', 'year']) form.elements[name].addEventListener('change', () => form.requestSubmit());
  addEventListener('popstate', read);
  read();
}
