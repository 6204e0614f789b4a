/** Figures come as SVG text from the desk. Only what a figure is made of is taken over, piece by piece, so that nothing
 *  else can come with it: no script, no style, no reference. */

const SPACE = 'http://www.w3.org/2000/svg';
const ELEMENTS = new Set(['svg', 'title', 'desc', 'rect', 'line', 'circle', 'polygon', 'text']);
const ATTRIBUTES = new Set([
  'viewBox',
  'role',
  'x',
  'y',
  'width',
  'height',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'points',
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'text-anchor',
  'class',
]);
/** Type size of the names in a drawing, in its own points: what the screen's small type is set to. */
const NAME_SIZE = 7.2;

function taken(from: Element): SVGElement | null {
  if (!ELEMENTS.has(from.localName)) return null;
  const made = document.createElementNS(SPACE, from.localName);
  for (const { name, value } of from.attributes) if (ATTRIBUTES.has(name)) made.setAttribute(name, value);
  const below = [...from.children];
  if (below.length === 0) made.textContent = from.textContent;
  for (const child of below) {
    const copy = taken(child);
    if (copy) made.append(copy);
  }
  return made;
}

/** The drawing as elements of this document, as large as its names make it; null when the text is no drawing. */
export function drawing(svg: string): SVGElement | null {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') return null;
  const made = taken(root);
  const width = Number(root.getAttribute('width'));
  made?.setAttribute('width', `${(width / NAME_SIZE).toFixed(2)}em`);
  made?.removeAttribute('height');
  return made;
}
