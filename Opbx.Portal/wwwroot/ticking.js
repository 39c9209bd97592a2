// Durations that grow while one looks at them: the server says once when it began.
const pad = (number) => String(number).padStart(2, '0');

const text = (seconds) => {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
};

// The clock of the browser may be wrong: the server's clock of the moment the element was drawn comes with it.
const drawn = new WeakMap();

const tick = () => {
  for (const element of document.querySelectorAll('[data-since]')) {
    const key = `${element.dataset.since}/${element.dataset.now}`;
    if (drawn.get(element)?.key !== key) drawn.set(element, { key, at: Date.now() });
    const age = Number(element.dataset.now) - Number(element.dataset.since) + Date.now() - drawn.get(element).at;
    // Only the value of the text node: the page keeps hold of the node itself.
    if (element.firstChild) element.firstChild.nodeValue = text(Math.max(0, Math.floor(age / 1000)));
  }
};

setInterval(tick, 1000);
