// Starts Sveltia CMS with the configuration that the build has made, and tells it what a photo is.
const {cms, photo, locale} = await (await fetch('config.json', {cache: 'no-cache'})).json();

// Whoever has chosen a language keeps it; for all others the forms speak that of the paper. With
// Escape one gives up a word of Chinese in the middle of writing it: it must not close the form.
const PREFERENCES = 'sveltia-cms.prefs';
if (!localStorage.getItem(PREFERENCES)) {
  localStorage.setItem(PREFERENCES, JSON.stringify({locale, closeWithEscape: false}));
}
// It reads them as soon as it is loaded.
const {default: CMS} = await import('@sveltia/cms');

// ![alt](file "caption"){ credit="…" }, as the handbook has it.
CMS.registerEditorComponent({
  ...photo,
  pattern:
    /^!\[(?<alt>[^\]\n]*)\]\((?<src>[^\s)]+)(?: "(?<caption>[^"\n]*)")?\)(?:\{ *credit="(?<credit>[^"\n]*)" *\})?$/m,
  fromBlock: ({groups}) => ({
    src: groups.src,
    alt: groups.alt,
    caption: groups.caption ?? '',
    credit: groups.credit ?? '',
  }),
  toBlock: ({src, alt, caption, credit}) =>
    `![${alt ?? ''}](${src ?? ''}${caption ? ` "${caption}"` : ''})` +
    (credit ? `{ credit="${credit}" }` : ''),
  toPreview: ({alt}) => alt ?? '',
});

CMS.init({config: cms});
