import { expect, it } from 'vitest'
import { notesOf } from '../../src/lists/notes.js'
import type { Matter } from '../../src/model/report.js'

it('frames a figure of several matters in the colour of the gravest, which is drawn last', () => {
  const about = (severity: Matter['severity']) =>
    ({ filing_id: 'f', page: 1, bbox: '10.0 10.0 20.0 20.0', facts: [], severity }) as unknown as Matter
  const matters = [about('error'), about('info'), about('warning')]
  const notes = notesOf({ filing_id: 'f', facts: [], pages: [] }, matters, () => '')
  expect(notes.map((n) => n.severity)).toEqual(['info', 'warning', 'error'])
})
