// Draws, moves and resizes hours in the week view, with mouse and keyboard.
const step = 15;
const day = 1440;
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const clock = (minutes) => {
  const m = minutes > day ? minutes - day : minutes;
  return `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
};
const read = (block) => Object.fromEntries(['day', 'index', 'start', 'end', 'column'].map((name) => [name, Number(block.dataset[name])]));
const tell = (week, detail) => week.dispatchEvent(new CustomEvent('rangechanged', { bubbles: true, detail }));

function place(week, event) {
  const box = week.getBoundingClientRect();
  return { column: clamp(Math.floor((event.clientX - box.left) / box.width * 7), 0, 6),
    minutes: clamp(Math.round((event.clientY - box.top) / box.height * day / step) * step, 0, day) };
}

// Hours last less than a day, except the whole day itself.
const endFor = (start, end) => clamp(end, start + step, start === 0 ? day : Math.min(start + day - step, 2 * day - step));
const startFor = (start, end) => clamp(start, Math.max(0, end - day + (end === day ? 0 : step)), Math.min(end, day) - step);

const drawn = (from, to) => {
  const after = (to.column - from.column + 7) % 7 === 1;
  if (!after) return { day: from.column, start: Math.min(from.minutes, to.minutes), end: Math.max(from.minutes, to.minutes) };
  return { day: from.column, start: Math.min(from.minutes, day - step), end: endFor(from.minutes, day + to.minutes) };
};
const moved = (range, from, to) => {
  const start = clamp(range.start + to.minutes - from.minutes, 0, day - step);
  const target = (range.day + to.column - from.column + 7) % 7;
  return { day: target, start, end: endFor(start, start + range.end - range.start) };
};
const resized = (range, grip, to) => {
  if (grip === 'start') return to.column === range.day ? { day: range.day, start: startFor(to.minutes, range.end), end: range.end } : null;
  const after = (to.column - range.day + 7) % 7;
  return after > 1 ? null : { day: range.day, start: range.start, end: endFor(range.start, after * day + to.minutes) };
};

function show(week, range) {
  const ghost = week.querySelector('[data-ghost]');
  ghost.replaceChildren();
  if (!range) return;
  const box = week.getBoundingClientRect();
  const make = (name, attributes, text) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text) element.textContent = text;
    ghost.append(element);
  };
  const bar = (column, from, to) => make('rect', { class: 'ghost', x: column * box.width / 7 + 2, width: box.width / 7 - 4,
    y: from * box.height / day, height: Math.max(0, (to - from) * box.height / day), rx: 4 });
  bar(range.day, range.start, Math.min(range.end, day));
  if (range.end > day) bar((range.day + 1) % 7, 0, range.end - day);
  make('text', { class: 'ghost-text', x: (range.day + 0.5) * box.width / 7,
    y: Math.max(14, range.start * box.height / day - 6), 'text-anchor': range.day === 0 ? 'start' : range.day === 6 ? 'end' : 'middle' },
  `${clock(range.start)}-${clock(range.end)}`);
}

document.addEventListener('pointerdown', (event) => {
  const week = event.target.closest('svg[data-week]');
  if (!week || event.button !== 0 || week.closest('fieldset:disabled')) return;
  const block = event.target.closest('[data-range]');
  const grip = event.target.dataset.grip;
  // A finger on the empty week scrolls the page.
  if (!block && event.pointerType === 'touch') return;
  if (event.pointerType !== 'touch') event.preventDefault();
  block?.focus();
  drag(week, block ? read(block) : null, grip, place(week, event), event.pointerId);
});

function drag(week, range, grip, from, pointer) {
  let result = null;
  const move = (event) => {
    if (event.pointerId !== pointer) return;
    const to = place(week, event);
    if (!result && to.column === from.column && to.minutes === from.minutes) return;
    result = (range ? grip ? resized(range, grip, to) : moved(range, from, to) : drawn(from, to)) ?? result;
    week.classList.add('dragging');
    show(week, result);
  };
  const end = (event) => {
    if (event && event.pointerId !== undefined && event.pointerId !== pointer) return;
    for (const [name, listener] of listeners) document.removeEventListener(name, listener, true);
    week.classList.remove('dragging');
    show(week, null);
    if (event?.type !== 'pointerup' || !result || result.end - result.start < step) return;
    tell(week, { day: range?.day ?? result.day, index: range?.index ?? -1,
      toDay: result.day, start: result.start, end: result.end, removed: false });
  };
  const key = (event) => { if (event.key === 'Escape') { event.preventDefault(); end(); } };
  const listeners = [['pointermove', move], ['pointerup', end], ['pointercancel', end], ['keydown', key]];
  for (const [name, listener] of listeners) document.addEventListener(name, listener, true);
}

document.addEventListener('keydown', (event) => {
  const block = event.target.closest?.('[data-range]');
  const week = block?.closest('svg[data-week]');
  if (!week || event.ctrlKey || event.metaKey || week.closest('fieldset:disabled')) return;
  const range = read(block);
  const result = typed(range, event);
  if (!result) return;
  event.preventDefault();
  tell(week, { day: range.day, index: range.index, toDay: range.day, start: range.start, end: range.end, removed: false, ...result });
});

function typed(range, event) {
  const by = { ArrowUp: -step, ArrowDown: step }[event.key];
  const days = { ArrowLeft: 6, ArrowRight: 1 }[event.key];
  if (event.key === 'Delete' || event.key === 'Backspace') return { removed: true };
  if (days && !event.shiftKey && !event.altKey) return { toDay: (range.day + days) % 7 };
  if (!by) return null;
  if (event.shiftKey) return { end: endFor(range.start, range.end + by) };
  if (event.altKey) return { start: startFor(range.start + by, range.end) };
  const start = clamp(range.start + by, 0, day - step);
  return { start, end: endFor(start, start + range.end - range.start) };
}
