// Buttons of plain pages that copy, save or print a list shown there.
const lines = (id) => [...document.querySelectorAll(`#${id} li`)].map((item) => item.textContent.trim()).join('\n');

document.addEventListener('click', async (event) => {
  const copy = event.target.closest('[data-copy-list]');
  if (copy) {
    await window.opbx.copy(lines(copy.dataset.copyList));
    copy.querySelector('span:last-child').textContent = 'Copied';
  }
  const save = event.target.closest('[data-save-list]');
  if (save) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`${lines(save.dataset.saveList)}\n`], { type: 'text/plain' }));
    link.download = save.dataset.file;
    link.click();
    URL.revokeObjectURL(link.href);
  }
  if (event.target.closest('[data-print]')) window.print();
});
