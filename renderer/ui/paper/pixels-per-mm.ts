/** Unit: CSS pixels per millimetre, by definition of the CSS inch. */
export const pixelsPerMm = 96 / 25.4
