// SPDX-License-Identifier: MIT
// What a browser made of a page: every text that is seen with its size, leading, colour and ground,
// and every target with its box. For tests of views.
() => {
  const rgb = text => (text.match(/[\d.]+/g) || []).map(Number);
  const ground = element => {
    for (let one = element; one; one = one.parentElement) {
      const [r, g, b, a = 1] = rgb(getComputedStyle(one).backgroundColor);
      if (a > 0) return [r, g, b];
    }
    return rgb(getComputedStyle(document.documentElement).backgroundColor).slice(0, 3);
  };
  const lightness = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * x + .7152 * y + .0722 * z;
  };
  const name = element => {
    const box = element.closest('[class]');
    return `${element.tagName.toLowerCase()} in .${box ? box.getAttribute('class').split(' ')[0] : '?'}`;
  };
  const texts = {}, runs = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const one = node.parentElement;
    if (!node.data.trim() || !one.checkVisibility() || one.closest('script, style, .nr-skip, svg, option')) continue;
    const style = getComputedStyle(one), size = parseFloat(style.fontSize);
    const [light, dark] = [lightness(rgb(style.color).slice(0, 3)), lightness(ground(one))].sort((a, b) => b - a);
    const block = one.closest('p, li, dd, dt, td, th, figcaption, blockquote, summary, label');
    texts[`${name(one)} ${size} ${style.color}`] = {
      name: `${name(one)}: ${node.data.trim().slice(0, 12)}`, size,
      contrast: Math.round((light + .05) / (dark + .05) * 100) / 100,
      leading: block && block.closest('.nr-text') && !one.closest('pre, sup') ? parseFloat(getComputedStyle(block).lineHeight) / parseFloat(getComputedStyle(block).fontSize) : null,
    };
  }
  const targets = [...document.querySelectorAll('a[href], button, summary, input, select')]
    .filter(one => one.checkVisibility() && !one.closest('.nr-skip'))
    .map(one => {
      const box = one.getBoundingClientRect(), style = getComputedStyle(one);
      let lined = false;
      for (let up = one; up && !lined; up = up.parentElement) lined = getComputedStyle(up).textDecorationLine.includes('underline');
      return {
        name: `${name(one)}: ${(one.textContent || one.name).trim().slice(0, 12)}`,
        width: box.width, height: box.height,
        inText: one.matches('a') && style.display === 'inline',
        main: !!one.closest('.nr-masthead__tools, .nr-sections, .nr-lookup, .nr-pagination, .nr-aloud'),
        plain: one.matches('a') && !lined && !one.querySelector('img') && style.borderBottomStyle === 'none',
      };
    });
  const moving = [...document.querySelectorAll('*')].filter(one => {
    const style = getComputedStyle(one);
    return style.animationName !== 'none' || style.transitionDuration.split(',').some(time => parseFloat(time) > 0);
  }).map(name);
  // Texts that stand side by side: two blocks of words on one height, not within one row.
  const blocks = [...document.querySelectorAll('main :is(section, article, aside, nav, .nr-item, .nr-notice, .nr-entry, .nr-column, .nr-photo, .nr-lead, .nr-second > *)')]
    .filter(one => one.checkVisibility() && one.innerText.trim());
  const beside = blocks.filter(one => [...one.parentElement.children].some(other => {
    if (other === one || !other.checkVisibility() || !other.innerText?.trim()) return false;
    const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
    return a.height && b.height && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 8 && getComputedStyle(one).display !== 'inline';
  })).map(name);
  return { texts: Object.values(texts), targets, moving: [...new Set(moving)], beside: [...new Set(beside)] };
}
