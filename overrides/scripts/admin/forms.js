// Starts Sveltia CMS with the configuration that the build has made, and tells it what a photo is.
const {cms, photo, group, locale} = await (await fetch('config.json', {cache: 'no-cache'})).json();

// Whoever has chosen a language keeps it; for all others the forms speak that of the paper. With
// Escape one gives up a word of Chinese in the middle of writing it: it must not close the form.
const PREFERENCES = 'sveltia-cms.prefs';
if (!localStorage.getItem(PREFERENCES)) {
  localStorage.setItem(PREFERENCES, JSON.stringify({locale, closeWithEscape: false}));
}
// It reads them as soon as it is loaded.
const {default: CMS} = await import('@sveltia/cms');

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
