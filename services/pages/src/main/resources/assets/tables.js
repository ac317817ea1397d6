// Tables that sort, filter and go out as CSV. What was chosen survives a live update of the table.
(() => {
  'use strict';
  const chosen = new Map();
  const stateOf = id => { if (!chosen.has(id)) chosen.set(id, { column: -1, down: false, text: '' }); return chosen.get(id); };
  const cellText = (row, column) => row.cells[column]?.innerText.trim() ?? '';
  const sortKey = (row, column) => row.cells[column]?.dataset.sort ?? cellText(row, column);
  const compare = (a, b) => {
    const x = Number(a), y = Number(b);
    if (a !== '' && b !== '' && !Number.isNaN(x) && !Number.isNaN(y)) return x - y;
    return a.localeCompare(b, 'en', { numeric: true });
  };

  const apply = table => {
    const state = stateOf(table.id);
    const body = table.tBodies[0];
    const rows = [...body.rows];
    if (state.column >= 0) {
      rows.sort((a, b) => compare(sortKey(a, state.column), sortKey(b, state.column)) * (state.down ? -1 : 1));
      rows.forEach(row => body.append(row));
    }
    const wanted = state.text.toLowerCase();
    let shown = 0;
    rows.forEach(row => {
      const hit = !wanted || row.textContent.toLowerCase().includes(wanted);
      row.hidden = !hit;
      if (hit) shown++;
    });
    [...table.tHead.rows[0].cells].forEach((th, column) => {
      if (column === state.column) th.setAttribute('aria-sort', state.down ? 'descending' : 'ascending');
      else th.removeAttribute('aria-sort');
    });
    const count = document.querySelector(`[data-tools-for="${table.id}"] .count`);
    const words = wanted ? `${shown} of ${rows.length} rows` : rows.length === 1 ? '1 row' : `${rows.length} rows`;
    if (count && count.textContent !== words) count.textContent = words;
  };

  const csv = table => [...table.rows].filter(row => !row.hidden).map(row => [...row.cells].map(cell => {
    const text = (cell.dataset.csv ?? cell.innerText).trim().replace(/\s+/g, ' ');
    const safe = /^[=+\-@\t]/.test(text) ? "'" + text : text;  // a spreadsheet must not take a cell for a formula
    return '"' + safe.replaceAll('"', '""') + '"';
  }).join(',')).join('\r\n');

  const download = (table, name) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['\ufeff' + csv(table)], { type: 'text/csv;charset=utf-8' }));
    link.download = name.toLowerCase().replace(/[^a-z0-9]+/g, '-') + '.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const enhance = root => root.querySelectorAll('table.sortable[id]').forEach(table => {
    if (table.dataset.ready) return;
    table.dataset.ready = 'yes';
    [...table.tHead.rows[0].cells].forEach((th, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.id = `${table.id}-sort-${column}`;
      button.append(...th.childNodes);
      th.append(button);
      button.addEventListener('click', () => {
        const state = stateOf(table.id);
        state.down = state.column === column && !state.down;
        state.column = column;
        apply(table);
      });
    });
    const tools = document.querySelector(`[data-tools-for="${table.id}"]`);
    const input = tools?.querySelector('input');
    if (input) {
      input.value = stateOf(table.id).text;
      input.addEventListener('input', () => { stateOf(table.id).text = input.value; apply(table); });
    }
    tools?.querySelector('.csv')?.addEventListener('click', event => download(table, event.currentTarget.dataset.file));
    apply(table);
  });

  document.addEventListener('parts', () => enhance(document));
  enhance(document);
})();
