// Appearance: the system's, light or dark; the choice stays in this browser. Runs before the first paint.
(() => {
  'use strict';
  const words = { system: 'System', light: 'Light', dark: 'Dark' };
  const order = ['system', 'light', 'dark'];
  const kept = () => { try { return localStorage.getItem('theme') || 'system'; } catch { return 'system'; } };
  const keep = value => { try { localStorage.setItem('theme', value); } catch { /* private window */ } };
  const show = value => {
    const root = document.documentElement;
    if (value === 'system') { root.removeAttribute('data-theme'); } else { root.setAttribute('data-theme', value); }
    const button = document.getElementById('theme');
    if (button) {
      button.querySelector('.theme-word').textContent = words[value];
      button.setAttribute('aria-label', 'Appearance: ' + words[value] + '. Change');
    }
    document.dispatchEvent(new CustomEvent('theme'));
  };
  show(kept());
  document.addEventListener('DOMContentLoaded', () => {
    show(kept());
    document.getElementById('theme')?.addEventListener('click', () => {
      const next = order[(order.indexOf(kept()) + 1) % order.length];
      keep(next);
      show(next);
    });
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => show(kept()));
})();
