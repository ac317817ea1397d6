// A form that is a command: <form data-door="/api/…" data-done="…"> sends its fields as JSON to that door. The same
// content keeps its Idempotency-Key, so that a second try after a lost answer is the same command. What the door refuses
// is said in its own words, at the field that it names. A page's own script that sends something else than fields calls
// equipoiseForms.command(form, it) with the door, the body, its headers, what makes two tries the same, and if need be by
// which field a door's pointer is meant (places) and what a status means here (answers: status -> [words, field]).
(() => {
  'use strict';
  const cookie = name => document.cookie.split('; ').find(each => each.startsWith(name + '='))?.slice(name.length + 1) ?? '';
  const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
  const tried = new WeakMap();

  const keyFor = (form, same) => {
    const last = tried.get(form);
    if (last?.same === same) return last.key;
    const next = { same, key: key() };
    tried.set(form, next);
    return next.key;
  };

  const sentence = text => text ? text[0].toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.') : '';

  const say = (form, text, pointers) => {
    const places = [...form.querySelectorAll('[data-problem-of]')].filter(place => pointers.includes(place.dataset.problemOf));
    const place = places[0] ?? form.querySelector('[data-problem]');
    place.textContent = sentence(text);
    const field = places[0] && form.elements[places[0].dataset.problemOf.replace(/^\//, '')];
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

  const refused = async (form, answer, it) => {
    if (answer.type === 'opaqueredirect' || answer.status === 401) {
      say(form, 'you are logged out. What you wrote is still here: log in again in another tab, then send it again', []);
      return;
    }
    const [words, place] = it.answers?.[answer.status] ?? [];
    if (words) { say(form, words, [place]); return; }
    const problem = await answer.json().catch(() => ({}));
    const pointers = (problem.pointers ?? []).map(each => it.places?.[each] ?? each);
    say(form, problem.detail ?? `the answer was ${answer.status}; nothing is known to be recorded. Send it again`, pointers);
  };

  // A page's own script may shape what is said: it changes the detail of the event 'fields'.
  // <input data-as="flag"> is true or false; "list" many words, or the ticked boxes of a name; "optional" left out when empty.
  const content = form => {
    const fields = Object.fromEntries(new FormData(form));
    form.querySelectorAll('[data-as=list]').forEach(field => { fields[field.name] = []; });
    form.querySelectorAll('[data-as]').forEach(field => {
      const value = field.type === 'checkbox' && !field.checked ? '' : field.value;
      if (field.dataset.as === 'list') fields[field.name].push(...value.split(/[\s,]+/).filter(Boolean));
      if (field.dataset.as === 'flag') fields[field.name] = field.checked;
      if (field.dataset.as === 'optional' && !value) delete fields[field.name];
    });
    form.dispatchEvent(new CustomEvent('fields', { bubbles: true, detail: fields }));
    return fields;
  };

  const command = async (form, it) => {
    const button = form.querySelector('[type=submit]');
    clear(form);
    button.disabled = true;
    try {
      const answer = await fetch(it.door, {
        method: 'POST', body: it.body, redirect: 'manual',
        headers: { ...it.headers, 'Idempotency-Key': keyFor(form, it.same), 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') },
      });
      if (answer.ok) done(form); else await refused(form, answer, it);
    } catch {
      say(form, 'no answer came. What you wrote is still here: send it again, it is recorded once', []);
    } finally {
      button.disabled = false;
    }
  };

  document.addEventListener('submit', event => {
    if (!event.target.matches('form[data-door]')) return;
    event.preventDefault();
    const form = event.target;
    const body = JSON.stringify(content(form));
    command(form, { door: form.dataset.door, body, same: body, headers: { 'Content-Type': 'application/json' } });
  });

  globalThis.equipoiseForms = { command, wrong: (form, text, place) => { clear(form); say(form, text, [place]); } };
})();
