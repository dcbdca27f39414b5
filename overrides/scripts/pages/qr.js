// SPDX-License-Identifier: MIT
// The address of a page as a QR code (ISO/IEC 18004), drawn when a page is printed: bytes, error
// correction M, mask 2, the same signs as plugins/linli/pages/qr.py sets into announcements.

// By version from 1: check words of a block, and blocks.
const CHECKS = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
const MASK = 2;
const QUIET = 4;

function words(version) {
  let bits = (16 * version + 128) * version + 64;
  if (version > 1) {
    const marks = Math.floor(version / 7) + 2;
    bits -= (25 * marks - 10) * marks - 55;
    if (version > 6) bits -= 36;
  }
  return bits >> 3;
}

const room = version => words(version) - CHECKS[version - 1] * BLOCKS[version - 1];

function product(x, y) {
  let z = 0;
  for (let bit = 7; bit >= 0; bit--) {
    z = (z << 1) ^ ((z >> 7) * 0x11d);
    z ^= ((y >> bit) & 1) * x;
  }
  return z;
}

function divisor(degree) {
  const result = new Array(degree).fill(0);
  result[degree - 1] = 1;
  for (let round = 0, root = 1; round < degree; round++, root = product(root, 2))
    for (let at = 0; at < degree; at++)
      result[at] = product(result[at], root) ^ (result[at + 1] ?? 0);
  return result;
}

function remainder(data, by) {
  const result = new Array(by.length).fill(0);
  for (const word of data) {
    const factor = word ^ result.shift();
    result.push(0);
    by.forEach((one, at) => { result[at] ^= product(one, factor); });
  }
  return result;
}

function message(bytes, version) {
  const bits = [];
  const put = (value, length) => { while (length--) bits.push((value >> length) & 1); };
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) put(byte, 8);
  const all = room(version) * 8;
  put(0, Math.min(4, all - bits.length));
  // One word of nothing more than need be, as segno has it: to a reader it is filling.
  if (bits.length < all) put(0, 8 - bits.length % 8);
  const data = [];
  for (let at = 0; at < bits.length; at += 8) data.push(parseInt(bits.slice(at, at + 8).join(''), 2));
  for (let pad = 0xec; data.length < all / 8; pad ^= 0xfd) data.push(pad);
  return data;
}

function interleaved(data, version) {
  const blocks = BLOCKS[version - 1], checks = CHECKS[version - 1], by = divisor(checks);
  const short = Math.floor(data.length / blocks), shorter = blocks - data.length % blocks;
  const parts = [], ends = [];
  for (let block = 0, at = 0; block < blocks; block++) {
    const part = data.slice(at, at += short + (block < shorter ? 0 : 1));
    parts.push(part);
    ends.push(remainder(part, by));
  }
  const turned = (rows, length) => Array.from({ length }, (_, at) => rows.map(row => row[at])).flat();
  return [...turned(parts, short + 1), ...turned(ends, checks)].filter(word => word !== undefined);
}

function alignment(version, size) {
  if (version === 1) return [];
  const marks = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + marks * 3 + 5) / (marks * 4 - 4)) * 2;
  const result = [6];
  for (let at = size - 7; result.length < marks; at -= step) result.splice(1, 0, at);
  return result;
}

function checked(value, length, by) {
  let rest = value;
  for (let round = 0; round < length; round++) rest = (rest << 1) ^ ((rest >> (length - 1)) * by);
  return value << length | rest;
}

// Rows of 0 and 1, without the white around them; null for an address that is too long.
export function code(address) {
  const bytes = new TextEncoder().encode(address);
  let version = 1;
  while (version <= CHECKS.length && room(version) * 8 < 4 + (version < 10 ? 8 : 16) + bytes.length * 8) version++;
  if (version > CHECKS.length) return null;
  const size = version * 4 + 17;
  const grid = Array.from({ length: size }, () => new Array(size).fill(null));
  const set = (x, y, dark) => { if (grid[y]?.[x] !== undefined) grid[y][x] = dark ? 1 : 0; };
  for (let at = 0; at < size; at++) { set(6, at, at % 2 === 0); set(at, 6, at % 2 === 0); }
  const ring = (x, y, reach, light) => {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) ring(x, y, 4, [2, 4]);
  const marks = alignment(version, size), last = marks.at(-1);
  for (const x of marks) for (const y of marks)
    if (!(x === 6 && y === 6 || x === 6 && y === last || x === last && y === 6)) ring(x, y, 2, [1]);
  const form = checked(MASK, 10, 0x537) ^ 0x5412, of = at => (form >> at) & 1;
  for (let at = 0; at < 15; at++) {
    const near = at < 6 ? at : at < 8 ? at + 1 : 14 - at;
    if (at < 8) { set(8, near, of(at)); set(size - 1 - at, 8, of(at)); }
    else { set(at === 8 ? 7 : near, 8, of(at)); set(8, size - 15 + at, of(at)); }
  }
  set(8, size - 8, 1);
  if (version > 6) {
    const number = checked(version, 12, 0x1f25);
    for (let at = 0; at < 18; at++) {
      const long = size - 11 + at % 3, wide = Math.floor(at / 3);
      set(long, wide, (number >> at) & 1);
      set(wide, long, (number >> at) & 1);
    }
  }
  const data = interleaved(message(bytes, version), version);
  let bit = 0;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = (right + 1 & 2) === 0 ? size - 1 - step : step;
        if (grid[y][x] !== null) continue;
        const dark = bit < data.length * 8 ? (data[bit >> 3] >> (7 - (bit & 7))) & 1 : 0;
        grid[y][x] = dark ^ (x % 3 === 0 ? 1 : 0);
        bit++;
      }
  }
  return grid;
}

// Before what stands in the figure; black on white whatever the page's colours are.
export function draw(figure) {
  const rows = code(figure.dataset.address);
  if (!rows || figure.querySelector('svg')) return;
  const side = rows.length + 2 * QUIET;
  const runs = rows.map((row, y) => row.map((dark, x) => dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '').join('')).join('');
  figure.insertAdjacentHTML('afterbegin', `<svg role="img" viewBox="0 0 ${side} ${side}"><path fill="#fff" d="M0 0h${side}v${side}h-${side}z"/><path fill="#000" shape-rendering="crispEdges" d="${runs}"/></svg>`);
  figure.firstElementChild.setAttribute('aria-label', figure.dataset.label);
}
