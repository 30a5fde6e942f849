/** `top: 3pt; left: 4pt` → property → value. */
export function declarations(text: string): Record<string, string> {
  const style: Record<string, string> = {}
  for (const rule of text.split(';')) {
    const colon = rule.indexOf(':')
    if (colon > 0)
      style[rule.slice(0, colon).trim().toLowerCase()] = rule
        .slice(colon + 1)
        .trim()
        .toLowerCase()
  }
  return style
}
