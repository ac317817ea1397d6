// Ticks every <time class="age" datetime="…"> ("5 s ago") and <time class="until" …> ("in 5 min"), so that the server need
// not send a page again to say "5 s later".
(() => {
  'use strict';
  const span = seconds => {
    if (seconds < 90) return Math.round(seconds) + ' s';
    if (seconds < 5400) return Math.round(seconds / 60) + ' min';
    if (seconds < 129600) return Math.round(seconds / 3600) + ' h';
    return Math.round(seconds / 86400) + ' d';
  };
  const words = seconds => seconds < 1 ? 'just now' : span(seconds) + ' ago';
  const until = seconds => seconds > 0 ? 'in ' + span(seconds) : span(-seconds) + ' ago';
  const show = (time, text) => { if (time.textContent !== text) time.textContent = text; };
  const since = time => (Date.now() - Date.parse(time.dateTime)) / 1000;
  const tick = () => {
    document.querySelectorAll('time.age[datetime]').forEach(time => show(time, words(since(time))));
    document.querySelectorAll('time.until[datetime]').forEach(time => show(time, until(-since(time))));
  };
  window.equipoiseAge = words;
  document.addEventListener('parts', tick);
  setInterval(tick, 1000);
  tick();
})();
