// Keeps a page's parts as the server has them. One server-sent stream brings every changed part; a heartbeat shows
// that the line is open. A silent or closed line is said within seconds, and opened again without end: the server
// then sends whatever differs, so nothing is missed.
(() => {
  'use strict';
  const SILENT_AFTER = 8000;
  const LONGEST_WAIT = 5000;
  const line = document.querySelector('[data-live]');
  if (!line || !line.dataset.source) return;
  const word = line.querySelector('.heard-word');
  let source = null, heard = 0, wait = 500, timer = 0, lost = 0, loggedOut = false;

  const say = (state, text) => {
    if (line.dataset.state !== state) line.dataset.state = state;
    if (word.textContent !== text) word.textContent = text;
    document.documentElement.toggleAttribute('data-stale', state !== 'live');
  };

  const show = () => {
    if (loggedOut) {
      say('lost', 'You are logged out. Load this page again');
    } else if (lost) {
      const since = heard ? 'Connection lost. Shown as of ' + new Date(heard).toLocaleTimeString('en-GB') : 'No connection';
      say('lost', since + '. Trying again…');
    } else if (heard) {
      say('live', 'Live. Heard less than ' + Math.max(5, Math.ceil((Date.now() - heard) / 5000) * 5) + ' s ago');
    }
  };

  const kept = part => ({
    open: [...part.querySelectorAll('details[open][id]')].map(e => e.id),
    popover: part.querySelector(':popover-open')?.id,
    focus: part.contains(document.activeElement) ? document.activeElement.id : '',
    scroll: [...part.querySelectorAll('.scroll[id]')].map(e => [e.id, e.scrollTop, e.scrollLeft]),
    selection: document.activeElement?.type === 'search'
      ? [document.activeElement.selectionStart, document.activeElement.selectionEnd] : null,
  });

  const restore = was => {
    const byId = id => document.getElementById(id);
    was.open.forEach(id => byId(id)?.setAttribute('open', ''));
    was.scroll.forEach(([id, top, left]) => { const e = byId(id); if (e) { e.scrollTop = top; e.scrollLeft = left; } });
    if (was.popover) byId(was.popover)?.showPopover?.();
    if (was.focus) {
      const field = byId(was.focus);
      field?.focus({ preventScroll: true });
      if (was.selection) field?.setSelectionRange(...was.selection);
    }
  };

  const swap = ({ id, digest, html }) => {
    const part = document.getElementById(id);
    if (!part || part.dataset.digest === digest) return;
    const was = kept(part);
    part.innerHTML = html;
    part.dataset.digest = digest;
    document.dispatchEvent(new CustomEvent('parts', { detail: part }));
    restore(was);
    part.classList.add('changed');
    setTimeout(() => part.classList.remove('changed'), 1600);
  };

  const alive = () => { heard = Date.now(); lost = 0; loggedOut = false; wait = 500; show(); };

  // a stream that is refused looks like one that is gone: the page itself tells them apart
  const ask = () => fetch(location.href, { method: 'HEAD', redirect: 'manual' })
    .then(answer => { loggedOut = answer.type === 'opaqueredirect' || answer.status === 401; })
    .catch(() => { loggedOut = false; });

  const close = () => { source?.close(); source = null; };
  const again = () => {
    close();
    if (!lost) lost = Date.now();
    if (wait > 1000) ask().then(show);
    show();
    clearTimeout(timer);
    timer = setTimeout(open, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };

  function open() {
    close();
    const opened = Date.now();
    source = new EventSource(line.dataset.source);
    source.addEventListener('part', event => { alive(); swap(JSON.parse(event.data)); });
    source.addEventListener('beat', alive);
    source.addEventListener('again', open);
    source.addEventListener('gone', () => location.reload());
    source.onerror = again;
    source.openedAt = opened;
  }

  setInterval(() => {
    if (source && Date.now() - Math.max(heard, source.openedAt) > SILENT_AFTER) again(); else show();
  }, 1000);
  addEventListener('online', open);
  addEventListener('offline', again);
  addEventListener('pagehide', close);
  addEventListener('pageshow', event => { if (event.persisted) open(); });
  open();
})();
