/** Opens the sample ledger, which holds nobody's data; the sign-in page offers it. */
export const samplePassword = 'linli-shili-2026'
