// Ticks every <time class="age" datetime="…"> so that the server need not send a page again to say "5 s later".
(() => {
  'use strict';
  const words = seconds => {
    if (seconds < 1) return 'just now';
    if (seconds < 90) return Math.round(seconds) + ' s ago';
    if (seconds < 5400) return Math.round(seconds / 60) + ' min ago';
    if (seconds < 129600) return Math.round(seconds / 3600) + ' h ago';
    return Math.round(seconds / 86400) + ' d ago';
  };
  const tick = () => document.querySelectorAll('time.age[datetime]').forEach(time => {
    const text = words((Date.now() - Date.parse(time.dateTime)) / 1000);
    if (time.textContent !== text) time.textContent = text;
  });
  window.equipoiseAge = words;
  document.addEventListener('parts', tick);
  setInterval(tick, 1000);
  tick();
})();
