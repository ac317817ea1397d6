// Sound and browser notifications for alerts that arrive while the inbox is open. Both are off until somebody asks for
// them; the choice stays in this browser. A notification names the alert and nothing of the subject.
(() => {
  'use strict';
  const sound = document.getElementById('signal-sound');
  const notify = document.getElementById('signal-notify');
  const test = document.getElementById('signal-test');
  const said = document.getElementById('signal-said');
  let audio;

  // Two short tones, the second higher; 0.6 s in all, and quiet at both ends so that nothing clicks.
  const tone = async () => {
    audio ??= new AudioContext();
    await audio.resume();
    const start = audio.currentTime + 0.02;
    [[660, 0], [880, 0.3]].forEach(([pitch, after]) => {
      const source = audio.createOscillator();
      const level = audio.createGain();
      source.frequency.value = pitch;
      level.gain.setValueAtTime(0, start + after);
      level.gain.linearRampToValueAtTime(0.3, start + after + 0.03);
      level.gain.linearRampToValueAtTime(0, start + after + 0.27);
      source.connect(level).connect(audio.destination);
      source.start(start + after);
      source.stop(start + after + 0.3);
    });
    document.documentElement.dataset.tones = Number(document.documentElement.dataset.tones ?? 0) + 1;
  };

  const wanted = what => localStorage.getItem('signal-' + what) === 'on';
  const show = () => {
    sound.setAttribute('aria-pressed', wanted('sound'));
    notify.setAttribute('aria-pressed', wanted('notify') && Notification.permission === 'granted');
  };
  const turn = (what, on) => { localStorage.setItem('signal-' + what, on ? 'on' : 'off'); show(); };

  sound.addEventListener('click', async () => {
    turn('sound', !wanted('sound'));
    said.textContent = wanted('sound') ? 'A tone sounds when an alert arrives, while this page is open.' : 'No tone sounds.';
    if (wanted('sound')) await tone();
  });
  test.addEventListener('click', async () => { await tone(); said.textContent = 'This is the tone of an alert.'; });
  notify.addEventListener('click', async () => {
    if (wanted('notify') && Notification.permission === 'granted') { turn('notify', false); said.textContent = 'No notification is shown.'; return; }
    const leave = await Notification.requestPermission();
    turn('notify', leave === 'granted');
    said.textContent = leave === 'granted' ? 'A notification is shown when an alert arrives, while this page is open.' : 'This browser does not let us: allow notifications for this site, then try again.';
  });

  document.addEventListener('arrived', event => {
    if (wanted('sound')) tone().catch(() => { said.textContent = 'This browser plays no sound before you have pressed something on this page.'; });
    if (wanted('notify') && Notification.permission === 'granted') {
      event.detail.forEach(alert => {
        const shown = new Notification(`Safety alert ${alert}`, { body: 'Open it to read and acknowledge.', tag: alert, requireInteraction: true });
        shown.addEventListener('click', () => { window.focus(); location.href = '/safety/alerts/' + encodeURIComponent(alert); });
      });
    }
  });
  show();
})();
