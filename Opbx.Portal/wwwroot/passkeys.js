// Buttons that create or use a passkey: the browser asks the device, then the surrounding form is sent with the result.
const possible = () => window.isSecureContext && window.PublicKeyCredential?.parseRequestOptionsFromJSON !== undefined;

const ask = async (path) => {
  const answer = await fetch(path, { method: 'POST', credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
};

const kinds = {
  async create(path) {
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(await ask(path)) });
  },
  async use(path) { return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await ask(path)) }); },
};

const show = () => {
  for (const part of document.querySelectorAll(possible() ? '[data-with-passkeys]' : '[data-without-passkeys]')) part.hidden = false;
};

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-passkey]');
  if (!button) return;
  event.preventDefault();
  const form = button.closest('form');
  if (!form.reportValidity()) return;
  button.disabled = true;
  try {
    form.querySelector('[data-passkey-answer]').value = JSON.stringify(await kinds[button.dataset.passkey](button.dataset.path));
    form.requestSubmit();
  } catch {
    // The person closed the device's prompt, or the device has no passkey for this portal.
    form.querySelector('[data-passkey-failed]').hidden = false;
    button.disabled = false;
  }
});

show();
