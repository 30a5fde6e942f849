/** Contributions and subsidies that are paid for people: pensions, annuities, medical care, housing. */
export const FOR_PEOPLE = /^(?:2080505|2080506|2101101|2101102|2101103|221020[123])$/
