// Puts this browser on the list of those that are woken: asks for leave, subscribes at the browser's push service, and
// tells the house.
(() => {
  'use strict';
  const button = document.getElementById('wake');
  const said = document.getElementById('wake-said');
  const cookie = name => document.cookie.split('; ').find(each => each.startsWith(name + '='))?.slice(name.length + 1) ?? '';
  const text = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const bytes = base64url => Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), each => each.charCodeAt(0));

  const subscribe = async () => {
    if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'This browser cannot be woken.';
    if (await Notification.requestPermission() !== 'granted') return 'This browser does not let us: allow notifications for this site, then try again.';
    const { key } = await (await fetch('/api/safety/browsers')).json();
    const worker = await navigator.serviceWorker.register('/safety/assets/push-worker.js');
    const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
    const answer = await fetch('/api/safety/browsers', {
      method: 'POST',
      body: JSON.stringify({ endpoint: made.endpoint, p256dh: text(made.getKey('p256dh')), auth: text(made.getKey('auth')), device: document.getElementById('device').value }),
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') },
    });
    if (answer.ok) return 'This browser is woken from now on.';
    return (await answer.json().catch(() => ({}))).detail ?? `The answer was ${answer.status}.`;
  };

  button.addEventListener('click', async () => {
    button.disabled = true;
    said.textContent = 'Asking…';
    said.textContent = await subscribe().catch(problem => `It did not work: ${problem.message}`);
    button.disabled = false;
  });
})();
