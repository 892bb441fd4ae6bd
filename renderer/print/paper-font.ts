/** Song type first; then the fonts that carry the rare characters of names (CJK Extension B and later). */
export const paperFontStack =
  "SimSun, 'Noto Serif CJK SC', 'SimSun-ExtB', 'SimSun-ExtG', HanaMinA, HanaMinB, serif"
