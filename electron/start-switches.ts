/** What of the command line opens the app to a debugger or takes a wall away that the product counts on. */
const refusedSwitches = [
  /debug/,
  /^remote-/,
  /^inspect/,
  /^js-flags$/,
  /sandbox/,
  /^(single-process|in-process-gpu|no-zygote)$/,
  /-cmd-prefix$/,
  /^(gpu-launcher|browser-subprocess-path|utility-and-browser)$/,
  /^(enable|disable)-(blink-)?features$/,
  /^disable-(web-security|site-isolation-trials|origin-trials)/,
  /^allow-(file-access|running-insecure-content)/,
  /^(load-extension|disable-extensions-except|enable-automation|enable-experimental-web-platform-features)$/,
  /^(proxy-|host-|ignore-certificate-errors|unsafely-)/,
  /^(enable-logging|log-file|log-net-log|trace-|net-log-)/,
  /^(require|import|loader|experimental-|r$)/,
] as const

/** Root can't start Chromium on Linux otherwise, and there the office's users are not root. */
const allowedOnLinux = 'no-sandbox'

/** The switches of a command line that the released app does not start with. */
export function refusedStartSwitches(
  commandLine: readonly string[],
  platform: NodeJS.Platform,
): readonly string[] {
  return commandLine
    .map((argument) => switchName(argument, platform))
    .filter((name) => name !== null)
    .filter((name) => !(platform === 'linux' && name === allowedOnLinux))
    .filter((name) => refusedSwitches.some((refused) => refused.test(name)))
}

/** Chromium reads --name, on Windows also -name and /name, in any case. */
function switchName(argument: string, platform: NodeJS.Platform): string | null {
  const prefix = platform === 'win32' ? /^(--?|\/)/ : /^--?/
  if (!prefix.test(argument)) return null
  const name = argument.replace(prefix, '').split('=', 1)[0] ?? ''
  return name.toLowerCase().replaceAll('_', '-')
}
