// Allclear's public page. All of this is extra: without it the page says the same, in its own time zone.
'use strict';
const html = document.documentElement, words = document.body.dataset, rtl = html.dir === 'rtl';
const locale = navigator.languages.find(l => l.split('-')[0] === html.lang.split('-')[0]) || words.locale;
const find = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const lost = find('#lost');
const make = (name, textContent, className = '') => Object.assign(document.createElement(name), { textContent, className });

// Times: in the reader's zone, with its name, and how far from now.
let skew = 0; // of the reader's clock against the server's, which "confirmed" tells us
const formats = {}, relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' });
const STEPS = [['day', 86400, 129600], ['hour', 3600, 5400], ['minute', 60, 45], ['second', Infinity, 0]];

function format(options) {
  return formats[JSON.stringify(options)] ||= new Intl.DateTimeFormat(locale, options);
}

function moment(from, to = from, full = false) {
  const options = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }, now = new Date();
  if (full || [from, to].some(date => date.toDateString() !== now.toDateString())) Object.assign(options, { day: 'numeric', month: 'short' });
  if (full || from.getFullYear() !== now.getFullYear()) options.year = 'numeric';
  return format(options)[to > from ? 'formatRange' : 'format'](from, to).replace(/ (?=[^ ]*$)/, '\u00a0'); // the zone stays with its time
}

