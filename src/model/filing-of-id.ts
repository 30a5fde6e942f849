/** The filing that a fact, a finding or an outcome is of: their ids begin with its own 16 characters. */
export const filingOfId = (id: string): string => id.slice(0, 16)
