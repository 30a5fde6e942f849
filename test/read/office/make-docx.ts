import { zip } from '../../ingest/make-zip.js'

const NS =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

const relations = (all: [type: string, target: string, id?: string][]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([type, target, id], i) =>
        `<Relationship Id="${id ?? `r${i}`}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

export interface DocxParts {
  /** Contents of `w:body`. */
  body: string
  styles?: string
  numbering?: string
  /** Pictures by the ids of their relations. */
  pictures?: Record<string, string>
}

/** A Word document of these parts. */
export function docx({ body, styles = '', numbering = '', pictures = {} }: DocxParts): Buffer {
  const part = (name: string, content: string) => `${HEAD}<w:${name} ${NS}>${content}</w:${name}>`
  return zip([
    { name: '[Content_Types].xml', content: `${HEAD}<Types/>` },
    { name: '_rels/.rels', content: relations([['officeDocument', '/word/document.xml']]) },
    {
      name: 'word/_rels/document.xml.rels',
      content: relations([
        ['styles', 'styles.xml'],
        ['numbering', 'numbering.xml'],
        ...Object.keys(pictures).map((id): [string, string, string] => ['image', `media/图%20${id}.png`, id]),
      ]),
    },
    { name: 'word/document.xml', content: part('document', `<w:body>${body}</w:body>`) },
    { name: 'word/styles.xml', content: part('styles', styles) },
    ...Object.entries(pictures).map(([id, content]) => ({
      name: `word/media/图 ${id}.png`,
      content,
      flags: 0x800,
    })),
    { name: 'word/numbering.xml', content: part('numbering', numbering) },
  ])
}

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`

export const listed = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`

export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`

export const table = (rows: string[][]): string =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`

/** A definition of lists: format and text of each level. */
export const definition = (id: number, levels: [string, string][], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels
    .map(
      ([format, text], i) =>
        `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`

/** A list on a definition; with `start` its first level begins anew there. */
export const list = (id: number, definitionId: number, start?: number): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${
    start === undefined ? '' : `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`
  }</w:num>`
