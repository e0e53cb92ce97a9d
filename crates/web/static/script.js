/* Glane: optional. Each page works without this file. */
(function () {
  'use strict';
  var notice = document.getElementById('avis');

  /* Says something for eyes and for screen readers alike; it stays until the next one. */
  function say(text, link, label) {
    if (!notice) return;
    notice.textContent = '';
    var line = document.createElement('p');
    line.textContent = text + (link ? ' ' : '');
    if (link) {
      var anchor = document.createElement('a');
      anchor.href = link;
      anchor.textContent = label;
      line.appendChild(anchor);
    }
    notice.appendChild(line);
  }

  /* What makes sense with script only appears now. */
  function reveal(root) {
    root.querySelectorAll('[data-copier][hidden], [data-imprimer][hidden]').forEach(function (button) {
      button.hidden = false;
    });
  }
  reveal(document);

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-copier], [data-imprimer], [data-tourne]');
    if (!button) return;
    if (button.hasAttribute('data-imprimer')) window.print();
    if (button.hasAttribute('data-copier')) copy(button, event);
    if (button.hasAttribute('data-tourne')) turn(Number(button.dataset.tourne), event);
  });

  /* Where the clipboard refuses, the citation opens as it does without script. */
  function copy(button, event) {
    var source = document.getElementById(button.dataset.copier);
    if (!source || !navigator.clipboard) return;
    event.preventDefault();
    navigator.clipboard.writeText(source.textContent.trim()).then(
      function () { say('Citation copiée.'); },
      function () {
        if (button.parentElement.open === false) button.parentElement.open = true;
        say('La copie a été refusée\u00a0: sélectionnez le texte, puis Ctrl\u00a0+\u00a0C.');
      }
    );
  }

  /* The match before, the next match. */
  function turn(step, event) {
    var marks = Array.prototype.slice.call(document.querySelectorAll('.reglure mark[id]'));
    if (!marks.length) return;
    event.preventDefault();
    var at = marks.findIndex(function (mark) { return mark.classList.contains('ici'); });
    var next = (at + step + marks.length) % marks.length;
    marks.forEach(function (mark, rank) { mark.classList.toggle('ici', rank === next); });
    document.querySelector('#ou b').textContent = String(next + 1);
    var address = new URL(location.href);
    address.searchParams.set('passage', String(next + 1));
    address.hash = marks[next].id;
    history.replaceState(null, '', address);
    var calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    marks[next].scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  }

  /* Results follow what is typed, after a pause; the field keeps the cursor. */
  var field = document.querySelector('form[role="search"][action="/recherche"] input[name="q"]');
  var results = document.getElementById('resultats');
  var pause = 400, waiting = 0, asking = null, shown = field ? field.value.trim() : '';
  if (field && results) {
    field.addEventListener('input', function () {
      clearTimeout(waiting);
      waiting = setTimeout(follow, pause);
    });
    field.form.addEventListener('submit', function () {
      clearTimeout(waiting);
      if (asking) asking.abort();
    });
  }

  function follow() {
    var query = field.value.trim();
    if (query === shown || query.length < 2) return;
    if (asking) asking.abort();
    asking = new AbortController();
    var address = '/recherche?' + new URLSearchParams({ q: query });
    results.setAttribute('aria-busy', 'true');
    fetch(address, { signal: asking.signal, headers: { Accept: 'text/html' } })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer.status); })
      .then(function (html) { show(html, query, address); })
      .catch(function () { results.removeAttribute('aria-busy'); });
  }

  function show(html, query, address) {
    var page = new DOMParser().parseFromString(html, 'text/html');
    var fresh = page.getElementById('resultats');
    results.removeAttribute('aria-busy');
    if (!fresh || field.value.trim() !== query) return;
    results.replaceChildren.apply(results, Array.prototype.slice.call(fresh.childNodes));
    reveal(results);
    shown = query;
    var lists = document.querySelector('.bandes');
    if (lists) lists.hidden = true;
    else {
      document.title = page.title;
      history.replaceState(null, '', address);
    }
    var title = results.querySelector('#titre');
    if (title) say(title.textContent.trim() + '.');
  }
})();
