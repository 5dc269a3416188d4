// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The frame of the room page: on a narrow screen all that is not needed at every moment is behind one button, numbers are
// folded to a line, and the page is as high as what the keyboard leaves of the screen.
(function (PushLab) {
  'use strict';

  const byId = (id) => document.getElementById(id);
  const main = byId('main');
  const text = byId('text');
  const hint = text.placeholder;
  const people = byId('people-fold');
  const side = people.parentElement;
  const button = byId('menu');
  const menu = byId('room-menu');
  const header = document.querySelector('header.site');
  let isNarrow = null; // the style sheet says
  const moved = [document.querySelector('header.site nav'), document.querySelector('.languages')];

  function setMenu(isOpen) {
    document.body.classList.toggle('menu-open', isOpen);
    button.setAttribute('aria-expanded', isOpen);
  }

  function fit() {
    const narrow = getComputedStyle(main).getPropertyValue('--narrow') !== '';
    if (narrow === isNarrow)
      return;
    isNarrow = narrow;
    setMenu(false);
    if (narrow) {
      menu.append(people, byId('how'), ...moved);
    } else {
      header.append(...moved);
      side.append(people);
      byId('network').before(byId('how'));
    }
    text.placeholder = narrow ? document.querySelector('label[for=text]').textContent : hint;
    for (const fold of document.querySelectorAll('.fold'))
      fold.open = !narrow;
  }

  function closeByKey(event) {
    if (event.key !== 'Escape' || !document.body.classList.contains('menu-open'))
      return;
    setMenu(false);
    button.focus();
  }

  // Where the keyboard lies over the page instead of making it smaller, only this says how much is left. Zooming does not count.
  function followKeyboard() {
    const view = window.visualViewport;
    const covered = view.scale === 1 && window.innerHeight - view.height > 1;
    document.documentElement.style.setProperty('--visible', covered ? view.height + 'px' : '');
    if (covered && view.offsetTop > 0)
      window.scrollTo(0, 0);
  }

  button.addEventListener('click', () => setMenu(!document.body.classList.contains('menu-open')));
  document.addEventListener('keydown', closeByKey);
  main.addEventListener('pointerdown', (event) => {
    if (!menu.contains(event.target) && !button.contains(event.target))
      setMenu(false);
  });
  new ResizeObserver(fit).observe(main);
  if (window.visualViewport) {
    window.visualViewport.addEventListener('resize', followKeyboard);
    window.visualViewport.addEventListener('scroll', followKeyboard);
  }
  fit();
  PushLab.closeRoomMenu = () => setMenu(false);
})(window.PushLab);
