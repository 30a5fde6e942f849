/** A figure as its page prints it, with its unit, which some pages print beside each figure. */
export function printed({ raw, unit }: { raw: string; unit: string }): string {
  const figure = raw.replace(/\s+/g, '')
  return unit === '' || figure.endsWith(unit) ? figure : `${figure} ${unit}`
}
