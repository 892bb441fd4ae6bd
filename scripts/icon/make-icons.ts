import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/*
 * Draws resources/icon.png and resources/icon.ico from the SVG files beside them.
 * Needs Debian's librsvg2-bin and icoutils; the pictures are committed, so nothing else does.
 */
const folder = resolve(import.meta.dirname, '../../resources')
const scratch = mkdtempSync(join(tmpdir(), 'icons-'))

/** Unit: pixels; those that Windows asks for from 100 to 250 %. */
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128]
/** Where a drawing on a grid of 16 stays sharp. */
const gridSizes = [16, 32]

const png = (size: number, target = join(scratch, `${String(size)}.png`)) => {
  const drawing = gridSizes.includes(size) ? 'icon-small.svg' : 'icon.svg'
  const edge = String(size)
  execFileSync('rsvg-convert', ['-w', edge, '-h', edge, '-o', target, join(folder, drawing)])
  return target
}

png(512, join(folder, 'icon.png'))
// Only the largest one is packed as PNG: older programs expect bitmaps below it.
execFileSync('icotool', [
  '--create',
  `--output=${join(folder, 'icon.ico')}`,
  ...icoSizes.map((size) => png(size)),
  `--raw=${png(256)}`,
])
rmSync(scratch, { recursive: true })
