// What needs the browser itself: copying, focus, the appearance, the search shortcut and the reconnect overlay.
import './lists.js';
import './passkeys.js';
import './sortable.js';
import './ticking.js';
import './week.js';

const opbx = {
  async copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('readonly', '');
    area.className = 'visually-hidden';
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  },
  focus(id) {
    const element = document.getElementById(id);
    if (!element) return;
    element.scrollIntoView({ block: 'center' });
    element.focus();
  },
  follow(id) { document.getElementById(id)?.focus(); },
  setAppearance(value) {
    document.documentElement.dataset.appearance = value;
    opbx.remember('opbx-appearance', value);
  },
  choosePbx(id) {
    opbx.remember('opbx-pbx', id);
    location.assign('/');
  },
  remember(name, value) {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  },
};
window.opbx = opbx;

const typing = (element) => element.closest('input, textarea, select, [contenteditable="true"]') !== null;

document.addEventListener('keydown', (event) => {
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
    const search = document.querySelector('[data-search]');
    if (search) { event.preventDefault(); search.focus(); search.select(); }
  }
  if (event.key === 'Escape') {
    for (const menu of document.querySelectorAll('details.menu[open]')) { menu.open = false; menu.querySelector('summary').focus(); }
  }
});

document.addEventListener('click', (event) => {
  const jump = event.target.closest('[data-focus]');
  if (jump) { event.preventDefault(); opbx.focus(jump.dataset.focus); }
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target) || event.target.closest('[data-closes]')) menu.open = false;
  }
});

// The connection to the server: retry until it answers; reload the page when the server no longer knows it.
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const overlay = () => document.getElementById('reconnect');
let down = false;

const reconnectionHandler = {
  async onConnectionDown() {
    if (down) return;
    down = true;
    overlay()?.removeAttribute('hidden');
    for (let attempt = 0; down; attempt++) {
      try {
        if (await Blazor.reconnect()) { reconnectionHandler.onConnectionUp(); return; }
        location.reload();
        return;
      } catch {
        await wait(Math.min(500 * (attempt + 1), 4000));
      }
    }
  },
  onConnectionUp() {
    down = false;
    overlay()?.setAttribute('hidden', '');
  },
};

// Values that the browser can preselect.
const guesses = { zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone, country: () => new Intl.Locale(navigator.language).region };
for (const select of document.querySelectorAll('select[data-guess]')) {
  const value = guesses[select.dataset.guess]?.();
  if ([...select.options].some((option) => option.value === value)) select.value = value;
}

document.addEventListener('click', (event) => { if (event.target.closest('[data-reload]')) location.reload(); });
for (const name of ['reordered', 'rangechanged']) Blazor.registerCustomEventType(name, { createEventArgs: (event) => event.detail });
Blazor.start({ circuit: { reconnectionHandler }, ssr: { disableDomPreservation: true } });
