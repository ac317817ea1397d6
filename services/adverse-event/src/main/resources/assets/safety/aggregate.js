// A bar, or a person's mark, opens the list that the table beside it opens.
(() => {
  'use strict';
  document.addEventListener('picked', event => document.getElementById(event.detail)?.showPopover?.());
})();
