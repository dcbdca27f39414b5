// SPDX-License-Identifier: MIT
// How the paper looks on this device: chosen by ?elder=1, ?scheme=dark, ?contrast=more or ?size=2,
// remembered, and said before anything is painted. It stands in every page, so it is short, and its
// words are the same on all of them: a policy of the host can name it by one digest.
(function (root, place, script) {
  root.setAttribute('data-scripted', '');
  'elder scheme contrast size'.split(' ').forEach(function (name) {
    var asked = RegExp('[?&]' + name + '=(\\w+)').exec(place.search), value = asked && asked[1];
    try {
      if (value) localStorage.setItem('linli-' + name, value);
      else value = localStorage.getItem('linli-' + name);
    } catch (refused) {}
    if (/^(1|2|light|dark|more)$/.test(value)) root.setAttribute('data-' + name, value);
  });
  // Written, not added: only a sheet that the parser meets keeps the page from being painted.
  if (root.hasAttribute('data-elder')) document.write('<link rel="stylesheet" media="screen" href="' + script.getAttribute('data-elder') + '">');
})(document.documentElement, location, document.currentScript);
