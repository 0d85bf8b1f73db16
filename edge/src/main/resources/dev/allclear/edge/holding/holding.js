// All of this is extra: without it the page says the same, in the page's zone, in all languages, and asks again by itself.
'use strict';
const html = document.documentElement, main = document.querySelector('main'), sections = [...main.children];
const { status, until } = document.body.dataset;
const find = (selector, root) => root.querySelector(selector);
const make = (name, textContent = '') => Object.assign(document.createElement(name), { textContent });
const chance = (least, spread) => Date.now() + (least + Math.random() * spread) * 1000;
const begun = Date.now();
let locale, formats, item, heard, lost, failures = 0, opening = 0, opened = false;

// The reader's language, as far as we have it; the others are one press away.
function speak(section) {
  for (const one of sections) one.hidden = one !== section;
  Object.assign(html, { lang: section.lang, dir: section.dir, className: 'live' });
  locale = navigator.languages.find(wish => wish.split('-')[0] === section.lang) || section.lang;
  formats = {};
  const zone = find('.zone', section);
  zone.textContent = zone.dataset.reader.replace('{zone}', format({ timeZoneName: 'long' }).formatToParts().find(part => part.type === 'timeZoneName').value);
  show();
}

function languages(section) {
  const nav = make('nav');
  for (const other of sections) {
    if (other === section) continue;
    const button = nav.appendChild(make('button', other.dataset.name));
    Object.assign(button, { type: 'button', lang: other.lang });
    button.onclick = () => {
      speak(other);
      find('nav button', other).focus();
    };
  }
  find('footer', section).append(nav);
}

function format(options) {
  return formats[JSON.stringify(options)] ||= new Intl.DateTimeFormat(locale, options);
}

function moment(at) {
  const now = new Date(), options = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' };
  if (at.toDateString() !== now.toDateString()) Object.assign(options, { day: 'numeric', month: 'short' });
  if (at.getFullYear() !== now.getFullYear()) options.year = 'numeric';
  const time = make('time', format(options).format(at).replace(/ (?=[^ ]*$)/, '\u00a0'));
  time.dateTime = at.toISOString();
  return time;
}

function distance(at) {
  const minutes = (at - Date.now()) / 60000, size = Math.abs(minutes);
  const [unit, length] = size < 90 ? ['minute', 1] : size < 2160 ? ['hour', 60] : ['day', 1440];
  return ` (${new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(minutes / length), unit)})`;
}

// Puts the time into the phrase; touches nothing that is said already, so that nothing is read out twice.
function tell(element, phrase, at, far = false) {
  const [before, after] = phrase.split('{time}'), parts = [before, moment(at), after];
  if (far) parts.splice(2, 0, make('span', distance(at)));
  const text = parts.map(part => part.textContent ?? part).join('');
  if (element.textContent !== text) element.replaceChildren(...parts);
  element.hidden = false;
}

function show() {
  const section = sections.find(one => !one.hidden), planned = item?.scheduled_until, heading = find('h1', section), end = find('.end', section);
  heading.dataset.plain ??= heading.textContent;
  const title = opening ? heading.dataset.back : planned ? heading.dataset.planned : heading.dataset.plain;
  if (heading.textContent !== title) heading.textContent = title;
  document.title = title;
  const by = planned || until, over = by && new Date(by) <= Date.now();
  end.hidden = !by;
  end.classList.toggle('late', Boolean(over));
  if (by) tell(end, over ? end.dataset.over : end.dataset.by, new Date(by), !over);
  news(find('.news', section));
  const asOf = find('.as-of', section), say = find('.say', section);
  if (heard) tell(asOf, asOf.dataset.at, new Date(heard));
  asOf.hidden = !heard;
  find('.zone', section).hidden = !heard && !by;
  if (lost) tell(say, say.dataset.lost, new Date(lost));
  else if (say.textContent) say.textContent = '';
  find('.back', section).hidden = !opening;
  section.className = opening ? 'returned' : '';
  find('.button', section).href = ours(item?.shortlink) || `${status}/${section.lang}/`;
}

function news(box) {
  const latest = item?.incident_updates?.[0];
  box.hidden = !latest;
  if (!latest) return;
  const [heading, text, at] = box.children, body = latest.body || '';
  heading.textContent = item.name;
  text.textContent = body.length > 320 ? `${body.slice(0, 300).replace(/\s+\S*$/, '')} …` : body;
  tell(at, box.dataset.at, new Date(latest.display_at || latest.created_at), true);
}

function ours(link) {
  return link?.startsWith(`${status}/`) ? link : undefined;
}

// What the readers of a product that is down want to hear of: the worst that is open.
function worst({ incidents = [], scheduled_maintenances: works = [] }) {
  const weight = one => ({ critical: 4, major: 3, maintenance: 2, minor: 1 })[one.impact] || 0;
  const running = works.filter(work => work.status === 'in_progress' || work.status === 'verifying');
  return [...incidents.map(({ scheduled_until, ...incident }) => incident), ...running].sort((a, b) => weight(b) - weight(a))[0];
}

// Many wait with us: nobody asks at the same moment, nobody asks while nobody looks, and the longer it takes, the seldomer.
let nextNews = chance(0, 2), nextTry = chance(15, 15);

async function hear() {
  nextNews = Infinity;
  try {
    const answer = await fetch(`${status}/api/v2/summary.json`, { cache: 'no-cache', credentials: 'omit', signal: AbortSignal.timeout(10000) });
    if (!answer.ok) throw answer;
    item = worst(await answer.json());
    heard = Date.now();
    lost = failures = 0;
  } catch {
    if (++failures > 1) lost ||= heard || begun;
  }
  nextNews = failures ? chance(Math.min(300, 5 * 2 ** failures), 10) : chance(25, 20);
  show();
}

async function knock() {
  nextTry = Infinity;
  let answers = false;
  try {
    const { type, status: code } = await fetch(location.href, { method: 'HEAD', cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(10000) });
    answers = type === 'opaqueredirect' || (code < 500 && code !== 429 && await isProduct());
  } catch {
    // Nobody there: the next try will tell.
  }
  if (!answers) opening = 0;
  else if (!opening) opening = chance(3, 27);
  else open();
  nextTry = opening || chance(Math.min(120, Math.max(20, (Date.now() - begun) / 10000)), 30);
  show();
}

// Some hosts can't send this page with a 503.
async function isProduct() {
  const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(10000) });
  return !/html/.test(answer.headers.get('content-type')) || !(await answer.text()).includes(find('[name=generator]', document).outerHTML);
}

// Asks anew with GET, whatever brought the reader here.
function open() {
  if (opened) return;
  opened = true;
  location.replace(location.href.split('#')[0]);
}

function tick() {
  if (document.hidden || opened) return;
  const now = Date.now();
  if (now >= nextNews) hear();
  if (now >= nextTry) knock();
  show();
}

sections.forEach(languages);
for (const button of document.querySelectorAll('.back button')) button.onclick = open;
speak(navigator.languages.map(wish => sections.find(one => one.lang === wish.toLowerCase() || one.lang === wish.split('-')[0])).find(Boolean) || sections[0]);
setInterval(tick, 1000);
addEventListener('visibilitychange', tick);
