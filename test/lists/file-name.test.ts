import { describe, expect, it } from 'vitest'
import { distinctNames, nameOf } from '../../src/lists/file-name.js'

describe('names of files made of what filings print', () => {
  it.each([
    ['../../etc/passwd', '_/etc/passwd'.replaceAll('/', '_').replace('_etc', '_.._etc')],
    ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j'],
    ['=HYPERLINK("http://x")', '=HYPERLINK(_http___x_)'],
    ['<script>', '_script_'],
    ['\u202e财政局\u0000\n', '_财政局__'],
    ['CON', '_CON'],
    ['com1.2025', '_com1.2025'],
    ['LPT¹', '_LPT¹'],
    ['CONSUL', 'CONSUL'],
    ['局. . .', '局'],
    ['~$局', '_$局'],
    ['.', '_'],
    ['', '_'],
    ['\ud800局', '_局'],
    ['e\u0301', '\u00e9'],
  ])('%j is %j', (text, name) => {
    expect(nameOf(text)).toBe(name)
  })

  it('are at most 200 bytes, whatever is put behind them, and never half a character', () => {
    for (const text of ['局'.repeat(300), '𠮷'.repeat(300), `${'a'.repeat(158)}  𠮷`]) {
      const name = distinctNames(
        [
          { key: 'o-0123456789ab', text },
          { key: 'o-x', text },
        ],
        [],
      ).get('o-0123456789ab')
      expect(Buffer.byteLength(`${name}.xlsx`)).toBeLessThanOrEqual(200)
      expect(name).not.toMatch(/\ufffd/)
    }
  })

  it('tell apart what is one after cleaning, or for a file system that knows no case', () => {
    const names = distinctNames(
      [
        { key: 'o-1', text: '局/甲' },
        { key: 'o-2', text: '局:甲' },
        { key: 'o-3', text: 'Bureau' },
        { key: 'o-4', text: 'BUREAU' },
        { key: 'o-5', text: '汇总' },
        { key: 'o-6', text: '乙' },
      ],
      ['汇总'],
    )
    expect([...names.values()]).toEqual([
      '局_甲 o-1',
      '局_甲 o-2',
      'Bureau o-3',
      'BUREAU o-4',
      '汇总 o-5',
      '乙',
    ])
  })
})
