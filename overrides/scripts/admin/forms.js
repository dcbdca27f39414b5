// Starts Sveltia CMS with the configuration that the build has made, and tells it how a file is
// written and what a photo is.
import {CORE_SCHEMA, FAILSAFE_SCHEMA, dump, load, types} from 'js-yaml';

const {cms, keys, photo, group, locale} = await (await fetch('config.json', {cache: 'no-cache'})).json();

// Whoever has chosen a language keeps it; for all others the forms speak that of the paper. With
// Escape one gives up a word of Chinese in the middle of writing it: it must not close the form.
const PREFERENCES = 'sveltia-cms.prefs';
if (!localStorage.getItem(PREFERENCES)) {
  localStorage.setItem(PREFERENCES, JSON.stringify({locale, closeWithEscape: false}));
}
// It reads them as soon as it is loaded.
const {default: CMS} = await import('@sveltia/cms');

// Sveltia's own reading would take a dot in a key for a record in a record, and 标题 for no title.
// Nothing is a number here: what an editor has written stays as it is written. A day alone, which may
// be written 2026年7月5日, is told as its field has it.
const AS_WRITTEN = FAILSAFE_SCHEMA.extend({implicit: [types.bool]});
const FILE = /^\uFEFF?---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n([\s\S]*))?$/;

const DAY =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;

const told = (text) => {
  const parts = DAY.exec(text.normalize('NFKC').trim())?.filter((part) => part !== undefined);
  if (!parts) return text;
  const [, year, month, day] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};
const named = (record, known) => {
  if (Array.isArray(record)) return record.map((one) => named(one, known));
  if (!known || record === null || typeof record !== 'object') return record;
  const result = {};
  for (const [spelling, value] of Object.entries(record)) {
    const {name = spelling, keys: inner, by_file: byFile, line, day} = known[spelling] ?? {};
    if (name in result) throw new Error(`${spelling}: twice`);
    // A form has one line for somebody who signs; a piece that tells the parts apart has none.
    if (line && value.some((one) => typeof one !== 'string')) throw new Error(spelling);
    result[name] = byFile
      ? Object.entries(value).map(([file, one]) => ({file, ...named(one, inner)}))
      : named(day ? told(value) : value, inner);
  }
  return result;
};
const written = (record) => {
  const entries = Object.entries(record).map(([name, value]) => [
    name,
    keys[name]?.by_file ? Object.fromEntries(value.map(({file, ...one}) => [file, one])) : value,
  ]);
  return Object.fromEntries(entries);
};

CMS.registerCustomFormat('linli', 'md', {
  fromFile: (text) => {
    const [, head, body = ''] = FILE.exec(text) ?? [];
    if (head === undefined) throw new Error('no front matter');
    return {...named(load(head, {schema: AS_WRITTEN}), keys), body: body.trim()};
  },
  toFile: ({body, ...record}) => {
    const head = dump(written(record), {schema: CORE_SCHEMA, lineWidth: -1, noRefs: true});
    return `---\n${head}---\n${body ?? ''}`;
  },
});

// ![alt](file "caption"){ credit="…" }, as the handbook has it.
const LINE =
  String.raw`!\[[^\]\n]*\]\([^\s)]+(?: "[^"\n]*")?\)(?:\{ *credit="[^"\n]*" *\})?`;
const PARTS =
  /^!\[(?<alt>[^\]\n]*)\]\((?<src>[^\s)]+)(?: "(?<caption>[^"\n]*)")?\)(?:\{ *credit="(?<credit>[^"\n]*)" *\})?$/;

const read = (line) => {
  const {src, alt, caption = '', credit = ''} = PARTS.exec(line.trim()).groups;
  return {src, alt, caption, credit};
};
const write = ({src, alt, caption, credit}) =>
  `![${alt ?? ''}](${src ?? ''}${caption ? ` "${caption}"` : ''})` +
  (credit ? `{ credit="${credit}" }` : '');

// Photos without a blank line between them stand side by side: one thing, and sought for first.
CMS.registerEditorComponent({
  ...group,
  pattern: new RegExp(`^${LINE}(?:\\n${LINE})+$`, 'm'),
  fromBlock: ([block]) => ({photos: block.split('\n').map(read)}),
  toBlock: ({photos}) => (photos ?? []).map(write).join('\n'),
  toPreview: ({photos}) => (photos ?? []).map(({alt}) => alt ?? '').join(' '),
});
CMS.registerEditorComponent({
  ...photo,
  pattern: new RegExp(`^${LINE}$`, 'm'),
  fromBlock: ([line]) => read(line),
  toBlock: write,
  toPreview: ({alt}) => alt ?? '',
});

CMS.init({config: cms});
