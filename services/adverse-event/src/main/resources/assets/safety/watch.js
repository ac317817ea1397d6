// Shapes what a form says: names such as shifts/0/person become lists, and each field what its kind asks for. Rows whose
// needed field is empty are left out, and the others numbered anew, so that a refusal names the row that one sees.
(() => {
  'use strict';
  const renumber = rows => {
    const all = [...rows.children];
    const empty = all.filter(row => !row.querySelector('[data-needed]').value.trim());
    const kept = all.filter(row => !empty.includes(row)).concat(empty);
    kept.forEach((row, i) => {
      rows.append(row);
      row.querySelectorAll('[name]').forEach(field => { field.name = field.name.replace(/\/\d+\//, `/${i}/`); });
    });
    return all.length - empty.length;
  };

  // What the clock of a zone shows, as an instant: guessed in UTC, then put right by the zone's offset there, twice.
  const shown = (instant, zone) => {
    const parts = Object.fromEntries(new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric',
      hour: 'numeric', minute: 'numeric', second: 'numeric',
    }).formatToParts(instant).map(part => [part.type, Number(part.value)]));
    return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  };
  const instant = (local, zone) => {
    const wanted = Date.parse(local + ':00Z');
    let guess = wanted;
    for (let i = 0; i < 2; i++) guess += wanted - shown(guess, zone);
    return new Date(guess).toISOString();
  };

  const lines = text => text.split('\n').map(line => line.trim()).filter(Boolean);
  const zoned = (field, form) => {
    try { return instant(field.value, form.elements.zone.value); } catch { return field.value; }
  };
  const kinds = {
    flag: field => field.checked,
    number: field => (field.value.trim() === '' ? undefined : /^\d+$/.test(field.value.trim()) ? Number(field.value) : field.value),
    lines: field => lines(field.value),
    words: field => field.value.split(',').map(word => word.trim()).filter(Boolean),
    minutes: field => `PT${field.value.trim() || '0'}M`,
    optional: field => field.value.trim() || undefined,
    instant: zoned,
  };

  const shaped = (form, counts) => {
    const said = {};
    for (const [list] of Object.entries(counts)) said[list] = [];
    for (const field of form.elements) {
      if (!field.name) continue;
      const value = field.dataset.kind ? kinds[field.dataset.kind](field, form) : field.value;
      const [list, index, name] = field.name.split('/');
      if (name === undefined) { if (value !== undefined) said[field.name] = value; continue; }
      if (Number(index) < counts[list]) (said[list][index] ??= {})[name] = value;
    }
    return said;
  };

  document.addEventListener('fields', event => {
    const form = event.target;
    if (!form.matches('form[data-shaped]')) return;
    const counts = {};
    form.querySelectorAll('[data-rows]').forEach(rows => { counts[rows.dataset.rows] = renumber(rows); });
    for (const name of Object.keys(event.detail)) delete event.detail[name];
    Object.assign(event.detail, shaped(form, counts));
  });

  document.addEventListener('click', event => {
    const more = event.target.closest('[data-more]');
    if (!more) return;
    const rows = more.form.querySelector(`[data-rows="${more.dataset.more}"]`);
    const row = rows.lastElementChild.cloneNode(true);
    row.querySelectorAll('[name]').forEach(field => {
      field.value = '';
      field.name = field.name.replace(/\/\d+\//, `/${rows.children.length}/`);
    });
    row.querySelector('legend').textContent = `Row ${rows.children.length + 1}`;
    rows.append(row);
    row.querySelector('[name]').focus();
  });
})();
