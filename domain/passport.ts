/** Which issuer writes passport numbers in a form. Source: DOMAIN 2.5, a list of third parties: to warn by, never to refuse. */
const issuerPatterns = {
  mainland: /^(?:E\d{8}|E[A-HJ-NP-Z]\d{7}|G\d{8}|1[45]\d{7})$/,
  mainlandOfficial: /^(?:[PSD]E\d{7}|[PS]\.\d{7})$/,
  hongKong: /^K\d{8}$/,
  macao: /^MA\d{7}$/,
  taiwan: /^\d{9}$/,
} as const
export type PassportIssuer = keyof typeof issuerPatterns

/** Whose form a passport number has, or undefined for foreign ones, which follow no rule known here. */
export function passportIssuer(number: string): PassportIssuer | undefined {
  // Object.keys forgets the key type; the table is closed.
  const issuers = Object.keys(issuerPatterns) as PassportIssuer[]
  return issuers.find((issuer) => issuerPatterns[issuer].test(number))
}
