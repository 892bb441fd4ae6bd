import { existsSync, readFileSync } from 'node:fs'
import { isLinux } from '../setup/project.mjs'

/** Chromium refuses to start where its sandbox cannot work: for root, and where Linux keeps user namespaces from it. */
export function sandboxFlags() {
  if (!isLinux) return []
  const cannotSandbox =
    process.getuid() === 0 ||
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    setting('/proc/sys/kernel/unprivileged_userns_clone') === '0'
  return cannotSandbox ? ['--no-sandbox'] : []
}

function setting(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null
}
