// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes texts of the projector's page fit into their place.
(function (PushLab) {
  'use strict';

  const steps = 12;

  const smallest = () => parseFloat(getComputedStyle(document.body).fontSize);

  // Writes a text as large as its style says, or smaller where there is no room for that, but never below the smallest text.
  PushLab.fitText = function (element, text) {
    if (element.textContent !== text)
      element.textContent = text;
    element.style.fontSize = '';
    element.style.whiteSpace = 'nowrap';
    const largest = parseFloat(getComputedStyle(element).fontSize);
    const least = smallest();
    for (let i = 1; i <= steps && element.scrollWidth > element.clientWidth; ++i)
      element.style.fontSize = largest + (least - largest) * i / steps + 'px';
    if (element.scrollWidth > element.clientWidth)
      element.style.whiteSpace = 'normal';
  };

  // Fills a list with as many of the items as have room, and says how many are left out. `make` gives an item's element, `more`
  // that of a number.
  PushLab.fitList = function (list, items, make, more) {
    list.replaceChildren(...items.map(make));
    let left = 0;
    while (list.scrollHeight > list.clientHeight && left < items.length) {
      if (left > 0)
        list.lastElementChild.remove();
      list.lastElementChild.remove();
      ++left;
      list.append(more(left));
    }
  };
})(window.PushLab);
