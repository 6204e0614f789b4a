// What of the page cannot be read or used as it is laid out now: a list of faults, each with its place.
// Everything is scrolled to first, as a person would; what is then cut, covered or squeezed is a fault.
const faults = [];
const named = (one) =>
  `${one.tagName.toLowerCase()}${one.dataset?.testid ? `[${one.dataset.testid}]` : one.className && typeof one.className === 'string' ? `.${one.className.split(' ')[0]}` : ''} “${(one.getAttribute('aria-label') ?? one.innerText ?? '').trim().replace(/\s+/gu, ' ').slice(0, 40)}”`;
const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
const clips = (style, axis) => style[`overflow${axis}`] !== 'visible';
/** The part of a box that is in sight: what the window and everything that clips around it leave. */
function inSight(one) {
  let { left, right, top, bottom } = one.getBoundingClientRect();
  let fixed = getComputedStyle(one).position === 'fixed';
  for (let above = one.parentElement; above && !fixed; above = above.parentElement) {
    const style = getComputedStyle(above);
    const box = above.getBoundingClientRect();
    if (clips(style, 'X')) [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
    if (clips(style, 'Y')) [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    fixed = style.position === 'fixed';
  }
  [left, right] = [Math.max(left, 0), Math.min(right, innerWidth)];
  [top, bottom] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
  return { left, right, top, bottom, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
const unit = parseFloat(getComputedStyle(document.documentElement).fontSize);
const dialogs = [...document.querySelectorAll('[role="dialog"]:not([aria-modal="false"])')];
// What a pane lies over is used once that is closed.
const over = [...document.querySelectorAll('aside')].find((one) => shown(one) && getComputedStyle(one).position === 'absolute');
const root = dialogs.at(-1) ?? over ?? document.body;
const scrolled = [...document.querySelectorAll('*')].filter((one) => one.scrollTop || one.scrollLeft);
const where = scrolled.map((one) => [one, one.scrollLeft, one.scrollTop]);

for (const one of root.querySelectorAll('button, input, select, textarea, summary, a[href], [role="row"], [role="radio"], [role="option"]')) {
  if (!shown(one) || one.closest('[aria-hidden="true"]') || one.closest('.visually-hidden')) continue;
  const box = one.getBoundingClientRect();
  if (box.width < 2 || box.height < 2) {
    faults.push(`has no room: ${named(one)}`);
    continue;
  }
  one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const sight = inSight(one);
  const wide = one.matches('[role="row"]') ? Math.min(box.width, unit * 8) : Math.min(box.width, innerWidth);
  if (sight.width < wide - 2) faults.push(`cut across (${Math.round(sight.width)} of ${Math.round(box.width)}): ${named(one)}`);
  else if (sight.height < Math.min(box.height, unit * 2) - 2)
    faults.push(`cut in height (${Math.round(sight.height)} of ${Math.round(box.height)}): ${named(one)}`);
  else {
    const [x, y] = [(sight.left + sight.right) / 2, (sight.top + sight.bottom) / 2];
    const top = document.elementFromPoint(x, y);
    if (top && !one.contains(top) && !top.contains(one) && !one.labels?.[0]?.contains(top))
      faults.push(`covered by ${named(top)}: ${named(one)}`);
  }
}
// Words over words: what stands at the middle of a line is another part of the page.
for (const one of root.querySelectorAll('*')) {
  const words = [...one.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 1);
  if (!words || !shown(one) || one.closest('svg, .visually-hidden, [data-gives-way], option')) continue;
  one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const line = document.createRange();
  line.selectNodeContents(words);
  const box = line.getClientRects()[0];
  const top = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const sight = inSight(one);
  if (top && sight.height > unit && box.top >= sight.top && box.bottom <= sight.bottom && !one.contains(top) && !top.contains(one))
    faults.push(`words under ${named(top)}: ${named(one)}`);
}
for (const one of root.querySelectorAll('*')) {
  if (!shown(one) || one.closest('svg') || one.closest('.visually-hidden') || one.closest('[data-gives-way]')) continue;
  const style = getComputedStyle(one);
  // Words that stand beyond an edge where nothing scrolls cannot be read.
  const cutX = (style.overflowX === 'hidden' || style.overflowX === 'clip') && one.scrollWidth > one.clientWidth + 2;
  const cutY = (style.overflowY === 'hidden' || style.overflowY === 'clip') && one.scrollHeight > one.clientHeight + 2;
  if ((cutX || cutY) && one !== document.body && one !== document.documentElement && one.innerText?.trim())
    faults.push(`words cut (${one.clientWidth}×${one.clientHeight} of ${one.scrollWidth}×${one.scrollHeight}): ${named(one)}`);
  // What is scrolled must show some lines at a time.
  const scrolls = (style.overflowY === 'auto' || style.overflowY === 'scroll') && one.scrollHeight > one.clientHeight + 4;
  // A list within what scrolls is brought up first: what was looked at before may have left it half out of sight.
  if (scrolls) one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (scrolls && one.tagName !== 'TEXTAREA' && inSight(one).height < unit * 5)
    faults.push(`squeezed to ${Math.round(inSight(one).height)} px (of ${one.scrollHeight}): ${named(one)}`);
  if ((style.overflowX === 'auto' || style.overflowX === 'scroll') && one.scrollWidth > one.clientWidth + 4 && one.clientWidth > 0)
    faults.push(`scrolls sideways (${one.clientWidth} of ${one.scrollWidth}): ${named(one)}`);
}
for (const one of document.querySelectorAll('*')) if (one.scrollTop || one.scrollLeft) one.scrollTo(0, 0);
for (const [one, left, top] of where) one.scrollTo(left, top);
return [...new Set(faults)];
