import { z } from 'zod'

/** Words for people before they are said: a code of `locales/` and what its sentence names. */
export interface Saying {
  code: string
  /** Printed characters, names, numbers; a saying inside a saying; a list, joined as the language joins lists. */
  parts: Readonly<Record<string, SaidPart>>
}

export type SaidPart = string | number | Saying | readonly SaidPart[]

export const SaidPart: z.ZodType<SaidPart> = z.lazy(() =>
  z.union([z.string(), z.number(), Saying, z.array(SaidPart)]),
)
export const Saying: z.ZodType<Saying> = z.lazy(() =>
  z.object({ code: z.string().min(1), parts: z.record(z.string(), SaidPart) }),
)

export const said = (code: string, parts: Saying['parts'] = {}): Saying => ({ code, parts })
