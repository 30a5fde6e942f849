import { fateOfFact } from '../model/fate.js'
import type { PrintedTable } from '../model/report.js'
import type { FilingProps } from './filing.js'
import { useVoice } from './language.js'
import { printedRows } from './printed-rows.js'
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
  return new Map(own.map((f) => [`${(f.row as number) + table.header_rows} ${f.column}`, fateOfFact(f)]))
}

function Printed({ table, fates }: { table: PrintedTable; fates: ReadonlyMap<string, string> }) {
  return (
    <ScrollArea kind="sideways" label={table.title || table.table_id}>
      <table class="ruled">
        <tbody>
          {printedRows(table).map((cells, row) => (
            <tr key={row} class={row < table.header_rows ? 'head' : ''}>
              {cells.map((cell) => (
                <td
                  key={cell.column}
                  rowSpan={cell.row_span}
                  colSpan={cell.column_span}
                  class={`${isNumber(cell.text) ? 'number ' : ''}${fates.get(`${cell.row} ${cell.column}`) ?? ''}`}
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

const isNumber = (text: string): boolean => /^[-+]?[\d,.]+%?$/.test(text)
