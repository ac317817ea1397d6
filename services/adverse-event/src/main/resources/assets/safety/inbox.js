// An alert that arrives is said aloud and shown at the top until somebody has seen it; the title counts what waits.
(() => {
  'use strict';
  const place = document.getElementById('arrivals');
  const title = document.title;
  const waiting = () => [...document.querySelectorAll('#part-waiting [data-alert]')];
  const known = new Set(waiting().map(card => card.id));

  const count = () => {
    const number = Number(document.getElementById('waiting-count')?.dataset.waiting ?? 0);
    document.title = number ? `(${number}) ${title}` : title;
  };

  // Older ones that move up to the end of a full page, or to a page of older ones, have not arrived.
  const newcomers = cards => {
    if (document.getElementById('newest-waiting')) return [];
    const full = document.getElementById('older-waiting') !== null;
    const end = full ? cards.findLastIndex(card => known.has(card.id)) : -1;
    return cards.filter((card, i) => !known.has(card.id) && (end < 0 || i < end));
  };

  const announce = arrived => {
    const link = document.createElement('a');
    link.href = '/safety/alerts/' + arrived[0].id;
    link.textContent = arrived[0].dataset.alert;
    const seen = document.createElement('button');
    seen.type = 'button';
    seen.className = 'plain';
    seen.textContent = 'Seen';
    seen.addEventListener('click', () => { place.replaceChildren(); document.getElementById('main').focus(); });
    const word = document.createElement('span');
    word.textContent = arrived.length === 1 ? 'New alert:' : `${arrived.length} new alerts, the newest:`;
    place.replaceChildren(word, link, seen);
  };

  document.addEventListener('parts', () => {
    const arrived = newcomers(waiting());
    arrived.forEach(card => card.classList.add('arrived'));
    waiting().forEach(card => known.add(card.id));
    if (arrived.length) {
      announce(arrived);
      document.dispatchEvent(new CustomEvent('arrived', { detail: arrived.map(card => card.id) }));
    }
    const link = place.querySelector('a');
    if (link && !document.getElementById(link.pathname.split('/').pop())) place.replaceChildren();
    count();
  });
  count();
})();
