// SPDX-License-Identifier: MIT
// The elder view: asked for by ?elder=1, left by ?elder=0, remembered on this device.
(function (root, place) {
  var asked = /[?&]elder=([01])/.exec(place.search);
  var wanted = asked && asked[1];
  try {
    if (wanted) localStorage.setItem('linli-elder', wanted);
    else wanted = localStorage.getItem('linli-elder');
  } catch (refused) { /* no storage: the choice holds for this page */ }
  if (wanted === '1') root.setAttribute('data-elder', '');
  if (asked) history.replaceState(null, '', place.pathname + place.search.replace(/[?&]elder=[01]/, '').replace(/^&/, '?') + place.hash);
})(document.documentElement, location);
