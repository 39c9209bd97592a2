// Durations that count up in the browser: the server only sends when they began.
const pad = (number) => String(number).padStart(2, '0');

const text = (seconds) => {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
};

// The browser's clock may be wrong, so the server's time of rendering is sent with the element.
const drawn = new WeakMap();

const tick = () => {
  for (const element of document.querySelectorAll('[data-since]')) {
    const key = `${element.dataset.since}/${element.dataset.now}`;
    if (drawn.get(element)?.key !== key) drawn.set(element, { key, at: Date.now() });
    const age = Number(element.dataset.now) - Number(element.dataset.since) + Date.now() - drawn.get(element).at;
    // Only the value of the text node: the page keeps a reference to the node itself.
    if (element.firstChild) element.firstChild.nodeValue = text(Math.max(0, Math.floor(age / 1000)));
  }
};

setInterval(tick, 1000);
