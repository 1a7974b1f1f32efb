// Lets a chart on a public page be walked with the keyboard, value by value. Nothing depends on it: all that it says
// stands in the page already, in the drawing and in the table. It moves nothing by itself and asks for nothing.

const SVG = 'http://www.w3.org/2000/svg';
/** How far the cursor reaches outside its stop, in the drawing's own px. */
const MARGIN = 2;
const hint = document.querySelector('script[data-walk]')?.getAttribute('data-walk') ?? '';

/** @typedef {{x: number, y: number, width: number, height: number, says: string}} Stop */

/** @param {Element} rect @returns {Stop} */
function stopOf(rect) {
  const number = (/** @type {string} */ name) => Number(rect.getAttribute(name));
  return {
    x: number('x'),
    y: number('y'),
    width: number('width'),
    height: number('height'),
    says: rect.getAttribute('data-says') ?? '',
  };
}

const middle = (/** @type {Stop} */ { x, width }) => x + width / 2;

/**
 * The nearest stop of the next row up or down; null where there is but one row.
 * @param {Stop[]} stops @param {number} at @param {1 | -1} way
 */
function inNextRow(stops, at, way) {
  const here = stops[at];
  if (!here) return null;
  const beyond = stops.filter((stop) => (stop.y - here.y) * way > 0);
  if (beyond.length === 0) return stops.some((stop) => stop.y !== here.y) ? at : null;
  const row = beyond.reduce((nearest, stop) => ((stop.y - nearest.y) * way < 0 ? stop : nearest)).y;
  const distance = (/** @type {Stop} */ stop) => Math.abs(middle(stop) - middle(here));
  const best = beyond
    .filter((stop) => stop.y === row)
    .reduce((nearest, stop) => (distance(stop) < distance(nearest) ? stop : nearest));
  return stops.indexOf(best);
}

/**
 * Where a key leads; undefined for keys that are the page's own, -1 for none.
 * @param {Stop[]} stops @param {number} at @param {string} key
 */
function led(stops, at, key) {
  const last = stops.length - 1;
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, at + 1);
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowDown':
      return inNextRow(stops, at, 1) ?? Math.min(last, at + 1);
    case 'ArrowUp':
      return inNextRow(stops, at, -1) ?? Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return at === -1 ? undefined : -1;
  }
}

/** @param {Element} chart */
function makeWalkable(chart) {
  const svg = chart.querySelector('svg');
  const stops = [...chart.querySelectorAll('.stop')].map(stopOf);
  if (!svg || stops.length === 0) return;

  // The arrow keys are the chart's own here, so screen readers must let them through.
  const walk = document.createElement('div');
  walk.className = 'walk';
  walk.tabIndex = 0;
  walk.setAttribute('role', 'application');
  walk.setAttribute('aria-label', `${svg.getAttribute('aria-label')}. ${hint}`);
  svg.replaceWith(walk);
  walk.append(svg);

  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const help = document.createElement('span');
  help.className = 'muted';
  help.setAttribute('aria-hidden', 'true');
  const line = document.createElement('p');
  line.className = 'says';
  line.append(status, help);
  chart.append(line);

  const cursor = document.createElementNS(SVG, 'rect');
  cursor.setAttribute('class', 'cursor');
  let at = -1;

  const show = (/** @type {number} */ next) => {
    at = next;
    const stop = stops[at];
    status.textContent = stop?.says ?? '';
    help.textContent = !stop && document.activeElement === walk ? hint : '';
    if (!stop) {
      cursor.remove();
      return;
    }
    cursor.setAttribute('x', String(stop.x - MARGIN));
    cursor.setAttribute('y', String(stop.y - MARGIN));
    cursor.setAttribute('width', String(stop.width + 2 * MARGIN));
    cursor.setAttribute('height', String(stop.height + 2 * MARGIN));
    svg.prepend(cursor);
  };

  walk.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = led(stops, at, event.key);
    if (next === undefined) return;
    event.preventDefault();
    show(next);
  });
  walk.addEventListener('focus', () => show(at));
  walk.addEventListener('blur', () => show(-1));

  const point = (/** @type {PointerEvent} */ event) => {
    const { left, top, width } = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / width;
    const [x, y] = [(event.clientX - left) * scale, (event.clientY - top) * scale];
    const found = stops.findIndex((s) => x >= s.x && x <= s.x + s.width && y >= s.y && y <= s.y + s.height);
    if (found !== -1) show(found);
  };
  walk.addEventListener('pointermove', point);
  walk.addEventListener('pointerdown', point);
  walk.addEventListener('pointerleave', () => {
    if (document.activeElement !== walk) show(-1);
  });
}

for (const chart of document.querySelectorAll('ms-chart')) makeWalkable(chart);
