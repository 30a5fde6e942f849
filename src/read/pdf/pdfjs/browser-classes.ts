// The drawing half of pdf.js names these classes of browsers while it loads; nothing is drawn here.
for (const name of ['DOMMatrix', 'ImageData', 'Path2D'])
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {}, configurable: true })
