// Logs out of the gateway, which says where the identity provider logs out; there is nothing to log out of elsewhere.
(() => {
  'use strict';
  const token = () => document.cookie.split('; ').find(each => each.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length);
  const button = document.getElementById('log-out');
  if (!button || !token()) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const answer = await fetch('/logout', { method: 'POST', headers: { 'X-XSRF-TOKEN': token() ?? '' } });
      location.assign(answer.headers.get('Location') ?? '/');
    } catch {
      button.disabled = false;
      button.textContent = 'Not logged out, try again';
    }
  });
})();
