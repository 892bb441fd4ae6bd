/** The colour of what can't be taken back, dark enough for white text on it. */
export const dangerColor = '#b42318'
