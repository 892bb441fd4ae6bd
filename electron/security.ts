import { app, protocol, session, type Session } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { TextSize } from '../domain/committee.ts'

export const appOrigin = 'app://linli'
export const windowSession = 'linli'

/** A new one at each start; the UI kit's style tags carry it. */
const styleNonce = randomBytes(16).toString('base64')

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'nonce-${styleNonce}'`,
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  // Keeps the page from calling the system's print dialog, opening windows and saving files.
  'sandbox allow-scripts allow-same-origin allow-forms',
  "require-trusted-types-for 'script'",
  // No page code may turn text into markup or script, and no policy can be made that would let it.
  "trusted-types 'none'",
].join('; ')

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Takes away every host there is, by name and by number, and adds the one of the app. Must run before it is ready. */
export function registerAppScheme(devOrigin: string | undefined): void {
  // What the requests' guard never sees, looking up names and WebRTC over TCP, finds nobody.
  if (devOrigin === undefined) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serves the window's files from the package and nothing else, and closes every other way out of the window. */
export function prepareSession(
  rendererFolder: string,
  textSize: () => Promise<TextSize>,
  devOrigin: string | undefined,
): Session {
  const own = session.fromPartition(windowSession)
  own.protocol.handle('app', (request) => serve(rendererFolder, textSize, request.url))
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.on('will-download', (event) => event.preventDefault())
  own.setSpellCheckerEnabled(false)
  own.webRequest.onBeforeRequest((details, answer) => {
    const isOurs = /^(app|blob|data|devtools):/.test(details.url)
    const isDev = devOrigin !== undefined && new URL(details.url).host === new URL(devOrigin).host
    answer({ cancel: !isOurs && !isDev })
  })
  return own
}

async function serve(
  rendererFolder: string,
  textSize: () => Promise<TextSize>,
  address: string,
): Promise<Response> {
  try {
    const { protocol: scheme, host, pathname } = new URL(address)
    const file = normalize(join(rendererFolder, decodeURIComponent(pathname)))
    const isInside = `${scheme}//${host}` === appOrigin && file.startsWith(rendererFolder + sep)
    if (!isInside) return new Response(null, { status: 403 })
    const bytes = await readFile(file)
    const type = contentTypes[extname(file)] ?? 'application/octet-stream'
    const body =
      extname(file) === '.html' ? filledIn(bytes.toString('utf8'), await textSize()) : new Uint8Array(bytes)
    return new Response(body, {
      headers: {
        'content-type': type,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
      },
    })
  } catch {
    return new Response(null, { status: 404 })
  }
}

/** The first page already has the letters its reader needs. */
function filledIn(html: string, textSize: TextSize): string {
  return html.replace('__CSP_NONCE__', styleNonce).replace('__TEXT_SIZE__', String(textSize))
}