function distance(date) {
  const seconds = (date - Date.now() - skew) / 1000, [unit, size] = STEPS.find(([, , least]) => Math.abs(seconds) >= least);
  return relative.format(Math.round(seconds / size), unit);
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function tick() {
  for (const promise of all('.promise:not(.late)')) {
    const { due } = promise.dataset, time = make('time');
    if (new Date(due) > Date.now() + skew) continue;
    promise.classList.add('late');
    time.dateTime = due;
    time.dataset.rel = '';
    const [before, after] = words.late.split('{time}');
    find('p', promise).replaceChildren(before, time, after);
  }
  for (const time of all('time[datetime*=T]')) {
    const { to, rel, full } = time.dataset, from = new Date(time.dateTime);
    put(time, moment(from, to && new Date(to), full === ''));
    if (rel === undefined) continue;
    if (!time.nextElementSibling?.matches('.rel')) time.after(make('span', '', 'rel'));
    put(time.nextElementSibling, distance(from));
  }
  all('.passing').forEach(pass);
  if (words.live) watch();
}

// How much of the planned time is over. Once all of it is, the work takes longer than planned.
function pass(box) {
  const { from, to, left, passed, late } = box.dataset, start = new Date(from), end = new Date(to), now = Date.now() + skew;
  if (now >= end) return box.replaceWith(make('p', late, 'late'));
  const bar = find('progress', box) || box.appendChild(make('progress')), minutes = Math.ceil((end - now) / 6e4);
  const text = left.replace('{left}', length(minutes < 15 ? minutes : Math.round(minutes / 5) * 5)).replace('{length}', length(Math.round((end - start) / 6e4)));
  put(find('p', box), text);
  Object.assign(bar, { max: end - start, value: Math.max(0, now - start), ariaLabel: passed });
  bar.setAttribute('aria-valuetext', text);
}

// Bars: data-days="INDEX STATE MINUTES INCIDENT,INCIDENT;…" has the days that were not simply operational; 89 is today.
let tip, cursor, leaving;

function told(bars) {
  return bars.dataset.days.split(';').filter(Boolean).map(day => day.split(' '));
}

function length(minutes) {
  const part = (n, unit) => n < 1 ? '' : `${Math.floor(n)} ${unit}`; // the symbols of SI, as in the page
  return [part(minutes / 60, 'h'), part(minutes % 60, 'min')].filter(Boolean).join(' ');
}

function choose(bars, index) {
  const [, state = index < bars.dataset.none ? 'nodata' : 'operational', minutes, ids = ''] = told(bars).find(day => +day[0] === index) || [];
  const date = new Date(find('[data-last-day]').dataset.lastDay);
  date.setUTCDate(date.getUTCDate() - 89 + index);
  const links = ids.split(',').flatMap(id => id ? all(`[href$="/${id}"]`, find('#titles').content) : []);
  const lines = [make('b', format({ dateStyle: 'full', timeZone: 'UTC' }).format(date)), make('p', words[state] + (minutes > 0 ? `: ${length(minutes)}` : '')), ...links];
  Object.assign(bars, { ariaValueNow: index, ariaValueText: lines.map(line => line.textContent).join('. ') });
  return lines.map(line => line.cloneNode(true));
}

function show(bars, index) {
  index = Math.max(0, Math.min(89, index));
  clearTimeout(leaving);
  if (tip?.previousElementSibling === bars && +bars.ariaValueNow === index) return;
  hide();
  tip = make('div', '', 'tip');
  tip.append(...choose(bars, index));
  bars.after(tip);
  bars.append(cursor = make('i', '', 'cursor'));
  const box = bars.getBoundingClientRect(), host = tip.offsetParent.getBoundingClientRect();
  const x = box.width * ((rtl ? 89 - index : index) + .4) / 90, left = box.left - host.left + x - tip.offsetWidth / 2;
  cursor.style.left = `${x}px`;
  tip.style.left = `${Math.max(8, Math.min(left, host.width - tip.offsetWidth - 8))}px`;
  tip.style.top = `${box.bottom - host.top + 6}px`;
}

function hide() {
  tip?.remove();
  cursor?.remove();
  tip = null;
}

function pointed(event) {
  const bars = event.target.closest('.bars'), pressed = event.type === 'pointerdown';
  if (bars) {
    const box = bars.getBoundingClientRect(), index = Math.floor((event.clientX - box.left) / box.width * 90);
    return show(bars, rtl ? 89 - index : index);
  }
  clearTimeout(leaving);
  if (tip && !event.target.closest('.tip') && (pressed || tip.previousElementSibling !== document.activeElement)) leaving = setTimeout(hide, pressed ? 0 : 300);
}

function keyed(event) {
  if (event.key === 'Escape') return hide();
  const bars = event.target;
  if (!bars.matches('.bars')) return;
  const now = +bars.ariaValueNow, way = rtl ? -1 : 1, days = told(bars).map(day => +day[0]);
  const index = {
    ArrowLeft: now - way, ArrowRight: now + way, ArrowDown: now - 1, ArrowUp: now + 1, Home: 0, End: 89,
    PageDown: Math.max(0, ...days.filter(day => day < now)), PageUp: Math.min(89, ...days.filter(day => day > now)),
  }[event.key];
  if (index === undefined) return;
  event.preventDefault();
  show(bars, index);
}

// Live: the server says that something was published, and the page is fetched again.
const jitter = Math.random() * 10000;
let heard = Date.now(), asked = 0, failures = 0, refused = 0, turn = 0, last;

function listen() {
  const stream = new EventSource(words.live);
  stream.addEventListener('published', event => refresh(JSON.parse(event.data).say[html.lang]));
  stream.addEventListener('reset', () => refresh());
  stream.addEventListener('confirmed', confirmed);
  stream.onopen = () => {
    refresh(); // what was published since this page was loaded, or while we were away
    failures = 0;
  };
  stream.onerror = () => {
    if (!failures++) setTimeout(() => failures && refresh(), 2000 + jitter / 2); // is it only the stream?
    if (stream.readyState !== EventSource.CLOSED) return;
    failures = 3;
    setTimeout(listen, 30000 + jitter);
  };
}

function confirmed(event) {
  const { at, current } = event ? JSON.parse(event.data) : {};
  if (current === false) return refresh(); // the server can't vouch for it any more, and its page says so
  heard = Date.now();
  refused = 0;
  if (at) skew = new Date(at) - heard || 0;
  if (find('#confirmed')) find('#confirmed').dateTime = new Date(heard + skew).toISOString();
}

// Without a stream we ask every 30 s, with a silent one after 90 s. When that isn't answered either, the news is old.
function watch() {
  const now = Date.now();
  if (now - heard > (failures > 2 ? 30000 + jitter : 90000) && now - asked > 15000) refresh();
}

async function refresh(news) {
  const mine = ++turn;
  asked = Date.now();
  try {
    const answer = await fetch(location.href, { cache: 'no-cache', signal: AbortSignal.timeout(10000) });
    if (!answer.ok) throw answer;
    const text = await answer.text();
    if (mine !== turn) return;
    if (text !== last || !lost.hidden) swap(new DOMParser().parseFromString(text, 'text/html'), news);
    last = text;
    confirmed();
  } catch ({ name }) {
    // Refused twice in a row: nobody is there. An answer that doesn't come may be a slow network.
    refused = name === 'TimeoutError' ? 0 : refused + 1;
    if (refused > 1 || Date.now() - heard > 90000) lose();
    else if (refused) setTimeout(() => refused && refresh(), 4000 + jitter / 2);
  }
}

function swap(fresh, news) {
  const old = find('main'), main = find('main', fresh), focus = document.activeElement;
  const place = old.contains(focus) && [focus.closest('[id]').id, focus.localName, focus.getAttribute('href')];
  const anchor = all('[id]', old).find(e => e.getBoundingClientRect().bottom > 60), before = anchor?.getBoundingClientRect().top;
  for (const { id, open, dataset } of all('details[id]', old)) {
    const same = fresh.getElementById(id);
    if (same && open !== 'open' in dataset) same.open = open;
  }
  for (const entry of all('.timeline > li', main)) if (!document.getElementById(entry.id)) entry.className = 'new';
  hide();
  old.replaceWith(main);
  document.title = fresh.title;
  html.className = fresh.documentElement.className;
  find('[rel=icon]').href = find('[rel=icon]', fresh).href;
  lost.hidden = true;
  ready();
  const same = anchor && document.getElementById(anchor.id);
  if (same) scrollBy(0, same.getBoundingClientRect().top - before);
  if (place) {
    const host = document.getElementById(place[0]) || main;
    (all(place[1], host).find(e => e.getAttribute('href') === place[2]) || host.closest('[tabindex], a, main')).focus({ preventScroll: true });
  }
  if (!news && !last) return;
  find('#say').textContent = main.dataset.news || news || find('h1').textContent;
  const mark = find('#fresh');
  if (!mark) return;
  mark.hidden = false;
  setTimeout(() => mark.hidden = true, 60000);
}

function lose() {
  if (!lost.hidden) return;
  lost.textContent = words.lost.replace('{time}', moment(new Date(heard)));
  lost.hidden = false;
  html.classList.add('stale');
  for (const figure of all('li .uptime, .figures dd')) put(figure, '–');
  for (const state of all('.component-status')) put(state, words.lastKnown.replace('{state}', state.textContent));
  if (!find('.page-status')) return;
  find('.page-status').className = 'page-status status-unknown';
  put(find('h1'), words.unsure);
}

// Subscribing: a whole group includes its parts; the mails will speak in the reader's zone.
function include(box) {
  for (const part of all(':scope ul input', box.closest('li'))) part.checked = part.disabled = box.checked;
}

function ready() {
  for (const details of all('details[open]')) details.dataset.open = '';
  for (const bars of all('.bars')) {
    Object.assign(bars, { role: 'slider', tabIndex: 0, ariaValueMin: 0, ariaValueMax: 89 });
    choose(bars, 89);
  }
  tick();
}

for (const type of ['pointermove', 'pointerdown']) addEventListener(type, pointed);
addEventListener('keydown', keyed);
addEventListener('focusin', ({ target }) => {
  if (target.matches('.bars:focus-visible')) show(target, +target.ariaValueNow);
  else if (!target.closest('.tip, .bars')) hide();
});
addEventListener('change', ({ target }) => target.matches('[data-whole]') && include(target));
all('[data-whole]:checked').forEach(include);
for (const input of all('[name=zone]')) input.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
put(find('#zone'), words.zoneNote.replace('{zone}', format({ timeZoneName: 'long' }).formatToParts().find(part => part.type === 'timeZoneName').value));
ready();
setInterval(tick, 1000);
if (words.live) listen();
