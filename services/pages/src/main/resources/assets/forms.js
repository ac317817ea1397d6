// A form that is a command: <form data-door="/api/…" data-done="…"> sends its fields as JSON to that door. The same
// content keeps its Idempotency-Key, so that a second try after a lost answer is the same command. What the door refuses
// is said in its own words, at the field that it names.
(() => {
  'use strict';
  const cookie = name => document.cookie.split('; ').find(each => each.startsWith(name + '='))?.slice(name.length + 1) ?? '';
  const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
  const tried = new WeakMap();

  const keyFor = (form, body) => {
    const last = tried.get(form);
    if (last?.body === body) return last.key;
    const next = { body, key: key() };
    tried.set(form, next);
    return next.key;
  };

  const sentence = text => text ? text[0].toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.') : '';

  const say = (form, text, pointers) => {
    const places = [...form.querySelectorAll('[data-problem-of]')].filter(place => pointers.includes(place.dataset.problemOf));
    const place = places[0] ?? form.querySelector('[data-problem]');
    place.textContent = sentence(text);
    const field = places[0] && form.elements[places[0].dataset.problemOf.slice(1)];
    if (field) { field.setAttribute('aria-invalid', 'true'); field.focus(); }
  };

  const clear = form => {
    form.querySelectorAll('[data-problem], [data-problem-of]').forEach(place => { place.textContent = ''; });
    form.querySelectorAll('[aria-invalid]').forEach(field => field.removeAttribute('aria-invalid'));
  };

  const done = form => {
    const word = document.createElement('p');
    word.id = (form.closest('.part')?.id ?? 'form') + '-done';
    word.className = 'notice done';
    word.setAttribute('role', 'status');
    word.tabIndex = -1;
    word.textContent = form.dataset.done;
    form.replaceWith(word);
    word.focus();
  };

  const refused = async (form, answer) => {
    if (answer.type === 'opaqueredirect' || answer.status === 401) {
      say(form, 'you are logged out. What you wrote is still here: log in again in another tab, then send it again', []);
      return;
    }
    const problem = await answer.json().catch(() => ({}));
    say(form, problem.detail ?? `the answer was ${answer.status}; nothing is known to be recorded. Send it again`, problem.pointers ?? []);
  };

  const send = async form => {
    const body = JSON.stringify(Object.fromEntries(new FormData(form)));
    const button = form.querySelector('[type=submit]');
    clear(form);
    button.disabled = true;
    try {
      const answer = await fetch(form.dataset.door, {
        method: 'POST', body, redirect: 'manual',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': keyFor(form, body), 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') },
      });
      if (answer.ok) done(form); else await refused(form, answer);
    } catch {
      say(form, 'no answer came. What you wrote is still here: send it again, it is recorded once', []);
    } finally {
      button.disabled = false;
    }
  };

  document.addEventListener('submit', event => {
    if (!event.target.matches('form[data-door]')) return;
    event.preventDefault();
    send(event.target);
  });
})();
