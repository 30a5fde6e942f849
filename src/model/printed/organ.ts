// How the names of organs and their units end.

const ENDINGS =
  '局|委|委员会|办|办公室|办事处|厅|院|学院|大学|校|会|部|室|所|队|支队|大队|处|馆|站|团|社|府|司|署|中心|街道|公司'
/** Names of places, schools, plants and firms end like organs of their own, and like much else. */
const WIDER_ENDINGS = `${ENDINGS}|园|幼儿园|厂|学|小学|中学|集团|场|库|台|段|庭|联|行|区|县|镇|乡`

/** The source of a pattern. */
export const ORGAN_ENDING = `(?:${ENDINGS})`

/** Whether a name ends as names of organs do. */
export const endsLikeOrgan = (name: string): boolean => ORGAN_END.test(name)
const ORGAN_END = new RegExp(`${ORGAN_ENDING}$`)

/** Whether a printed name, of an organ or of what belongs to one, may be at its end. */
export const isWholeName = (name: string): boolean => NAME_END.test(name)
const NAME_END = new RegExp(`(?:${WIDER_ENDINGS}|[）)])$`)
