export const compact = (text: string): string => text.replace(/\s/g, '')
