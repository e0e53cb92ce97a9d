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

  /* Adding and taking away without leaving the page. */
  document.addEventListener('submit', function (event) {
    var form = event.target.closest('form');
    if (form.hasAttribute('data-garder')) keep(form, event);
    else if (form.id === 'forme' && event.submitter && event.submitter.hasAttribute('data-bouge')) move(form, event);
  });

  function send(form, button) {
    var body = new URLSearchParams(new FormData(form));
    if (button && button.name) body.append(button.name, button.value);
    return fetch(form.action, { method: 'POST', body: body, headers: { Accept: 'application/json' } })
      .then(function (answer) {
        return answer.json().then(function (told) {
          return answer.ok ? told : Promise.reject(told.error);
        });
      });
  }

  function count(number) {
    var shown = document.querySelector('.menu .compte');
    if (shown) shown.firstChild.data = String(number);
  }

  function plural(number) {
    return number + ' extrait' + (number > 1 ? 's' : '');
  }

  function keep(form, event) {
    event.preventDefault();
    send(form).then(function (told) {
      var button = form.querySelector('button');
      var label = button.querySelector('span');
      var paragraph = form.querySelector('[name="octets"]');
      count(told.extraits);
      say(told.message + ' ' + plural(told.extraits) + '.', '/dossier', 'Ouvrir le dossier');
      var old = form.querySelector('[name="extrait"]');
      if (old) old.remove();
      var more = button.querySelector('.vh');
      if (more) more.remove();
      button.classList.toggle('fait', told.extrait !== null);
      label.textContent = told.extrait === null ? form.dataset.garder : 'Dans le dossier';
      form.action = '/dossier/ajouter';
      if (told.extrait === null || paragraph) return;
      form.action = '/dossier/retirer';
      var hidden = document.createElement('input');
      hidden.type = 'hidden';
      hidden.name = 'extrait';
      hidden.value = told.extrait;
      form.appendChild(hidden);
      more = document.createElement('span');
      more.className = 'vh';
      more.textContent = '\u00a0: le retirer';
      button.appendChild(more);
    }).catch(function (error) {
      say(typeof error === 'string' ? error + '.' : 'Glane ne répond plus\u00a0: est-elle encore lancée\u202f?');
    });
  }

  /* The button keeps the cursor, the new place is said. */
  function move(form, event) {
    var id = event.submitter.id;
    event.preventDefault();
    send(form, event.submitter).then(function (told) {
      return fetch('/dossier').then(function (answer) { return answer.text(); }).then(function (html) {
        var page = new DOMParser().parseFromString(html, 'text/html');
        document.getElementById('dossier').replaceWith(page.getElementById('dossier'));
        count(told.extraits);
        var button = id && document.getElementById(id);
        if (button && button.disabled) button = button.parentElement.querySelector('button:not([disabled])');
        (button || document.getElementById('contenu')).focus();
        say(told.message);
      });
    }).catch(function () { form.submit(); });
  }

  /* Notes are kept when one leaves them. */
  document.addEventListener('change', function (event) {
    var form = event.target.form;
    if (form && form.id === 'forme' && event.target.matches('textarea, #titre')) {
      send(form).catch(function () { say('La note n’a pas pu être enregistrée.'); });
    }
  });

  /* The page of an index that is being made: shown again once there is one to show. */
  var awaited = document.querySelector('[data-attendre]');
  if (awaited) setTimeout(ask, 5000);

  function ask() {
    var again = function () { setTimeout(ask, 5000); };
    if (document.hidden) return again();
    fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(function (answer) {
      if (answer.status === 503) return again();
      say('L’index est prêt.');
      if (!field || field.value === field.defaultValue) location.reload();
    }, again);
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
