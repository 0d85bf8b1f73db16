// Help for people who have JavaScript. Every screen of the desk works without this file.
(() => {
  'use strict';
  const one = (css, root = document) => root.querySelector(css);
  const all = (css, root = document) => [...root.querySelectorAll(css)];
  const say = words => { one('#said').textContent = words; };

  // --- Times. <time datetime data-time="clock | moment | day | due | ago">, rendered by the server in the page's zone.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const locale = navigator.languages.find(language => language.startsWith('en')) ?? 'en-GB';
  const format = options => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const hour = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' };
  const date = { weekday: 'short', day: 'numeric', month: 'short' };
  const shows = { clock: format(hour), exact: format({ ...hour, second: '2-digit' }), moment: format({ ...date, ...hour }), day: format(date), bare: format({ hour: '2-digit', minute: '2-digit' }) };
  const zoneName = format(hour).formatToParts(new Date()).find(part => part.type === 'timeZoneName').value;

  const span = minutes => minutes < 60 ? `${minutes} min`
    : minutes < 2880 ? `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`
    : `${Math.round(minutes / 1440)} days`;
  const left = minutes => minutes > 0 ? `in ${span(minutes)}` : minutes === 0 ? 'due now' : `${span(-minutes)} late`;
  const ends = minutes => minutes > 0 ? `Planned end in ${span(minutes)}` : minutes === 0 ? 'Planned end now' : `Over time for ${span(-minutes)}`;
  const ago = minutes => minutes < 1 ? 'just now' : `${span(minutes)} ago`;

  function tellTimes(root = document) {
    for (const time of all('time[data-time]', root)) {
      const at = new Date(time.dateTime), kind = time.dataset.time;
      if (!shows[kind]) continue;
      const dated = ['moment', 'day'].includes(kind) && at.getFullYear() !== new Date().getFullYear();
      time.textContent = dated ? `${shows.day.format(at)} ${at.getFullYear()}${kind === 'day' ? '' : `, ${shows.clock.format(at)}`}` : shows[kind].format(at);
      time.title = at.toLocaleString(locale, { timeZone: zone, dateStyle: 'full', timeStyle: 'long' });
    }
    // Fields for times are in the reader's zone too, and say so; the server learns which from the hidden field.
    for (const field of all('input[data-instant]', root)) {
      const at = new Date(field.dataset.instant);
      field.value = new Date(at - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
      field.removeAttribute('data-instant');
    }
    for (const field of all('input[data-zone]', root)) field.value = zone;
    for (const field of all('select[data-zone]', root)) if ([...field.options].some(option => option.value === zone)) field.value = zone;
    for (const name of all('[data-zone-name]', root)) name.textContent = zoneName;
    tick(root);
  }

  function tick(root = document) {
    const now = Date.now();
    for (const time of all('time[data-time=due], time[data-time=ago], time[data-time=end]', root)) {
      const away = (new Date(time.dateTime) - now) / 60000;
      const kind = time.dataset.time;
      time.textContent = kind === 'due' ? left(Math.ceil(away)) : kind === 'end' ? ends(Math.ceil(away)) : ago(Math.floor(-away));
      const promise = kind !== 'ago' && time.closest('[data-urgency]');
      if (promise) promise.dataset.urgency = away <= 0 ? 'late' : away <= 5 ? 'soon' : 'calm';
    }
    // What asks from a certain time on.
    for (const part of all('[data-from][hidden]', root)) {
      if (new Date(part.dataset.from) > now) continue;
      part.hidden = false;
      say(part.textContent.trim().replace(/\s+/g, ' '));
    }
    count(root);
    keepInSight();
    for (const clock of all('[data-in]', root)) clock.textContent = shows.bare.format(now + clock.dataset.in * 60000);
  }
  setInterval(tick, 10000);

  // What is a matter of seconds counts by the second.
  function count(root = document) {
    for (const time of all('time[data-time=seconds]', root)) time.textContent = `${Math.max(0, Math.ceil((new Date(time.dateTime) - Date.now()) / 1000))} s`;
  }
  if (one('time[data-time=seconds]')) setInterval(count, 1000);

  // --- The nearest promise: the tab's title says it, and it is spoken when it turns: soon, late, kept.
  const title = one('title').dataset.title;
  let stood;
  function keepInSight() {
    const next = one('[data-next] .next');
    const urgency = next?.dataset.urgency ?? '', left = next ? one('[data-time=due]', next).textContent.replace(/^in /, '') : '';
    const words = next ? `${urgency === 'soon' ? `Due in ${left}` : left} · ${title}` : title;
    if (title && document.title !== words) document.title = words;
    const stands = next ? urgency + next.href : '';
    if (stood !== undefined && stood !== stands) say(next ? next.dataset[`says${urgency[0].toUpperCase()}${urgency.slice(1)}`] : 'Nothing is owed any more.');
    stood = stands;
  }
  // Somebody else may have kept it, or promised something new. A desk that nobody touches for hours asks no more, so that its session can end.
  const nexts = all('[data-next]');
  let touched = Date.now();
  for (const kind of ['pointermove', 'keydown', 'scroll']) addEventListener(kind, () => { touched = Date.now(); }, { passive: true });
  async function renewNext() {
    if (document.hidden || Date.now() - touched > 7200000) return;
    try {
      const answer = await fetch(nexts[0].dataset.next);
      if (!answer.ok || answer.redirected) return;
      const words = (await answer.text()).trim();
      for (const next of nexts) if (!next.contains(document.activeElement)) { next.innerHTML = words; tellTimes(next); }
    } catch { /* The next round tries again. */ }
  }
  if (nexts.length) {
    setInterval(renewNext, 30000);
    document.addEventListener('visibilitychange', renewNext);
  }

  // --- Preview: <form data-preview="URL" data-preview-into="ID">. The answer is HTML for the pane, and may hold
  // <template data-slot="NAME"> for elements marked with the same data-slot, data-shows="NAME" for what is only there
  // while it says something, <template data-suggest="FIELD"> for untouched fields, <template data-into="ID"> for other places,
  // <template data-value="FIELD"> for hidden fields. What of a form stands beside it (form="ID") counts as its own.
  function preview(form) {
    // By name: a row of radio buttons is one answer.
    const touched = new Set();
    const pane = document.getElementById(form.dataset.previewInto);
    let wait, running;
    const refresh = async () => {
      running?.abort();
      running = new AbortController();
      pane.setAttribute('aria-busy', 'true');
      try {
        const answer = await fetch(form.dataset.preview, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal: running.signal });
        if (!answer.ok) throw new Error(answer.status);
        pane.innerHTML = await answer.text();
        pane.classList.remove('is-stale');
        let changed = false;
        for (const part of all('template', pane)) {
          const { slot, suggest, shows, into, value, own } = part.dataset, words = part.content.textContent.trim();
          if (slot) all(`[data-slot="${slot}"]`).filter(x => x !== part).forEach(x => { x.textContent = words; });
          if (shows) all(`[data-shown-by="${shows}"]`).forEach(x => { x.hidden = !words; });
          if (into) document.getElementById(into)?.replaceChildren(part.content);
          if (value && form.elements[value]) form.elements[value].value = words;
          if (own) one(`[data-own-mark="${own}"]`).hidden = !words;
          const field = suggest && form.elements[suggest];
          if (field && !touched.has(suggest) && field.value !== words) {
            field.value = words;
            const filled = form.elements[`filled-${suggest}`];
            if (filled) filled.value = words;
            changed = true;
          }
          part.remove();
        }
        if (changed) return refresh();
        begin(aside);
        speaking();
        tellTimes(pane);
        pane.removeAttribute('aria-busy');
      } catch (fault) {
        if (fault.name !== 'AbortError') { pane.classList.add('is-stale'); pane.removeAttribute('aria-busy'); }
      }
    };
    const aside = one(`[data-preview-of="${form.id}"]`) ?? pane;
    // Shapes take longer to make: they wait for a pause, and are only made while somebody looks at them.
    const shaped = () => !['page', 'mail', undefined].includes(form.elements['preview-as']?.value);
    document.addEventListener('input', event => {
      if (event.target.form !== form) return;
      if (event.isTrusted) touched.add(event.target.name);
      clearTimeout(wait);
      wait = setTimeout(refresh, event.target.name === 'preview-as' ? 0 : shaped() ? 700 : 250);
    });
    // The field for a text of one's own begins with ours, follows it until it is changed, and until then is not sent.
    form.addEventListener('formdata', event => all('[data-begun]', aside).forEach(field => {
      if (field.value === field.dataset.begun) event.formData.delete(field.name);
    }));
    if (shaped()) refresh();
    // What the coach proposes is put where it belongs; the author sees it and can take it back.
    pane.addEventListener('click', event => {
      const button = event.target.closest('[data-fix]'), field = button && form.elements[button.dataset.fix];
      if (!field) return;
      const { start, end, text } = button.dataset;
      touched.add(field.name);
      field.focus();
      field.setRangeText(text, Number(start), Number(end), 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    // The playbook's words: <button data-use="FIELD" data-from="ID" data-ask="QUESTION"> puts them in, and asks before it replaces what
    // somebody wrote. While something is missing for them, it leads there.
    form.addEventListener('click', event => {
      const use = event.target.closest('[data-use]'), field = use && form.elements[use.dataset.use];
      if (!field) return;
      event.preventDefault();
      const words = document.getElementById(use.dataset.from).textContent;
      if (!words) {
        const lack = all('.lack', form).find(one => one.textContent), goal = lack && lack.closest('.field')?.querySelector('input');
        if (lack?.closest('details')) lack.closest('details').open = true;
        return goal?.focus();
      }
      const isTheirs = touched.has(field.name) && field.value.trim() && field.value !== use.dataset.used;
      if (isTheirs && !confirm(use.dataset.ask)) return;
      touched.add(field.name);
      field.value = use.dataset.used = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
    });
    // What the server sent back in a refused form was typed by a person: never replace it. What a playbook filled in was not.
    if ('kept' in form.dataset) all('input, textarea', form).forEach(field => touched.add(field.name));
    for (const name of [...touched]) if (form.elements[`filled-${name}`] && form.elements[`filled-${name}`].value === form.elements[name].value) touched.delete(name);
  }

  // --- Shapes of a message: fields for texts of one's own, and the hotline's voice.
  function begin(root) {
    for (const ours of all('details[open] [name^=own-]:not([type=hidden])', root)) {
      const made = one(`[data-ours="${ours.name}"]`, root);
      if (made && (!ours.value || ours.value === ours.dataset.begun)) ours.value = ours.dataset.begun = made.textContent;
    }
  }
  document.addEventListener('toggle', event => { if (event.target.matches?.('.own')) begin(event.target.parentElement); }, true);
  document.addEventListener('click', event => {
    const revert = event.target.closest('[data-revert]'), speak = event.target.closest('[data-speak]');
    if (revert) {
      const shape = revert.closest('.as-shape');
      all('[name^=own-]:not([type=hidden])', shape).forEach(field => { field.value = ''; });
      begin(shape);
      one('[name^=own-]', shape).dispatchEvent(new Event('input', { bubbles: true }));
      say('Ours will be sent.');
    }
    if (speak) {
      const speaks = speechSynthesis.speaking;
      speechSynthesis.cancel();
      if (speaks) return;
      const text = document.getElementById(speak.dataset.speak), voice = new SpeechSynthesisUtterance(text.textContent);
      voice.lang = text.closest('[lang]').lang;
      voice.onend = voice.onerror = () => { speak.textContent = 'Play'; };
      speak.textContent = 'Stop';
      speechSynthesis.speak(voice);
    }
  });
  const speaking = () => { if ('speechSynthesis' in window) all('[data-speak]').forEach(button => { button.hidden = false; }); };

  // --- Forms: warn before typed words are lost, and never send twice.
  const dirty = new Set();
  addEventListener('beforeunload', event => { if (dirty.size) event.preventDefault(); });
  function guard(form) {
    document.addEventListener('input', event => { if (event.target.form === form && event.target.name !== 'preview-as') dirty.add(form); });
    form.addEventListener('submit', () => dirty.delete(form));
  }
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post' || event.submitter?.hasAttribute('data-download')) return;
    if ('sent' in form.dataset) return event.preventDefault();
    form.dataset.sent = '';
    event.submitter?.setAttribute('aria-disabled', 'true');
  });
  addEventListener('pageshow', () => all('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    all('[aria-disabled]', form).forEach(button => button.removeAttribute('aria-disabled'));
  }));

  document.addEventListener('input', event => {
    const { target } = event;
    // Typing an own time chooses "at".
    if (target.dataset.chooses) document.getElementById(target.dataset.chooses).checked = true;
    if (target.dataset.filter !== undefined) {
      const words = target.value.toLowerCase();
      for (const row of all(`#${target.dataset.filter} [data-name]`)) row.hidden = !row.dataset.name.toLowerCase().includes(words);
      for (const group of all(`#${target.dataset.filter} [role=group]`)) group.hidden = !one('[data-name]:not([hidden])', group);
    }
  });

  document.addEventListener('click', async event => {
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      await navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent.trim());
      say('Copied.');
      one('[data-copied]', copy).textContent = 'Copied';
    }
    if (event.target.closest('[data-print]')) print();
    if (event.target.closest('[href="#shortcuts"]')) { event.preventDefault(); one('#shortcuts').showModal(); }
  });

  // --- Answers made ready: <button data-fill="FIELD" data-text="WORDS"> puts them into the field, and shows which one stands there.
  document.addEventListener('click', event => {
    const answer = event.target.closest('[data-fill]'), field = answer?.form.elements[answer.dataset.fill];
    if (!field) return;
    event.preventDefault();
    field.value = answer.dataset.text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  document.addEventListener('input', ({ target }) => {
    for (const answer of all(`[data-fill="${CSS.escape(target.name)}"]`, target.form ?? document)) answer.setAttribute('aria-pressed', answer.dataset.text === target.value);
  });

  // --- A text that is edited beside its check: a button goes to a line of it, a file is read into it.
  document.addEventListener('click', event => {
    const to = event.target.closest('[data-line]'), field = to && document.getElementById(to.dataset.of);
    if (!field) return;
    const lines = field.value.split('\n'), start = lines.slice(0, to.dataset.line - 1).join('\n').length + (to.dataset.line > 1);
    field.focus();
    field.setSelectionRange(start, start + (lines[to.dataset.line - 1] ?? '').length);
  });
  document.addEventListener('change', async ({ target }) => {
    if (target.dataset.reads === undefined || !target.files.length) return;
    const field = document.getElementById(target.dataset.reads);
    field.value = await target.files[0].text();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

  // --- Lists that follow what is typed: <input data-live="URL" data-live-into="ID">; Enter opens the first.
  function live(field) {
    const list = document.getElementById(field.dataset.liveInto);
    let wait, running;
    const refresh = async () => {
      running?.abort();
      running = new AbortController();
      try {
        const answer = await fetch(`${field.dataset.live}?q=${encodeURIComponent(field.value)}`, { signal: running.signal });
        if (!answer.ok) return;
        list.innerHTML = await answer.text();
        list.removeAttribute('aria-busy');
        say(`${all('a', list).length} found.`);
      } catch { /* The next key tries again; Enter asks the server for the whole page. */ }
    };
    field.addEventListener('input', () => {
      list.setAttribute('aria-busy', 'true');
      clearTimeout(wait);
      wait = setTimeout(refresh, 120);
    });
    field.addEventListener('keydown', event => {
      const first = one('a', list);
      if (event.key !== 'Enter' || !first || !field.value || list.hasAttribute('aria-busy')) return;
      event.preventDefault();
      first.click();
    });
    // On a phone the keyboard would hide the list.
    if (matchMedia('(pointer: fine)').matches) field.focus();
  }

  // --- Progress: the fragment at data-poll replaces the content each 2 s while it holds something marked data-busy.
  async function poll(place) {
    const still = new Date(place.dataset.pollFrom ?? 0) - Date.now();
    if (still > 0) await new Promise(done => setTimeout(done, still));
    let last = '';
    while (one('[data-busy]', place)) {
      await new Promise(done => setTimeout(done, 2000));
      if (document.hidden) continue;
      try {
        const answer = await fetch(place.dataset.poll);
        const text = answer.ok ? await answer.text() : last;
        if (text !== last) { place.innerHTML = last = text; tellTimes(place); }
      } catch { /* The next round tries again. */ }
    }
    for (const form of all('[data-while-busy]', place.parentElement)) form.hidden = true;
    if ('pollSays' in place.dataset) say(place.dataset.pollSays);
  }

  // --- The clock of a rehearsal: <span data-clock="SECONDS" data-times="5"> goes on from there, so many times as fast.
  for (const clock of all('[data-clock]')) {
    const from = Date.now();
    setInterval(() => {
      const seconds = Math.floor(Number(clock.dataset.clock) + (Date.now() - from) / 1000 * clock.dataset.times);
      clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    }, 200);
  }

  // --- A file of subscribers. A short one becomes the lines of the form; a long one goes to the desk in pieces, each with
  // the first line, and what became of the lines is added up here.
  const PIECE = 300_000;
  const roster = form => {
    const file = one('#file', form), says = one('[data-roster-says]', form), lines = one('#lines', form);
    let passed;
    one('[data-roster-file]', form).hidden = false;
    file.addEventListener('change', async () => {
      const chosen = file.files[0];
      passed = undefined;
      if (!chosen) return;
      lines.value = chosen.size <= PIECE ? await chosen.text() : '';
      says.textContent = chosen.size <= PIECE ? '' : `${chosen.name} is long: it goes to the desk in pieces, and is not shown here.`;
    });
    // Cut at line ends that stand in no quotation.
    const pieces = async function* (chosen) {
      let rest = '', head = '', number = 0;
      for await (const text of chosen.stream().pipeThrough(new TextDecoderStream('utf-8', { fatal: true }))) {
        rest += text;
        while (rest.length > PIECE) {
          let end = rest.indexOf('\n', PIECE - 20_000) + 1;
          while (end && (rest.slice(0, end).split('"').length - 1) % 2) end = rest.indexOf('\n', end) + 1;
          if (!end) break;
          yield { text: head + rest.slice(0, end), before: head ? number - 1 : 0 };
          number += rest.slice(0, end).split('\n').length - 1;
          if (!head) { head = rest.slice(0, rest.indexOf('\n') + 1); if (head.split(/[,;\t]/)[0].includes('@')) head = 'email\n'; }
          rest = rest.slice(end);
        }
      }
      if (rest.trim()) yield { text: head + rest, before: head ? number - 1 : 0 };
    };
    const send = async (chosen, real) => {
      const tally = {}, report = ['line,outcome,field,message\r\n'];
      let asked = Number(passed?.asked ?? 0), read = 0;
      for await (const piece of pieces(chosen)) {
        const body = new URLSearchParams(new FormData(form));
        body.set('lines', piece.text);
        body.set('act', 'report');
        body.set('real', real ? 'yes' : 'no');
        body.set('ask', real ? String(Math.max(0, asked)) : '999999999');
        const answer = await fetch(form.action, { method: 'POST', body });
        if (!answer.ok || !answer.headers.get('X-Tally')) {
          const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
          throw new Error(page.querySelector('.error-summary')?.innerText ?? 'The desk could not read it.');
        }
        for (const part of answer.headers.get('X-Tally').split(';').filter(Boolean)) {
          const [kind, number] = part.split('=');
          tally[kind] = (tally[kind] ?? 0) + Number(number);
          if (real && kind === 'asked') asked -= Number(number);
        }
        report.push((await answer.text()).replace(/^[^\n]*\n/, '').replace(/^\d+/gm, line => Number(line) + piece.before));
        read += piece.text.length;
        says.textContent = `${Math.min(99, Math.round(100 * read / chosen.size))} % of ${chosen.name}`;
      }
      return { tally, report: new Blob(report, { type: 'text/csv' }) };
    };
    form.addEventListener('submit', async event => {
      const chosen = file.files[0], real = event.submitter?.value === 'take';
      if (!chosen || chosen.size <= PIECE) return;
      event.preventDefault();
      event.stopPropagation();
      const buttons = all('button', form);
      buttons.forEach(button => { button.disabled = true; });
      try {
        const done = await send(chosen, real);
        passed = real ? undefined : done.tally;
        const words = Object.entries(done.tally).filter(([, number]) => number).map(([kind, number]) => `${number.toLocaleString('en')} ${kind}`).join(', ');
        const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(done.report), download: 'import-report.csv', textContent: 'Report of every line' });
        says.replaceChildren(`${real ? 'Imported' : 'It would be'}: ${words || 'nothing'}. `, link);
        if (!real && !one('button[value=take]', form)) {
          one('.actions', form).prepend(Object.assign(document.createElement('button'), { className: 'button is-primary', name: 'act', value: 'take', textContent: 'Import them' }));
        }
        if (!real && done.tally.asked) says.append(` ${done.tally.asked.toLocaleString('en')} of them would get a mail from you.`);
      } catch (wrong) {
        says.textContent = `It stopped: ${wrong.message} What was taken in before stays; send it again, and nobody is added twice.`;
      }
      buttons.forEach(button => { button.disabled = false; });
    }, true);
  };

  // --- Keyboard. Whatever carries data-key="x" answers to x: in the main part first. Fields get the focus, the rest is clicked.
  const on = one('#keys-on');
  try { if (on) on.checked = localStorage.getItem('keys') !== 'off'; } catch { /* No storage: keys stay on. */ }
  on?.addEventListener('change', () => { try { localStorage.setItem('keys', on.checked ? 'on' : 'off'); } catch { /* As above. */ } });
  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input:not([type=radio], [type=checkbox]), textarea, select, dialog');
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const button = one('[data-publish]', event.target.form ?? document);
      if (button && button !== event.target) { event.preventDefault(); button.focus(); }
      return;
    }
    // Enter in a line of text must not publish by accident.
    if (event.key === 'Enter' && event.target.matches('input') && event.target.form && one('[data-publish]', event.target.form)) return event.preventDefault();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !on?.checked) return;
    const key = CSS.escape(event.key), goal = one(`main [data-key="${key}"]`) ?? one(`[data-key="${key}"]`);
    if (!goal) return;
    event.preventDefault();
    if (!goal.matches('input, textarea')) return goal.click();
    goal.focus();
    goal.setSelectionRange(goal.value.length, goal.value.length);
  });

  tellTimes();
  speaking();
  all('form[data-roster]').forEach(roster);
  all('form[data-preview]').forEach(preview);
  all('form[data-guard]').forEach(guard);
  all('[data-poll]').forEach(poll);
  all('[data-live]').forEach(live);
  const goal = document.getElementById(location.hash.slice(1));
  (one('[data-focus]') ?? (goal?.matches('input') ? goal : goal && one('[data-key]', goal)))?.focus();
})();
