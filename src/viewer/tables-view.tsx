import type { PrintedCell, PrintedTable } from '../model/report.js'
import { fateOf } from './figures.js'
import type { FilingProps } from './filing.js'
import { useVoice } from './language.js'
import { linkTo } from './route.js'
import { ScrollArea } from './scroll-area.js'

/** Tables as they are printed, each figure in the colour of its status. */
export function TablesView({ filing, part }: FilingProps) {
  const voice = useVoice()
  if (part.tables.length === 0) return <p class="waiting">{voice.say('filing.no-tables')}</p>
  return (
    <>
      {part.tables.map((table) => (
        <section key={table.table_id} class="printed">
          <h3>
            <bdi>{[table.marker, table.title || voice.say('filing.no-title')].filter(Boolean).join(' ')}</bdi>
          </h3>
          <p class="where">
            <a href={linkTo(['filing', filing.filing_id, 'pages'], { page: String(table.page_first) })}>
              {voice.say('card.page', { page: table.page_first })}
            </a>
            {table.unit !== '' && ` · ${voice.say('filing.unit', { unit: table.unit })}`}
            {table.empty && ` · ${voice.say('filing.empty-table')}`}
          </p>
          <Printed table={table} fates={fatesOf(part, table)} />
        </section>
      ))}
    </>
  )
}

/** By body cell. */
function fatesOf(part: FilingProps['part'], table: PrintedTable): ReadonlyMap<string, string> {
  const own = part.facts.filter((f) => f.table_id === table.table_id && f.row !== null)
  return new Map(own.map((f) => [`${(f.row as number) + table.header_rows} ${f.column}`, fateOf(f)]))
}

function Printed({ table, fates }: { table: PrintedTable; fates: ReadonlyMap<string, string> }) {
  const rows: PrintedCell[][] = []
  for (const cell of table.cells) {
    const row = rows[cell.row] ?? []
    row.push(cell)
    rows[cell.row] = row
  }
  const cells = (row: number) => [...(rows[row] ?? [])].sort((a, b) => a.column - b.column)
  const numbers = Array.from({ length: rows.length }, (_, i) => i)
  return (
    <ScrollArea kind="sideways" label={table.title || table.table_id}>
      <table class="ruled">
        <tbody>
          {numbers.map((row) => (
            <tr key={row} class={row < table.header_rows ? 'head' : ''}>
              {cells(row).map((cell) => (
                <td
                  key={cell.column}
                  rowSpan={cell.row_span}
                  colSpan={cell.column_span}
                  class={`${/^[-+]?[\d,.]+%?$/.test(cell.text) ? 'number ' : ''}${fates.get(`${cell.row} ${cell.column}`) ?? ''}`}
                >
                  <bdi>{cell.text}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
