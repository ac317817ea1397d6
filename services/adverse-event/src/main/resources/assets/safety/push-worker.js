// Shows a push that woke this browser. It names the alert and its study; the rest is read behind the log-in.
'use strict';
self.addEventListener('push', event => {
  let told = {};
  try { told = event.data.json(); } catch { told = {}; }
  const title = told.step ? `Not acknowledged: safety alert ${told.alert ?? ''}` : `Safety alert ${told.alert ?? ''}`;
  event.waitUntil(self.registration.showNotification(title, {
    body: told.study ? `Study ${told.study}. Open it to read and acknowledge.` : 'Open Equipoise to read it.',
    tag: told.alert, renotify: Boolean(told.alert), requireInteraction: true, data: told.alert, icon: '/assets/mark.svg',
  }));
});
self.addEventListener('notificationclick', event => {
  event.notification.close();
  const alert = event.notification.data;
  event.waitUntil(self.clients.openWindow(alert ? '/safety/alerts/' + encodeURIComponent(alert) : '/safety/alerts'));
});
