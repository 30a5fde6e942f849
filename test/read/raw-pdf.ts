/** A PDF written operator by operator, for what no library writes: `objects[i]` becomes object `i + 1` of the file. */
export function rawPdf(objects: (string | { dict?: string; stream: string })[]): Uint8Array {
  let file = '%PDF-1.7\n'
  const places = objects.map((object, i) => {
    const at = file.length
    const body =
      typeof object === 'string'
        ? object
        : `<< ${object.dict ?? ''} /Length ${object.stream.length} >>\nstream\n${object.stream}\nendstream`
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return new Uint8Array(
    Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, 'latin1'),
  )
}

/** One page of 600 × 800 points with the given content; resources may name the further objects, which begin at 5. */
export const onePage = (
  content: string,
  resources = '',
  further: (string | { dict?: string; stream: string })[] = [],
  pageEntries = '',
): Uint8Array =>
  rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] ${pageEntries} /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> ${resources.startsWith('/Font') ? resources.slice(5) : ''} >> ${resources.startsWith('/Font') ? '' : resources} >> >>`,
    { stream: content },
    ...further,
  ])
