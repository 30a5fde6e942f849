// The values that a PDF file is made of, as they are written.

export class Name {
  constructor(readonly name: string) {}
}

export class Reference {
  constructor(readonly number: number) {}
}

/** Text of a PDF, whose characters nobody here asks for. */
export class Words {}

export type Dictionary = Map<string, Value>
export type Value = null | boolean | number | Name | Reference | Words | Dictionary | Value[]

export const isDictionary = (value: unknown): value is Dictionary => value instanceof Map

export const nameOf = (value: Value | undefined): string => (value instanceof Name ? value.name : '')
