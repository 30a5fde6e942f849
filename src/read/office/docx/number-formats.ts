const DIGITS = [...'〇一二三四五六七八九']
const LEGAL = [...'零壹贰叁肆伍陆柒捌玖']
const UNITS = ['', '十', '百', '千']
const LEGAL_UNITS = ['', '拾', '佰', '仟']
const STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥']
const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** A list number as Word prints it (ST_NumberFormat of ECMA-376); formats that nobody uses here are decimal. */
export function formatted(n: number, format: string): string {
  switch (format) {
    case 'none':
      return ''
    case 'bullet':
      return '•'
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return counted(n, DIGITS, UNITS).replace(/^一十/, '十')
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return counted(n, LEGAL, LEGAL_UNITS)
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return [...String(n)].map((d) => DIGITS[Number(d)]).join('')
    case 'ideographTraditional':
      return STEMS[n - 1] ?? String(n)
    case 'ideographZodiac':
      return BRANCHES[n - 1] ?? String(n)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(n, 0x2460)
    case 'decimalEnclosedParen':
      return enclosed(n, 0x2474)
    case 'decimalEnclosedFullstop':
      return enclosed(n, 0x2488)
    case 'ideographEnclosedCircle':
      return n >= 1 && n <= 10 ? String.fromCharCode(0x327f + n) : String(n)
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(n)].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join('')
    case 'decimalZero':
      return String(n).padStart(2, '0')
    case 'lowerLetter':
      return letters(n)
    case 'upperLetter':
      return letters(n).toUpperCase()
    case 'lowerRoman':
      return roman(n)
    case 'upperRoman':
      return roman(n).toUpperCase()
    default:
      return String(n)
  }
}

/** Unicode has signs for 1 to 20. */
const enclosed = (n: number, first: number): string =>
  n >= 1 && n <= 20 ? String.fromCharCode(first + n - 1) : String(n)

/** a to z, then aa to zz. */
const letters = (n: number): string =>
  String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(10, Math.ceil(n / 26)))

/** 二百零三 with its units, up to 9,999; beyond, digits. */
function counted(n: number, digits: readonly string[], units: readonly string[]): string {
  if (n < 1 || n > 9999) return String(n)
  const places = [...String(n)].map(Number)
  let text = ''
  let gap = false
  places.forEach((digit, i) => {
    if (digit === 0) gap = true
    else {
      if (gap) text += '零'
      gap = false
      text += `${digits[digit]}${units[places.length - 1 - i]}`
    }
  })
  return text
}

function roman(n: number): string {
  let text = ''
  let rest = Math.min(n, 9999)
  for (const [value, sign] of ROMAN)
    while (rest >= value) {
      text += sign
      rest -= value
    }
  return text
}
