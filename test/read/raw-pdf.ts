/** One object of a PDF: a dictionary or array as it stands in the file, or a stream. */
export type PdfObject = string | { dict?: string; stream: string }

interface Parts {
  /** Entries of the page's /Font resources; /F1 is Helvetica. */
  fonts?: string
  /** Further entries of the page's /Resources. */
  resources?: string
  /** Further entries of the page. */
  page?: string
  /** Further objects: the first of them is `5 0 R`. */
  objects?: PdfObject[]
}

export const HELVETICA =
  '/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'

/** A page of 600 × 800 points written operator by operator, for what no library writes. */
export const onePage = (
  content: string,
  { fonts = '', resources = '', page = '', objects = [] }: Parts = {},
): Uint8Array =>
  fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] ${page} /Contents 4 0 R
     /Resources << /Font << ${HELVETICA} ${fonts} >> ${resources} >> >>`,
    { stream: content },
    ...objects,
  ])

/** A form with Helvetica among its resources. */
export const form = (dict: string, stream: string): PdfObject => ({
  dict: `/Type /XObject /Subtype /Form /Resources << /Font << ${HELVETICA} >> >> ${dict}`,
  stream,
})

/** A ToUnicode map of single codes: `<61> <0058>`. */
export const toUnicode = (entries: string[]): PdfObject => ({
  stream: `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def
1 begincodespacerange <00> <ff> endcodespacerange
${entries.length} beginbfchar
${entries.join('\n')}
endbfchar endcmap end end`,
})

/** A file of these objects, the first of which is the catalog. */
export function fileOf(objects: PdfObject[]): Uint8Array {
  let file = '%PDF-1.7\n'
  const places = objects.map((object, i) => {
    const at = file.length
    const body =
      typeof object === 'string'
        ? object
        : `<< ${object.dict ?? ''} /Length ${object.stream.length} >>\nstream\n${object.stream}\nendstream`
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  return new Uint8Array(
    Buffer.from(
      `${file}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}` +
        `trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
      'latin1',
    ),
  )
}
