import { concepts, economyName, functionName, requirements } from '../catalogue/index.js'
import { EVERY_CHECK } from '../check/index.js'
import { worded } from '../locales/findings.js'
import { speaker, wordsOf } from '../locales/index.js'
import type { SayFinding } from '../model/matters.js'
import type { Words } from '../model/report.js'
import type { OverviewWords } from '../report/index.js'

export const sayFinding: SayFinding = (finding) => ({
  zh: worded(finding, 'zh-CN').message,
  en: worded(finding, 'en').message,
})

/** What each requirement asks for; what some ask and no law does is in no score, and says so. */
export const requirementNames = (): Record<string, Words> =>
  Object.fromEntries(
    requirements().map(({ id, what, weight }): [string, Words] => [
      id,
      weight > 0
        ? what
        : {
            zh: speaker('zh-CN')('requirement.unscored', { what: what.zh }),
            en: speaker('en')('requirement.unscored', { what: what.en }),
          },
    ]),
  )

/** The words of the report in both languages, from the rooms that have them. */
export const reportWords = (): OverviewWords => ({
  finding: sayFinding,
  message: (message) => ({ zh: wordsOf(speaker('zh-CN'), message), en: wordsOf(speaker('en'), message) }),
  className: (by, code, year) =>
    (by === 'function' ? functionName : economyName)(code, Number(year))?.names[0] ?? '',
  checks: Object.fromEntries(EVERY_CHECK.map((check): [string, Words] => [check.id, check.asserts])),
  requirements: requirementNames(),
  concepts: Object.fromEntries(
    [...concepts().values()].map((c): [string, Words] => [
      c.id,
      { zh: c.label, en: c.id.replace(/[.-]/g, ' ') },
    ]),
  ),
})
