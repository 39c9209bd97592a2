// Drags the lines of a list to another position. The buttons beside them do the same without this file.
const edge = 90;

document.addEventListener('pointerdown', (event) => {
  const handle = event.target.closest('[data-handle]');
  const list = handle?.closest('[data-sortable]');
  if (!list || event.button !== 0) return;
  event.preventDefault();
  drag(list, handle.closest('[data-line]'), handle, event);
});

function drag(list, line, handle, down) {
  const lines = [...list.children].filter((child) => child.matches('[data-line]'));
  const from = lines.indexOf(line);
  const middles = lines.map((other) => { const box = other.getBoundingClientRect(); return box.top + scrollY + box.height / 2; });
  const room = line.offsetHeight + (parseFloat(getComputedStyle(list).rowGap) || 0);
  let to = from;
  handle.setPointerCapture(down.pointerId);
  list.classList.add('dragging');
  line.classList.add('dragged');

  const move = (event) => {
    if (event.clientY < edge) scrollBy(0, -16);
    if (event.clientY > innerHeight - edge) scrollBy(0, 16);
    const y = event.clientY + scrollY;
    to = middles.filter((middle, index) => index !== from && middle < y).length;
    line.style.transform = `translateY(${y - down.clientY - start}px)`;
    lines.forEach((other, index) => {
      if (other === line) return;
      other.style.transform = index > from && index <= to ? `translateY(${-room}px)`
        : index < from && index >= to ? `translateY(${room}px)` : '';
    });
  };
  const end = (event) => {
    for (const [name, listener] of listeners) handle.removeEventListener(name, listener);
    document.removeEventListener('keydown', escape, true);
    list.classList.remove('dragging');
    line.classList.remove('dragged');
    for (const other of lines) other.style.transform = '';
    if (event?.type === 'pointerup' && to !== from)
      list.dispatchEvent(new CustomEvent('reordered', { bubbles: true, detail: { from, to } }));
  };
  const escape = (event) => { if (event.key === 'Escape') { event.preventDefault(); end(); } };
  const start = scrollY;
  const listeners = [['pointermove', move], ['pointerup', end], ['pointercancel', end]];
  for (const [name, listener] of listeners) handle.addEventListener(name, listener);
  document.addEventListener('keydown', escape, true);
}
