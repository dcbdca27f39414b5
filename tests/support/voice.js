// SPDX-License-Identifier: MIT
// A device with a Chinese voice, for tests: what it is told stands in `said`; a sentence ends when
// a test calls `ended()`, and voices come after the page has been read, as on a telephone.
(() => {
  const listeners = [];
  let voices = [], now = null;
  window.said = [];
  window.cancelled = 0;
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const speech = {
    getVoices: () => voices,
    speak(utterance) {
      now = utterance;
      window.said.push([utterance.text, utterance.voice.name, utterance.rate]);
    },
    cancel() { window.cancelled++; now = null; },
    addEventListener(name, listener) { listeners.push(listener); },
    removeEventListener(name, listener) { listeners.splice(listeners.indexOf(listener), 1); },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  window.ended = () => now?.onend();
  addEventListener('load', () => setTimeout(() => {
    voices = [{ name: 'English', lang: 'en-US' }, { name: '粤语', lang: 'zh-HK' }, { name: '普通话', lang: 'zh-CN' }];
    for (const listener of [...listeners]) listener();
  }, 50));
})();
