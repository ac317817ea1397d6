// Breaking one subject's code, and looking at what it says. What is shown stands in a dialog and is wiped when that closes: no
// part of the page ever holds it, so no live update, print or copy of the page does either.
(() => {
  'use strict';
  const cookie = name => document.cookie.split('; ').find(each => each.startsWith(name + '='))?.slice(name.length + 1) ?? '';
  const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
  const shown = document.getElementById('treatment-shown');
  const tried = new WeakMap();

  const ask = (door, body, id) => fetch(door, { method: 'POST', body, redirect: 'manual',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': id, 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') } });

  const say = (element, text) => { element.closest('.part').querySelector('[data-problem]').textContent = text; };

  const refused = async (element, answer) => {
    const problem = await answer.json().catch(() => ({}));
    say(element, problem.detail ?? 'You are logged out, or no answer came. Log in again in another tab, then send it again.');
  };

  document.addEventListener('submit', async event => {
    const form = event.target;
    if (!form.matches('form[data-break]')) return;
    event.preventDefault();
    const field = name => form.elements[name];
    const body = JSON.stringify({ event: form.dataset.event, suspected: field('suspected').checked, unexpected: field('unexpected').checked, reason: field('reason').value });
    if (tried.get(form)?.body !== body) tried.set(form, { body, id: key() });
    say(form, '');
    const answer = await ask(form.dataset.break, body, tried.get(form).id).catch(() => null);
    if (answer?.ok) { const word = document.createElement('p'); word.className = 'notice done'; word.setAttribute('role', 'status'); word.textContent = 'The code is broken. The treatment can be shown here in a moment.'; form.replaceWith(word); }
    else if (answer) await refused(form, answer);
    else say(form, 'No answer came. Send it again: it is recorded once.');
  });

  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-look]');
    if (!button || !shown) return;
    const answer = await ask(button.dataset.look, '', key()).catch(() => null);
    if (!answer?.ok) { if (answer) await refused(button, answer); else say(button, 'No answer came. Try again: each look is recorded.'); return; }
    const seen = await answer.json();
    shown.querySelectorAll('[data-shows]').forEach(place => { place.textContent = seen[place.dataset.shows]; });
    shown.showModal();
  });

  const forget = () => shown?.querySelectorAll('[data-shows]').forEach(place => { place.textContent = ''; });
  shown?.addEventListener('close', forget);
  shown?.querySelector('[data-forget]').addEventListener('click', () => { forget(); shown.close(); });
  addEventListener('pagehide', forget);
})();
