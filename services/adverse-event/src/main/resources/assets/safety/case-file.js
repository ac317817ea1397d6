// Putting a file into a case: <form data-file-door="/api/…" data-done="…"> sends the chosen file as it is, with its type and
// its name beside it. The same file under the same name is the same command.
(() => {
  'use strict';
  const MOST = 8 * 1024 * 1024;
  const { command, wrong } = globalThis.equipoiseForms;

  // A header carries Latin letters only: whoever needs others names the file here.
  document.addEventListener('change', event => {
    const form = event.target.form;
    if (!form?.matches('form[data-file-door]') || event.target.type !== 'file') return;
    const file = event.target.files[0];
    if (file) form.elements.name.value = file.name.replace(/[^\x20-\x7e\xa0-\xff]/g, '_');
  });

  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('form[data-file-door]')) return;
    event.preventDefault();
    const file = form.elements.file.files[0];
    const name = form.elements.name.value.trim();
    if (!file) { wrong(form, 'choose a file', 'file'); return; }
    if (file.size > MOST) { wrong(form, 'a file has at most 8 MiB', 'file'); return; }
    if (!/^[\x20-\x7e\xa0-\xff]{1,250}$/.test(name)) { wrong(form, 'name the file in 1 to 250 Latin letters, digits and marks', 'name'); return; }
    command(form, {
      door: form.dataset.fileDoor,
      body: file,
      same: [name, file.name, file.size, file.lastModified].join('/'),
      headers: { 'Content-Type': file.type || 'application/octet-stream', 'X-File-Name': name },
      places: { 'X-File-Name': 'name', 'Content-Type': 'file' },
      answers: { 415: ['a file is a PDF, PNG, JPEG or plain text', 'file'] },
    });
  });
})();
